/** Puts the portal together: the page of the address, the face of every other address, what they share. */
import { Suspense, useEffect, useState, type ReactNode } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PageFace } from '@daiban/ui';
import { paths } from '../config/paths.js';
import { HomeSkeleton } from '../features/home/components/home-skeleton.js';
import { go, matchPath, usePathname } from '../lib/address.js';
import { LocaleProvider, useLocale } from '../lib/locale.js';
import { PortalFrame } from '../lib/portal-frame.js';
import { text } from '../lib/texts.js';
import { landingOf, useIsVisitPending, useVisit, VisitProvider } from '../lib/visit.js';
import { ROUTES } from './routes.js';

export function App() {
  const [queries] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queries}>
      <LocaleProvider>
        <CurrentPage />
      </LocaleProvider>
    </QueryClientProvider>
  );
}

function CurrentPage() {
  const pathname = usePathname();
  for (const { pattern, page: Page, open } of ROUTES) {
    const id = matchPath(pattern, pathname);
    if (id === null) continue;
    return (
      <VisitProvider asked={!open}>
        <Suspense fallback={<Coming />}>
          {pattern === paths.home ? (
            <Landing>
              <Page key={pathname} id={id} />
            </Landing>
          ) : (
            <Page key={pathname} id={id} />
          )}
        </Suspense>
      </VisitProvider>
    );
  }
  return <NotFoundPage />;
}

/** Whoever's link opens one page only is taken there; home itself is drawn, and asks, for the others alone. */
function Landing({ children }: { children: ReactNode }) {
  const visit = useVisit();
  const isPending = useIsVisitPending();
  const landing = visit ? landingOf(visit) : paths.home;
  useEffect(() => {
    if (landing !== paths.home) go(landing, { replace: true });
  }, [landing]);
  return isPending || landing !== paths.home ? <Coming /> : children;
}

function Coming() {
  return (
    <PortalFrame>
      <HomeSkeleton />
    </PortalFrame>
  );
}

function NotFoundPage() {
  const { locale } = useLocale();
  return (
    <PortalFrame>
      <PageFace
        kind="not_found"
        level={1}
        title={text(locale, 'portal.face.not_found.title')}
        actions={
          <a className="portal-button" href={paths.home}>
            {text(locale, 'portal.face.not_found.action')}
          </a>
        }
      >
        {text(locale, 'portal.face.not_found.text')}
      </PageFace>
    </PortalFrame>
  );
}
