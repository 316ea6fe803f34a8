/** Texts of the page of one paper; the frame around it has the portal's. */
import { createText, portalTaskCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const taskText: TextFunction<KeyIn<(typeof portalTaskCatalogues)['en']>> = createText(portalTaskCatalogues);
