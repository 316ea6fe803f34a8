/** The keys of everything the dashboard keeps of the server, so that a change can name what it made stale. */
export const queryKeys = {
  session: ['session'],
  registrations: ['registrations'],
  registrationList: (filters: object) => ['registrations', 'list', filters],
  pipeline: ['registrations', 'pipeline'],
  /** One case with all that hangs on it: its orders, papers and history share this beginning. */
  registration: (id: string) => ['registrations', 'one', id],
  prerequisites: (id: string) => ['registrations', 'one', id, 'prerequisites'],
  orders: (id: string) => ['registrations', 'one', id, 'orders'],
  history: (id: string) => ['registrations', 'one', id, 'history'],
  clients: ['clients'],
  client: (id: string) => ['clients', id],
  subjects: ['subjects'],
  people: ['people'],
  emails: ['emails'],
  members: ['members'],
  deliveries: ['deliveries'],
  imports: ['imports'],
} as const;
