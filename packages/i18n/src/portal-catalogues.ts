/** The texts a client's browser downloads: no staff texts, no mails. */
import { portal as portalEn } from './en/portal.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { states as statesEn } from './en/states.js';
import { why as whyEn } from './en/why.js';
import { portal as portalZh } from './zh/portal.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { states as statesZh } from './zh/states.js';
import { why as whyZh } from './zh/why.js';

export const portalCatalogues = {
  en: { states: statesEn, portal: portalEn, prerequisites: prerequisitesEn, why: whyEn },
  zh: { states: statesZh, portal: portalZh, prerequisites: prerequisitesZh, why: whyZh },
} as const;
