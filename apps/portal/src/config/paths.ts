/** Every address of the portal. The mail and the API know some of them too, so they stay as they are. */
export const paths = {
  home: '/portal/',
  /** Home with one of the client's accounts in front. */
  account: (registrationId: string) => `/portal/?account=${registrationId}`,
  /** The token stands in the fragment: no server, log or Referer ever sees it. */
  enter: '/portal/enter',
  /** The way back in without a link: a code by mail. */
  lost: '/portal/lost',
  /** After leaving. */
  left: '/portal/left',
  advisor: '/portal/advisor',
  /** The administrator's own page. */
  admin: '/portal/admin',
  /** Links that the visiting contact has made. */
  links: '/portal/links',
  myData: '/portal/my-data',
  privacy: '/portal/privacy',
  accessibility: '/portal/accessibility',
  paper: (prerequisiteId: string) => `/portal/papers/${prerequisiteId}`,
  signOff: (registrationId: string) => `/portal/sign-off/${registrationId}`,
  messages: (registrationId: string) => `/portal/messages/${registrationId}`,
  passport: (registrationId: string) => `/portal/passport/${registrationId}`,
  /** The public advisor of an agency, by its slug. */
  agency: (slug: string) => `/portal/a/${slug}`,
} as const;
