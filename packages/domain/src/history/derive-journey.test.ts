import { describe, expect, test } from '@jest/globals';
import { aRegistration, contextAt } from '../testing/registration-builder.js';
import { deriveCase } from '../registration/derive-case.js';
import { deriveJourney, type JourneyMove, type JourneyNow } from './derive-journey.js';

const DAY = (day: number) => `2026-09-${String(day).padStart(2, '0')}T03:20:00.000Z`;
const move = (to: string, day: number, orderId: string | null = null): JourneyMove => ({
  orderId,
  to,
  at: DAY(day),
  holder: 'agency',
});
const TO_PROVING = [
  move('draft', 1),
  move('awaiting_prerequisites', 3),
  move('awaiting_email', 10),
  move('awaiting_admin_verification', 12),
  move('ready_to_submit', 14),
  move('proving_subject', 14),
];
const TO_REVIEW = [
  ...TO_PROVING,
  move('preparing', 14, 'order-1'),
  move('awaiting_fee', 15, 'order-1'),
  move('awaiting_dispatch', 20, 'order-1'),
  move('in_review', 21, 'order-1'),
];
const nowOf = (facts: Parameters<typeof deriveCase>[0]): JourneyNow => {
  const { stage, holder, expectedRange } = deriveCase(facts, contextAt());
  return { stage, holder, expectedRange, today: '2026-09-28' };
};
const draw = (facts: Parameters<typeof deriveCase>[0], moves: readonly JourneyMove[]) =>
  deriveJourney(moves, facts, nowOf(facts)).map(
    ({ stage, attempt, outcome, days }) => `${stage}${attempt > 1 ? ` ${attempt}` : ''} ${outcome} ${days ?? '-'}`,
  );

describe('the journey', () => {
  test('shows what was reached with its days, where it is, and what is expected up to live', () => {
    expect(draw(aRegistration().inReview().facts, TO_REVIEW)).toEqual([
      'draft done 2',
      'prerequisites done 7',
      'email done 2',
      'admin_verification done 2',
      'ready done 0',
      'fee done 6',
      'review current 8',
      'live expected -',
    ]);
  });

  test('expects the next station between the days of the answer under way', () => {
    const { facts } = aRegistration().inReview();
    const now = nowOf(facts);
    expect(now.expectedRange).not.toBeNull();
    expect(deriveJourney(TO_REVIEW, facts, now).at(-1)).toMatchObject({
      stage: 'live',
      at: null,
      expectedFromOn: now.expectedRange?.fromOn,
      expectedToOn: now.expectedRange?.toOn,
    });
  });

  test('marks a lost attempt with the fee that burnt, and goes on with a second', () => {
    const failed = aRegistration()
      .inReview()
      .afterOrder('qualification_failed', { reason: '不符' }, { evidence: { rank: 'typed' } });
    const moves = [...TO_REVIEW, move('failed', 25, 'order-1')];
    expect(draw(failed.facts, moves).slice(6)).toEqual([
      'review done 5',
      'rejected current 3',
      'fee 2 expected -',
      'review 2 expected -',
      'live expected -',
    ]);
    const second = failed.afterOrder('order_opened', { kind: 'first', payer: 'client' });
    const stations = deriveJourney([...moves, move('preparing', 26, 'order-2')], second.facts, nowOf(second.facts));
    expect(stations.filter(({ stage }) => stage === 'rejected')).toMatchObject([
      { outcome: 'lost', lost: { amountMinor: 300_00, currency: 'CNY' } },
    ]);
    expect(stations.find(({ outcome }) => outcome === 'current')).toMatchObject({ stage: 'fee', attempt: 2 });
  });

  test('goes back to a station it had reached before', () => {
    const back = aRegistration().awaitingEmail().after('reopened', { to: 'awaiting_prerequisites' });
    const moves = [...TO_PROVING.slice(0, 3), move('awaiting_prerequisites', 20)];
    expect(draw(back.facts, moves).slice(0, 4)).toEqual([
      'draft done 2',
      'prerequisites done 7',
      'email done 10',
      'prerequisites 2 current 8',
    ]);
  });

  test('an unpaid order that ends with its registration is no station', () => {
    const lapsed = aRegistration().awaitingFee().after('registration_lapsed');
    const moves = [
      ...TO_PROVING,
      move('preparing', 14, 'order-1'),
      move('cancelled', 20, 'order-1'),
      move('lapsed', 20),
    ];
    expect(draw(lapsed.facts, moves).filter((station) => station.startsWith('rejected'))).toEqual([]);
  });

  test('tells whose days they were where hands changed within a station', () => {
    const { facts } = aRegistration().live('2027-09-28T16:00:00.000Z');
    const moves: JourneyMove[] = [
      ...TO_REVIEW,
      { ...move('passed', 22, 'order-1'), holder: 'tencent' },
      { ...move('live', 22), holder: 'tencent' },
      { orderId: null, to: null, at: DAY(23), holder: 'none' },
      { orderId: null, to: null, at: DAY(26), holder: 'agency' },
    ];
    const stations = deriveJourney(moves, facts, { ...nowOf(facts), holder: 'agency' });
    expect(stations.at(-1)).toMatchObject({
      stage: 'live',
      holder: 'agency',
      days: 6,
      held: [
        { holder: 'tencent', days: 1 },
        { holder: 'none', days: 3 },
        { holder: 'agency', days: 2 },
      ],
    });
    const settled = [...moves, { orderId: null, to: 'restricted', at: DAY(27), holder: 'agency' } as const];
    const live = deriveJourney(settled, facts, nowOf(facts)).find(({ stage }) => stage === 'live');
    expect(live).toMatchObject({ holder: 'none', days: 5 });
  });

  test('passes the turn to the admin on the day after a freeze', () => {
    const { facts } = aRegistration().registration({ state: 'closing', freezeEndsOn: '2026-09-25' });
    const moves: JourneyMove[] = [
      ...TO_PROVING,
      move('live', 15),
      { ...move('closing', 18), holder: 'tencent' },
      { orderId: null, to: null, at: DAY(27), holder: 'admin_person' },
    ];
    expect(deriveJourney(moves, facts, { ...nowOf(facts), holder: 'admin_person' }).at(-1)).toMatchObject({
      held: [
        { holder: 'tencent', days: 8 },
        { holder: 'admin_person', days: 2 },
      ],
    });
  });

  test('calls a live account due or expired once time made it so', () => {
    const { facts } = aRegistration().live('2026-10-10T16:00:00.000Z');
    const moves = [...TO_REVIEW, move('passed', 26, 'order-1'), move('live', 26)];
    expect(draw(facts, moves).at(-1)).toBe('renewal_due current 2');
  });
});
