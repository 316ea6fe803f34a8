import {
  resolveRulebook,
  RULEBOOK_VERSION,
  SHIPPED_RULES,
  WORK_DAYS,
  type JudgingContext,
  type RuleValues,
} from '@daiban/domain';
import { addDays, buildWorkCalendar, countWorkingDays } from '@daiban/domain/calendar';
import { describe, expect, test } from '@jest/globals';
import { renewalDates } from './renewal-dates.js';

const calendar = buildWorkCalendar({ years: WORK_DAYS.years, fixedByLaw: WORK_DAYS.fixedByLaw });
const rulesOn = (day: string) => resolveRulebook<RuleValues>(SHIPPED_RULES, [], day, RULEBOOK_VERSION);
const contextOn = (today: string): JudgingContext => ({
  rules: rulesOn(today),
  rulesOn,
  calendar,
  now: `${today}T03:20:00.000Z`,
  today,
});
const company = { accountType: 'service', subjectType: 'enterprise' } as const;
const overseas = { accountType: 'service', subjectType: 'overseas_enterprise' } as const;

describe('the days of a renewal', () => {
  test('leave the longest review between the start and the end, over the October holiday too', () => {
    const endsOn = '2026-10-12';
    const { reviewDays, startByOn, decideByOn } = renewalDates(company, endsOn, contextOn('2026-08-01'));
    expect(reviewDays).not.toBeNull();
    expect(countWorkingDays(calendar, startByOn ?? '', endsOn).workingDays).toBe(reviewDays?.max);
    expect(countWorkingDays(calendar, decideByOn ?? '', startByOn ?? '').workingDays).toBe(5);
    // Seven days of October are closed, so counting calendar days would begin too late.
    expect((startByOn ?? '') < addDays(endsOn, -(reviewDays?.max ?? 0))).toBe(true);
  });

  test('are earlier for an overseas company, whose review takes longer', () => {
    const context = contextOn('2026-05-01');
    const [mainland, abroad] = [company, overseas].map((account) => renewalDates(account, '2026-12-01', context));
    expect((abroad?.reviewDays?.max ?? 0) > (mainland?.reviewDays?.max ?? 0)).toBe(true);
    expect((abroad?.startByOn ?? '') < (mainland?.startByOn ?? '')).toBe(true);
  });

  test('are not named once they are past', () => {
    const endsOn = '2026-12-01';
    const { startByOn } = renewalDates(company, endsOn, contextOn('2026-08-01'));
    expect(renewalDates(company, endsOn, contextOn(startByOn ?? ''))).toMatchObject({
      decideByOn: null,
      startByOn: null,
    });
  });
});
