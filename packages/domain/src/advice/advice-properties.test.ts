import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ACCOUNT_TYPES,
  ADVICE_GOALS,
  COUNTRY_CODES,
  LICENCE_OWNERS,
  REGISTRATION_STATES,
  ROUTES,
  SUBJECT_TYPES,
  TRADEMARK_RIGHTS,
} from '../enumerations/index.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import { aRegistration, contextAt, SPECIALIST } from '../testing/registration-builder.js';
import type { CostPeriod, AdviceCosts } from './advice-answer.js';
import type { AdviceQuestion } from './advice-question.js';
import { countTaken } from './existing-accounts.js';
import { getAdvice } from './get-advice.js';

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const QUESTIONS: fc.Arbitrary<AdviceQuestion> = fc.record({
  goal: fc.constantFrom(...ADVICE_GOALS),
  subjectType: fc.constantFrom(...SUBJECT_TYPES),
  countryCode: fc.oneof(fc.constantFrom('CN', 'HK', 'TW', 'IT'), fc.constantFrom(...COUNTRY_CODES)),
  hasMainlandLicence: fc.boolean(),
  hasMainlandOffice: orNull([true, false]),
  needsWechatPay: fc.boolean(),
  trademark: orNull(TRADEMARK_RIGHTS),
  adminNationality: fc.option(fc.constantFrom('CN', 'HK', 'MO', 'IT', 'MY'), { nil: null }),
  wantedAccountType: orNull(ACCOUNT_TYPES),
  wantedRoute: orNull(ROUTES),
  licenceOf: orNull(LICENCE_OWNERS),
  existingAccounts: fc.array(
    fc.record({
      accountType: fc.constantFrom(...ACCOUNT_TYPES),
      state: fc.oneof(fc.constantFrom(...REGISTRATION_STATES), fc.string({ maxLength: 12 })),
      verified: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
const context = contextAt();
const { entries } = context.rules;
const holds = (claim: (question: AdviceQuestion) => void) => fc.assert(fc.property(QUESTIONS, claim), { numRuns: 400 });

describe('whatever is asked', () => {
  test('what a hard rule forbids is never allowed', () =>
    holds((question) => {
      const answer = getAdvice(question, context);
      const { accountType, standing } = answer;
      if (answer.verdict !== 'allowed') return;
      if (accountType === null) throw new Error('allowed, and no type');
      expect(answer.refusals).toEqual([]);
      if (question.wantedAccountType !== null) expect(accountType).toBe(question.wantedAccountType);
      expect(entries[`account_type.${accountType}`].value[standing.subjectType]).toBe('allowed');
      if (question.wantedRoute !== null)
        expect(entries[`route.${question.wantedRoute}`].value[standing.subjectType]).toBe('allowed');
      if (question.needsWechatPay)
        expect(entries['wechat_pay.accounts'].value[accountType][standing.subjectType]).toBe('allowed');
      if (standing.subjectType !== 'overseas_enterprise') expect([null, 'CN']).toContain(question.adminNationality);
      expect((standing.subjectType === 'overseas_enterprise') === (standing.countryCode === 'CN')).toBe(false);
    }));

  test('a no has its reasons and names a type that is open, unless none is', () =>
    holds((question) => {
      const { verdict, refusals, accountType, options, standing } = getAdvice(question, context);
      expect(verdict === 'refused').toBe(refusals.length > 0);
      for (const { ruleId, clearedBy } of refusals) expect([ruleId, clearedBy]).not.toContain(null);
      if (accountType !== null && verdict === 'refused')
        expect(entries[`account_type.${accountType}`].value[standing.subjectType]).not.toBe('refused');
      if (accountType === null) expect(standing.subjectType).toBe('individual');
      expect(options).toHaveLength(3);
    }));

  test('a no says what would turn it', () =>
    holds((question) => {
      const { verdict, changesVerdict } = getAdvice(question, context);
      expect([verdict, changesVerdict.length]).not.toEqual(['refused', 0]);
    }));

  test('a yes has a way that is open', () =>
    holds((question) => {
      const { verdict, route, options } = getAdvice(question, context);
      expect([verdict, route]).not.toEqual(['allowed', null]);
      for (const option of options) expect([option.verdict, option.accountType]).not.toEqual(['allowed', null]);
    }));

  test('an unknown says whom to ask, and nothing else does', () =>
    holds((question) => {
      const { verdict, unknowns, askWhom } = getAdvice(question, context);
      if (verdict === 'unknown') expect(unknowns.length).toBeGreaterThan(0);
      expect(askWhom).toHaveLength(unknowns.length);
    }));

  test('no sum is over two currencies, and each is what its lines add up to', () => {
    const check = (period: CostPeriod) => {
      const certain = period.lines.filter(({ due, size }) => due === 'always' && size === null);
      expect(new Set(period.totals.map(({ currency }) => currency)).size).toBe(period.totals.length);
      for (const { amountMinor, currency } of period.totals) {
        const same = certain.flatMap(({ amount }) => (amount?.currency === currency ? [amount.amountMinor] : []));
        expect(same.reduce((sum, each) => sum + each, 0)).toBe(amountMinor);
      }
    };
    const both = (costs: AdviceCosts | null) =>
      [costs?.firstYear, costs?.yearly].forEach((period) => period && check(period));
    holds((question) => {
      const { costs, routes, options } = getAdvice(question, context);
      [costs, ...routes.map((route) => route.costs), ...options.map((option) => option.costs)].forEach(both);
    });
  });

  test('every rule it rests on is listed once', () =>
    holds((question) => {
      const { rules, ...answer } = getAdvice(question, context);
      const named = [...JSON.stringify(answer).matchAll(/"ruleId":"([^"]+)"/g)].map(([, id]) => id);
      const listed = rules.map(({ id }) => id as string);
      expect(new Set(listed).size).toBe(listed.length);
      expect(named.filter((id) => id !== undefined && !listed.includes(id))).toEqual([]);
    }));

  test('the way it recommends is open, and its papers and fees are the ones told above', () =>
    holds((question) => {
      const { route, routes, costs, documents, timeRange } = getAdvice(question, context);
      if (route === null) return expect(routes.some(({ isRecommended }) => isRecommended)).toBe(false);
      const recommended = routes.find((each) => each.route === route);
      expect(recommended).toMatchObject({ verdict: 'allowed', isRecommended: true });
      expect([costs, documents, timeRange]).toEqual([
        recommended?.costs,
        recommended?.documents,
        recommended?.timeRange,
      ]);
    }));

  test('the case that comes of a yes meets no hard rule and no full licence in its own guards', () => {
    const draft = aRegistration();
    holds((question) => {
      const { verdict, accountType, route, standing } = getAdvice(question, context);
      if (verdict !== 'allowed' || accountType === null || route === null) return;
      const { facts } = draft.with((before) => ({
        registration: { ...before.registration, accountType, route },
        subject: {
          ...before.subject,
          type: standing.subjectType,
          countryCode: standing.countryCode,
          licenceOf: standing.licenceOf,
          class: null,
          code: null,
        },
        counters: {
          ...before.counters,
          subject: { reserved: countTaken(question.existingAccounts), planned: 0, elsewhere: 0 },
        },
      }));
      const { refusals } = judgeRegistrationEvent(facts, { event: 'advice_accepted', actor: SPECIALIST }, context);
      // The code and the address are asked for with the papers, the advisor does not know them.
      expect(refusals.map(({ code }) => code)).toEqual([]);
    });
  });

  test('the same question has the same answer', () =>
    holds((question) => expect(getAdvice(question, context)).toEqual(getAdvice(question, context))));
});
