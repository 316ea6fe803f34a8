/** Everything the client brings for what is under way, and how each stands; what came back is first. */
import { paths } from '../../../config/paths.js';
import type { PortalRegistration } from '@daiban/contracts';
import { dateIn, formatShortDate } from '@daiban/i18n';
import { IconAlertTriangle, IconCircle, IconCircleCheck, IconClock, IconChevronRight } from '@tabler/icons-react';
import { PageLink } from '../../../lib/address.js';
import { text } from '../../../lib/texts.js';
import type { Reader } from '../reader-time.js';

/** A shape each, so that the state is seen before it is read. */
const MARKS = {
  returned: IconAlertTriangle,
  changed: IconAlertTriangle,
  open: IconCircle,
  wanted: IconCircle,
  submitted: IconClock,
  accepted: IconCircleCheck,
  signed: IconCircleCheck,
} as const;

export function PapersCard({ registration, reader }: { registration: PortalRegistration; reader: Reader }) {
  const { locale, timeZone, today } = reader;
  const { id, papers, signOff } = registration;
  if (papers.length === 0) return null;
  const done = papers.filter(({ state }) => state === 'accepted').length + (signOff === 'signed' ? 1 : 0);
  const all = papers.length + (signOff ? 1 : 0);
  return (
    <section className="portal-card" aria-labelledby="papers">
      <h2 id="papers">{text(locale, 'portal.papers.heading')}</h2>
      <p className="portal-line-note">{text(locale, 'portal.papers.count', { done, all })}</p>
      <ul className="portal-papers">
        {papers.map(({ prerequisiteId, code, state, submittedAt }) => {
          const stateWords = text(locale, `portal.papers.state.${state}`);
          const when = submittedAt && formatShortDate(dateIn(submittedAt, timeZone), locale, today);
          return (
            <Line
              key={prerequisiteId}
              state={state}
              href={paths.paper(prerequisiteId)}
              title={text(locale, `prerequisites.${code}`)}
              words={when ? text(locale, 'portal.papers.sent', { state: stateWords, when }) : stateWords}
            />
          );
        })}
        {signOff ? (
          <Line
            state={signOff}
            href={paths.signOff(id)}
            title={text(locale, 'portal.papers.sign_off')}
            words={text(locale, `portal.papers.sign_off.${signOff}`)}
          />
        ) : null}
      </ul>
    </section>
  );
}

function Line({
  state,
  href,
  title,
  words,
}: {
  state: keyof typeof MARKS;
  href: string;
  title: string;
  words: string;
}) {
  const Mark = MARKS[state];
  return (
    <li data-state={state}>
      <Mark size={18} stroke={1.6} aria-hidden="true" />
      <PageLink href={href}>
        <b>{title}</b>
        <small>{words}</small>
      </PageLink>
      <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
    </li>
  );
}
