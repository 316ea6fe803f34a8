/** All texts of the product, both languages. The API and the dashboard use the whole; the portal ships `portalCatalogues` only. */
import { clearedBy as clearedByEn } from './en/cleared-by.js';
import { dashboard as dashboardEn } from './en/dashboard.js';
import { records as recordsEn } from './en/dashboard-records.js';
import { emails as emailsEn } from './en/emails.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { history as historyEn } from './en/history.js';
import { portal as portalEn } from './en/portal.js';
import { prerequisites as prerequisitesEn } from './en/prerequisites.js';
import { problems as problemsEn } from './en/problems.js';
import { reasons as reasonsEn } from './en/reasons.js';
import { refusals as refusalsEn } from './en/refusals.js';
import { rules as rulesEn } from './en/rules.js';
import { states as statesEn } from './en/states.js';
import { createText, type KeyIn } from './text.js';
import type { KeyOf } from './translation.js';
import { clearedBy as clearedByZh } from './zh/cleared-by.js';
import { dashboard as dashboardZh } from './zh/dashboard.js';
import { records as recordsZh } from './zh/dashboard-records.js';
import { emails as emailsZh } from './zh/emails.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { history as historyZh } from './zh/history.js';
import { portal as portalZh } from './zh/portal.js';
import { prerequisites as prerequisitesZh } from './zh/prerequisites.js';
import { problems as problemsZh } from './zh/problems.js';
import { reasons as reasonsZh } from './zh/reasons.js';
import { refusals as refusalsZh } from './zh/refusals.js';
import { rules as rulesZh } from './zh/rules.js';
import { states as statesZh } from './zh/states.js';

/** Namespace → key → text, for each language. */
export const catalogues = {
  en: {
    states: { ...statesEn, ...eventsEn, ...factsEn },
    // A wrong number in a request is a refusal too.
    refusals: { ...identifierProblemsEn, ...refusalsEn },
    clearedBy: clearedByEn,
    reasons: reasonsEn,
    rules: rulesEn,
    prerequisites: prerequisitesEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    history: historyEn,
    emails: emailsEn,
    portal: portalEn,
    dashboard: dashboardEn,
    records: recordsEn,
  },
  zh: {
    states: { ...statesZh, ...eventsZh, ...factsZh },
    // A wrong number in a request is a refusal too.
    refusals: { ...identifierProblemsZh, ...refusalsZh },
    clearedBy: clearedByZh,
    reasons: reasonsZh,
    rules: rulesZh,
    prerequisites: prerequisitesZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    history: historyZh,
    emails: emailsZh,
    portal: portalZh,
    dashboard: dashboardZh,
    records: recordsZh,
  },
} as const;

export type TextKey = KeyIn<(typeof catalogues)['en']>;

/** Every no that has words. */
export type RefusalCode = KeyOf<(typeof catalogues)['en']['refusals']>;

/** Every way out of a no that has words. */
export type ClearedByKey = KeyOf<(typeof catalogues)['en']['clearedBy']>;

/** The text of a key in a language: `text('en', 'refusals.email.already_used', { owner: 'Lumière' })`. */
export const text = /* @__PURE__ */ createText(catalogues);
