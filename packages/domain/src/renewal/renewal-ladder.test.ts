import { describe, expect, test } from '@jest/globals';
import { addDays } from '../calendar/index.js';
import { aRegistration, contextAt } from '../testing/registration-builder.js';
import { dueReminder, ladderRests, ladderSteps, type LadderFacts } from './renewal-ladder.js';
import { renewalWindow } from './renewal-window.js';

const untilOn = '2027-06-30';
const { rules } = contextAt();
const facts = (
  change: Partial<LadderFacts['registration']> = {},
  openOrderState: LadderFacts['openOrderState'] = null,
): LadderFacts => ({
  registration: { state: 'live', pausedAt: null, renewalDecision: null, ...change },
  verification: { qualification: 'passed', until: null, untilOn },
  openOrderState,
});
const stepOn = (daysBefore: number) => dueReminder(facts(), rules, addDays(untilOn, -daysBefore))?.step ?? null;

describe('the renewal ladder', () => {
  test.each([
    [91, null],
    [90, 90],
    [89, 90],
    [61, 90],
    [60, 60],
    [31, 60],
    [30, 30],
    [15, 30],
    [14, 14],
    [8, 14],
    [7, 7],
    [4, 7],
    [3, 3],
    [2, 3],
    [1, 1],
    [0, 0],
    [-1, null],
  ])('%d days before the end the step is %s', (daysBefore, step) => {
    expect(stepOn(daysBefore)).toBe(step);
  });

  test('missed steps collapse into the newest: asked for the first time ten days before the end, one reminder is due', () => {
    expect(dueReminder(facts(), rules, addDays(untilOn, -10))).toEqual({ step: 14, on: '2027-06-16', untilOn });
  });

  test('each step falls on its day', () => {
    expect(ladderSteps(untilOn, rules).map(({ step, on }) => `${step} ${on}`)).toEqual([
      '90 2027-04-01',
      '60 2027-05-01',
      '30 2027-05-31',
      '14 2027-06-16',
      '7 2027-06-23',
      '3 2027-06-27',
      '1 2027-06-29',
      '0 2027-06-30',
    ]);
  });

  test.each<[string, LadderFacts]>([
    ['declined', facts({ renewalDecision: { decision: 'declined', at: '2027-05-01T00:00:00Z', by: null } })],
    ['paused', facts({ pausedAt: '2027-05-01T00:00:00Z' })],
    ['not_live', facts({ state: 'restricted' })],
    ['not_live', facts({ state: 'closing' })],
    ['not_live', facts({ state: 'handed_over' })],
    ['order_paid', facts({}, 'in_review')],
    ['no_end_known', { ...facts(), verification: { qualification: 'passed', until: null, untilOn: null } }],
    ['no_end_known', { ...facts(), verification: { qualification: 'failed', until: null, untilOn } }],
  ])('rests: %s', (why, case_) => {
    expect(ladderRests(case_, '2027-06-01')).toBe(why);
    expect(dueReminder(case_, rules, '2027-06-01')).toBeNull();
  });

  test('accepted, or an order not yet paid, is reminded on', () => {
    expect(
      dueReminder(
        facts({ renewalDecision: { decision: 'accepted', at: '2027-05-01T00:00:00Z', by: null } }, 'awaiting_fee'),
        rules,
        '2027-06-01',
      )?.step,
    ).toBe(30);
  });

  test('the agency’s own ladder is used where its owner set one', () => {
    const own = contextAt('2026-09-28T03:20:00Z', [
      { ruleId: 'renewal.reminder_days', value: [120, 10], validFrom: '2026-01-01' },
    ]);
    expect(dueReminder(facts(), own.rules, addDays(untilOn, -100))?.step).toBe(120);
  });
});

describe('the renewal window', () => {
  test('WeChat’s day wins over the computed one', () => {
    const { verification } = aRegistration().live('2027-06-30T08:00:00.000Z').facts;
    expect(renewalWindow(verification, rules)).toEqual({
      opensOn: '2027-04-01',
      untilOn: '2027-06-30',
      basis: 'computed',
    });
    expect(renewalWindow({ ...verification, windowOpensOn: '2027-03-30' }, rules)).toEqual({
      opensOn: '2027-03-30',
      untilOn: '2027-06-30',
      basis: 'wechat',
    });
    expect(renewalWindow({ ...verification, qualification: 'failed' }, rules)).toBeNull();
  });
});
