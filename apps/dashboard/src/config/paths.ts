/** Every address of the dashboard, in the router's own notation. Nothing else writes one. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  setup: '/setup',
  registrations: '/registrations',
  newRegistration: '/registrations/new',
  registration: '/registrations/$registrationId',
  clients: '/clients',
  newClient: '/clients/new',
  client: '/clients/$clientId',
  people: '/people',
  newPerson: '/people/new',
  person: '/people/$personId',
  outbox: '/outbox',
  mail: '/outbox/$deliveryId',
  imports: '/imports',
  team: '/team',
} as const;
