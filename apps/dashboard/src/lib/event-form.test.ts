import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '@daiban/contracts';
import {
  buildEventInput,
  EMPTY_DRAFT,
  findFieldProblems,
  findingsToAnswer,
  parseAmount,
  type OfferedEvent,
} from './event-form.js';

const finding = (code: string, kind: Refusal['kind']): Refusal => ({
  code,
  kind,
  message: code,
  rule: null,
  clearedBy: '',
  clearedByHolder: 'agency',
});

const feePaid: OfferedEvent = {
  event: 'fee_paid',
  allowed: true,
  refusals: [],
  warnings: [finding('fee.differs', 'soft')],
  unknowns: [],
  factsNeeded: [
    { name: 'amount', kind: 'money', required: true },
    { name: 'means', kind: 'enum', required: true, options: ['wechat_pay', 'bank_transfer'] },
    { name: 'paidOn', kind: 'date', required: true },
    { name: 'receivingNumber', kind: 'text', required: false, maxLength: 64 },
    { name: 'evidence', kind: 'evidence', required: false },
  ],
};

describe('the form of an event', () => {
  test.each([
    ['300', 30_000],
    ['300.5', 30_050],
    ['1,200.00', 120_000],
    ['0', 0],
  ])('reads %s as %d cents', (typed, cents) => expect(parseAmount(typed)).toBe(cents));

  test.each(['', 'abc', '3.005', '-5', '1e3'])('does not take "%s" for an amount', (typed) =>
    expect(parseAmount(typed)).toBeNull(),
  );

  test('names every required field that is empty, and every unanswered warning', () => {
    const problems = findFieldProblems(feePaid, EMPTY_DRAFT, feePaid.warnings);
    expect([...problems].sort()).toEqual(['amount', 'fee.differs.reason', 'means', 'paidOn']);
  });

  describe('of a migration', () => {
    const own = { required: true, unless: 'targetRegistrationId' } as const;
    const migration: OfferedEvent = {
      ...feePaid,
      event: 'migration_started',
      warnings: [],
      factsNeeded: [
        { name: 'targetRegistrationId', kind: 'uuid', required: false, of: 'registration' },
        { name: 'targetName', kind: 'text', ...own },
        { name: 'targetVerified', kind: 'boolean', ...own },
        { name: 'moveFollowers', kind: 'boolean', required: false },
        { name: 'targetFollowers', kind: 'count', onlyWith: 'moveFollowers', ...own },
      ],
    };
    const draftOf = (facts: Record<string, string>) => ({ ...EMPTY_DRAFT, facts });
    const problems = (facts: Record<string, string>) => [...findFieldProblems(migration, draftOf(facts), [])];

    test('asks for the target, and for its followers only where they matter', () => {
      expect(problems({})).toEqual(['targetName']);
      expect(problems({ moveFollowers: 'true' })).toEqual(['targetName', 'targetFollowers']);
    });

    test('asks nothing that a chosen account of ours tells, and sends nothing of it', () => {
      const facts = { targetRegistrationId: 'id-2', targetName: 'typed before', targetFollowers: '5' };
      expect(problems(facts)).toEqual([]);
      expect(buildEventInput(migration, draftOf(facts), []).facts).toEqual({
        targetRegistrationId: 'id-2',
        targetVerified: false,
        moveFollowers: false,
      });
    });
  });

  test('asks whom we asked, where nobody knows', () => {
    const unknown = finding('order.individual_unknown', 'unknown');
    const draft = { ...EMPTY_DRAFT, answers: { [unknown.code]: { reason: 'hotline', answeredBy: ' ' } } };
    expect([...findFieldProblems({ ...feePaid, factsNeeded: [] }, draft, [unknown])]).toEqual([
      'order.individual_unknown.answeredBy',
    ]);
  });

  test('sends amounts in cents, leaves empty fields out and answers the warning', () => {
    const draft = {
      ...EMPTY_DRAFT,
      facts: { amount: '300', means: 'wechat_pay', paidOn: '2026-09-28', receivingNumber: ' ' },
      evidence: { rank: 'screenshot' as const, note: '', countersignedBy: '' },
      answers: { 'fee.differs': { reason: ' the page asked for it ', answeredBy: '' } },
    };
    expect(findFieldProblems(feePaid, draft, feePaid.warnings).size).toBe(0);
    expect(buildEventInput(feePaid, draft, feePaid.warnings)).toEqual({
      facts: { amount: { amountMinor: 30_000, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' },
      evidence: { rank: 'screenshot' },
      acknowledgements: [{ code: 'fee.differs', reason: 'the page asked for it' }],
    });
  });

  test('keeps why we do something apart from what Tencent said', () => {
    const reason = { name: 'reason', kind: 'text' as const, required: true };
    const draft = { ...EMPTY_DRAFT, reason: 'The seal differs' };
    expect(buildEventInput({ ...feePaid, event: 'reopened', factsNeeded: [reason] }, draft, [])).toEqual({
      reason: 'The seal differs',
    });
    expect(buildEventInput({ ...feePaid, event: 'supplement_requested', factsNeeded: [reason] }, draft, [])).toEqual({
      facts: { reason: 'The seal differs' },
    });
  });

  test('takes the time of day for Beijing time', () => {
    const draft = { ...EMPTY_DRAFT, occurredAt: '2026-09-28T11:20' };
    expect(buildEventInput({ ...feePaid, factsNeeded: [] }, draft, []).occurredAt).toBe('2026-09-28T03:20:00.000Z');
  });

  test('asks once about a warning that the event had and the API found again; a hard refusal cannot be answered', () => {
    const refused = [
      finding('fee.differs', 'soft'),
      finding('order.sealed', 'hard'),
      finding('fee.unknown', 'unknown'),
    ];
    expect(findingsToAnswer(feePaid, refused).map(({ code }) => code)).toEqual(['fee.differs', 'fee.unknown']);
  });
});
