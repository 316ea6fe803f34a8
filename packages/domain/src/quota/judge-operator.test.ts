import { describe, expect, test } from '@jest/globals';
import { contextAt, NOW } from '../testing/registration-builder.js';
import { judgeOperator, type OperatorFacts } from './judge-operator.js';

const account: OperatorFacts['account'] = {
  state: 'live',
  accountType: 'service',
  adminPersonId: 'admin-1',
  seats: { long: 0, short: 0 },
  operatorIds: [],
};
const person: OperatorFacts['person'] = { id: 'person-2', wechatHasOwnCard: true, accounts: 0 };
interface Given {
  account?: Partial<OperatorFacts['account']>;
  person?: Partial<OperatorFacts['person']>;
  term?: 'long' | 'short';
  followsAccount?: boolean;
  now?: string;
}
const judge = ({ term = 'long', followsAccount = true, now = NOW, ...facts }: Given) =>
  judgeOperator(
    { account: { ...account, ...facts.account }, person: { ...person, ...facts.person } },
    { term, followsAccount },
    contextAt(now),
  );
const codes = (given: Given) => judge(given).findings.map(({ code, kind, ruleId }) => [code, kind, ruleId]);

describe('an operator’s seat', () => {
  test('is free to a follower with a card of their own on a live account', () => {
    expect(judge({})).toEqual({ findings: [], endsOn: null });
  });

  test.each<[string, Given, [string, string, string | null][]]>([
    [
      'before the account is live',
      { account: { state: 'proving_subject' } },
      [['operator.account_not_live', 'hard', 'operator.follows']],
    ],
    [
      'on a frozen account',
      { account: { state: 'restricted' } },
      [['operator.account_not_live', 'hard', 'operator.follows']],
    ],
    ['to the admin', { person: { id: 'admin-1' } }, [['operator.is_admin', 'hard', 'operator.long_seats']]],
    ['twice to one person', { account: { operatorIds: ['person-2'] } }, [['operator.already_bound', 'hard', null]]],
    [
      'to somebody who does not follow',
      { followsAccount: false },
      [['operator.not_following', 'hard', 'operator.follows']],
    ],
    [
      'without a bank card of their own',
      { person: { wechatHasOwnCard: false } },
      [['operator.card_not_bound', 'hard', 'operator.own_card']],
    ],
    [
      'to a sixth long-term operator',
      { account: { seats: { long: 5, short: 0 } } },
      [['operator.long_seats_full', 'policy', 'operator.long_seats']],
    ],
    [
      'to a twenty-first short-term operator',
      { term: 'short', account: { seats: { long: 0, short: 20 } } },
      [['operator.short_seats_full', 'policy', 'operator.short_seats']],
    ],
    [
      'on a person’s sixth account',
      { person: { accounts: 5 } },
      [['operator.accounts_full', 'policy', 'operator.accounts']],
    ],
  ])('is refused %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
  });

  test('long and short terms are counted apart: five and twenty', () => {
    expect(codes({ account: { seats: { long: 5, short: 19 } }, term: 'short' })).toEqual([]);
    expect(codes({ account: { seats: { long: 4, short: 20 } }, term: 'long' })).toEqual([]);
  });

  test.each([
    ['2026-09-28T03:20:00.000Z', '2026-10-28'],
    ['2027-01-31T02:00:00.000Z', '2027-02-28'],
    // 23:30 in London is the next morning in Shanghai.
    ['2026-09-28T22:30:00.000Z', '2026-10-29'],
  ])('of a short term bound at %s ends on %s', (now, endsOn) => {
    expect(judge({ term: 'short', now }).endsOn).toBe(endsOn);
  });

  test('of a Mini Program is unknown: what holds for Official Accounts is not copied', () => {
    const full = { accountType: 'mini_program', seats: { long: 9, short: 0 } } as const;
    expect(codes({ account: full, person: { wechatHasOwnCard: false, accounts: 9 }, followsAccount: false })).toEqual([
      ['operator.unknown_for_type', 'unknown', 'operator.long_seats'],
    ]);
  });
});
