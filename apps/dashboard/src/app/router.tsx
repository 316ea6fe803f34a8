/** Which address shows which screen. Screens are loaded when they are opened; the shell and the sign-in come with the first load. */
import { CAPACITY_FILTERS } from '@daiban/contracts';
import {
  DATA_REQUEST_STATES,
  DELIVERY_STATES,
  EMAIL_STATES,
  LEAD_STATES,
  LICENCE_OWNERS,
} from '@daiban/domain/enumerations';
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
import { advisorSearchSchema } from '../features/advisor/advisor-form.js';
import { LoadingFace, NotFoundFace, NotFoundPage, UnexpectedFace, UnexpectedPage } from './faces.js';
import { newRegistrationSearchSchema } from '../lib/new-registration-search.js';
import { registrationSearchSchema } from '../lib/registration-search.js';
import { ruleSearchSchema } from '../features/rules/rule-search.js';
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
  validateSearch: newRegistrationSearchSchema,
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

const preflight = createRoute({
  getParentRoute: () => shell,
  path: paths.preflight,
  validateSearch: z.object({ orderId: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./preflight-page.js'), 'PreflightPage'),
});

const review = createRoute({
  getParentRoute: () => shell,
  path: paths.review,
  validateSearch: z.object({ paper: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./review-page.js'), 'ReviewPage'),
});

const reviewQueue = createRoute({
  getParentRoute: () => shell,
  path: paths.reviewQueue,
  component: lazyRouteComponent(
    () => import('../features/prerequisites/components/review-queue-page.js'),
    'ReviewQueuePage',
  ),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: paths.settings,
  component: lazyRouteComponent(() => import('../features/agency/components/settings-page.js'), 'SettingsPage'),
});

const advisor = createRoute({
  getParentRoute: () => shell,
  path: paths.advisor,
  validateSearch: advisorSearchSchema,
  component: lazyRouteComponent(() => import('../features/advisor/components/advisor-page.js'), 'AdvisorPage'),
});

const keptAdvice = createRoute({
  getParentRoute: () => shell,
  path: paths.keptAdvice,
  component: lazyRouteComponent(() => import('../features/advisor/components/kept-advice-page.js'), 'KeptAdvicePage'),
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
  validateSearch: z.object({ leadId: z.uuid().optional().catch(undefined) }),
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
  component: lazyRouteComponent(() => import('./person-record.js'), 'PersonRecord'),
});

const capacity = createRoute({
  getParentRoute: () => shell,
  path: paths.capacity,
  validateSearch: z.object({
    view: z.enum(['people']).optional().catch(undefined),
    q: z.string().max(100).optional().catch(undefined),
    show: z.enum(CAPACITY_FILTERS).optional().catch(undefined),
    licenceOf: z.enum(LICENCE_OWNERS).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/capacity/components/capacity-page.js'), 'CapacityPage'),
});

const subject = createRoute({
  getParentRoute: () => shell,
  path: paths.subject,
  component: lazyRouteComponent(() => import('../features/subjects/components/subject-page.js'), 'SubjectPage'),
});

const leads = createRoute({
  getParentRoute: () => shell,
  path: paths.leads,
  validateSearch: z.object({ state: z.enum(LEAD_STATES).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/leads/components/leads-page.js'), 'LeadsPage'),
});

const dataRequests = createRoute({
  getParentRoute: () => shell,
  path: paths.dataRequests,
  validateSearch: z.object({ state: z.enum(DATA_REQUEST_STATES).optional().catch(undefined) }),
  component: lazyRouteComponent(
    () => import('../features/data-requests/components/data-requests-page.js'),
    'DataRequestsPage',
  ),
});

const passport = createRoute({
  getParentRoute: () => shell,
  path: paths.passport,
  component: lazyRouteComponent(() => import('../features/passport/components/passport-page.js'), 'PassportPage'),
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

const rules = createRoute({
  getParentRoute: () => shell,
  path: paths.rules,
  validateSearch: ruleSearchSchema,
  component: lazyRouteComponent(() => import('../features/rules/components/rules-page.js'), 'RulesPage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: paths.calendar,
  validateSearch: z.object({ year: z.number().int().min(1900).max(2199).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/calendar/components/calendar-page.js'), 'CalendarPage'),
});

const checks = createRoute({
  getParentRoute: () => shell,
  path: paths.checks,
  component: lazyRouteComponent(() => import('../features/checks/components/checks-page.js'), 'ChecksPage'),
});

const emails = createRoute({
  getParentRoute: () => shell,
  path: paths.emails,
  validateSearch: z.object({
    state: z.enum(EMAIL_STATES).optional().catch(undefined),
    q: z.string().max(100).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../features/emails/components/emails-page.js'), 'EmailsPage'),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  shell.addChildren([
    home,
    registrations,
    newRegistration,
    registration,
    advisor,
    keptAdvice,
    preflight,
    review,
    reviewQueue,
    clients,
    newClient,
    client,
    people,
    newPerson,
    person,
    capacity,
    subject,
    leads,
    dataRequests,
    passport,
    outbox,
    mail,
    imports,
    team,
    settings,
    calendar,
    checks,
    emails,
    rules,
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
