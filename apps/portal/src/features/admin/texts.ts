/** Texts of the administrator's page; what surrounds it has the portal's. */
import { createText, portalAdminCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

/** The text of a key in a language. */
export const adminText: TextFunction<KeyIn<(typeof portalAdminCatalogues)['en']>> = createText(portalAdminCatalogues);
