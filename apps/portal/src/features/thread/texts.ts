/** Texts of the messages; the pages around them have the portal's. */
import { createText, portalThreadCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const threadText: TextFunction<KeyIn<(typeof portalThreadCatalogues)['en']>> =
  createText(portalThreadCatalogues);
