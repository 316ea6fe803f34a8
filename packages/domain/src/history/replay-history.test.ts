import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CUSTODY_FACTS, ORDER_EVENTS, REGISTRATION_EVENTS, REOPEN_TARGETS, ROUTES } from '../index.js';
import type { OrderEvent, RegistrationEvent } from '../enumerations/index.js';
import { applyChanges } from '../registration/apply-changes.js';
import { judgeRegistrationEvent, listAvailableEvents } from '../registration/judge-registration-event.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import { aRegistration, contextAt, OWNER, SPECIALIST, WECHAT } from '../testing/registration-builder.js';
import { judgeOrderEvent, listAvailableOrderEvents } from '../verification/judge-order-event.js';
import { HistoryDoesNotReplay, replayHistory, type ReplayEntry } from './replay-history.js';

const START = Date.parse('2026-09-28T03:20:00Z');
const money = { amountMinor: 300_00, currency: 'CNY' };

/** Anything somebody might try next, sensible or not. */
const attempts = fc.record({
  event: fc.constantFrom<RegistrationEvent | OrderEvent>(
    ...REGISTRATION_EVENTS.filter((event) => event !== 'registration_created' && event !== 'registration_imported'),
    ...ORDER_EVENTS,
  ),
  actor: fc.constantFrom(OWNER, SPECIALIST, WECHAT),
  rank: fc.constantFrom('wechat_event', 'typed'),
  to: fc.constantFrom(...REOPEN_TARGETS),
  route: fc.constantFrom(...ROUTES),
  kind: fc.constantFrom('first', 'renewal', 're_verification', 'rename'),
  hours: fc.integer({ min: 0, max: 2000 }),
  pick: fc.integer({ min: 0, max: 49 }),
});

const steps = [
  'advice_accepted',
  'prerequisites_completed',
  'email_confirmed',
  'admin_verified',
  'information_submitted',
  'application_submitted',
  'fee_paid',
  'auditor_assigned',
] as const;

/** Tries each attempt and keeps what was accepted: the facts at the end, and the history as it would be stored. */
function live(tries: readonly (typeof attempts extends fc.Arbitrary<infer T> ? T : never)[], head: number) {
  let facts: RegistrationFacts = aRegistration().withSuccessors().registration({ state: null }).facts;
  const entries: ReplayEntry[] = [];
  let at = START;
  let orders = 0;
  const attempt = (event: RegistrationEvent | OrderEvent, extra: Partial<(typeof tries)[number]> = {}) => {
    const context = contextAt(new Date(at).toISOString());
    const command = {
      actor: extra.actor ?? SPECIALIST,
      reason: 'as agreed',
      evidence: { rank: extra.rank === 'wechat_event' ? 'wechat_event' : 'typed' },
      acknowledgements: ['fee.unknown', 'order.rename_effect_unknown', 'route.unknown', 'order.until_unknown'].map(
        (code) => ({ code, reason: 'asked', answeredBy: 'Tencent' }),
      ),
      facts: {
        to: extra.to ?? 'draft',
        route: extra.route ?? 'small_transfer',
        kind: extra.kind ?? 'first',
        payer: 'client',
        wantedName: '灯桥茶舍',
        controlProven: true,
        scanSeen: true,
        amount: money,
        means: 'wechat_pay',
        paidOn: '2026-09-28',
        sentOn: '2026-09-28',
        payerName: '灯桥（上海）茶业有限公司',
        firstPayment: 'asked_back',
        provider: 'A',
        answered: true,
        reason: '不清晰',
        cause: 'other',
        qualification: 'passed',
        keep: 'held',
        personId: 'person-2',
        newName: '灯桥茶馆',
        registeredName: '灯桥（上海）茶饮有限公司',
        targetName: '灯桥',
        targetAccountType: 'service',
        targetSubjectType: 'enterprise',
        targetCountryCode: 'CN',
        targetVerified: true,
        followers: 10,
        payClosed: true,
        adsClosed: true,
        servicesClosed: true,
        ...Object.fromEntries(Object.values(CUSTODY_FACTS).map((fact) => [fact, true])),
      },
    } as const;
    const isOrder = (ORDER_EVENTS as readonly string[]).includes(event);
    const order = facts.orders[0];
    if (isOrder && event !== 'order_opened' && !order) return;
    const judgement = isOrder
      ? judgeOrderEvent(
          facts,
          event === 'order_opened' ? null : (order?.id ?? null),
          { ...command, event: event as OrderEvent },
          context,
        )
      : judgeRegistrationEvent(facts, { ...command, event: event as RegistrationEvent }, context);
    if (!judgement.allowed) {
      expect(judgement.changes).toEqual([]);
      return;
    }
    const opened = judgement.changes.some((change) => change.kind === 'order_opened');
    if (opened) orders += 1;
    facts = applyChanges(facts, judgement.changes, `order-${orders}`);
    for (const change of judgement.changes) {
      if (change.kind === 'history')
        entries.push({
          ...change.entry,
          orderId: change.entry.orderId === 'new' ? `order-${orders}` : change.entry.orderId,
        });
    }
    if (event === 'advice_accepted' || event === 'order_opened') {
      facts = aRegistration()
        .with(() => facts)
        .prepared().facts;
    }
  };
  attempt('registration_created');
  for (const event of steps.slice(0, head)) attempt(event);
  for (const one of tries) {
    at += one.hours * 3_600_000;
    // Mostly something a screen would offer, so that histories grow long; now and then anything at all.
    const context = contextAt(new Date(at).toISOString());
    const order = facts.orders[0];
    const offered = [
      ...listAvailableEvents(facts, OWNER, context),
      ...(order ? listAvailableOrderEvents(facts, order.id, OWNER, context) : []),
    ].filter(({ allowed }) => allowed);
    attempt(
      one.pick < 40 && offered.length > 0 ? (offered[one.pick % offered.length]?.event ?? one.event) : one.event,
      one,
    );
  }
  return { facts, entries };
}

describe('replaying a history', () => {
  test('any history of accepted events gives the same states again', () => {
    let longest = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(attempts, { maxLength: 60, size: 'max' }),
        fc.integer({ min: 0, max: steps.length }),
        (tries, head) => {
          const { facts, entries } = live(tries, head);
          const replayed = replayHistory(entries);
          longest = Math.max(longest, entries.length);
          for (const { type, outcome } of entries) if (outcome !== 'already') seen.add(type);
          expect(replayed.state).toBe(facts.registration.state);
          expect(Object.fromEntries(replayed.orders)).toEqual(
            Object.fromEntries(facts.orders.map(({ id, state }) => [id, state])),
          );
        },
      ),
      { numRuns: 300 },
    );
    expect(longest).toBeGreaterThan(15);
    // The life after is among what was tried, not only the way to it.
    expect([...seen]).toEqual(expect.arrayContaining(['admin_changed', 'migration_started', 'deregistration_started']));
  });

  test('an entry that the tables could not have written is named', () => {
    const { entries } = live([], 4);
    const forged = entries.map((entry, index) => (index === 2 ? { ...entry, to: 'live' } : entry));
    expect(() => replayHistory(forged)).toThrow(HistoryDoesNotReplay);
    expect(() => replayHistory(entries.toSpliced(2, 1))).toThrow(
      'starts from awaiting_email, not awaiting_prerequisites',
    );
  });
});
