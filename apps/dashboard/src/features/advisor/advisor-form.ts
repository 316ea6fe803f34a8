/** The advisor's questions as they stand in the address of its page, so that a question can be sent to a colleague; and how they become the API's question. */
import { subjectTypesIn, type AdviceQuestion } from '@daiban/contracts';
import { ACCOUNT_TYPES, ADVICE_GOALS, ROUTES, SUBJECT_TYPES, TRADEMARK_RIGHTS } from '@daiban/domain/enumerations';
import { z } from 'zod';

/** Whose licence in the mainland the account would stand on. */
export const LICENCE_ANSWERS = ['own', 'none', 'agency', 'partner'] as const;
/** Accounts that one can say are there; more than that is a matter for Capacity. */
export const MOST_ACCOUNTS = 9;

const country = z.string().regex(/^[A-Z]{2}$/);
const count = z.int().min(0).max(MOST_ACCOUNTS);
const given = <Value extends z.ZodType>(value: Value) => value.optional().catch(undefined);

/** Whatever an address says that is no answer is left out. */
export const advisorSearchSchema = z.object({
  goal: given(z.enum(ADVICE_GOALS)),
  country: given(country),
  kind: given(z.enum(SUBJECT_TYPES)),
  licence: given(z.enum(LICENCE_ANSWERS)),
  office: given(z.boolean()),
  pay: given(z.boolean()),
  admin: given(country),
  trademark: given(z.enum(TRADEMARK_RIGHTS)),
  subscriptions: given(count),
  services: given(count),
  restricted: given(z.boolean()),
  type: given(z.enum(ACCOUNT_TYPES)),
  route: given(z.enum(ROUTES)),
});
export type AdvisorForm = z.infer<typeof advisorSearchSchema>;

/** What is answered, and for what is not the usual answer. */
export function readForm(form: AdvisorForm) {
  const kinds = form.country === undefined ? [] : subjectTypesIn(form.country);
  const kind = kinds.find((each) => each === form.kind) ?? kinds[0] ?? null;
  const usual = form.country === 'CN' && kind !== 'individual' ? 'own' : 'none';
  return { kind, licence: form.licence ?? usual, pay: form.pay ?? false };
}

/** null: too little is answered to advise on, which is the goal and the place. */
export function toQuestion(form: AdvisorForm): AdviceQuestion | null {
  const { kind, licence, pay } = readForm(form);
  if (form.goal === undefined || form.country === undefined || kind === null) return null;
  const accounts = [
    ...Array.from({ length: form.subscriptions ?? 0 }, () => 'subscription' as const),
    ...Array.from({ length: form.services ?? 0 }, () => 'service' as const),
  ];
  return {
    goal: form.goal,
    subjectType: kind,
    countryCode: form.country,
    hasMainlandLicence: licence === 'own',
    hasMainlandOffice: form.country === 'CN' ? null : (form.office ?? null),
    needsWechatPay: pay,
    trademark: form.trademark ?? null,
    adminNationality: form.admin ?? null,
    wantedAccountType: form.type ?? null,
    wantedRoute: form.route ?? null,
    licenceOf: licence === 'agency' || licence === 'partner' ? licence : null,
    existingAccounts: accounts.map((accountType, index) => ({
      accountType,
      state: form.restricted && index === 0 ? 'restricted' : 'live',
      verified: false,
    })),
  };
}

/** The form of a question that was asked before. */
export function fromQuestion(question: AdviceQuestion): AdvisorForm {
  const having = (type: string) => question.existingAccounts.filter(({ accountType }) => accountType === type).length;
  const { licenceOf } = question;
  return {
    goal: question.goal,
    country: question.countryCode,
    kind: question.subjectType,
    licence:
      licenceOf === 'agency' || licenceOf === 'partner' ? licenceOf : question.hasMainlandLicence ? 'own' : 'none',
    office: question.hasMainlandOffice ?? undefined,
    pay: question.needsWechatPay,
    admin: question.adminNationality ?? undefined,
    trademark: question.trademark ?? undefined,
    subscriptions: Math.min(having('subscription'), MOST_ACCOUNTS) || undefined,
    services: Math.min(having('service'), MOST_ACCOUNTS) || undefined,
    restricted: question.existingAccounts.some(({ state }) => state === 'restricted') || undefined,
    type: question.wantedAccountType ?? undefined,
    route: question.wantedRoute ?? undefined,
  };
}
