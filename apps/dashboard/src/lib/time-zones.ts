/** Zones to choose from. Called by the forms of clients and people. */

/** Every zone the browser knows, Beijing's, UTC and the chosen one in any case. */
export function listTimeZones(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone'), 'Asia/Shanghai', 'UTC'])].filter(Boolean).sort();
}
