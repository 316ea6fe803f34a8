/** Which address shows which screen. Screens are loaded when they are opened; the shell and the sign-in come with the first load. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { z } from 'zod';
import { paths } from '../config/paths.js';
import { isSignedOut } from '../lib/describe-problem.js';
import { sessionQuery } from '../lib/session.js';
import { LoadingFace, NotFoundFace, UnexpectedFace } from './faces.js';
import { registrationSearchSchema } from '../lib/registration-search.js';
import { Shell } from './shell.js';
import { SignInPage } from '../features/session/components/sign-in-page.js';

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: UnexpectedFace,
  notFoundComponent: () => <NotFoundFace level={1} />,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  // `next` is where to go afterwards: an address of our own, never another site.
  validateSearch: z.object({ next: z.string().regex(/^\/(?![/\\])/).optional().catch(undefined) }),
  component: SignInPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: paths.setup,
  component: lazyRouteComponent(() => import('../features/setup/components/setup-page.js'), 'SetupPage'),
});

/** Everything that needs a signed-in member. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: paths.signIn, search: location.pathname === '/' ? {} : { next: location.href } });
    }
  },
  component: Shell,
  errorComponent: UnexpectedFace,
  notFoundComponent: () => <NotFoundFace level={1} />,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: paths.home,
  beforeLoad: () => {
    throw redirect({ to: paths.registrations });
  },
});

const registrations = createRoute({
  getParentRoute: () => shell,
  path: paths.registrations,
  validateSearch: registrationSearchSchema,
  component: lazyRouteComponent(() => import('../features/registrations/components/registrations-page.js'), 'RegistrationsPage'),
});

const newRegistration = createRoute({
  getParentRoute: () => shell,
  path: paths.newRegistration,
  validateSearch: z.object({ clientId: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/registrations/components/new-registration-page.js'), 'NewRegistrationPage'),
});

const registration = createRoute({
  getParentRoute: () => shell,
  path: paths.registration,
  component: lazyRouteComponent(() => import('./case-page.js'), 'CasePage'),
});

const clients = createRoute({
  getParentRoute: () => shell,
  path: paths.clients,
  component: lazyRouteComponent(() => import('../features/clients/components/clients-page.js'), 'ClientsPage'),
});

const newClient = createRoute({
  getParentRoute: () => shell,
  path: paths.newClient,
  component: lazyRouteComponent(() => import('../features/clients/components/new-client-page.js'), 'NewClientPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: paths.people,
  component: lazyRouteComponent(() => import('../features/people/components/people-page.js'), 'PeoplePage'),
});

const outbox = createRoute({
  getParentRoute: () => shell,
  path: paths.outbox,
  component: lazyRouteComponent(() => import('../features/deliveries/components/outbox-page.js'), 'OutboxPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: paths.imports,
  component: lazyRouteComponent(() => import('../features/imports/components/import-page.js'), 'ImportPage'),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([home, registrations, newRegistration, registration, clients, newClient, people, outbox, imports]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingFace,
    defaultPendingMs: 200,
    defaultErrorComponent: UnexpectedFace,
    defaultNotFoundComponent: () => <NotFoundFace level={1} />,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
