/** The texts the agency's app downloads: no mails, no client's page; refusals come from the API already written out. */
import { dashboard as dashboardEn } from './en/dashboard.js';
import { records as recordsEn } from './en/dashboard-records.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { history as historyEn } from './en/history.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { problems as problemsEn } from './en/problems.js';
import { reasons as reasonsEn } from './en/reasons.js';
import { rules as rulesEn } from './en/rules.js';
import { states as statesEn } from './en/states.js';
import { dashboard as dashboardZh } from './zh/dashboard.js';
import { records as recordsZh } from './zh/dashboard-records.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { history as historyZh } from './zh/history.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { problems as problemsZh } from './zh/problems.js';
import { reasons as reasonsZh } from './zh/reasons.js';
import { rules as rulesZh } from './zh/rules.js';
import { states as statesZh } from './zh/states.js';

export const dashboardCatalogues = {
  en: {
    states: { ...statesEn, ...eventsEn, ...factsEn },
    reasons: reasonsEn,
    rules: rulesEn,
    prerequisites: prerequisitesEn,
    history: historyEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    dashboard: dashboardEn,
    records: recordsEn,
  },
  zh: {
    states: { ...statesZh, ...eventsZh, ...factsZh },
    reasons: reasonsZh,
    rules: rulesZh,
    prerequisites: prerequisitesZh,
    history: historyZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    dashboard: dashboardZh,
    records: recordsZh,
  },
} as const;
