import { describe, expect, test } from '@jest/globals';
import type { PortalRegistration } from '@daiban/contracts';
import { LOCALES, STAGES, type Locale } from '@daiban/domain/enumerations';
import { aPortalRegistration } from '../../testing/portal-home.js';
import { answersFor } from './answers.js';

type Changes = Partial<PortalRegistration>;
const RULE = { ruleId: 'type.switch', ruleValidFrom: '2023-01-01' };
const CHOOSING: Changes = {
  typeSwitch: { possible: true, ...RULE },
  expectedLive: null,
  wait: null,
  nextJob: null,
  stillNeeded: [],
};
const SETTLED: Changes = { ...CHOOSING, typeSwitch: { possible: false, ...RULE } };
const LIVE: Changes = { ...SETTLED, stage: 'live', holder: 'none' };
const ended = (ending: PortalRegistration['ending']): Changes => ({
  ...SETTLED,
  stage: 'closed',
  holder: 'none',
  ending,
});

/** The five answers: live or verified, cost, switch, owner, needed. */
function answers(changes: Changes, locale: Locale = 'en', today = '2026-09-28') {
  const reader = { locale, timeZone: 'Europe/Rome', now: `${today}T03:20:00.000Z`, today };
  return answersFor(aPortalRegistration(changes), reader);
}
const said = (index: number, changes: Changes, locale?: Locale, today?: string) =>
  answers(changes, locale, today)[index]?.answer;

describe('can we switch the type later', () => {
  test.each(['draft', 'prerequisites', 'email', 'admin_verification', 'ready', 'lapsed'] as const)(
    '%s: until we submit, afterwards never',
    (stage) => {
      expect(said(2, { ...CHOOSING, stage })).toBe(
        'Until we submit, yes. Afterwards never: it then stays a service account, and changing means a new account.',
      );
      expect(said(2, { ...CHOOSING, stage }, 'zh')).toBe(
        '提交之前可以。提交之后永远不能：届时就是服务号，换类型需要另行注册账号。',
      );
    },
  );

  test('submitted, live or handed over: no', () => {
    for (const changes of [{ ...SETTLED, stage: 'fee' } as const, LIVE, ended('handed_over')])
      expect(said(2, changes)).toMatch(/^No\. It stays a service account/);
  });

  test.each(['withdrawn', 'closed', 'migrated'] as const)('%s: only a new account can be of another type', (ending) => {
    expect(said(2, ended(ending))).toMatch(/^A new account can be of another type/);
  });
});

describe('when will it be live', () => {
  test.each<[string, Changes, string]>([
    ['the papers are open', { ...CHOOSING, stage: 'prerequisites' }, 'first the open steps'],
    ['the fee is open', { ...SETTLED, stage: 'fee' }, 'once WeChat’s review fee is paid'],
    ['the proof is open', { ...SETTLED, stage: 'proof' }, 'Once the company is proven'],
    ['the review has no known range', { ...SETTLED, stage: 'review' }, 'is not known'],
    ['a correction is wanted', { ...SETTLED, stage: 'supplement' }, 'has the correction'],
    ['it was refused', { ...SETTLED, stage: 'rejected' }, 'next attempt'],
    ['it ran out of time', { ...CHOOSING, stage: 'lapsed' }, 'started again'],
    ['it is paused', { paused: true }, 'paused'],
    ['it was given up', ended('withdrawn'), 'given up'],
  ])('%s', (_, changes, words) => {
    expect(said(0, changes)).toContain(words);
  });

  test('in review within its range, and past it', () => {
    expect(said(0, {})).toBe('10–13 Oct, if the review passes.');
    expect(said(0, {}, 'en', '2026-10-14')).toMatch(/^It was expected 10–13 Oct and takes longer than usual/);
  });

  test('of an account that is there asks how long it is verified', () => {
    for (const stage of ['live', 'restricted', 'migrating', 'closing'] as const)
      expect(answers({ ...LIVE, stage })[0]?.question).toBe('How long is it verified?');
    expect(answers(ended('handed_over'))[0]?.question).toBe('How long is it verified?');
    expect(said(0, LIVE)).toBe('It is not verified.');
  });

  test('a verification whose end nobody told is not called none', () => {
    const verification = { status: 'claimed', untilOn: null, provenance: null, ruleId: null } as const;
    expect(said(0, { ...LIVE, verification })).toBe('It is verified; until when has not been told to us.');
  });
});

describe('what does it cost each year', () => {
  test('is WeChat’s fee and ours while we look after it', () => {
    expect(said(1, LIVE)).toBe(
      '¥300 to WeChat per attempt at the yearly verification, not returned if it fails. Our own fee is in our offer.',
    );
  });

  test('is WeChat’s alone once it is handed over', () => {
    expect(said(1, ended('handed_over'))).not.toContain('Our own fee');
  });

  test.each(['withdrawn', 'closed', 'migrated'] as const)('%s: nothing', (ending) => {
    expect(said(1, ended(ending))).toBe('Nothing: there is no account to pay for.');
  });
});

describe('who owns the account', () => {
  const owner = { subjectName: 'Northlight Ltd', adminName: 'Zhou Haining', hasAdmin: true };
  test.each<[string, Changes, string]>([
    ['before it is live', { owner }, 'Northlight Ltd will own it. Zhou Haining will be the administrator.'],
    ['live', { ...LIVE, owner }, 'Northlight Ltd. Zhou Haining is the administrator.'],
    [
      'live, admin not told',
      { ...LIVE, owner: { ...owner, adminName: null, hasAdmin: false } },
      'Northlight Ltd. Who the administrator is has not been told to us.',
    ],
    [
      'coming, for a board',
      { owner: { ...owner, adminName: null } },
      'Northlight Ltd will own it. An administrator is named.',
    ],
    [
      'live, for a board',
      { ...LIVE, owner: { ...owner, adminName: null } },
      'Northlight Ltd. It has an administrator.',
    ],
    ['handed over', { ...ended('handed_over'), owner }, 'Northlight Ltd.'],
    ['given up', { ...ended('withdrawn'), owner }, 'Nobody: it was never opened.'],
    ['deregistered', { ...ended('closed'), owner }, 'Nobody any more. It belonged to Northlight Ltd.'],
  ])('%s', (_, changes, answer) => {
    expect(said(3, changes)).toBe(answer);
  });
});

describe('what do you still need from us', () => {
  const job = (kind: NonNullable<PortalRegistration['nextJob']>['kind']) => ({
    nextJob: { kind, code: null, prerequisiteId: null, dueOn: null },
  });
  test('papers, and with them what else is the client’s to do', () => {
    const stillNeeded: PortalRegistration['stillNeeded'] = [{ code: 'business_licence', state: 'open' }];
    expect(said(4, { ...SETTLED, stillNeeded })).toBe('Business licence (营业执照)');
    expect(said(4, { ...SETTLED, stillNeeded, ...job('fee') })).toBe(
      'Business licence (营业执照). And: Pay WeChat’s review fee',
    );
    expect(
      said(4, {
        ...SETTLED,
        stillNeeded,
        nextJob: { kind: 'paper', code: 'business_licence', prerequisiteId: null, dueOn: null },
      }),
    ).toBe('Business licence (营业执照)');
  });

  test.each(['sign_off', 'fee', 'transfer', 'supplement', 'renewal_decision', 'migration_confirmation'] as const)(
    'is not “nothing” while %s waits for the client',
    (kind) => {
      for (const locale of LOCALES) {
        const nothing = said(4, LIVE, locale);
        expect(said(4, { ...SETTLED, ...job(kind) }, locale)).not.toBe(nothing);
      }
    },
  );

  test('is the administrator’s scan, is nothing yet, is nothing', () => {
    expect(said(4, { ...CHOOSING, stage: 'admin_verification', holder: 'admin_person' })).toMatch(
      /^The administrator’s scan/,
    );
    expect(said(4, { ...CHOOSING, stage: 'draft', holder: 'agency' })).toMatch(/^Nothing yet\./);
    expect(said(4, { ...SETTLED, stage: 'review', holder: 'tencent' })).toBe('Nothing.');
  });
});

test('every stage and every ending has five answers in both languages', () => {
  const cases = [
    ...STAGES.map((stage): Changes => ({ ...SETTLED, stage })),
    ...(['withdrawn', 'closed', 'migrated', 'handed_over'] as const).map(ended),
  ];
  for (const locale of LOCALES) {
    for (const changes of cases) {
      const all = answers(changes, locale);
      expect(all).toHaveLength(5);
      for (const { answer } of all) expect(answer).not.toMatch(/^$|\{\{|portal\./);
    }
  }
});
