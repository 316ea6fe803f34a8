import { AdviceQuestionSchema } from '@daiban/contracts';
import { describe, expect, test } from '@jest/globals';
import { advisorSearchSchema, fromQuestion, toQuestion, type AdvisorForm } from './advisor-form.js';

const ask = (form: AdvisorForm) => toQuestion(form);

describe('the questions', () => {
  test('make no question before goal and place are said', () => {
    expect([ask({}), ask({ goal: 'content' }), ask({ country: 'IT' })]).toEqual([null, null, null]);
  });

  test('are answered as usual where nothing is said', () => {
    expect(ask({ goal: 'content', country: 'IT' })).toMatchObject({
      subjectType: 'overseas_enterprise',
      hasMainlandLicence: false,
      needsWechatPay: false,
      licenceOf: null,
    });
    expect(ask({ goal: 'content', country: 'CN' })).toMatchObject({
      subjectType: 'enterprise',
      hasMainlandLicence: true,
    });
    expect(ask({ goal: 'content', country: 'CN', kind: 'individual' })).toMatchObject({ hasMainlandLicence: false });
  });

  test('take no kind that the place does not have', () => {
    expect(ask({ goal: 'content', country: 'HK', kind: 'government' })?.subjectType).toBe('overseas_enterprise');
  });

  test('count the accounts that are there, one of them restricted', () => {
    expect(
      ask({ goal: 'content', country: 'CN', subscriptions: 1, services: 1, restricted: true })?.existingAccounts,
    ).toEqual([
      { accountType: 'subscription', state: 'restricted', verified: false },
      { accountType: 'service', state: 'live', verified: false },
    ]);
  });

  test.each<AdvisorForm>([
    { goal: 'ecommerce', country: 'HK', office: true, pay: true, admin: 'HK', trademark: 'own', type: 'service' },
    { goal: 'app', country: 'CN', kind: 'sole_proprietor', licence: 'own', services: 2, restricted: true },
    { goal: 'internal', country: 'MY', licence: 'agency', route: 'small_transfer' },
  ])('asked again are the same: %j', (form) => {
    const question = ask(form);
    if (question === null) throw new Error('no question');
    expect(AdviceQuestionSchema.parse(question)).toEqual(question);
    expect(ask(fromQuestion(question))).toEqual(question);
  });
});

test('an address that was typed wrong asks what is left of it', () => {
  expect(advisorSearchSchema.parse({ goal: 'content', country: 'Italy', subscriptions: -1, pay: 'maybe' })).toEqual({
    goal: 'content',
  });
});
