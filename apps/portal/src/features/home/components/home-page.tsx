/** The client's page: one account at a time, everything about it in one column on a phone and two on a desk. */
import { lazy, Suspense, useEffect, useState, type ComponentType } from 'react';
import type { PortalHome, PortalRegistration } from '@daiban/contracts';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { isElsewhere, isVisitOver } from '../../../lib/call-portal.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { useVisit } from '../../../lib/visit.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { agencyNameFor } from '../agency-name.js';
import { usePortalHome } from '../api/get-portal-home.js';
import type { Reader } from '../reader-time.js';
import { AccountSwitcher } from './account-switcher.js';
import { AnswersCard } from './answers-card.js';
import { CheckedLine } from './checked-line.js';
import { HomeSkeleton } from './home-skeleton.js';
import { JourneyCard } from './journey-card.js';
import { NextJobCard } from './next-job-card.js';
import { PapersCard } from './papers-card.js';
import { StatusHeader } from './status-header.js';
import { WaitCard } from './wait-card.js';

/** The last of the page: its sentences come when the rest stands. */
const HistoryCard = lazy(() => import('./history-card.js'));

/** What home leaves room for: the messages about one account, from a feature of their own. */
export interface ThreadSlotProps {
  readonly home: PortalHome;
  readonly registration: PortalRegistration;
}

export function HomePage({ thread }: { thread: ComponentType<ThreadSlotProps> }) {
  const { suggestLocale } = useLocale();
  const home = usePortalHome();
  const known = home.data?.visitor.locale;
  useEffect(() => {
    if (known) suggestLocale(known);
  }, [known, suggestLocale]);
  if (isVisitOver(home.error)) return <VisitOver face="ended" />;
  if (home.data) return <LoadedHome home={home.data} readAt={home.dataUpdatedAt} thread={thread} />;
  return (
    <PortalFrame>
      {home.isError && !isElsewhere(home.error) ? (
        <FailureFace error={home.error} onRetry={() => void home.refetch()} />
      ) : (
        <HomeSkeleton />
      )}
    </PortalFrame>
  );
}

interface LoadedHomeProps {
  readonly home: PortalHome;
  /** Real time at which it was read, in milliseconds. */
  readonly readAt: number;
  readonly thread: ComponentType<ThreadSlotProps>;
}

function LoadedHome({ home, readAt, thread: Thread }: LoadedHomeProps) {
  const { locale } = useLocale();
  const isBoardroom = useVisit()?.kind === 'boardroom';
  const [shownId, setShownId] = useState(() => new URLSearchParams(location.search).get('account'));
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
      <CheckedLine readAt={readAt} />
      <p>
        <a className="portal-link" href={paths.advisor}>
          {text(locale, 'portal.foot.advisor')}
        </a>
      </p>
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
        <AccountSwitcher
          registrations={home.registrations}
          shownId={registration.id}
          agencyName={agencyName}
          onShow={(id) => {
            setShownId(id);
            // Coming back from a paper, or reloading, shows the same account.
            history.replaceState(null, '', paths.account(id));
          }}
        />
      ) : null}
      {isBoardroom ? null : (
        <p className="portal-greeting">{text(locale, 'portal.greeting', { name: home.visitor.name })}</p>
      )}
      <div className="portal-columns" key={registration.id}>
        <div className="portal-column">
          <StatusHeader home={home} registration={registration} reader={reader} />
          {isBoardroom ? null : <NextJobCard home={home} registration={registration} reader={reader} />}
          <PapersCard registration={registration} reader={reader} />
          {registration.wait ? <WaitCard wait={registration.wait} reader={reader} /> : null}
          <JourneyCard home={home} registration={registration} reader={reader} />
        </div>
        <div className="portal-column">
          {isBoardroom ? null : <Thread home={home} registration={registration} />}
          <AnswersCard registration={registration} reader={reader} />
          <Suspense fallback={<section className="portal-card portal-place" aria-busy="true" aria-hidden="true" />}>
            <HistoryCard registration={registration} reader={reader} />
          </Suspense>
        </div>
      </div>
    </PortalFrame>
  );
}
