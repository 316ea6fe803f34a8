/** Door of the texts: both languages, and how dates, money and names are written. Pure; API, mails and both apps use it. */
export { catalogues, text, type ClearedByKey, type RefusalCode, type TextKey } from './catalogues.js';
export { dashboardCatalogues } from './dashboard-catalogues.js';
export { exampleCatalogues } from './example-catalogues.js';
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
export {
  passportFileName,
  passportPage,
  writePassport,
  type PassportLine,
  type PassportSection,
  type PassportSheet,
} from './passport-sheet.js';
export type { PassportToSay } from './passport-to-say.js';
export { pickLocale } from './pick-locale.js';
export { portalAdminCatalogues } from './portal-admin-catalogues.js';
export { portalAdvisorCatalogues } from './portal-advisor-catalogues.js';
export { portalCatalogues } from './portal-catalogues.js';
export { portalHistoryCatalogues } from './portal-history-catalogues.js';
export { portalSignOffCatalogues } from './portal-sign-off-catalogues.js';
export { portalTaskCatalogues } from './portal-task-catalogues.js';
export { portalThreadCatalogues } from './portal-thread-catalogues.js';
export { portalPublicCatalogues } from './portal-public-catalogues.js';
export { portalWaysInCatalogues } from './portal-ways-in-catalogues.js';
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
