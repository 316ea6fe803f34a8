/** Writes one history entry as a sentence; values that are codes or dates are written in the reader's words first. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { formatDateWithYear } from '@daiban/i18n';
import { text } from '../../lib/texts.js';

type Entry = PortalRegistration['history'][number];

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function historySentence({ kind, params }: Entry, locale: Locale): string {
  const written = Object.entries(params).map(([name, value]) => {
    if (value === null) return [name, '–'];
    if (name === 'paper') return [name, text(locale, `prerequisites.${value}`)];
    return [name, typeof value === 'string' && DATE.test(value) ? formatDateWithYear(value, locale) : value];
  });
  return text(locale, `history.${kind}`, Object.fromEntries(written) as Record<string, string | number>);
}
