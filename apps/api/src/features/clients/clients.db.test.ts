import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, getClient, listClients, ProblemSchema, updateClient, type Contact } from '@daiban/contracts';
import { v7 } from 'uuid';
import { insertBareRegistration, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { HistoryRepository } from '../history/history.repository.js';
import { verifyChain } from '../history/history-chain.js';

let api: TestApi;
let agency: TestAgency;
let key: string;
const fields = { countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
const contact = (name: string, role: 'decider' | 'papers' = 'decider') => ({
  name,
  email: `${name}@client.test`,
  role,
});

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  key = agency.apiKeys.specialist;
}, 60_000);
afterAll(() => api.stop());

test('a country, a time zone and a name that are none are said so in the reader’s language', async () => {
  const sent = (language: string) =>
    fetch(`${api.origin}/api/v1/clients`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${agency.apiKeys.owner}`,
        'content-type': 'application/json',
        'accept-language': language,
      },
      body: JSON.stringify({ name: '\u200b', countryCode: 'XX', locale: 'en', timeZone: '+08:00' }),
    });
  for (const [language, text] of [
    ['en', /^[A-Z][\x20-\x7e]+$/],
    ['zh', /\p{Script=Han}/u],
  ] as const) {
    const response = await sent(language);
    const { code, invalid = [] } = ProblemSchema.parse(await response.json());
    expect([response.status, code]).toEqual([400, 'request.invalid']);
    expect(invalid.map(({ path }) => path)).toEqual(['name', 'countryCode', 'timeZone']);
    for (const { message } of invalid) expect(message).toMatch(text);
  }
});

describe('a client', () => {
  test('is added with its contacts in the order they are asked, and changed under its version', async () => {
    const contacts = [contact('zoe'), contact('ann', 'papers')];
    const made = await api.call(key, createClient, { body: { name: 'Maison Ébène', ...fields, contacts } });
    expect(made).toMatchObject({ version: 1, openRegistrations: 0 });
    expect(made.contacts.map(({ name }) => name)).toEqual(['zoe', 'ann']);

    const [zoe, ann] = made.contacts as [Contact, Contact];
    const changed = await api.call(key, updateClient, {
      params: { id: made.id },
      body: {
        expectedVersion: 1,
        name: 'Maison Ebène',
        contacts: [contact('bob'), { id: ann.id, ...contact('anna', 'papers') }],
      },
    });
    expect(changed).toMatchObject({ version: 2, name: 'Maison Ebène', countryCode: 'FR' });
    expect(changed.contacts.map(({ id, name }) => [id === ann.id, name])).toEqual([
      [false, 'bob'],
      [true, 'anna'],
    ]);
    expect(await api.call(key, getClient, { params: { id: made.id } })).toEqual(changed);

    const stale = api.call(key, updateClient, { params: { id: made.id }, body: { expectedVersion: 1, name: 'X' } });
    await expect(stale).rejects.toMatchObject({ problem: { status: 409, code: 'version.conflict' } });
    const removed = { expectedVersion: 2, contacts: [{ id: zoe.id, ...contact('zoe') }] };
    await expect(api.call(key, updateClient, { params: { id: made.id }, body: removed })).rejects.toMatchObject({
      problem: { status: 422, code: 'contact.unknown' },
    });
  });

  test('has a history whose head and version its row carries', async () => {
    const made = await api.call(key, createClient, { body: { name: 'Chained', ...fields } });
    for (const expectedVersion of [1, 2, 3])
      await api.call(key, updateClient, {
        params: { id: made.id },
        body: { expectedVersion, name: `Chained ${expectedVersion}` },
      });
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, made.id);
    expect(chain.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'client_created'],
      [2, 'client_updated'],
      [3, 'client_updated'],
      [4, 'client_updated'],
    ]);
    expect(verifyChain(chain)).toBeNull();
    const [row] = await runAsSuperuser<{ version: number; history_head: Buffer }>(
      api.database,
      'SELECT version, history_head FROM client WHERE id = $1',
      [made.id],
    );
    expect(row?.version).toBe(4);
    expect(Buffer.compare(row?.history_head as Buffer, chain.at(-1)?.hash as Uint8Array)).toBe(0);
  });

  test('changed by eight at once under one version has one winner', async () => {
    const made = await api.call(key, createClient, { body: { name: 'Raced', ...fields } });
    const changes = Array.from({ length: 8 }, (_, index) =>
      api.call(key, updateClient, { params: { id: made.id }, body: { expectedVersion: 1, name: `Raced ${index}` } }),
    );
    const settled = await Promise.allSettled(changes);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of settled)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ problem: { code: 'version.conflict' } });
    expect((await api.call(key, getClient, { params: { id: made.id } })).version).toBe(2);
  });

  test('shows how many of its registrations are under way', async () => {
    const made = await api.call(key, createClient, { body: { name: 'Counted', ...fields } });
    const subjectId = v7();
    await runAsSuperuser(
      api.database,
      `INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $2, 'enterprise', 'S', 'CN', 'client', 'active', now())`,
      [subjectId, agency.id],
    );
    for (const state of ['draft', 'live', 'withdrawn'])
      await insertBareRegistration(api.database, { agencyId: agency.id, clientId: made.id, subjectId, state });
    expect((await api.call(key, getClient, { params: { id: made.id } })).openRegistrations).toBe(2);
  });
});

describe('the list of clients', () => {
  test('goes on by name without gap or repetition, and searches what was typed', async () => {
    const own = await api.createAgency('Other');
    const names = ['Beta', 'alpha', '灯桥', 'Beta', '100%', 'Émile', 'a_b', 'axb'];
    for (const name of names) await api.call(own.apiKeys.owner, createClient, { body: { name, ...fields } });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.call(own.apiKeys.viewer, listClients, { query: { limit: 3, ...(cursor && { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(names.toSorted());
    const search = async (q: string) =>
      (await api.call(own.apiKeys.viewer, listClients, { query: { q } })).items.map(({ name }) => name);
    expect(await search('%')).toEqual(['100%']);
    expect(await search('A_B')).toEqual(['a_b']);
    expect((await search('beta')).length).toBe(2);
    await expect(api.call(own.apiKeys.viewer, listClients, { query: { cursor: 'bm9uc2Vuc2U' } })).rejects.toMatchObject(
      { problem: { status: 400, code: 'cursor.invalid' } },
    );
  });
});
