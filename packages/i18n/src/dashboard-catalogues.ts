/** The texts the agency's app downloads: no mails, no client's page; refusals come from the API already written out. */
import { advisor as advisorEn } from './en/advisor.js';
import { dashboard as dashboardEn } from './en/dashboard.js';
import { capacity as capacityEn } from './en/dashboard-capacity.js';
import { calendar as calendarEn } from './en/dashboard-calendar.js';
import { checks as checksEn } from './en/dashboard-checks.js';
import { pool as poolEn } from './en/dashboard-pool.js';
import { lifeAfter as lifeAfterEn } from './en/dashboard-life-after.js';
import { records as recordsEn } from './en/dashboard-records.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { history as historyEn } from './en/history.js';
import { preflight as preflightEn } from './en/dashboard-preflight.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { problems as problemsEn } from './en/problems.js';
import { reasons as reasonsEn } from './en/reasons.js';
import { rulebook as rulebookEn } from './en/dashboard-rules.js';
import { states as statesEn } from './en/states.js';
import { why as whyEn } from './en/why.js';
import { advisor as advisorZh } from './zh/advisor.js';
import { dashboard as dashboardZh } from './zh/dashboard.js';
import { capacity as capacityZh } from './zh/dashboard-capacity.js';
import { calendar as calendarZh } from './zh/dashboard-calendar.js';
import { checks as checksZh } from './zh/dashboard-checks.js';
import { pool as poolZh } from './zh/dashboard-pool.js';
import { lifeAfter as lifeAfterZh } from './zh/dashboard-life-after.js';
import { records as recordsZh } from './zh/dashboard-records.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { history as historyZh } from './zh/history.js';
import { preflight as preflightZh } from './zh/dashboard-preflight.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { problems as problemsZh } from './zh/problems.js';
import { reasons as reasonsZh } from './zh/reasons.js';
import { rulebook as rulebookZh } from './zh/dashboard-rules.js';
import { states as statesZh } from './zh/states.js';
import { why as whyZh } from './zh/why.js';

export const dashboardCatalogues = {
  en: {
    states: { ...statesEn, ...eventsEn, ...factsEn },
    reasons: reasonsEn,
    why: whyEn,
    rulebook: rulebookEn,
    preflight: preflightEn,
    prerequisites: prerequisitesEn,
    history: historyEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    dashboard: dashboardEn,
    advisor: advisorEn,
    lifeAfter: lifeAfterEn,
    records: recordsEn,
    calendar: calendarEn,
    checks: checksEn,
    pool: poolEn,
    capacity: capacityEn,
  },
  zh: {
    states: { ...statesZh, ...eventsZh, ...factsZh },
    reasons: reasonsZh,
    why: whyZh,
    rulebook: rulebookZh,
    preflight: preflightZh,
    prerequisites: prerequisitesZh,
    history: historyZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    dashboard: dashboardZh,
    advisor: advisorZh,
    lifeAfter: lifeAfterZh,
    records: recordsZh,
    calendar: calendarZh,
    checks: checksZh,
    pool: poolZh,
    capacity: capacityZh,
  },
} as const;
