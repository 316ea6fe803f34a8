import { describe, expect, test } from '@jest/globals';
import { SUBJECT_TYPES, type SubjectType } from '../enumerations/index.js';
import { contextAt, NOW, SPECIALIST } from '../testing/registration-builder.js';
import type { CommandFacts } from '../machine/fact-spec.js';
import { expectedAnswer, judgeQuotaRaise, type QuotaRaiseCase, type QuotaRaiseCommand } from './judge-quota-raise.js';
import type { QuotaRaiseEvent, QuotaRaiseState } from '../rulebook/quota-raise-transitions.js';

const subject: QuotaRaiseCase = {
  subjectType: 'enterprise',
  hasRestrictedAccount: false,
  used: 2,
  grantedAccounts: 0,
  hasOtherUnderWay: false,
  agency: { memberIds: [], fileIds: [] },
  raise: null,
};
const ask = (given: Partial<QuotaRaiseCase> = {}, command: Partial<QuotaRaiseCommand> = {}) =>
  judgeQuotaRaise(
    { ...subject, ...given },
    { event: 'raise_requested', actor: SPECIALIST, reason: '为另一个品牌开设服务号', ...command },
    contextAt(NOW),
  );
const FACTS: Partial<Record<QuotaRaiseEvent, CommandFacts>> = { raise_granted: { grantedAccounts: 1 } };
const found = (judgement: ReturnType<typeof ask>) => judgement.findings.map(({ code, kind }) => `${kind} ${code}`);
const answer = (state: QuotaRaiseState, event: QuotaRaiseEvent, more: Partial<QuotaRaiseCommand> = {}) =>
  judgeQuotaRaise(
    {
      ...subject,
      raise: { state, stateSince: '2026-09-27T00:00:00.000Z', grantedAccounts: state === 'granted' ? 1 : null },
    },
    { event, actor: SPECIALIST, evidence: { rank: 'screenshot' }, facts: FACTS[event], ...more },
    contextAt(NOW),
  );

describe('more accounts', () => {
  test.each<[SubjectType, string[]]>([
    ['individual', ['hard quota_raise.not_open']],
    ['sole_proprietor', ['hard quota_raise.not_open']],
    ['enterprise', []],
    ['other_organisation', []],
    ['overseas_enterprise', ['unknown quota_raise.limit_unknown']],
  ])('asked for by %s: %j', (subjectType, expected) => {
    expect(SUBJECT_TYPES).toContain(subjectType);
    expect(found(ask({ subjectType }))).toEqual(expected);
  });

  test('are not asked for while an account of the subject is restricted, or another request waits', () => {
    expect(found(ask({ hasRestrictedAccount: true }))).toEqual(['hard quota_raise.blocked']);
    expect(found(ask({ hasOtherUnderWay: true }))).toEqual(['hard quota_raise.already_open']);
  });

  test('are asked for once the limit is reached: a free place is told first, and a person’s word passes it', () => {
    const free = { kind: 'soft', code: 'quota_raise.limit_not_reached', ruleId: 'quota.subject.enterprise' };
    expect(ask({ used: 1 }).findings).toMatchObject([{ ...free, params: { used: 1, limit: 2 } }]);
    expect(ask({ used: 2, grantedAccounts: 1 }).findings).toMatchObject([{ ...free, params: { used: 2, limit: 3 } }]);
    expect(found(ask({ used: 3, grantedAccounts: 1 }))).toEqual([]);
    const acknowledgements = [{ code: free.code, reason: 'two more are asked for at once' }];
    expect(ask({ used: 1 }, { acknowledgements }).applied).toMatchObject({ state: 'requested' });
    expect(found(ask({ subjectType: 'individual', used: 0 }))).toEqual(['hard quota_raise.not_open']);
  });

  test('take a reason of two hundred characters, however they are written', () => {
    expect(found(ask({}, { reason: '字'.repeat(200) }))).toEqual([]);
    expect(found(ask({}, { reason: '😀'.repeat(200) }))).toEqual([]);
    expect(found(ask({}, { reason: '字'.repeat(201) }))).toEqual(['policy quota_raise.reason_too_long']);
  });

  test('of an overseas company pass with the name of who answered', () => {
    const acknowledgements = [
      { code: 'quota_raise.limit_unknown', reason: 'may be asked for', answeredBy: 'Tencent, Ms Li' },
    ];
    expect(ask({ subjectType: 'overseas_enterprise' }, { acknowledgements }).applied).toEqual({
      state: 'requested',
      outcome: 'moved',
      grantedAccounts: null,
    });
  });

  test('are nothing a client or a viewer records', () => {
    const viewer = { ...SPECIALIST, role: 'viewer' } as const;
    expect(found(ask({}, { actor: viewer }))).toEqual(['hard actor.not_allowed']);
  });
});

describe('the answer', () => {
  test.each<[QuotaRaiseState, QuotaRaiseEvent, QuotaRaiseState]>([
    ['requested', 'raise_pre_approved', 'pre_approved'],
    ['requested', 'raise_granted', 'granted'],
    ['pre_approved', 'raise_granted', 'granted'],
    ['requested', 'raise_refused', 'refused'],
    ['pre_approved', 'raise_refused', 'refused'],
    ['refused', 'raise_granted', 'granted'],
    ['granted', 'raise_refused', 'refused'],
  ])('takes a request from %s by %s to %s', (state, event, to) => {
    const grantedAccounts = to === 'granted' ? 1 : null;
    expect(answer(state, event).applied).toEqual({ state: to, outcome: 'moved', grantedAccounts });
  });

  test('needs evidence', () => {
    expect(found(answer('requested', 'raise_granted', { evidence: undefined }))).toEqual(['hard evidence.missing']);
  });

  test('of a grant says how many: no number is made up', () => {
    expect(found(answer('requested', 'raise_granted', { facts: {} }))).toEqual(['hard facts.missing']);
  });

  test('that comes after a later one is old news, and takes nothing from it', () => {
    const old = { state: 'granted', outcome: 'already', grantedAccounts: 1 };
    expect(answer('granted', 'raise_pre_approved').applied).toEqual(old);
    expect(answer('granted', 'raise_granted').applied).toEqual(old);
  });

  test('told again with another number corrects the first', () => {
    const corrected = answer('granted', 'raise_granted', { facts: { grantedAccounts: 5 } });
    expect(corrected.applied).toEqual({ state: 'granted', outcome: 'stayed', grantedAccounts: 5 });
  });
});

test('an answer asked for on the Monday before the October holiday is due within three working days', () => {
  expect(expectedAnswer(NOW, contextAt(NOW))).toEqual({ fromOn: '2026-09-29', toOn: '2026-10-08', provisional: false });
});
