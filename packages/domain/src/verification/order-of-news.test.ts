import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OrderEvent } from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import { applyChanges } from '../registration/apply-changes.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { aRegistration, CLOCK, contextAt, WECHAT } from '../testing/registration-builder.js';
import { judgeOrderEvent } from './judge-order-event.js';

type News = { event: OrderEvent; facts: CommandFacts; occurredAt: string };

const expiresAt = '2027-10-12T16:00:00.000Z';
const NEWS: readonly News[] = [
  {
    event: 'fee_paid',
    occurredAt: '2026-09-28T04:00:00Z',
    facts: { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
  },
  { event: 'auditor_assigned', occurredAt: '2026-09-28T04:00:20Z', facts: { provider: 'Auditor One', contact: null } },
  { event: 'qualification_passed', occurredAt: '2026-10-10T04:00:00Z', facts: { expiresAt } },
  { event: 'naming_passed', occurredAt: '2026-10-12T04:00:00Z', facts: { expiresAt } },
];

function receive(facts: RegistrationFacts, news: readonly News[]): RegistrationFacts {
  return news.reduce((current, { event, occurredAt, facts: told }) => {
    const command = { event, actor: WECHAT, occurredAt, facts: told, evidence: { rank: 'wechat_event' } } as const;
    const judgement = judgeOrderEvent(
      current,
      current.orders[0]?.id ?? null,
      command,
      contextAt('2026-10-20T00:00:00.000Z'),
    );
    expect(judgement.allowed).toBe(true);
    return applyChanges(current, judgement.changes);
  }, facts);
}

/** All that must not depend on the order the news came in. */
function endOf({ registration, verification, slots, orders: [order] }: RegistrationFacts) {
  return [
    registration.state,
    verification,
    slots,
    order?.state,
    order?.qualification,
    order?.naming,
    order?.payment,
    order?.auditor,
  ];
}

describe('news from WeChat', () => {
  test('late, twice or in the wrong order, it ends the same', () => {
    const { facts } = aRegistration().awaitingFee();
    const inOrder = endOf(receive(facts, NEWS));
    expect(inOrder.slice(0, 1)).toEqual(['live']);
    fc.assert(
      fc.property(fc.shuffledSubarray([...NEWS, ...NEWS], { minLength: NEWS.length * 2 }), (news) => {
        expect(endOf(receive(facts, news))).toEqual(inOrder);
      }),
    );
  });

  test('a supplement asked for before the pass changes nothing when it comes after it, or again', () => {
    const { facts } = aRegistration().inReview();
    const asked: News = {
      event: 'supplement_requested',
      occurredAt: '2026-09-30T00:00:00Z',
      facts: { reason: '不清晰' },
    };
    const [, , passed] = NEWS as [News, News, News, News];
    expect(receive(facts, [passed, asked]).orders[0]?.state).toBe('passed');
    const answered = aRegistration()
      .with(() => receive(facts, [asked]))
      .afterOrder('supplement_submitted', {}, { occurredAt: '2026-10-02T00:00:00Z' }, '2026-10-02T00:00:00.000Z').facts;
    expect(receive(answered, [asked]).orders[0]).toMatchObject({ state: 'in_review', chancesUsed: 1 });
  });

  test('the notice of a payment that we recorded confirms it and never pays twice', () => {
    const before = aRegistration().awaitingDispatch().order;
    const after = receive(aRegistration().awaitingDispatch().facts, NEWS.slice(0, 1)).orders[0];
    expect(after).toEqual(before);
  });

  test('a pass from a fee nobody told us of marks the steps as not seen and makes the registration live in the same judgement', () => {
    const { facts, order } = aRegistration().awaitingFee();
    const command = {
      event: 'qualification_passed',
      actor: WECHAT,
      facts: { expiresAt },
      evidence: { rank: 'wechat_event' },
    } as const;
    const { changes } = judgeOrderEvent(facts, order.id, command, contextAt());
    const entries = changes.flatMap((change) => (change.kind === 'history' ? [change.entry] : []));
    expect(entries.map(({ type, from, to, notSeen }) => ({ type, from, to, notSeen }))).toEqual([
      { type: 'qualification_passed', from: 'awaiting_fee', to: 'passed', notSeen: ['fee_paid', 'auditor_assigned'] },
      { type: 'subject_proven', from: 'proving_subject', to: 'live', notSeen: [] },
    ]);
    expect(entries.map(({ voice }) => voice)).toEqual(['we_heard', 'we_heard']);
  });

  test('three supplements are the last: the fourth return is the final failure, and the fee is gone', () => {
    let builder = aRegistration().inReview();
    for (let chance = 1; chance <= 3; chance += 1) {
      builder = builder.afterOrder('supplement_requested', { reason: '不清晰' }).afterOrder('supplement_submitted');
      expect(builder.order.chancesUsed).toBe(chance);
    }
    const { facts, order } = builder.afterOrder('supplement_requested', { reason: '不清晰' });
    expect([order.state, order.payment?.amount.amountMinor, facts.registration.state]).toEqual([
      'failed',
      300_00,
      'proving_subject',
    ]);
  });

  test('the clock ends a supplement only after its day, for the name as for the qualification', () => {
    for (const qualification of ['pending', 'passed'] as const) {
      const { facts } = aRegistration()
        .inReview()
        .afterOrder('supplement_requested', { reason: '不清晰', dueOn: '2026-10-09' })
        .with(({ orders }) => ({ orders: orders.map((order) => ({ ...order, qualification })) }));
      const command = { event: 'supplement_lapsed', actor: CLOCK } as const;
      const at = (now: string) => judgeOrderEvent(facts, 'order-1', command, contextAt(now)).allowed;
      expect([at('2026-10-09T15:59:59.999Z'), at('2026-10-09T16:00:00.000Z')]).toEqual([false, true]);
    }
  });

  test('a failed renewal leaves "verified until" as it was', () => {
    const live = aRegistration().live('2026-12-01T16:00:00.000Z');
    const paid = { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' };
    const opened = live.afterOrder('order_opened', { kind: 'renewal', payer: 'client' }).prepared();
    const { facts } = opened
      .afterOrder('application_submitted')
      .afterOrder('fee_paid', paid)
      .afterOrder('auditor_assigned', { provider: 'A' })
      .afterOrder('qualification_failed', { reason: '不符' });
    expect(facts.orders[0]?.state).toBe('failed');
    expect(facts.verification).toEqual(live.facts.verification);
  });
});
