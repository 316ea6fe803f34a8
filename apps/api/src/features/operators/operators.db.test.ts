import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  bindOperator,
  listHistory,
  listOperators,
  recordConsent,
  recordIdCheck,
  unbindOperator,
  type OperationInput,
  type RegistrationCase,
} from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { importCase } from '../registrations/testing/import-case.js';
import { problemOf, refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let clientId: string;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  clientId = (await walk.openClient()).id;
});
afterAll(() => api.stop());

type Bind = OperationInput<typeof bindOperator>['body'];
const bind = (id: string, personId: string, more: Partial<Bind> = {}) =>
  api.call(walk.key, bindOperator, {
    params: { id },
    body: { personId, term: 'long', followsAccount: true, ...more },
  });
const seats = (id: string) => api.call(walk.key, listOperators, { params: { id } });
const unbind = (id: string, personId: string) => api.call(walk.key, unbindOperator, { params: { id, personId } });
const liveAccount = () => importCase(api, agency, clientId, { state: 'live' });
const people = (count: number) => Promise.all(Array.from({ length: count }, () => walk.addPerson()));

describe('a seat on a live account', () => {
  test('is given, told in the history, and ended', async () => {
    const id = await liveAccount();
    const person = await walk.addPerson({ name: '李静' });
    const given = await bind(id, person.id);
    expect(given).toMatchObject({
      items: [{ personId: person.id, name: '李静', term: 'long', endsOn: null }],
      long: { used: 1, limit: 5, rule: { id: 'operator.long_seats' } },
      short: { used: 0, limit: 20 },
    });
    expect(await refusalsOf(bind(id, person.id))).toEqual({ status: 409, codes: ['operator.already_bound'] });
    expect(await unbind(id, person.id)).toMatchObject({ items: [], version: given.version + 1 });
    expect(await refusalsOf(unbind(id, person.id))).toMatchObject({ status: 404 });
    const { items } = await api.call(walk.key, listHistory, { params: { id } });
    expect(items.slice(0, 2).map(({ kind, payload: { personId, person: shown } }) => [kind, personId, shown])).toEqual([
      ['operator_unbound', person.id, '李*'],
      ['operator_bound', person.id, '李*'],
    ]);
    expect(items[1]?.rules.map((rule) => rule.id)).toEqual(['operator.long_seats', 'operator.accounts']);
    // What is never erased keeps nobody's name.
    expect(JSON.stringify(items)).not.toContain('李静');
  });

  test('ends by its date when it is short, without anybody doing anything', async () => {
    const id = await liveAccount();
    const person = await walk.addPerson();
    const given = await bind(id, person.id, { term: 'short' });
    expect(given.items).toMatchObject([{ endsOn: '2026-10-28' }]);
    await api.moveClock('2026-10-28T15:59:00.000Z');
    expect((await seats(id)).short.used).toBe(1);
    await api.moveClock('2026-10-28T16:00:00.000Z');
    expect((await seats(id)).short.used).toBe(0);
    expect((await bind(id, person.id, { term: 'short' })).items).toMatchObject([{ endsOn: '2026-11-29' }]);
  });

  test('is refused to somebody who does not follow, has no card of their own, or administers the account', async () => {
    const live = await walk.caseAt('live');
    const cardless = await walk.addPerson({ wechatHasOwnCard: false });
    expect(await refusalsOf(bind(live.id, cardless.id, { followsAccount: false }))).toEqual(
      ruled('operator.not_following', 'operator.card_not_bound'),
    );
    const admin = (live as RegistrationCase).admin?.personId ?? '';
    expect(await refusalsOf(bind(live.id, admin))).toEqual(ruled('operator.is_admin'));
  });

  test('is given up by an operator who becomes the admin, in the same step', async () => {
    const live = await walk.caseAt('live');
    const person = await walk.addPerson();
    await api.call(walk.agency.apiKeys.manager, recordIdCheck, {
      params: { id: person.id },
      body: { expectedVersion: person.version },
    });
    await bind(live.id, person.id);
    const change = () => walk.apply(live.id, 'admin_changed', { facts: { personId: person.id, scanSeen: true } });
    // Refused: the seat stays as it is.
    expect(await refusalsOf(change())).toEqual(ruled('consent.missing'));
    expect((await seats(live.id)).items).toHaveLength(1);
    await api.call(walk.key, recordConsent, {
      params: { id: person.id },
      body: { purpose: 'admin_identity', registrationId: live.id, textVersion: '2026-11' },
    });
    expect(await change()).toMatchObject({ admin: { personId: person.id } });
    expect((await seats(live.id)).items).toEqual([]);
    const { items } = await api.call(walk.key, listHistory, { params: { id: live.id } });
    expect(items.slice(0, 2).map(({ kind, payload }) => [kind, payload['event']])).toEqual([
      ['operator_unbound', 'admin_changed'],
      ['admin_changed', undefined],
    ]);
    expect(await refusalsOf(bind(live.id, person.id))).toEqual(ruled('operator.is_admin'));
  });

  test('waits until the account is live, and says why', async () => {
    const draft = await walk.openCase();
    const problem = await problemOf(bind(draft.id, (await walk.addPerson()).id));
    expect(problem).toMatchObject({ status: 422, code: 'operator.account_not_live' });
    expect(problem.refusals?.[0]?.message).toContain('once it is live');
  });

  test('of a Mini Program passes with the name of who answered: nobody knows its limits', async () => {
    const id = await importCase(api, agency, clientId, { state: 'live' }, { accountType: 'mini_program' });
    const person = await walk.addPerson({ wechatHasOwnCard: false });
    expect(await refusalsOf(bind(id, person.id))).toEqual({ status: 422, codes: ['operator.unknown_for_type'] });
    const acknowledgements = [
      { code: 'operator.unknown_for_type', reason: 'as for any account', answeredBy: 'Tencent hotline' },
    ];
    expect((await bind(id, person.id, { acknowledgements })).long).toEqual({ used: 1, limit: null, rule: null });
  });
});

describe('races', () => {
  test('of eight people for five long-term seats give five', async () => {
    const id = await liveAccount();
    const racers = await people(8);
    const answers = await Promise.allSettled(racers.map(({ id: personId }) => bind(id, personId)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect((await seats(id)).long).toMatchObject({ used: 5, limit: 5 });
    const sixth = await walk.addPerson();
    expect(await refusalsOf(bind(id, sixth.id))).toEqual(ruled('operator.long_seats_full'));
    expect((await bind(id, sixth.id, { term: 'short' })).short.used).toBe(1);
  });

  test('of eight accounts for one person give five', async () => {
    const person = await walk.addPerson();
    const accounts = await Promise.all(Array.from({ length: 8 }, liveAccount));
    const answers = await Promise.allSettled(accounts.map((id) => bind(id, person.id)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const left = accounts[answers.findIndex(({ status }) => status === 'rejected')] ?? '';
    expect(await refusalsOf(bind(left, person.id))).toEqual(ruled('operator.accounts_full'));
  });

  test('of callers who saw the same version let one through', async () => {
    const id = await liveAccount();
    const { version } = await seats(id);
    const racers = await people(3);
    const answers = await Promise.all(
      racers.map(({ id: personId }) =>
        bind(id, personId, { expectedVersion: version }).then(
          () => 'ok',
          (error: { problem: { code: string } }) => error.problem.code,
        ),
      ),
    );
    expect(answers.toSorted()).toEqual(['ok', 'version.conflict', 'version.conflict']);
  });
});

test('another agency’s account and person do not exist', async () => {
  const other = new CaseWalk(api, await api.createAgency('Elsewhere'));
  const id = await liveAccount();
  const stranger = await other.addPerson();
  expect(await refusalsOf(bind(id, stranger.id))).toEqual(ruled('person.not_found'));
  const foreign = api.call(other.key, listOperators, { params: { id } });
  expect(await refusalsOf(foreign)).toMatchObject({ status: 404 });
  const bound = api.call(other.key, bindOperator, {
    params: { id },
    body: { personId: stranger.id, term: 'long', followsAccount: true },
  });
  expect(await refusalsOf(bound)).toMatchObject({ status: 404 });
});

test('a viewer reads the seats and gives none', async () => {
  const id = await liveAccount();
  const viewer = agency.apiKeys.viewer;
  expect((await api.call(viewer, listOperators, { params: { id } })).items).toEqual([]);
  const body = { personId: (await walk.addPerson()).id, term: 'long', followsAccount: true } as const;
  expect(await refusalsOf(api.call(viewer, bindOperator, { params: { id }, body }))).toMatchObject({ status: 403 });
});
