/** The texts a client's browser downloads: no staff texts, no mails. */
import { history as historyEn } from './en/history.js';
import { portal as portalEn } from './en/portal.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { states as statesEn } from './en/states.js';
import { why as whyEn } from './en/why.js';
import { history as historyZh } from './zh/history.js';
import { portal as portalZh } from './zh/portal.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { states as statesZh } from './zh/states.js';
import { why as whyZh } from './zh/why.js';

export const portalCatalogues = {
  en: { states: statesEn, portal: portalEn, history: historyEn, prerequisites: prerequisitesEn, why: whyEn },
  zh: { states: statesZh, portal: portalZh, history: historyZh, prerequisites: prerequisitesZh, why: whyZh },
} as const;
