/** All texts of the product, both languages. The API and the dashboard use the whole; the portal ships `portalCatalogues` only. */
import { advice as adviceEn } from './en/advice.js';
import { advisor as advisorEn } from './en/advisor.js';
import { clearedBy as clearedByEn } from './en/cleared-by.js';
import { dashboard as dashboardEn } from './en/dashboard.js';
import { capacity as capacityEn } from './en/dashboard-capacity.js';
import { calendar as calendarEn } from './en/dashboard-calendar.js';
import { checks as checksEn } from './en/dashboard-checks.js';
import { pool as poolEn } from './en/dashboard-pool.js';
import { lifeAfter as lifeAfterEn } from './en/dashboard-life-after.js';
import { records as recordsEn } from './en/dashboard-records.js';
import { emails as emailsEn } from './en/emails.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { history as historyEn } from './en/history.js';
import { portal as portalEn } from './en/portal.js';
import { preflight as preflightEn } from './en/dashboard-preflight.js';
import { sheet as sheetEn } from './en/sheet.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { problems as problemsEn } from './en/problems.js';
import { reasons as reasonsEn } from './en/reasons.js';
import { refusals as refusalsEn } from './en/refusals.js';
import { rulebook as rulebookEn } from './en/dashboard-rules.js';
import { ruleSentences as ruleSentencesEn } from './en/rule-sentences.js';
import { rules as rulesEn } from './en/rules.js';
import { states as statesEn } from './en/states.js';
import { ruleNouns as ruleNounsEn } from './en/rule-nouns.js';
import { why as whyEn } from './en/why.js';
import { createText, type KeyIn } from './text.js';
import type { KeyOf } from './translation.js';
import { advice as adviceZh } from './zh/advice.js';
import { advisor as advisorZh } from './zh/advisor.js';
import { clearedBy as clearedByZh } from './zh/cleared-by.js';
import { dashboard as dashboardZh } from './zh/dashboard.js';
import { capacity as capacityZh } from './zh/dashboard-capacity.js';
import { calendar as calendarZh } from './zh/dashboard-calendar.js';
import { checks as checksZh } from './zh/dashboard-checks.js';
import { pool as poolZh } from './zh/dashboard-pool.js';
import { lifeAfter as lifeAfterZh } from './zh/dashboard-life-after.js';
import { records as recordsZh } from './zh/dashboard-records.js';
import { emails as emailsZh } from './zh/emails.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { history as historyZh } from './zh/history.js';
import { portal as portalZh } from './zh/portal.js';
import { preflight as preflightZh } from './zh/dashboard-preflight.js';
import { sheet as sheetZh } from './zh/sheet.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { problems as problemsZh } from './zh/problems.js';
import { reasons as reasonsZh } from './zh/reasons.js';
import { refusals as refusalsZh } from './zh/refusals.js';
import { rulebook as rulebookZh } from './zh/dashboard-rules.js';
import { ruleSentences as ruleSentencesZh } from './zh/rule-sentences.js';
import { rules as rulesZh } from './zh/rules.js';
import { states as statesZh } from './zh/states.js';
import { ruleNouns as ruleNounsZh } from './zh/rule-nouns.js';
import { why as whyZh } from './zh/why.js';

/** Namespace → key → text, for each language. */
export const catalogues = {
  en: {
    states: { ...statesEn, ...eventsEn, ...factsEn },
    // A wrong number in a request is a refusal too.
    refusals: { ...identifierProblemsEn, ...refusalsEn },
    clearedBy: clearedByEn,
    reasons: reasonsEn,
    advice: adviceEn,
    advisor: advisorEn,
    rules: { ...rulesEn, ...ruleSentencesEn },
    ruleNouns: ruleNounsEn,
    why: whyEn,
    rulebook: rulebookEn,
    preflight: preflightEn,
    sheet: sheetEn,
    prerequisites: prerequisitesEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    history: historyEn,
    emails: emailsEn,
    portal: portalEn,
    dashboard: dashboardEn,
    lifeAfter: lifeAfterEn,
    records: recordsEn,
    calendar: calendarEn,
    checks: checksEn,
    pool: poolEn,
    capacity: capacityEn,
  },
  zh: {
    states: { ...statesZh, ...eventsZh, ...factsZh },
    // A wrong number in a request is a refusal too.
    refusals: { ...identifierProblemsZh, ...refusalsZh },
    clearedBy: clearedByZh,
    reasons: reasonsZh,
    advice: adviceZh,
    advisor: advisorZh,
    rules: { ...rulesZh, ...ruleSentencesZh },
    ruleNouns: ruleNounsZh,
    why: whyZh,
    rulebook: rulebookZh,
    preflight: preflightZh,
    sheet: sheetZh,
    prerequisites: prerequisitesZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    history: historyZh,
    emails: emailsZh,
    portal: portalZh,
    dashboard: dashboardZh,
    lifeAfter: lifeAfterZh,
    records: recordsZh,
    calendar: calendarZh,
    checks: checksZh,
    pool: poolZh,
    capacity: capacityZh,
  },
} as const;

export type TextKey = KeyIn<(typeof catalogues)['en']>;

/** Every no that has words. */
export type RefusalCode = KeyOf<(typeof catalogues)['en']['refusals']>;

/** Every way out of a no that has words. */
export type ClearedByKey = KeyOf<(typeof catalogues)['en']['clearedBy']>;

/** The text of a key in a language: `text('en', 'refusals.email.already_used', { owner: 'Lumière' })`. */
export const text = /* @__PURE__ */ createText(catalogues);
