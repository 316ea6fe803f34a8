/** The texts of the ways into the portal beside its link, downloaded when somebody needs one. */
import { waysIn as waysInEn } from './en/portal-ways-in.js';
import { waysIn as waysInZh } from './zh/portal-ways-in.js';

export const portalWaysInCatalogues = { en: { waysIn: waysInEn }, zh: { waysIn: waysInZh } } as const;
