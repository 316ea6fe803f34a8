/** The texts of an account's passport, downloaded when somebody opens one. */
import { history as historyEn } from './en/history.js';
import { passport as passportEn } from './en/passport.js';
import { states as statesEn } from './en/states.js';
import { history as historyZh } from './zh/history.js';
import { passport as passportZh } from './zh/passport.js';
import { states as statesZh } from './zh/states.js';

export const passportCatalogues = {
  en: { passport: passportEn, states: statesEn, history: historyEn },
  zh: { passport: passportZh, states: statesZh, history: historyZh },
} as const;
