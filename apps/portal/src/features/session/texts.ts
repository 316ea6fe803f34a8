/** Texts of the ways in beside the link; the pages around them have the portal's. */
import { createText, portalWaysInCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const waysInText: TextFunction<KeyIn<(typeof portalWaysInCatalogues)['en']>> =
  createText(portalWaysInCatalogues);
