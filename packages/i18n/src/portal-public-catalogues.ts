/** The texts of the portal's open pages and of the page about one's own data, downloaded when somebody opens one. */
import { publicPages as publicPagesEn } from './en/portal-public.js';
import { publicPages as publicPagesZh } from './zh/portal-public.js';

export const portalPublicCatalogues = {
  en: { publicPages: publicPagesEn },
  zh: { publicPages: publicPagesZh },
} as const;
