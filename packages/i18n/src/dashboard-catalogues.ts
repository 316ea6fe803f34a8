/** The texts the agency's app downloads: no mails, no client's page; refusals come from the API already written out. */
import { advisor as advisorEn } from './en/advisor.js';
import { dashboard as dashboardEn } from './en/dashboard.js';
import { capacity as capacityEn } from './en/dashboard-capacity.js';
import { appointments as appointmentsEn } from './en/dashboard-appointments.js';
import { erasure as erasureEn } from './en/dashboard-erasure.js';
import { review as reviewEn } from './en/dashboard-review.js';
import { numbers as numbersEn } from './en/dashboard-numbers.js';
import { settings as settingsEn } from './en/dashboard-settings.js';
import { calendar as calendarEn } from './en/dashboard-calendar.js';
import { checks as checksEn } from './en/dashboard-checks.js';
import { messages as messagesEn } from './en/dashboard-messages.js';
import { inbox as inboxEn } from './en/dashboard-inbox.js';
import { pool as poolEn } from './en/dashboard-pool.js';
import { lifeAfter as lifeAfterEn } from './en/dashboard-life-after.js';
import { records as recordsEn } from './en/dashboard-records.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { fileRefusals as fileRefusalsEn } from './en/file-refusals.js';
import { fixes as fixesEn } from './en/fixes.js';
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
import { appointments as appointmentsZh } from './zh/dashboard-appointments.js';
import { erasure as erasureZh } from './zh/dashboard-erasure.js';
import { review as reviewZh } from './zh/dashboard-review.js';
import { numbers as numbersZh } from './zh/dashboard-numbers.js';
import { settings as settingsZh } from './zh/dashboard-settings.js';
import { calendar as calendarZh } from './zh/dashboard-calendar.js';
import { checks as checksZh } from './zh/dashboard-checks.js';
import { messages as messagesZh } from './zh/dashboard-messages.js';
import { inbox as inboxZh } from './zh/dashboard-inbox.js';
import { pool as poolZh } from './zh/dashboard-pool.js';
import { lifeAfter as lifeAfterZh } from './zh/dashboard-life-after.js';
import { records as recordsZh } from './zh/dashboard-records.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { fileRefusals as fileRefusalsZh } from './zh/file-refusals.js';
import { fixes as fixesZh } from './zh/fixes.js';
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
    fixes: fixesEn,
    fileRefusals: fileRefusalsEn,
    why: whyEn,
    rulebook: rulebookEn,
    messages: messagesEn,
    preflight: preflightEn,
    prerequisites: prerequisitesEn,
    history: historyEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    dashboard: dashboardEn,
    advisor: advisorEn,
    lifeAfter: lifeAfterEn,
    records: recordsEn,
    appointments: appointmentsEn,
    erasure: erasureEn,
    review: reviewEn,
    numbers: numbersEn,
    settings: settingsEn,
    calendar: calendarEn,
    checks: checksEn,
    pool: poolEn,
    inbox: inboxEn,
    capacity: capacityEn,
  },
  zh: {
    states: { ...statesZh, ...eventsZh, ...factsZh },
    reasons: reasonsZh,
    fixes: fixesZh,
    fileRefusals: fileRefusalsZh,
    why: whyZh,
    rulebook: rulebookZh,
    messages: messagesZh,
    preflight: preflightZh,
    prerequisites: prerequisitesZh,
    history: historyZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    dashboard: dashboardZh,
    advisor: advisorZh,
    lifeAfter: lifeAfterZh,
    records: recordsZh,
    appointments: appointmentsZh,
    erasure: erasureZh,
    review: reviewZh,
    numbers: numbersZh,
    settings: settingsZh,
    calendar: calendarZh,
    checks: checksZh,
    pool: poolZh,
    inbox: inboxZh,
    capacity: capacityZh,
  },
} as const;
