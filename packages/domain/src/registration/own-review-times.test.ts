import { describe, expect, test } from '@jest/globals';
import { addWorkingDays } from '../calendar/index.js';
import { aRegistration, contextAt } from '../testing/registration-builder.js';
import { deriveCase } from './derive-case.js';
import { ownReviewTimes, type FinishedReview, type ReviewGroup } from './own-review-times.js';

const context = contextAt();
const group = {
  accountType: 'service',
  subjectType: 'enterprise',
  route: 'wechat_verification',
} as const satisfies ReviewGroup;
const BEFORE = '2026-09-28';

/** A review of the group that took so many working days. */
function took(days: number, startedOn = '2026-06-01', changes: Partial<FinishedReview> = {}): FinishedReview {
  return { ...group, startedOn, endedOn: addWorkingDays(context.calendar, startedOn, days).date, ...changes };
}
const times = (reviews: readonly FinishedReview[], before = BEFORE) => ownReviewTimes(reviews, group, before, context);
const many = (count: number, days = 4) => Array.from({ length: count }, () => took(days));

describe('the agency’s own experience', () => {
  test('says nothing of fewer than ten reviews', () => {
    expect(times(many(9))).toBeNull();
    expect(times(many(10))).toMatchObject({ cases: 10 });
  });

  test('is the day by which half were answered, and the one by which nine in ten were', () => {
    const reviews = [1, 2, 3, 4, 5, 6, 7, 8, 9, 20].map((days) => took(days));
    expect(times(reviews)).toEqual({ range: { from: 5, to: 9 }, cases: 10 });
    expect(times([...reviews].reverse())).toEqual(times(reviews));
  });

  test('never comes down to a single day', () => {
    expect(times(many(12, 3))).toEqual({ range: { from: 3, to: 4 }, cases: 12 });
  });

  test('counts working days as China works them: over the National Day week three of them are eleven days', () => {
    const reviews = Array.from({ length: 10 }, () => ({ ...group, startedOn: '2025-09-30', endedOn: '2025-10-11' }));
    // 9, 10 and the worked Saturday 11 October.
    expect(times(reviews, '2025-10-13')).toMatchObject({ range: { from: 3 } });
  });

  test.each<[string, FinishedReview]>([
    ['of another account type', took(4, '2026-06-01', { accountType: 'subscription' })],
    ['of another kind of subject', took(4, '2026-06-01', { subjectType: 'overseas_enterprise' })],
    ['on another route', took(4, '2026-06-01', { route: 'small_transfer' })],
    ['that ended on day 0 itself', took(4, '2026-06-01', { endedOn: BEFORE })],
    ['that is more than a year old', { ...group, startedOn: '2025-09-15', endedOn: '2025-09-27' }],
  ])('leaves out a review %s', (_, other) => {
    expect(times([...many(9), other])).toBeNull();
    expect(times([...many(10), other])?.cases).toBe(10);
  });

  test('asks for as many as the agency’s own rule says', () => {
    const own = contextAt(context.now, [{ ruleId: 'review.own_cases_min', value: 12, validFrom: '2026-01-01' }]);
    expect(ownReviewTimes(many(11), group, BEFORE, own)).toBeNull();
    expect(ownReviewTimes(many(12), group, BEFORE, own)).not.toBeNull();
  });
});

describe('the expected range', () => {
  const { facts } = aRegistration().inReview();
  const rangeWith = (ownReviews: readonly FinishedReview[]) =>
    deriveCase(facts, { ...context, ownReviews }).expectedRange;

  test('is the rule’s until there is experience enough, and says so', () => {
    expect(rangeWith(many(9))).toMatchObject({ minDays: 5, maxDays: 7, ownCases: null, ruleId: 'review.mainland' });
  });

  test('is the agency’s own from then on, with the number of its cases', () => {
    const range = rangeWith([...many(7, 2), ...many(3, 4)]);
    expect(range).toMatchObject({ minDays: 2, maxDays: 4, ownCases: 10, ruleId: 'review.mainland' });
    expect(range?.fromOn).toBe('2026-09-30');
  });

  test('is not moved by what other reviews take after it has begun', () => {
    const before = many(10, 2);
    const after = Array.from({ length: 30 }, () => ({ ...group, startedOn: '2026-09-21', endedOn: '2026-09-29' }));
    expect(rangeWith([...before, ...after])).toEqual(rangeWith(before));
  });

  test('is told where no rule knows any, as for a Mini Program', () => {
    const mini = aRegistration().inReview().registration({ accountType: 'mini_program' });
    const reviews = many(10, 3).map((review) => ({ ...review, accountType: 'mini_program' as const }));
    expect(deriveCase(mini.facts, context).expectedRange).toBeNull();
    expect(deriveCase(mini.facts, { ...context, ownReviews: reviews }).expectedRange).toMatchObject({ ownCases: 10 });
  });
});
