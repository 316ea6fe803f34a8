/** The one spelling of instants: UTC with milliseconds, so that they compare as text. Called wherever an instant comes from a table or a clock. */

const SPELT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** As PostgreSQL writes them when its time zone is UTC: alone, and within JSON. */
const STORED = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3})\d*)?\+00(?::00)?$/;

/**
 * `2026-09-28T03:20:00.000Z` of any ISO 8601 instant; what is finer than a millisecond is cut off. Of a text in a known form only the form is
 * looked at (a case holds dozens, and parsing each costs more than judging it). Throws RangeError when it is no instant.
 */
export function spellInstant(text: string): string {
  if (SPELT.test(text)) return text;
  const stored = STORED.exec(text);
  return stored ? `${stored[1]}T${stored[2]}.${(stored[3] ?? '').padEnd(3, '0')}Z` : new Date(text).toISOString();
}
