/** What a person types into a search field, as a pattern for `ILIKE`. Called by the services of lists with `q`. */

/** Matches anywhere in the text, with the typed characters meaning themselves; null when nothing was typed. */
export function toSearchPattern(typed: string | undefined): string | null {
  return typed ? `%${typed.replace(/[\\%_]/g, '\\$&')}%` : null;
}
