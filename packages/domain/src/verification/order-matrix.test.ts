import { describe, expect, test } from '@jest/globals';
import {
  ORDER_EVENTS,
  ORDER_STATES,
  type NamingResult,
  type OrderEvent,
  type OrderState,
  type QualificationResult,
} from '../enumerations/index.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';
import type { Judgement } from '../registration/registration-change.js';
import { aRegistration, codesOf, contextAt, SPECIALIST, WECHAT } from '../testing/registration-builder.js';
import { judgeOrderEvent } from './judge-order-event.js';

/** x: refused with `state.not_possible` · =: stays · a state's column: moves there · a code: refused with it · ~ old news · ! a conflict. */
const COLUMNS = {
  prep: 'preparing',
  fee: 'awaiting_fee',
  disp: 'awaiting_dispatch',
  review: 'in_review',
  suppl: 'awaiting_supplement',
  passed: 'passed',
  failed: 'failed',
  expired: 'payment_expired',
  cancel: 'cancelled',
} as const satisfies Record<string, OrderState>;

/** Qualification still pending. A typed note is ours: it meets the table as it stands. */
const OURS = `
                         prep  fee     disp    review  suppl   passed  failed  expired cancel
application_submitted    fee   x       x       x       x       x       x       x       x
fee_paid                 x     disp    x       x       x       x       x       x       x
fee_waived               x     fee.not_free x  x       x       x       x       x       x
second_payment_recorded  x     x       =       =       =       =       =       x       x
auditor_assigned         x     x       review  x       x       x       x       x       x
auditor_called           x     x       =       =       =       x       x       x       x
supplement_requested     x     x       suppl   suppl   x       suppl   x       x       x
supplement_submitted     x     x       x       x       review  x       x       x       x
qualification_passed     x     x       passed  passed  passed  x       x       x       x
qualification_failed     x     x       failed  failed  failed  x       x       x       x
supplement_lapsed        x     x       x       x       failed  x       x       x       x
naming_passed            =     =       =       =       =       x       x       x       x
naming_failed            =     =       =       =       =       x       x       x       x
payment_lapsed           x     expired x       x       x       x       x       x       x
order_cancelled          cancel cancel x       x       x       x       x       x       x
`;

/** Qualification passed before, the name pending. */
const QUALIFIED = `
                         prep  fee     disp    review  suppl   passed  failed  expired cancel
supplement_requested     x     x       suppl   suppl   x       suppl   x       x       x
qualification_passed     x     x       =       =       =       =       x       x       x
qualification_failed     x     x       passed  passed  passed  x       x       x       x
supplement_lapsed        x     x       x       x       passed  x       x       x       x
naming_passed            x     x       passed  passed  passed  =       x       x       x
naming_failed            x     x       passed  passed  passed  =       x       x       x
`;

/** The same without a chance left. */
const NO_CHANCE = `
                         prep  fee     disp    review  suppl   passed  failed  expired cancel
supplement_requested     x     x       failed  failed  x       =       x       x       x
`;
const NO_CHANCE_QUALIFIED = `
                         prep  fee     disp    review  suppl   passed  failed  expired cancel
supplement_requested     x     x       passed  passed  x       =       x       x       x
`;

/** Heard from WeChat, qualification pending: jumps ahead, old news, conflicts. */
const HEARD = `
                         prep  fee     disp    review  suppl   passed  failed  expired cancel
fee_paid                 disp  disp    ~       ~       ~       ~       !       !       !
auditor_assigned         review review review  ~       ~       ~       !       !       !
supplement_requested     suppl suppl   suppl   suppl   ~       suppl   !       !       !
qualification_passed     passed passed passed  passed  passed  ~       !       !       !
qualification_failed     failed failed failed  failed  failed  !       ~       !       !
naming_passed            =     =       =       =       =       ~       !       !       !
naming_failed            =     =       =       =       =       ~       !       !       !
`;

const FACTS: Partial<Record<OrderEvent, CommandFacts>> = {
  fee_paid: { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
  second_payment_recorded: {
    amount: { amountMinor: 300_00, currency: 'CNY' },
    means: 'wechat_pay',
    paidOn: '2026-09-28',
    firstPayment: 'asked_back',
  },
  auditor_assigned: { provider: 'Auditor One' },
  auditor_called: { answered: true },
  supplement_requested: { reason: '营业执照不清晰' },
  qualification_failed: { reason: '资料不符' },
  naming_failed: { reason: '名称已被占用' },
};

function inState(
  state: OrderState,
  fields: { qualification?: QualificationResult; naming?: NamingResult; chancesUsed?: number } = {},
) {
  const paid = { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' } as const;
  const isPaid = !['preparing', 'awaiting_fee', 'payment_expired', 'cancelled'].includes(state);
  return aRegistration()
    .provingSubject()
    .with(({ orders }) => ({
      orders: orders.map((order) => ({ ...order, state, payment: isPaid ? paid : null, ...fields })),
    }));
}

function cells(matrix: string): [OrderEvent, OrderState, string][] {
  return matrix
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [event = '', ...row] = line.trim().split(/\s+/);
      if (row.length !== ORDER_STATES.length) throw new Error(`${event} has ${row.length} cells`);
      return row.map((cell, index) => [event, ORDER_STATES[index], cell] as [OrderEvent, OrderState, string]);
    });
}

function outcomeOf(judgement: Judgement, event: OrderEvent, state: OrderState): string {
  if (!judgement.allowed) return codesOf(judgement).join(' ').replace('state.not_possible', 'x');
  for (const change of judgement.changes) {
    if (change.kind !== 'history' || change.entry.type !== event) continue;
    if (change.entry.outcome === 'already') return '~';
    if (change.entry.outcome === 'conflict') return '!';
  }
  const moved = judgement.changes.find((change) => change.kind === 'order_moved');
  const to = moved?.kind === 'order_moved' ? moved.to : state;
  return to === state ? '=' : (Object.entries(COLUMNS).find(([, name]) => name === to)?.[0] ?? to);
}

describe('order: state × event', () => {
  test('the columns are the states, and every event but the opening has a line', () => {
    expect(Object.values(COLUMNS)).toEqual([...ORDER_STATES]);
    const inMatrix = new Set(cells(OURS).map(([event]) => event));
    expect(ORDER_EVENTS.filter((event) => !inMatrix.has(event))).toEqual(['order_opened']);
  });

  test.each([
    ...cells(OURS).map((cell) => [...cell, { qualification: 'pending', naming: 'pending' }] as const),
    ...cells(QUALIFIED).map((cell) => [...cell, { qualification: 'passed', naming: 'pending' }] as const),
    ...cells(NO_CHANCE).map(
      (cell) => [...cell, { qualification: 'pending', naming: 'pending', chancesUsed: 3 }] as const,
    ),
    ...cells(NO_CHANCE_QUALIFIED).map(
      (cell) => [...cell, { qualification: 'passed', naming: 'pending', chancesUsed: 3 }] as const,
    ),
  ])('%s in %s: %s (ours), %j', (event, state, expected, fields) => {
    const { facts, order } = inState(state, fields);
    const command = {
      event,
      actor: SPECIALIST,
      facts: FACTS[event] ?? {},
      reason: 'as agreed',
      evidence: { rank: 'typed', note: 'seen' },
    } as const;
    expect(outcomeOf(judgeOrderEvent(facts, order.id, command, contextAt()), event, state)).toBe(expected);
  });

  test.each(
    [
      ...cells(QUALIFIED).map((cell) => [...cell, { qualification: 'passed', naming: 'pending' }] as const),
      ...cells(NO_CHANCE).map(
        (cell) => [...cell, { qualification: 'pending', naming: 'pending', chancesUsed: 3 }] as const,
      ),
      ...cells(NO_CHANCE_QUALIFIED).map(
        (cell) => [...cell, { qualification: 'passed', naming: 'pending', chancesUsed: 3 }] as const,
      ),
    ].filter(([, , expected]) => expected !== 'x'),
  )('%s in %s: %s (WeChat or the clock says the same), %j', (event, state, expected, fields) => {
    const { facts, order } = inState(state, fields);
    const command = { event, actor: WECHAT, facts: FACTS[event] ?? {}, evidence: { rank: 'wechat_event' } } as const;
    expect(outcomeOf(judgeOrderEvent(facts, order.id, command, contextAt()), event, state)).toBe(expected);
  });

  test.each(cells(HEARD))('%s in %s: %s (a program passes on what WeChat told)', (event, state, expected) => {
    const { facts, order } = inState(state);
    const actor: CommandActor = { kind: 'api_key', id: 'key-1', role: 'specialist', memberId: 'member-mei' };
    const command = { event, actor, facts: FACTS[event] ?? {}, evidence: { rank: 'wechat_event' } } as const;
    expect(outcomeOf(judgeOrderEvent(facts, order.id, command, contextAt()), event, state)).toBe(expected);
  });

  test('what WeChat says of the account makes it live while its order is in review; a note of ours does not', () => {
    const review = aRegistration().inReview();
    const observed = (evidence: Evidence) =>
      review.after('verification_observed', { qualification: 'passed', naming: 'passed' }, { evidence }).facts;
    expect(observed({ rank: 'screenshot', note: 'the account page' }).registration.state).toBe('live');
    expect(observed({ rank: 'typed', note: 'they called' }).registration.state).toBe('proving_subject');
  });

  test('while the subject is being proven only a first order is opened', () => {
    const proving = aRegistration().inReview().afterOrder('qualification_failed', { reason: '资料不符' });
    const open = (kind: string) =>
      codesOf(
        judgeOrderEvent(
          proving.facts,
          null,
          { event: 'order_opened', actor: SPECIALIST, facts: { kind, payer: 'client', wantedName: '灯桥' } },
          contextAt(),
        ),
      );
    expect(open('first')).toEqual([]);
    for (const kind of ['renewal', 're_verification', 'rename'])
      expect(open(kind)).toEqual(['order.registration_not_ready']);
  });

  test('a failure told after the pass is a conflict that a person can settle either way', () => {
    const live = aRegistration().live();
    const order = live.facts.orders[0]?.id ?? '';
    const judged = judgeOrderEvent(
      live.facts,
      order,
      { event: 'qualification_failed', actor: WECHAT, facts: { reason: '资料不符' } },
      contextAt(),
    );
    expect(outcomeOf(judged, 'qualification_failed', 'passed')).toBe('!');
    expect(judged.changes).toContainEqual({
      kind: 'verification_set',
      fields: { conflict: expect.objectContaining({ observed: expect.objectContaining({ qualification: 'failed' }) }) },
    });
  });

  test('a pass told after the failure is settled in its favour, and then the account goes live', () => {
    const failed = aRegistration().inReview().afterOrder('qualification_failed', { reason: '资料不符' });
    const told = failed.afterOrder('qualification_passed', { expiresOn: '2027-09-28' }, { actor: WECHAT });
    expect(told.facts.verification).toMatchObject({
      qualification: 'failed',
      conflict: { code: 'order.final_state_differs', observed: { qualification: 'passed', untilOn: '2027-09-28' } },
    });
    const settled = told.after(
      'verification_conflict_resolved',
      { keep: 'observed' },
      { reason: 'Tencent corrected it' },
    );
    expect(settled.facts.verification).toMatchObject({
      qualification: 'passed',
      provenance: 'wechat_event',
      untilOn: '2027-09-28',
      conflict: null,
    });
    expect(settled.facts.registration.state).toBe('live');
  });

  test.each(cells(HEARD))('%s in %s: %s (heard from WeChat)', (event, state, expected) => {
    const { facts, order } = inState(state);
    const command = { event, actor: WECHAT, facts: FACTS[event] ?? {}, evidence: { rank: 'wechat_event' } } as const;
    expect(outcomeOf(judgeOrderEvent(facts, order.id, command, contextAt()), event, state)).toBe(expected);
  });
});
