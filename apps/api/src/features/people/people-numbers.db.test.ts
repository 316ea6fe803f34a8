import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createPerson,
  findPeopleByNumber,
  listPersonHistory,
  revealNumber,
  signIn,
  updatePerson,
} from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, TEST_PASSWORD, type TestAgency, type TestApi } from '../../testing/test-api.js';

/** Numbers of the unassigned region 999999. */
const ID = '999999199001010016';
const PHONE = '+8613800000047';
const REASON = 'Typing it into the registration page';

let api: TestApi;
let agency: TestAgency;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
}, 60_000);
afterAll(() => api.stop());

const newPerson = (more: Record<string, unknown> = {}) =>
  api.call(agency.apiKeys.specialist, createPerson, {
    body: { name: '王小明', idKind: 'resident_id', idNumber: ID, phone: PHONE, employer: 'registrant', ...more },
  });

/** As a browser calls: with the cookie of a member who signed in. */
async function browserOf(role: Role) {
  const headers = { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' };
  const session = await fetch(`${api.origin}${signIn.fullPath}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: agency.emails[role], password: TEST_PASSWORD }),
  });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  return async (path: string, body: object) => {
    const response = await fetch(`${api.origin}${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await response.json()) as Record<string, unknown>,
    };
  };
}
const revealOf = (id: string) => revealNumber.fullPath.replace('{id}', id);
const entriesOf = (id: string) =>
  runAsSuperuser<{ kind: string; payload: object; actor_id: string }>(
    api.database,
    `SELECT kind, payload, actor_id FROM history_entry WHERE record_id = $1 AND kind = 'number_revealed'`,
    [id],
  );

describe('a number in clear', () => {
  test('is shown to a member who says why and types their password, once, and the history tells it', async () => {
    const { id } = await newPerson();
    const call = await browserOf('specialist');
    const shown = await call(revealOf(id), { what: 'id_number', reason: REASON, password: TEST_PASSWORD });
    expect(shown).toMatchObject({ status: 200, body: { number: ID } });
    expect(shown.headers.get('cache-control')).toContain('no-store');
    const phone = await call(revealOf(id), { what: 'phone', reason: REASON, password: TEST_PASSWORD });
    expect(phone.body).toEqual({ number: PHONE });
    expect(await entriesOf(id)).toEqual([
      {
        kind: 'number_revealed',
        payload: { what: 'id_number', reason: REASON },
        actor_id: agency.actors.specialist.id,
      },
      { kind: 'number_revealed', payload: { what: 'phone', reason: REASON }, actor_id: agency.actors.specialist.id },
    ]);
    const { items } = await api.call(agency.apiKeys.owner, listPersonHistory, { params: { id }, query: {} });
    expect(items.slice(0, 2)).toMatchObject([
      {
        kind: 'number_revealed',
        payload: { what: 'phone', reason: REASON },
        actor: { id: agency.actors.specialist.id },
      },
      { kind: 'number_revealed', payload: { what: 'id_number', reason: REASON } },
    ]);
    const viewer = api.call(agency.apiKeys.viewer, listPersonHistory, { params: { id }, query: {} });
    await expect(viewer).rejects.toMatchObject({ problem: { code: 'permission.missing' } });
  });

  test('is refused without a reason that says something, or with a number in it', async () => {
    const { id } = await newPerson();
    const call = await browserOf('specialist');
    const short = await call(revealOf(id), { what: 'phone', reason: 'because', password: TEST_PASSWORD });
    expect(short).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const telling = await call(revealOf(id), { what: 'phone', reason: `Compared with ${ID}`, password: TEST_PASSWORD });
    expect(telling).toMatchObject({ status: 422, body: { code: 'reason.holds_number' } });
    expect(await entriesOf(id)).toEqual([]);
  });

  test('is refused to a program, to a viewer and to a person of another agency', async () => {
    const { id } = await newPerson();
    const body = { what: 'phone', reason: REASON, password: TEST_PASSWORD } as const;
    await expect(api.call(agency.apiKeys.owner, revealNumber, { params: { id }, body })).rejects.toMatchObject({
      problem: { status: 403, code: 'confirmation.members_only' },
    });
    expect(await (await browserOf('viewer'))(revealOf(id), body)).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
    const elsewhere = agency;
    agency = await api.createAgency('Harbour Gate');
    const call = await browserOf('owner');
    agency = elsewhere;
    expect(await call(revealOf(id), body)).toMatchObject({ status: 404 });
    expect(await entriesOf(id)).toEqual([]);
  });

  test('is refused with a wrong password, after five of them for a while even with the right one', async () => {
    const { id } = await newPerson();
    const call = await browserOf('manager');
    const wrong = { what: 'phone', reason: REASON, password: 'not my password at all' };
    for (let tries = 0; tries < 5; tries++)
      expect(await call(revealOf(id), wrong)).toMatchObject({
        status: 422,
        body: { code: 'confirmation.wrong_password' },
      });
    const right = await call(revealOf(id), { ...wrong, password: TEST_PASSWORD });
    expect(right).toMatchObject({ status: 429, body: { code: 'confirmation.too_many' } });
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await entriesOf(id)).toEqual([]);
  });

  test('that is not on record is said so', async () => {
    const { id } = await newPerson({ phone: null });
    const call = await browserOf('specialist');
    expect(await call(revealOf(id), { what: 'phone', reason: REASON, password: TEST_PASSWORD })).toMatchObject({
      status: 422,
      body: { code: 'person.no_number' },
    });
  });
});

describe('people', () => {
  test('are found by a number however it is typed, and come out masked', async () => {
    const known = await newPerson({ name: '李四', idNumber: '999999198506150028', phone: '+8613900000001' });
    const key = agency.apiKeys.viewer;
    for (const body of [
      { idNumber: '999999 19850615-0028' },
      { idNumber: '９９９９９９１９８５０６１５００２８' },
      { phone: '139 0000 0001' },
    ]) {
      const { items } = await api.call(key, findPeopleByNumber, { body });
      expect(items.map(({ id }) => id)).toEqual([known.id]);
      expect(items[0]).toMatchObject({ idNumberMasked: '999***********0028' });
    }
    expect(await api.call(key, findPeopleByNumber, { body: { idNumber: '999999200001010012' } })).toEqual({
      items: [],
    });
    const other = await api.createAgency('Quay Side');
    expect(await api.call(other.apiKeys.owner, findPeopleByNumber, { body: { phone: '139 0000 0001' } })).toEqual({
      items: [],
    });
  });

  test('have an address, a language and a zone of their own, in Chinese and Shanghai until somebody says otherwise', async () => {
    const person = await newPerson();
    expect(person).toMatchObject({ email: null, locale: 'zh', timeZone: 'Asia/Shanghai' });
    const body = { expectedVersion: 1, email: 'wang@client.example', locale: 'en', timeZone: 'Europe/Paris' } as const;
    const changed = await api.call(agency.apiKeys.specialist, updatePerson, { params: { id: person.id }, body });
    expect(changed).toMatchObject({ email: 'wang@client.example', locale: 'en', timeZone: 'Europe/Paris', version: 2 });
  });
});
