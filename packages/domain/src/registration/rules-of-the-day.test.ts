import { describe, expect, test } from '@jest/globals';
import type { RuleOverride } from '../machine/rule-entry.js';
import { aRegistration, CLOCK, codesOf, contextAt, NOW, SPECIALIST } from '../testing/registration-builder.js';
import { feeOfOrder } from '../verification/fee.js';
import { judgeOrderEvent } from '../verification/judge-order-event.js';
import { applyChanges } from './apply-changes.js';
import { deriveCase } from './derive-case.js';
import { judgeRegistrationEvent } from './judge-registration-event.js';
import type { Judgement } from './registration-change.js';

const DAY = (day: number, month = '10') => `2026-${month}-${String(day).padStart(2, '0')}T03:20:00.000Z`;
const from = (ruleId: string, value: unknown, validFrom = '2026-10-12'): RuleOverride => ({ ruleId, value, validFrom });
const rulesOf = ({ changes }: Judgement) =>
  changes.flatMap((change) => (change.kind === 'history' ? [change.entry.payload['rules'] ?? []] : [])).flat();

describe('what has begun keeps the rules of the day it began', () => {
  test('a running review is expected by the rule of its first day, however the agency changes it later', () => {
    const { facts } = aRegistration().inReview();
    const own = [from('review.mainland', { from: 1, to: 1 })];
    const held = deriveCase(facts, contextAt(NOW)).expectedRange;
    expect(held).toMatchObject({ startOn: '2026-09-28', fromOn: '2026-10-10', toOn: '2026-10-13' });
    expect(deriveCase(facts, contextAt(DAY(13), own)).expectedRange).toEqual(held);
  });

  test('one that begins on the new rule’s day is expected by the new rule', () => {
    const own = [from('review.mainland', { from: 1, to: 1 }, '2026-09-28')];
    expect(deriveCase(aRegistration().inReview().facts, contextAt(NOW, own)).expectedRange).toMatchObject({
      fromOn: '2026-09-29',
      toOn: '2026-09-29',
    });
  });

  test.each([
    [
      'the half-registration',
      aRegistration().awaitingAdminVerification(),
      'timer.half_registration_days',
      '2026-10-28',
    ],
    ['the route', aRegistration().provingSubject(), 'timer.verification_route_days', '2026-10-28'],
    ['the payment', aRegistration().awaitingFee(), 'timer.payment_link_hours', '2026-09-29'],
    [
      'the confirmation of a migration',
      aRegistration().live().inState('migrating').registration({ migrationApprovedAt: NOW }),
      'migration.confirm_days',
      '2026-10-13',
    ],
  ] as const)('%s ends on the day that was said when it began', (_, builder, ruleId, on) => {
    const own = [from(ruleId, 3, '2026-10-01')];
    const deadline = deriveCase(builder.facts, contextAt(DAY(9), own)).deadlines.find((one) => one.ruleId === ruleId);
    expect(deadline).toMatchObject({ on, ruledOn: '2026-09-28' });
  });

  test('the clock ends what it ends by that day too, and the history keeps the rule as it was', () => {
    const { facts } = aRegistration().live().inState('migrating').registration({ migrationApprovedAt: NOW });
    const own = [from('migration.confirm_days', 30, '2026-10-10')];
    const end = (now: string) =>
      judgeRegistrationEvent(facts, { event: 'migration_ended', actor: CLOCK }, contextAt(now, own));
    expect(codesOf(end(DAY(13)))).toEqual(['migration.days_left']);
    expect(end(DAY(14)).allowed).toBe(true);
    expect(rulesOf(end(DAY(14)))).toMatchObject([{ id: 'migration.confirm_days', value: 15 }]);
  });

  test.each([
    ['subject_proof_failed', 'timer.transfer_days', { cause: 'time_over' }],
    ['registration_lapsed', 'timer.transfer_days', {}],
  ] as const)('%s by the clock says by which rule', (event, ruleId, facts) => {
    const { facts: running } = aRegistration()
      .route('small_transfer')
      .readyToSubmit()
      .after('information_submitted', { transferAmount: { amountMinor: 37, currency: 'CNY' } });
    const judgement = judgeRegistrationEvent(running, { event, actor: CLOCK, facts }, contextAt(DAY(20)));
    expect(codesOf(judgement)).toEqual([]);
    expect(rulesOf(judgement)).toMatchObject([{ id: ruleId, value: 10 }]);
  });

  test('a deregistration nobody went on with ends by the rule of its days', () => {
    const { facts } = aRegistration().live().inState('closing').registration({ enteredStateAt: NOW });
    const judgement = judgeRegistrationEvent(
      facts,
      { event: 'deregistration_cancelled', actor: CLOCK },
      contextAt(DAY(20)),
    );
    expect(rulesOf(judgement)).toMatchObject([{ id: 'deregistration.transfer_days' }]);
  });
});

describe('the fee of an order', () => {
  const own = [from('fee.official_account.enterprise', { amountMinor: 360_00, currency: 'CNY' }, '2026-09-29')];
  const tomorrow = contextAt(DAY(29, '09'), own);
  const waiting = aRegistration().awaitingFee();
  const pay = (amountMinor: number, more: object = {}, paidOn = '2026-09-29') =>
    judgeOrderEvent(
      waiting.facts,
      waiting.order.id,
      {
        event: 'fee_paid',
        actor: SPECIALIST,
        facts: { amount: { amountMinor, currency: 'CNY' }, means: 'wechat_pay', paidOn },
        ...more,
      },
      tomorrow,
    );
  const SHOT = { evidence: { rank: 'screenshot', fileId: 'f' } } as const;

  test('is fixed by its application: the amount shown is the amount taken, with the rule that said it', () => {
    const shown = feeOfOrder(waiting.order, waiting.facts, tomorrow);
    expect(shown).toEqual({
      fee: { amountMinor: 300_00, currency: 'CNY' },
      ruleId: 'fee.official_account.enterprise',
      ruledOn: '2026-09-28',
    });
    expect(pay(300_00).allowed).toBe(true);
    expect(rulesOf(pay(300_00))).toMatchObject([{ value: { amountMinor: 300_00 } }]);
    expect(pay(360_00).refusals).toMatchObject([{ code: 'fee.amount_differs', ruledOn: '2026-09-28' }]);
  });

  test('before its application is an outlook by today’s rule', () => {
    const { order, facts } = aRegistration().provingSubject();
    expect(feeOfOrder(order, facts, tomorrow).fee).toEqual({ amountMinor: 360_00, currency: 'CNY' });
  });

  test('when the payment page asks for another amount, a picture of it and a word let it pass', () => {
    expect(pay(360_00, SHOT)).toMatchObject({ refusals: [], warnings: [{ code: 'fee.page_differs', kind: 'soft' }] });
    const passed = pay(360_00, {
      ...SHOT,
      acknowledgements: [{ code: 'fee.page_differs', reason: 'the page says so' }],
    });
    expect(passed.allowed).toBe(true);
    expect(applyChanges(waiting.facts, passed.changes).orders[0]?.payment?.amount.amountMinor).toBe(360_00);
  });

  test('is not paid before the application was handed in', () => {
    expect(codesOf(pay(300_00, {}, '2026-09-27'))).toEqual(['fee.paid_too_early']);
    expect(codesOf(pay(300_00, {}, '2026-09-28'))).toEqual([]);
  });
});
