/** Writes one history entry as a sentence; the sentence itself asks for its dates and papers in the reader's words. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { createText, portalHistoryCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

const historyText: TextFunction<KeyIn<(typeof portalHistoryCatalogues)['en']>> = createText(portalHistoryCatalogues);

type Entry = PortalRegistration['history'][number];

export function historySentence({ type, params }: Entry, locale: Locale): string {
  return historyText(locale, `history.${type}`, params);
}
