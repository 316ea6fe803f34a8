/** The advisor's own texts; the page around it has the portal's. */
import { createText, portalAdvisorCatalogues, type KeyIn, type TextFunction } from '@daiban/i18n';

export type AdvisorKey = KeyIn<(typeof portalAdvisorCatalogues)['en']>;

/** The text of a key in a language. */
export const advisorText: TextFunction<AdvisorKey> = createText(portalAdvisorCatalogues);
