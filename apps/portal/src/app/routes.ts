/** Every page of the portal by its address. All but home and the entrance are loaded when they are opened. */
import { lazy, type ComponentType } from 'react';
import { paths } from '../config/paths.js';
import { HomeRoute } from './home-route.js';
import LeftPage from '../lib/visit-over.js';
import { EnterPage } from '../features/session/components/enter-page.js';

/** What a page is given: the part of the address that stands for `:id`, '' where it has none. */
export interface PageProps {
  readonly id: string;
}

export interface PortalRoute {
  /** A path, at most one part of it `:id`. */
  readonly pattern: string;
  /** `open` pages work without a visit and ask for none. */
  readonly open?: true;
  readonly page: ComponentType<PageProps>;
}

export const ROUTES: readonly PortalRoute[] = [
  { pattern: paths.home, page: HomeRoute },
  { pattern: paths.enter, open: true, page: EnterPage },
  { pattern: paths.lost, open: true, page: lazy(() => import('../features/session/components/lost-page.js')) },
  { pattern: paths.left, open: true, page: LeftPage },
  { pattern: paths.links, page: lazy(() => import('../features/session/components/links-page.js')) },
  { pattern: paths.admin, page: lazy(() => import('../features/admin/components/admin-page.js')) },
  { pattern: paths.paper(':id'), page: lazy(() => import('../features/task/components/task-page.js')) },
  { pattern: paths.messages(':id'), page: lazy(() => import('../features/thread/components/thread-page.js')) },
  { pattern: paths.signOff(':id'), page: lazy(() => import('../features/sign-off/components/sign-off-page.js')) },
  {
    pattern: paths.agency(':id'),
    open: true,
    page: lazy(() => import('../features/advisor/components/public-advisor-page.js')),
  },
  {
    pattern: paths.privacy,
    open: true,
    page: lazy(() => import('../features/agency-texts/components/privacy-page.js')),
  },
  {
    pattern: paths.accessibility,
    open: true,
    page: lazy(() => import('../features/agency-texts/components/accessibility-page.js')),
  },
  { pattern: paths.myData, page: lazy(() => import('../features/my-data/components/my-data-page.js')) },
  { pattern: paths.passport(':id'), page: lazy(() => import('../features/passport/components/passport-page.js')) },
  { pattern: paths.advisor, page: lazy(() => import('../features/advisor/components/advisor-page.js')) },
];
