/** Asks the advisor in tests: a plain question, and what differs from it. */
import type { AdviceAnswer, AdviceCosts } from '../advice/advice-answer.js';
import type { AdviceQuestion } from '../advice/advice-question.js';
import { getAdvice } from '../advice/get-advice.js';
import { contextAt } from './registration-builder.js';

/** A company of the mainland with its licence that wants to publish. */
export const MAINLAND: AdviceQuestion = {
  goal: 'content',
  subjectType: 'enterprise',
  countryCode: 'CN',
  hasMainlandLicence: true,
  hasMainlandOffice: null,
  needsWechatPay: false,
  trademark: null,
  adminNationality: null,
  wantedAccountType: null,
  wantedRoute: null,
  licenceOf: null,
  existingAccounts: [],
};
/** A company abroad that has nothing in the mainland. */
export const ABROAD: Partial<AdviceQuestion> = {
  subjectType: 'overseas_enterprise',
  countryCode: 'IT',
  hasMainlandLicence: false,
};
/** A natural person of the mainland. */
export const PERSON: Partial<AdviceQuestion> = { subjectType: 'individual', hasMainlandLicence: false };
/** A verified account that is live. */
export const live = (accountType: 'subscription' | 'service') => ({ accountType, state: 'live', verified: true });

/** The answer to a question that differs from the plain one in these facts. */
export const ask = (question: Partial<AdviceQuestion> = {}, now?: string): AdviceAnswer =>
  getAdvice({ ...MAINLAND, ...question }, contextAt(now));
/** Codes of sentences, findings or papers. */
export const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
/** What certainly comes due in the first and in each later year. */
export const totals = (costs: AdviceCosts | null) => costs && [costs.firstYear.totals, costs.yearly.totals];
/** One sum in yuan. */
export const cny = (amountMinor: number) => [{ amountMinor, currency: 'CNY' }];
/** One sum in dollars. */
export const usd = (amountMinor: number) => [{ amountMinor, currency: 'USD' }];
