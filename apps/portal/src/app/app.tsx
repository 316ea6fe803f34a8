/** Puts the portal together: its three pages, the face of every other address, what they share. */
import { lazy, Suspense, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PageFace } from '@daiban/ui';
import { paths, routeOf, type PortalRoute } from '../config/paths.js';
import { HomePage } from '../features/home/components/home-page.js';
import { HomeSkeleton } from '../features/home/components/home-skeleton.js';
import { EnterPage } from '../features/session/components/enter-page.js';
import { LocaleProvider, useLocale } from '../lib/locale.js';
import { PortalFrame } from '../lib/portal-frame.js';
import { text } from '../lib/texts.js';

const queries = new QueryClient();
/** Loaded when it is opened: most visits are about a case. */
const AdvisorPage = lazy(() => import('../features/advisor/components/advisor-page.js'));

export function App() {
  const [route, setRoute] = useState<PortalRoute>(() => routeOf(location.pathname));
  return (
    <QueryClientProvider client={queries}>
      <LocaleProvider>
        {route === 'home' ? <HomePage /> : null}
        {route === 'enter' ? <EnterPage onEntered={() => setRoute('home')} /> : null}
        {route === 'advisor' ? (
          <Suspense
            fallback={
              <PortalFrame>
                <HomeSkeleton />
              </PortalFrame>
            }
          >
            <AdvisorPage />
          </Suspense>
        ) : null}
        {route === 'not_found' ? <NotFoundPage /> : null}
      </LocaleProvider>
    </QueryClientProvider>
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
