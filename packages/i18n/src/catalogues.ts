/** All texts of the product, both languages. The API and the dashboard use the whole; the portal ships `portalCatalogues` only. */
import { advice as adviceEn } from './en/advice.js';
import { agencyTexts as agencyTextsEn } from './en/agency-texts.js';
import { advisor as advisorEn } from './en/advisor.js';
import { clearedBy as clearedByEn } from './en/cleared-by.js';
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
import { consents as consentsEn } from './en/consents.js';
import { emails as emailsEn } from './en/emails.js';
import { reviewEmails as reviewEmailsEn } from './en/emails-review.js';
import { messageEmails as messageEmailsEn } from './en/emails-messages.js';
import { noticeEmails as noticeEmailsEn } from './en/emails-notices.js';
import { adminEmails as adminEmailsEn } from './en/emails-admin.js';
import { events as eventsEn } from './en/events.js';
import { facts as factsEn } from './en/facts.js';
import { identifierProblems as identifierProblemsEn } from './en/identifier-problems.js';
import { importProblems as importProblemsEn } from './en/import-problems.js';
import { examples as examplesEn } from './en/examples.js';
import { fileRefusals as fileRefusalsEn } from './en/file-refusals.js';
import { fixes as fixesEn } from './en/fixes.js';
import { history as historyEn } from './en/history.js';
import { portal as portalEn } from './en/portal.js';
import { adminPage as adminPageEn } from './en/portal-admin.js';
import { task as taskEn } from './en/portal-task.js';
import { signOff as signOffEn } from './en/portal-sign-off.js';
import { thread as threadEn } from './en/portal-thread.js';
import { waysIn as waysInEn } from './en/portal-ways-in.js';
import { preflight as preflightEn } from './en/dashboard-preflight.js';
import { sheet as sheetEn } from './en/sheet.js';
import { publicPages as publicPagesEn } from './en/portal-public.js';
import { passport as passportEn } from './en/passport.js';
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
import { agencyTexts as agencyTextsZh } from './zh/agency-texts.js';
import { advisor as advisorZh } from './zh/advisor.js';
import { clearedBy as clearedByZh } from './zh/cleared-by.js';
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
import { consents as consentsZh } from './zh/consents.js';
import { emails as emailsZh } from './zh/emails.js';
import { reviewEmails as reviewEmailsZh } from './zh/emails-review.js';
import { messageEmails as messageEmailsZh } from './zh/emails-messages.js';
import { noticeEmails as noticeEmailsZh } from './zh/emails-notices.js';
import { adminEmails as adminEmailsZh } from './zh/emails-admin.js';
import { events as eventsZh } from './zh/events.js';
import { facts as factsZh } from './zh/facts.js';
import { identifierProblems as identifierProblemsZh } from './zh/identifier-problems.js';
import { importProblems as importProblemsZh } from './zh/import-problems.js';
import { examples as examplesZh } from './zh/examples.js';
import { fileRefusals as fileRefusalsZh } from './zh/file-refusals.js';
import { fixes as fixesZh } from './zh/fixes.js';
import { history as historyZh } from './zh/history.js';
import { portal as portalZh } from './zh/portal.js';
import { adminPage as adminPageZh } from './zh/portal-admin.js';
import { task as taskZh } from './zh/portal-task.js';
import { signOff as signOffZh } from './zh/portal-sign-off.js';
import { thread as threadZh } from './zh/portal-thread.js';
import { waysIn as waysInZh } from './zh/portal-ways-in.js';
import { preflight as preflightZh } from './zh/dashboard-preflight.js';
import { sheet as sheetZh } from './zh/sheet.js';
import { publicPages as publicPagesZh } from './zh/portal-public.js';
import { passport as passportZh } from './zh/passport.js';
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
    fixes: fixesEn,
    fileRefusals: fileRefusalsEn,
    examples: examplesEn,
    advice: adviceEn,
    advisor: advisorEn,
    passport: passportEn,
    publicPages: publicPagesEn,
    agencyTexts: agencyTextsEn,
    rules: { ...rulesEn, ...ruleSentencesEn },
    ruleNouns: ruleNounsEn,
    why: whyEn,
    rulebook: rulebookEn,
    messages: messagesEn,
    preflight: preflightEn,
    sheet: sheetEn,
    prerequisites: prerequisitesEn,
    problems: { ...problemsEn, ...identifierProblemsEn, ...importProblemsEn },
    history: historyEn,
    emails: { ...emailsEn, ...reviewEmailsEn, ...adminEmailsEn, ...noticeEmailsEn, ...messageEmailsEn },
    consents: consentsEn,
    portal: portalEn,
    adminPage: adminPageEn,
    task: taskEn,
    signOff: signOffEn,
    thread: threadEn,
    waysIn: waysInEn,
    dashboard: dashboardEn,
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
    // A wrong number in a request is a refusal too.
    refusals: { ...identifierProblemsZh, ...refusalsZh },
    clearedBy: clearedByZh,
    reasons: reasonsZh,
    fixes: fixesZh,
    fileRefusals: fileRefusalsZh,
    examples: examplesZh,
    advice: adviceZh,
    advisor: advisorZh,
    passport: passportZh,
    publicPages: publicPagesZh,
    agencyTexts: agencyTextsZh,
    rules: { ...rulesZh, ...ruleSentencesZh },
    ruleNouns: ruleNounsZh,
    why: whyZh,
    rulebook: rulebookZh,
    messages: messagesZh,
    preflight: preflightZh,
    sheet: sheetZh,
    prerequisites: prerequisitesZh,
    problems: { ...problemsZh, ...identifierProblemsZh, ...importProblemsZh },
    history: historyZh,
    emails: { ...emailsZh, ...reviewEmailsZh, ...adminEmailsZh, ...noticeEmailsZh, ...messageEmailsZh },
    consents: consentsZh,
    portal: portalZh,
    adminPage: adminPageZh,
    task: taskZh,
    signOff: signOffZh,
    thread: threadZh,
    waysIn: waysInZh,
    dashboard: dashboardZh,
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

export type TextKey = KeyIn<(typeof catalogues)['en']>;

/** Every no that has words. */
export type RefusalCode = KeyOf<(typeof catalogues)['en']['refusals']>;

/** Every way out of a no that has words. */
export type ClearedByKey = KeyOf<(typeof catalogues)['en']['clearedBy']>;

/** The text of a key in a language: `text('en', 'refusals.email.already_used', { owner: 'Lumière' })`. */
export const text = /* @__PURE__ */ createText(catalogues);
