/** The texts of the client's sign-off, downloaded when its page is opened. */
import { signOff as signOffEn } from './en/portal-sign-off.js';
import { signOff as signOffZh } from './zh/portal-sign-off.js';

export const portalSignOffCatalogues = { en: { signOff: signOffEn }, zh: { signOff: signOffZh } } as const;
