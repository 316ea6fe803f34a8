/** The one thing the client can do now, why, and how; or that nothing is wanted of them. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { dateIn, formatDate } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
import { text } from '../../../lib/texts.js';
import { agencyNameFor } from '../agency-name.js';
import { BEIJING, type Reader } from '../reader-time.js';

interface NextThingCardProps {
  home: PortalHome;
  registration: PortalRegistration;
  reader: Reader;
}

export function NextThingCard({ home, registration, reader }: NextThingCardProps) {
  const { locale, now } = reader;
  const { nextThing } = registration;
  if (!nextThing) return <p className="portal-card portal-nothing">{text(locale, 'portal.job.none')}</p>;
  const { kind, items, dueOn } = nextThing;
  const how = home.assignee
    ? text(locale, 'portal.job.how', { person: home.assignee.name })
    : text(locale, 'portal.job.how_agency', { agency: agencyNameFor(home, locale) });
  return (
    <section className="portal-card portal-next" aria-labelledby="next-thing">
      <p className="portal-next-label">
        <HolderMark holder="client" />
        {dueOn
          ? text(locale, 'portal.job.due', { date: formatDate(dueOn, locale, dateIn(now, BEIJING)) })
          : text(locale, 'portal.job.label')}
      </p>
      <h2 id="next-thing">{text(locale, `portal.job.${kind}.title`, { count: items.length })}</h2>
      {items.length ? (
        <ul className="portal-items">
          {items.map((code) => (
            <li key={code}>{text(locale, `prerequisites.${code}`)}</li>
          ))}
        </ul>
      ) : null}
      <p>{text(locale, `portal.job.${kind}.why`)}</p>
      <p className="portal-how">{how}</p>
    </section>
  );
}
