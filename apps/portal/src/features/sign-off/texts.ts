/** Texts of the sign-off; the pages around it have the portal's. */
import { createText, portalSignOffCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const signOffText: TextFunction<KeyIn<(typeof portalSignOffCatalogues)['en']>> =
  createText(portalSignOffCatalogues);
