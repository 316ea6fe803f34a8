/** The one thing the client can do now, why, and how; or that nothing is wanted of them. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { formatDate } from '@daiban/i18n';
import { HolderMark } from '@daiban/ui';
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
  if (!nextJob) return <p className="portal-card portal-nothing">{text(locale, 'portal.job.none')}</p>;
  const { kind, dueOn } = nextJob;
  const how = assigneeName
    ? text(locale, 'portal.job.how', { person: assigneeName })
    : text(locale, 'portal.job.how_agency', { agency: agencyNameFor(home, locale) });
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
      <h2 id="next-job">{jobTitle(nextJob, locale)}</h2>
      <p>{text(locale, `portal.job.${kind}.why`)}</p>
      <p className="portal-how">{how}</p>
    </section>
  );
}
