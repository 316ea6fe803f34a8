/** Writes one history entry as a sentence; the sentence itself asks for its dates and papers in the reader's words. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '../../lib/texts.js';

type Entry = PortalRegistration['history'][number];

export function historySentence({ type, params }: Entry, locale: Locale): string {
  return text(locale, `history.${type}`, params);
}
