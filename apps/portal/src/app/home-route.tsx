/** The client's home with what other features bring to it; the messages come after the page stands. */
import { lazy, Suspense } from 'react';
import { agencyNameFor } from '../features/home/agency-name.js';
import { HomePage, type ThreadSlotProps } from '../features/home/components/home-page.js';
import { useLocale } from '../lib/locale.js';
import { useVisit } from '../lib/visit.js';

const ThreadCard = lazy(() => import('../features/thread/components/thread-card.js'));

export function HomeRoute() {
  return <HomePage thread={Thread} />;
}

function Thread({ home, registration }: ThreadSlotProps) {
  const { locale } = useLocale();
  const visit = useVisit();
  const reader = {
    locale,
    timeZone: home.visitor.timeZone,
    now: home.now,
    agencyName: agencyNameFor(home, locale),
    isPreview: visit !== null && visit.preview !== null,
  };
  return (
    <Suspense fallback={<section className="portal-card portal-place" aria-busy="true" aria-hidden="true" />}>
      <ThreadCard
        registrationId={registration.id}
        accountName={registration.accountName}
        assigneeName={registration.assigneeName}
        reader={reader}
      />
    </Suspense>
  );
}
