/** How the client's yes stands: given, overtaken by a change, or past. */
import type { PortalSignOff } from '@daiban/contracts';
import { dateIn, formatDateTime } from '@daiban/i18n';
import { useLocale } from '../../../lib/locale.js';
import { nameFor } from '../../../lib/portal-frame.js';
import { useVisit } from '../../../lib/visit.js';
import { choiceName, choiceValue } from '../choice-words.js';
import { signOffText } from '../texts.js';

export function StandingNote({ signOff }: { signOff: PortalSignOff }) {
  const { locale } = useLocale();
  const visit = useVisit();
  const { state, last, changes, now } = signOff;
  if (state === 'wanted' || state === 'early') return null;
  const zone = visit?.timeZone ?? 'Asia/Shanghai';
  const agencyName = visit ? nameFor(visit.agency, locale) : '';
  const given = last && {
    when: formatDateTime(last.signedAt, zone, locale, dateIn(now, zone)),
    version: last.textVersion,
    person: last.contactName ?? '',
  };
  return (
    <section className={`portal-card ${state === 'changed' ? 'portal-warn' : ''}`} aria-labelledby="standing">
      <h2 id="standing">{signOffText(locale, `signOff.state.${state}.title`)}</h2>
      {state === 'submitted' ? <p>{signOffText(locale, 'signOff.state.submitted.text')}</p> : null}
      {given && state !== 'changed' ? (
        <p>
          {signOffText(locale, given.person ? 'signOff.state.signed.text' : 'signOff.state.signed.text_plain', given)}
        </p>
      ) : null}
      {state === 'signed' ? <p className="portal-note">{signOffText(locale, 'signOff.state.signed.later')}</p> : null}
      {given && state === 'changed' ? (
        <>
          <p>{signOffText(locale, 'signOff.state.changed.text', given)}</p>
          <ul className="portal-items">
            {changes.map(({ choice, was, now: becomes }) => (
              <li key={choice}>
                {signOffText(locale, 'signOff.state.changed.line', {
                  choice: choiceName(choice, locale),
                  was: choiceValue(choice, was, locale, agencyName),
                  now: choiceValue(choice, becomes, locale, agencyName),
                })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
