import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createPortalLink,
  getRegistration,
  getRule,
  listHistory,
  listRegistrations,
  listRules,
  overrideRule,
  type OperationCall,
  type Rule,
} from '@daiban/contracts';
import { SHIPPED_RULES } from '@daiban/domain';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

const TODAY = '2026-09-28';
const PROMISE = 'promise.time';
const RANGE = 'review.mainland';

let api: TestApi;
let agency: TestAgency;
let other: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  other = await api.createAgency('Paper Crane');
}, 30_000);
afterAll(() => api.stop());

type Body = Partial<OperationCall<typeof overrideRule>['body']>;
const override = (id: string, body: Body, { by = agency.apiKeys.owner, dryRun = false } = {}) =>
  api.call(by, overrideRule, {
    params: { id },
    query: dryRun ? { dryRun: 'true' } : {},
    body: { value: '16:00', validFrom: TODAY, reason: 'The team leaves at five.', ...body },
  });
const read = (query: OperationCall<typeof listRules>['query'] = {}, by = agency.apiKeys.viewer) =>
  api.call(by, listRules, { query });
const ruleOf = async (id: string, asOf?: string, by = agency.apiKeys.viewer): Promise<Rule> =>
  api.call(by, getRule, { params: { id }, query: asOf ? { asOf } : {} });

describe('the rulebook', () => {
  test('tells every rule of today with its sentence, its source and how sure we are', async () => {
    const { items, asOf, nouns, nextCursor } = await read();
    expect([asOf, nextCursor]).toEqual([TODAY, null]);
    const inForce = SHIPPED_RULES.filter(
      (rule: { validFrom: string; validTo?: string }) =>
        rule.validFrom <= TODAY && (rule.validTo === undefined || rule.validTo > TODAY),
    );
    expect(items.map(({ id }) => id).toSorted()).toEqual(inForce.map(({ id }) => id).toSorted());
    for (const { id, text, sentence, source } of items)
      expect([
        id,
        ...[text, sentence, source.title, source.says].filter((told) => told === '' || told.startsWith('rules.')),
      ]).toEqual([id]);
    expect(nouns.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
  });

  test('tells the book of any day: 50 accounts a company, then 5, then 2', async () => {
    const limits = await Promise.all(
      ['2017-06-01', '2018-02-10', '2018-11-15', '2018-11-16', '2030-01-01'].map(async (asOf) =>
        ruleOf('quota.subject.enterprise', asOf),
      ),
    );
    expect(limits.map(({ value }) => value)).toEqual([50, 5, 5, 2, 2]);
    expect(limits[0]?.history.map(({ validFrom, value }) => [validFrom, value])).toEqual([
      ['2018-11-16', 2],
      ['2018-02-10', 5],
      [expect.any(String), 50],
    ]);
    const { items } = await read({ asOf: '1999-01-01' });
    expect(items).toEqual([]);
    await expect(ruleOf('quota.subject.enterprise', '1999-01-01')).rejects.toMatchObject({
      problem: { status: 404, code: 'rule.unknown' },
    });
  });

  test('is found by words, by what it is about and by kind, in the reader’s language', async () => {
    const found = await read({ q: 'mainland REVIEW', noun: 'review' });
    expect(found.items.map(({ id }) => id)).toContain(RANGE);
    expect(found.items.every(({ noun }) => noun === 'review')).toBe(true);
    const unknown = await read({ kind: 'unknown' });
    expect(unknown.items.length).toBeGreaterThan(0);
    expect(unknown.items.every(({ kind }) => kind === 'unknown')).toBe(true);
    const chinese = await api.call(
      agency.apiKeys.viewer,
      listRules,
      { query: { noun: 'review' } },
      { headers: { 'Accept-Language': 'zh' } },
    );
    expect(chinese.items.map(({ sentence }) => /\p{Script=Han}/u.test(sentence))).not.toContain(false);
  });

  test.each(['promise', 'no.such_rule', '__proto__', 'toString'])('knows no rule %s', async (id) => {
    await expect(ruleOf(id)).rejects.toMatchObject({ problem: { status: 404, code: 'rule.unknown' } });
    await expect(override(id, {})).rejects.toMatchObject({ problem: { status: 404, code: 'rule.unknown' } });
  });
});

describe('an own value', () => {
  test.each<[string, string, Body, number, string]>([
    ['of a rule that nobody can lift', 'payment.own_receiving_number', { value: false }, 422, 'rule.not_overridable'],
    ['of what nobody knows', 'quota.subject.overseas_enterprise', { value: 2 }, 422, 'rule.not_overridable'],
    ['in another shape', RANGE, { value: 7 }, 422, 'rule.value_shape'],
    ['from the later to the earlier day', RANGE, { value: { from: 9, to: 5 } }, 422, 'rule.value_shape'],
    [
      'in another currency',
      'fee.official_account.enterprise',
      { value: { amountMinor: 30_000, currency: 'USD' } },
      422,
      'rule.value_shape',
    ],
    ['from yesterday on', PROMISE, { validFrom: '2026-09-27' }, 422, 'rule.valid_from_past'],
    ['taken back that was never set', PROMISE, { value: null }, 422, 'rule.nothing_to_withdraw'],
  ])('%s is refused', async (_, id, body, status, code) => {
    await expect(override(id, body)).rejects.toMatchObject({ problem: { status, code } });
    expect((await ruleOf(id)).overridden).toBeNull();
  });

  test('in another shape is told the form and its bounds', async () => {
    await expect(override(RANGE, { value: { from: 1, to: 500 } })).rejects.toMatchObject({
      problem: { detail: expect.stringMatching(/“from” and “to”.* working days from 0 to 120/) },
    });
  });

  test.each(['viewer', 'specialist', 'manager'] as const)('is not for a %s to set', async (role) => {
    await expect(override(PROMISE, {}, { by: agency.apiKeys[role] })).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });

  test('changes decisions from its day on, touches the open cases at once, and stays with its agency', async () => {
    const walk = new CaseWalk(api, agency);
    const { id } = await walk.advance(await walk.openCase(), 'in_review');
    const elsewhere = new CaseWalk(api, other);
    const theirs = await elsewhere.advance(await elsewhere.openCase(), 'in_review');
    const before = await api.call(walk.key, getRegistration, { params: { id } });
    expect(before.expectedRange).toMatchObject({ minDays: 5, maxDays: 7, rule: { id: RANGE } });

    const tried = await override(RANGE, { value: { from: 8, to: 12 } }, { dryRun: true });
    expect(tried.override).toBeNull();
    expect(tried.casesTouched).toMatchObject({
      count: 1,
      truncated: false,
      askedAll: true,
      cases: [{ registrationId: id }],
    });
    expect(tried.casesTouched.cases[0]?.changed).toContain('expectedRange');
    expect(tried.after).not.toBe(tried.before);
    expect((await ruleOf(RANGE)).overridden).toBeNull();

    const set = await override(RANGE, { value: { from: 8, to: 12 }, reason: 'Tencent is slow this autumn.' });
    expect(set.casesTouched).toEqual(tried.casesTouched);
    const after = await api.call(walk.key, getRegistration, { params: { id } });
    expect(after.expectedRange).toMatchObject({
      minDays: 8,
      maxDays: 12,
      rule: { validFrom: TODAY, source: 'Set by the agency itself' },
    });
    const [listed] = (await api.call(walk.key, listRegistrations, { query: {} })).items;
    expect(listed).toMatchObject({
      expectedFromOn: after.expectedRange?.fromOn,
      expectedToOn: after.expectedRange?.toOn,
    });

    expect(await ruleOf(RANGE)).toMatchObject({
      value: { from: 8, to: 12 },
      overridden: { value: { from: 5, to: 7 }, reason: 'Tencent is slow this autumn.', validFrom: TODAY },
    });
    expect((await ruleOf(RANGE, '2026-09-27')).overridden).toBeNull();
    expect((await ruleOf(RANGE, undefined, other.apiKeys.viewer)).overridden).toBeNull();
    const untouched = await api.call(elsewhere.key, getRegistration, { params: { id: theirs.id } });
    expect(untouched.expectedRange).toMatchObject({ minDays: 5, maxDays: 7 });

    const [entry] = await runAsSuperuser<{ payload: unknown }>(
      api.database,
      `SELECT payload FROM history_entry WHERE agency_id = $1 AND record_type = 'agency' AND kind = 'rule_overridden'`,
      [agency.id],
    );
    expect(entry?.payload).toMatchObject({
      ruleId: RANGE,
      before: { from: 5, to: 7 },
      value: { from: 8, to: 12 },
      validFrom: TODAY,
    });

    await override(RANGE, { value: null, reason: 'Back to normal.' });
    const back = await ruleOf(RANGE);
    expect(back.overridden).toBeNull();
    // Decisions of this morning were made by it.
    expect(back.history.slice(0, 2).map(({ validFrom, validTo, own }) => [validFrom, validTo, own?.reason])).toEqual([
      [TODAY, null, undefined],
      [TODAY, TODAY, 'Tencent is slow this autumn.'],
    ]);
    expect((await api.call(walk.key, getRegistration, { params: { id } })).expectedRange).toMatchObject({
      minDays: 5,
      maxDays: 7,
    });
  });

  test('leaves a decision with the rule it was made by', async () => {
    const fee = 'fee.official_account.enterprise';
    const walk = new CaseWalk(api, other);
    const { id, order } = await walk.advance(await walk.openCase(), 'awaiting_fee');
    expect(order?.fee).toEqual({ amountMinor: 30_000, currency: 'CNY' });
    await override(fee, { value: { amountMinor: 45_000, currency: 'CNY' } }, { by: other.apiKeys.owner });
    const { items } = await api.call(walk.key, listHistory, { params: { id }, query: {} });
    expect(items.find(({ kind }) => kind === 'application_submitted')?.rules).toMatchObject([
      { id: fee, value: { amountMinor: 30_000, currency: 'CNY' }, sentence: expect.stringContaining('300') },
    ]);
  });

  test('set ahead holds from its day on; on that day the open cases are derived by it', async () => {
    const ahead = await api.createAgency('Early Bird');
    const walk = new CaseWalk(api, ahead);
    const { id, promise } = await walk.openCase();
    const to = (own: string) => promise?.by.replace('T09:00', own);
    expect(promise?.by).toContain('T09:00:00');
    await override(PROMISE, { value: '16:00', validFrom: '2026-09-29' }, { by: ahead.apiKeys.owner });
    expect((await ruleOf(PROMISE, undefined, ahead.apiKeys.viewer)).overridden).toBeNull();
    expect(await ruleOf(PROMISE, '2026-09-29', ahead.apiKeys.viewer)).toMatchObject({ value: '16:00' });
    const due = async () => (await api.call(walk.key, listRegistrations, { query: {} })).items[0]?.dueAt;
    await api.tick();
    expect(await due()).toBe(promise?.by);
    await api.moveClock('2026-09-29T03:20:00.000Z');
    await api.tick();
    expect(await due()).toBe(to('T08:00'));
    expect((await api.call(walk.key, getRegistration, { params: { id } })).promise?.by).toBe(to('T08:00'));
  });
});

describe('on the client’s page', () => {
  test('a visitor reads what holds in the language asked for, and neither who set it nor why', async () => {
    const house = await api.createAgency('Open House');
    const walk = new CaseWalk(api, house);
    const { contacts } = await walk.openClient();
    const link = await api.call(house.apiKeys.owner, createPortalLink, {
      params: { id: contacts[0]?.id ?? '' },
      body: {},
    });
    const visit = await fetch(`${api.origin}/api/v1/portal/session`, {
      method: 'POST',
      headers: { Origin: api.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: link.url.split('#')[1] }),
    });
    const Cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await override(
      PROMISE,
      { value: '15:00', validFrom: '2026-09-29', reason: 'Wei leaves early.' },
      { by: house.apiKeys.owner },
    );
    const ask = async (path: string, language = 'en') => {
      const answer = await fetch(`${api.origin}/api/v1/portal/rules/${path}`, {
        headers: { Cookie, 'Accept-Language': language, 'Sec-Fetch-Site': 'same-origin' },
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    const { status, body } = await ask(PROMISE);
    expect([status, body['own'], body['sentence']]).toEqual([200, true, expect.stringContaining('15:00')]);
    expect(JSON.stringify(body)).not.toMatch(/Wei|history|overridden/);
    expect((await ask(PROMISE, 'zh')).body['sentence']).toMatch(/\p{Script=Han}/u);
    const whole = (await ask('promise.working_days')).body['sentence'] as string;
    const part = (await ask('promise.working_days?part=review')).body['sentence'] as string;
    expect(part.length).toBeLessThan(whole.length);
    expect((await ask('no.such_rule')).status).toBe(404);
  });

  test('nobody without a visit reads anything', async () => {
    expect((await fetch(`${api.origin}/api/v1/portal/rules/${PROMISE}`)).status).toBe(401);
  });
});

describe('a rule whose review is overdue', () => {
  test('says so from the day after, on its own and in the count', async () => {
    const [{ reviewBy } = { reviewBy: '' }] = SHIPPED_RULES.filter(({ id }) => id === RANGE);
    expect((await read()).reviewOverdue).toBe(0);
    expect((await ruleOf(RANGE)).reviewOverdue).toBe(false);
    await api.moveClock(`${reviewBy}T03:00:00.000Z`);
    expect((await ruleOf(RANGE)).reviewOverdue).toBe(false);
    await api.moveClock(`${reviewBy}T17:00:00.000Z`);
    expect((await ruleOf(RANGE)).reviewOverdue).toBe(true);
    expect((await read()).reviewOverdue).toBeGreaterThan(0);
  });
});
