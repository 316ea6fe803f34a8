/** The texts a client's browser gets: both languages, without what only staff and mails say. */
import { createText, portalCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const text: TextFunction<KeyIn<(typeof portalCatalogues)['en']>> = createText(portalCatalogues);
