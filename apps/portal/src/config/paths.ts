/** Every address of the client's page. The mail and the API know them too, so they stay as they are. */
export const paths = {
  home: '/portal/',
  /** The token stands in the fragment: no server, log or Referer ever sees it. */
  enter: '/portal/enter',
  advisor: '/portal/advisor',
} as const;

export type PortalRoute = 'home' | 'enter' | 'advisor' | 'not_found';

/** Three addresses need a switch, not a router. */
export function routeOf(pathname: string): PortalRoute {
  const path = pathname.replace(/\/+$/, '');
  if (path === '/portal') return 'home';
  if (path === paths.advisor) return 'advisor';
  return path === paths.enter ? 'enter' : 'not_found';
}
