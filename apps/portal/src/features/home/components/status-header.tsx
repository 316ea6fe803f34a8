/** The top of the page: one sentence where it stands, whose turn it is, when the next news comes. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import type { Holder } from '@daiban/domain/enumerations';
import { formatDateRange } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import { IconBell } from '@tabler/icons-react';
import { RuleWhy } from '../../../lib/rule-why.js';
import { text } from '../../../lib/texts.js';
import { TimeOnTap } from '../../../lib/time-on-tap.js';
import { agencyNameFor } from '../agency-name.js';
import { promiseWords, sinceWhen, type Reader } from '../reader-time.js';

interface StatusHeaderProps {
  home: PortalHome;
  registration: PortalRegistration;
  reader: Reader;
}

function statusSentence({ stage, accountName, wait }: PortalRegistration, { locale, today }: Reader): string {
  const params = { account: accountName };
  if ((stage === 'review' || stage === 'renewal_in_progress' || stage === 'migrating') && wait) {
    const range = formatDateRange(wait.fromOn, wait.toOn, locale);
    return text(locale, `portal.status.${stage}.${wait.toOn < today ? 'late' : 'range'}`, { ...params, range });
  }
  return text(locale, `portal.status.${stage}`, params);
}

/** Where nobody has to act for the case to go on, a job for the reader still makes it theirs: the renewal to decide on. */
function turnOf({ holder, nextJob }: PortalRegistration): Holder {
  return holder === 'none' && nextJob ? 'client' : holder;
}

function turnWords({ home, registration, reader }: StatusHeaderProps): string {
  const { owner } = registration;
  const holder = turnOf(registration);
  if (holder === 'agency')
    return text(reader.locale, 'portal.turn.agency', {
      agency: agencyNameFor(home, reader.locale),
    });
  if (holder === 'admin_person' && owner.adminName) {
    return text(reader.locale, 'portal.turn.admin_person.named', { person: owner.adminName });
  }
  return text(reader.locale, `portal.turn.${holder}`);
}

export function StatusHeader(props: StatusHeaderProps) {
  const { registration, reader } = props;
  const { locale } = reader;
  const promise = registration.promise
    ? promiseWords(registration.promise, reader)
    : {
        title: text(locale, 'portal.promise.none'),
        note: text(locale, 'portal.promise.none_note'),
        late: false,
      };
  return (
    <section className="portal-status">
      <p className="portal-account">
        {text(locale, 'portal.account_line', {
          account: registration.accountName,
          type: text(locale, `states.account_type_short.${registration.accountType}`),
        })}
      </p>
      <h1>{statusSentence(registration, reader)}</h1>
      <div className="portal-fact">
        <span className="portal-fact-mark">
          <HolderMark holder={turnOf(registration)} size={20} />
        </span>
        <p>
          <b>{turnWords(props)}</b>
          <span>
            <TimeOnTap
              at={registration.holderSince}
              timeZone={reader.timeZone}
              now={reader.now}
              words={(isBeijing) => sinceWhen(registration.holderSince, reader, isBeijing)}
            />
          </span>
        </p>
      </div>
      <div className={`portal-fact ${promise.late ? 'portal-fact-late' : ''}`}>
        <span className="portal-fact-mark">
          <IconBell size={19} stroke={1.6} aria-hidden="true" />
        </span>
        <p>
          <b>{promise.title}</b>
          <span>
            {promise.note}{' '}
            <RuleWhy ruleId={registration.promiseRuleId} part={registration.stage} what={promise.title} />
          </span>
        </p>
      </div>
      {registration.paused ? <p className="portal-note">{text(locale, 'portal.paused')}</p> : null}
    </section>
  );
}
