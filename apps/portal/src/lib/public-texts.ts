/** The texts of the pages that need no visit, and of the one about one's own data. */
import { createText, portalPublicCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const publicText: TextFunction<KeyIn<(typeof portalPublicCatalogues)['en']>> =
  createText(portalPublicCatalogues);
