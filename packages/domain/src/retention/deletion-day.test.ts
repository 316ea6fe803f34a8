import { describe, expect, test } from '@jest/globals';
import { resolveRulebook } from '../machine/resolve-rulebook.js';
import type { RuleValues } from '../rulebook/rule-values.js';
import { RULEBOOK_VERSION, SHIPPED_RULES } from '../rulebook/shipped-rules.js';
import { deletionDay, type KeptPaper } from './deletion-day.js';

const rules = resolveRulebook<RuleValues>(SHIPPED_RULES, [], '2026-11-20', RULEBOOK_VERSION);
const paper: KeptPaper = {
  code: 'admin_id',
  uploadedAt: '2026-09-01T02:00:00.000Z',
  liveAt: '2026-10-01T02:00:00.000Z',
  endedAt: null,
  inReview: false,
};
const on = (changes: Partial<KeptPaper>) => deletionDay({ ...paper, ...changes }, rules);

describe('a picture of an identity card', () => {
  test('is kept for 30 days after the account went live', () => {
    expect(on({})).toBe('2026-10-31');
  });

  test('counts the day in Shanghai', () => {
    expect(on({ liveAt: '2026-10-01T16:30:00.000Z' })).toBe('2026-11-01');
  });

  test('has no day while the account is not live', () => {
    expect(on({ liveAt: null })).toBeNull();
  });

  test('goes too when the case ends without an account', () => {
    expect(on({ liveAt: null, endedAt: '2026-10-05T02:00:00.000Z' })).toBe('2026-11-04');
  });

  test('that came for a renewal is kept for 30 days from then', () => {
    expect(on({ uploadedAt: '2027-08-01T02:00:00.000Z' })).toBe('2027-08-31');
  });

  test('stays while a review that may ask for it again is under way, unless the case has ended', () => {
    expect(on({ inReview: true })).toBeNull();
    expect(on({ inReview: true, endedAt: '2026-10-20T02:00:00.000Z' })).toBe('2026-10-31');
  });
});

test.each(['operator_passport', 'operator_phone_bill'])('%s goes as well', (code) => {
  expect(on({ code })).toBe('2026-10-31');
});

test('a business licence, which is public, has no such day', () => {
  expect(on({ code: 'business_licence' })).toBeNull();
});
