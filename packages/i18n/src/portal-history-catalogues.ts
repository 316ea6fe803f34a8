/** The sentences of a history, and the words that stand in them; downloaded after the page they stand on. */
import { history as historyEn } from './en/history.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { states as statesEn } from './en/states.js';
import { history as historyZh } from './zh/history.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { states as statesZh } from './zh/states.js';

export const portalHistoryCatalogues = {
  en: { history: historyEn, prerequisites: prerequisitesEn, states: statesEn },
  zh: { history: historyZh, prerequisites: prerequisitesZh, states: statesZh },
} as const;
