import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createMember, listApiKeys } from '@daiban/contracts';
import pg from 'pg';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { SystemClock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { Encryption } from '../encryption/encryption.js';
import type { Answer } from './answer.js';
import { Idempotency, type KeyedRequest } from './idempotency.js';

let api: TestApi;
let sibling: TestApi;
let agency: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  sibling = await startTestApi({}, api.database);
  agency = await api.createAgency();
});
afterAll(async () => {
  await sibling.stop();
  await api.stop();
});

const post = (server: TestApi, key: string, body: object, apiKey = agency.apiKeys.owner): Promise<Response> =>
  fetch(`${server.origin}/api/v1/api-keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
const namesOf = async (apiKey = agency.apiKeys.owner): Promise<string[]> =>
  (await api.call(apiKey, listApiKeys, {})).items.map(({ name }) => name);

describe('a POST with an Idempotency-Key', () => {
  test('has one effect and one answer, however often it is sent at once to two processes', async () => {
    for (let round = 0; round < 10; round++) {
      const name = `Round ${round}`;
      const answers = await Promise.all(
        Array.from({ length: 8 }, async (_, caller) => {
          const response = await post(caller % 2 ? api : sibling, `round-${round}`, { name, role: 'viewer' });
          return `${response.status} ${await response.text()}`;
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toMatch(/^201 /);
      expect((await namesOf()).filter((known) => known === name)).toHaveLength(1);
    }
  });

  test('says that an answer is a repetition', async () => {
    const first = await post(api, 'told', { name: 'Told', role: 'viewer' });
    const second = await post(api, 'told', { name: 'Told', role: 'viewer' });
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
  });

  test('is refused with another body', async () => {
    await post(api, 'changed', { name: 'One', role: 'viewer' });
    const response = await post(api, 'changed', { name: 'Two', role: 'viewer' });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([
      422,
      'idempotency.body_differs',
    ]);
    expect(await namesOf()).not.toContain('Two');
  });

  test('belongs to one caller and one operation', async () => {
    const other = await api.createAgency('Other');
    const mine = (await (await post(api, 'same', { name: 'Mine', role: 'viewer' })).json()) as { id: string };
    const theirs = (await (await post(api, 'same', { name: 'Mine', role: 'viewer' }, other.apiKeys.owner)).json()) as {
      id: string;
    };
    expect(theirs.id).not.toBe(mine.id);
    const member = await api.call(
      agency.apiKeys.owner,
      createMember,
      { body: { name: 'Li', email: 'li@agency.test', role: 'viewer', locale: 'zh' } },
      { idempotencyKey: 'same' },
    );
    expect(member.name).toBe('Li');
  });

  test('that did not fit the contract is not kept: the mended one goes through', async () => {
    expect((await post(api, 'mended', { name: '', role: 'viewer' })).status).toBe(400);
    expect((await post(api, 'mended', { name: 'Mended', role: 'viewer' })).status).toBe(201);
  });

  test('that a rule refused is kept, refusal and all', async () => {
    const refused = await post(api, 'refused', { name: 'Too much', role: 'owner' }, agency.apiKeys.manager);
    const again = await post(api, 'refused', { name: 'Too much', role: 'owner' }, agency.apiKeys.manager);
    expect([refused.status, await refused.text()]).toEqual([422, await again.text()]);
  });

  test('keeps its answer sealed: no key stands in the database in clear', async () => {
    const { apiKey } = (await (await post(api, 'secret', { name: 'Secret', role: 'viewer' })).json()) as {
      apiKey: string;
    };
    const client = new pg.Client({ connectionString: api.database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ effects: Buffer; answer: Buffer }>(
      `SELECT effects, answer FROM idempotency_record WHERE key = 'secret'`,
    );
    await client.end();
    expect(rows).toHaveLength(1);
    expect(rows.some(({ effects, answer }) => effects.includes(apiKey) || answer.includes(apiKey))).toBe(false);
  });
});

describe('a request whose process dies', () => {
  const INSERT = prepared(
    'test.insert_agency',
    'INSERT INTO agency (id, name, time_zone, locale, created_at) VALUES ($1, $2, $3, $4, $5)',
  );
  /** A clock that a test can turn, so that no test waits for a lease. */
  class TurnedClock extends SystemClock {
    constructor(private readonly minutes: number) {
      super();
    }
    now(): string {
      return new Date(Date.now() + this.minutes * 60_000).toISOString();
    }
  }
  const parts = () => ({ database: api.app.get(Database), encryption: api.app.get(Encryption) });
  const idempotencyAt = (minutes: number) =>
    new Idempotency(parts().database, parts().encryption, new TurnedClock(minutes));
  const requestOf = (agencyId: string): KeyedRequest => ({
    agencyId,
    caller: 'member:1',
    operation: 'createAgency',
    key: 'k',
    content: ['body'],
    money: false,
  });
  const writeAgency = (id: string, name: string) =>
    parts().database.withAgency(id, async (transaction) => {
      await transaction.commitWith(INSERT, [id, name, 'UTC', 'en', new Date().toISOString()]);
      return { id, name, at: new Date(0) };
    });
  const DIED: Promise<never> = new Promise(() => undefined);

  test('after its COMMIT is completed by the repetition, not done again', async () => {
    const id = '01990000-0000-7000-8000-0000000000a1';
    let [committed, runs] = [() => undefined as void, 0];
    const isCommitted = new Promise<void>((resolve) => (committed = resolve));
    const work = (dies: boolean) => async (): Promise<Answer> => {
      const written = await writeAgency(id, 'Once');
      runs++;
      committed();
      if (dies) await DIED;
      return { status: 201, body: written };
    };
    void idempotencyAt(0).run(requestOf(id), work(true));
    await isCommitted;
    const answer = await idempotencyAt(2).run(requestOf(id), work(false));
    // A second INSERT of this id would have failed; a Date is a Date again.
    expect([answer.status, answer.body, runs]).toEqual([201, { id, name: 'Once', at: new Date(0) }, 2]);
  });

  test('slowly, and comes back after another has taken over, leaves nothing behind', async () => {
    const id = '01990000-0000-7000-8000-0000000000a2';
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = idempotencyAt(0).run(requestOf(id), async () => {
      begun();
      await held;
      return { status: 201, body: await writeAgency(id, 'Slow') };
    });
    await hasBegun;
    const quick = await idempotencyAt(2).run(requestOf(id), async () => ({ status: 201, body: 'nothing written' }));
    goOn();
    await expect(slow).rejects.toMatchObject({ name: 'TakenOver' });
    expect(quick.body).toBe('nothing written');
    expect(await parts().database.read(id, prepared('test.read_agency', 'SELECT id FROM agency'))).toEqual([]);
  });
});

test('the minute sweep forgets what is over, and only that', async () => {
  await post(api, 'fresh', { name: 'Fresh', role: 'viewer' });
  const client = new pg.Client({ connectionString: api.database.superuserUrl });
  await client.connect();
  await client.query(`UPDATE idempotency_record SET expires_at = now() - interval '1 minute' WHERE key <> 'fresh'`);
  await api.tick();
  const { rows } = await client.query<{ key: string }>('SELECT key FROM idempotency_record');
  await client.end();
  expect(rows).toEqual([{ key: 'fresh' }]);
});
