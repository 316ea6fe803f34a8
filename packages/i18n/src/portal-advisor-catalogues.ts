/** The texts of the client's advisor, downloaded when somebody opens it. */
import { advisor as advisorEn } from './en/advisor.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { states as statesEn } from './en/states.js';
import { advisor as advisorZh } from './zh/advisor.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { states as statesZh } from './zh/states.js';

export const portalAdvisorCatalogues = {
  en: { advisor: advisorEn, states: statesEn, prerequisites: prerequisitesEn },
  zh: { advisor: advisorZh, states: statesZh, prerequisites: prerequisitesZh },
} as const;
