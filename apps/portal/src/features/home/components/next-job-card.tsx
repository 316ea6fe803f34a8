/** The one thing the client can do now, why, and how; or that nothing is wanted of them. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { dateIn, formatDate, formatDateTime } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { text } from '../../../lib/texts.js';
import { agencyNameFor } from '../agency-name.js';
import { jobTitle } from '../job-title.js';
import type { Reader } from '../reader-time.js';

interface NextJobCardProps {
  home: PortalHome;
  registration: PortalRegistration;
  reader: Reader;
}

export function NextJobCard({ home, registration, reader }: NextJobCardProps) {
  const { locale, today } = reader;
  const { nextJob, assigneeName } = registration;
  if (!nextJob) return <p className="portal-card portal-nothing">{nothingWords(registration, reader)}</p>;
  const { kind, dueOn } = nextJob;
  const href = pageOf(registration);
  const paper = registration.papers.find(({ prerequisiteId }) => prerequisiteId === nextJob.prerequisiteId);
  const isAgain = paper?.state === 'returned';
  return (
    <section className="portal-card portal-next" aria-labelledby="next-job">
      <p className="portal-next-label">
        <HolderMark holder="client" />
        {dueOn
          ? text(locale, 'portal.job.due', {
              date: formatDate(dueOn, locale, today),
            })
          : text(locale, 'portal.job.label')}
      </p>
      <h2 id="next-job">
        {registration.signOff === 'changed' && kind === 'sign_off'
          ? text(locale, 'portal.job.sign_off.changed')
          : jobTitle(nextJob, locale, isAgain)}
      </h2>
      <p>{text(locale, `portal.job.${kind}.why`)}</p>
      {href && registration.papers.length > 0 ? (
        <PageLink className="portal-button" href={href}>
          {text(locale, `portal.job.open.${kind}`)}
        </PageLink>
      ) : (
        <p className="portal-how">
          {assigneeName
            ? text(locale, 'portal.job.how', { person: assigneeName })
            : text(locale, 'portal.job.how_agency', { agency: agencyNameFor(home, locale) })}
        </p>
      )}
    </section>
  );
}

/** The page on which the job is done; null: it is done elsewhere, and we are told. */
function pageOf({ id, nextJob }: PortalRegistration): string | null {
  if (nextJob?.prerequisiteId) return paths.paper(nextJob.prerequisiteId);
  return nextJob?.kind === 'sign_off' ? paths.signOff(id) : null;
}

/** Nothing to do is no silence: it says when news comes. */
function nothingWords({ promise }: PortalRegistration, { locale, timeZone, now }: Reader): string {
  if (!promise || promise < now) return text(locale, 'portal.job.none');
  return text(locale, 'portal.job.none_until', {
    when: formatDateTime(promise, timeZone, locale, dateIn(now, timeZone)),
  });
}
