/** The texts of the administrator's page, downloaded when somebody opens it. */
import { adminPage as adminPageEn } from './en/portal-admin.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { adminPage as adminPageZh } from './zh/portal-admin.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';

export const portalAdminCatalogues = {
  en: { adminPage: adminPageEn, prerequisites: prerequisitesEn },
  zh: { adminPage: adminPageZh, prerequisites: prerequisitesZh },
} as const;
