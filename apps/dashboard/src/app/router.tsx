/** Which address shows which screen. Screens are loaded when they are opened; the shell and the sign-in come with the first load. */
import { DELIVERY_STATES } from '@daiban/domain/enumerations';
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
import { LoadingFace, NotFoundFace, NotFoundPage, UnexpectedFace, UnexpectedPage } from './faces.js';
import { registrationSearchSchema } from '../lib/registration-search.js';
import { Shell } from './shell.js';
import { SignInPage } from '../features/session/components/sign-in-page.js';

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: UnexpectedPage,
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  // `next` is where to go afterwards: an address of our own, never another site.
  validateSearch: z.object({
    next: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
  }),
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
  errorComponent: UnexpectedPage,
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
  component: lazyRouteComponent(
    () => import('../features/registrations/components/registrations-page.js'),
    'RegistrationsPage',
  ),
});

const newRegistration = createRoute({
  getParentRoute: () => shell,
  path: paths.newRegistration,
  validateSearch: z.object({ clientId: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => import('../features/registrations/components/new-registration-page.js'),
    'NewRegistrationPage',
  ),
});

const registration = createRoute({
  getParentRoute: () => shell,
  path: paths.registration,
  component: lazyRouteComponent(() => import('./case-page.js'), 'CasePage'),
});

const searchWords = z.object({ q: z.string().max(100).optional().catch(undefined) });

const clients = createRoute({
  getParentRoute: () => shell,
  path: paths.clients,
  validateSearch: searchWords,
  component: lazyRouteComponent(() => import('../features/clients/components/clients-page.js'), 'ClientsPage'),
});

const newClient = createRoute({
  getParentRoute: () => shell,
  path: paths.newClient,
  component: lazyRouteComponent(() => import('../features/clients/components/new-client-page.js'), 'NewClientPage'),
});

const client = createRoute({
  getParentRoute: () => shell,
  path: paths.client,
  component: lazyRouteComponent(() => import('../features/clients/components/client-page.js'), 'ClientPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: paths.people,
  validateSearch: searchWords,
  component: lazyRouteComponent(() => import('../features/people/components/people-page.js'), 'PeoplePage'),
});

const newPerson = createRoute({
  getParentRoute: () => shell,
  path: paths.newPerson,
  component: lazyRouteComponent(() => import('../features/people/components/new-person-page.js'), 'NewPersonPage'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: paths.person,
  component: lazyRouteComponent(() => import('../features/people/components/person-page.js'), 'PersonPage'),
});

const outbox = createRoute({
  getParentRoute: () => shell,
  path: paths.outbox,
  validateSearch: z.object({ state: z.enum(DELIVERY_STATES).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/deliveries/components/outbox-page.js'), 'OutboxPage'),
});

const mail = createRoute({
  getParentRoute: () => shell,
  path: paths.mail,
  component: lazyRouteComponent(() => import('../features/deliveries/components/mail-page.js'), 'MailPage'),
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: paths.imports,
  validateSearch: z.object({ run: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/imports/components/import-page.js'), 'ImportPage'),
});

const team = createRoute({
  getParentRoute: () => shell,
  path: paths.team,
  component: lazyRouteComponent(() => import('../features/members/components/team-page.js'), 'TeamPage'),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([
    home,
    registrations,
    newRegistration,
    registration,
    clients,
    newClient,
    client,
    people,
    newPerson,
    person,
    outbox,
    mail,
    imports,
    team,
  ]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: LoadingFace,
    defaultPendingMs: 200,
    defaultErrorComponent: UnexpectedFace,
    defaultNotFoundComponent: NotFoundFace,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
