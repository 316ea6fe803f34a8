/** The client's page: one account at a time, everything about it in one column on a phone and two on a desk. */
import { useEffect, useState } from 'react';
import type { PortalHome } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { isVisitOver } from '../../../lib/call-portal.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { agencyNameFor } from '../agency-name.js';
import { useLeave, usePortalHome } from '../api/get-portal-home.js';
import type { Reader } from '../reader-time.js';
import { AccountSwitcher } from './account-switcher.js';
import { AnswersCard } from './answers-card.js';
import { HistoryCard } from './history-card.js';
import { HomeSkeleton } from './home-skeleton.js';
import { JourneyCard } from './journey-card.js';
import { NextJobCard } from './next-job-card.js';
import { StatusHeader } from './status-header.js';
import { WaitCard } from './wait-card.js';

export function HomePage() {
  const [left, setLeft] = useState(false);
  return left ? <VisitFace face="left" /> : <Visit onLeft={() => setLeft(true)} />;
}

function Visit({ onLeft }: { onLeft(): void }) {
  const { suggestLocale } = useLocale();
  const home = usePortalHome();
  const known = home.data?.visitor.locale;
  useEffect(() => {
    if (known) suggestLocale(known);
  }, [known, suggestLocale]);
  if (isVisitOver(home.error)) return <VisitFace face="ended" />;
  if (home.data) return <LoadedHome home={home.data} onLeft={onLeft} />;
  return (
    <PortalFrame>
      {home.isError ? <FailureFace error={home.error} onRetry={() => void home.refetch()} /> : <HomeSkeleton />}
    </PortalFrame>
  );
}

/** The visit is over, by the reader's wish or by time: nothing of it is shown any more. */
function VisitFace({ face }: { face: 'left' | 'ended' }) {
  const { locale } = useLocale();
  return (
    <PortalFrame>
      <PageFace kind="no_permission" level={1} title={text(locale, `portal.face.${face}.title`)}>
        {text(locale, `portal.face.${face}.text`)}
      </PageFace>
    </PortalFrame>
  );
}

function LoadedHome({ home, onLeft }: { home: PortalHome; onLeft(): void }) {
  const { locale } = useLocale();
  const [shownId, setShownId] = useState<string | null>(null);
  const leave = useLeave(onLeft);
  const reader: Reader = { locale, timeZone: home.visitor.timeZone, now: home.now, today: home.today };
  const agencyName = agencyNameFor(home, locale);
  const registration = home.registrations.find(({ id }) => id === shownId) ?? home.registrations[0];
  const footer = (
    <>
      <p>
        {registration?.assigneeName
          ? text(locale, 'portal.foot.person', { person: registration.assigneeName })
          : text(locale, 'portal.foot.agency', { agency: agencyName })}
      </p>
      <p>
        <a className="portal-link" href={paths.advisor}>
          {text(locale, 'portal.foot.advisor')}
        </a>
      </p>
      <button type="button" className="portal-link" onClick={() => leave.mutate()} disabled={leave.isPending}>
        {text(locale, 'portal.foot.leave')}
      </button>
    </>
  );
  if (!registration) {
    return (
      <PortalFrame agencyName={agencyName} footer={footer}>
        <PageFace kind="empty" level={1} title={text(locale, 'portal.face.empty.title')}>
          {text(locale, 'portal.face.empty.text', { client: home.clientName })}
        </PageFace>
      </PortalFrame>
    );
  }
  const title = text(locale, 'portal.title', {
    account: registration.accountName,
    agency: agencyName,
  });
  return (
    <PortalFrame agencyName={agencyName} title={title} footer={footer}>
      {home.registrations.length > 1 ? (
        <AccountSwitcher registrations={home.registrations} shownId={registration.id} onShow={setShownId} />
      ) : null}
      <div className="portal-columns" key={registration.id}>
        <div className="portal-column">
          <StatusHeader home={home} registration={registration} reader={reader} />
          <NextJobCard home={home} registration={registration} reader={reader} />
          {registration.wait ? <WaitCard wait={registration.wait} reader={reader} /> : null}
          <JourneyCard home={home} registration={registration} reader={reader} />
        </div>
        <div className="portal-column">
          <AnswersCard registration={registration} reader={reader} />
          <HistoryCard registration={registration} reader={reader} />
        </div>
      </div>
    </PortalFrame>
  );
}
