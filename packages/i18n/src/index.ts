/** Door of the texts: both languages, and how dates, money and names are written. Pure; API, mails and both apps use it. */
export { catalogues, text, type ClearedByKey, type RefusalCode, type TextKey } from './catalogues.js';
export { dashboardCatalogues } from './dashboard-catalogues.js';
export {
  dateIn,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDateWithYear,
  formatShortDate,
  formatTime,
} from './format-date.js';
export { formatMoney, type MoneyAmount } from './format-money.js';
export { formatName, type TwoNames } from './format-name.js';
export { pickLocale } from './pick-locale.js';
export { portalAdvisorCatalogues } from './portal-advisor-catalogues.js';
export { portalCatalogues } from './portal-catalogues.js';
export { describeSource, ruleSentence } from './rule-sentence.js';
export {
  createText,
  findTemplate,
  interpolate,
  type Catalogue,
  type KeyIn,
  type TextFunction,
  type TextParams,
} from './text.js';
export type { WhyKey } from './why-key.js';
