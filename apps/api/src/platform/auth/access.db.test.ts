import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createApiKey,
  createMember,
  getSession,
  listMembers,
  ProblemSchema,
  resetMemberPassword,
  updateMember,
  revokeApiKey,
  SessionSchema,
} from '@daiban/contracts';
import pg from 'pg';
import { startTestApi, TEST_PASSWORD, type TestAgency, type TestApi } from '../../testing/test-api.js';

/** Version of a member that was made and given a key. */
const FRESH = 2;

let api: TestApi;
let agency: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
});
afterAll(() => api.stop());

const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api.origin}/api/v1${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
const signIn = (email: string, password: string, headers = {}): Promise<Response> =>
  send('POST', '/session', { email, password }, headers);
const cookieOf = (response: Response): string => (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
const own = (): Record<string, string> => ({ origin: api.origin });
const statusOf = async (cookie: string): Promise<number> =>
  (await send('GET', '/session', undefined, { cookie })).status;
const codeOf = async (response: Response): Promise<string> => ProblemSchema.parse(await response.json()).code;

describe('signing in', () => {
  test('sets a cookie that no script can read and no other site can use, and says who one is', async () => {
    const response = await signIn(agency.emails.specialist, TEST_PASSWORD);
    const session = SessionSchema.parse(await response.json());
    expect(response.status).toBe(201);
    expect(session.actor).toMatchObject({ kind: 'member', role: 'specialist', id: agency.actors.specialist.id });
    expect(session.businessNow).toBe('2026-09-28T03:20:00.000Z');
    expect(session.permissions).toContain('registrations.decide');
    expect(session.permissions).not.toContain('members.manage');
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-daiban=/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute);
    expect(await statusOf(cookieOf(response))).toBe(200);
  });

  test('takes the address in any case', async () => {
    expect((await signIn(agency.emails.viewer.toUpperCase(), TEST_PASSWORD)).status).toBe(201);
  });

  test('refuses a wrong password and an unknown address alike', async () => {
    const strip = async (response: Response) => ({
      status: response.status,
      body: { ...((await response.json()) as object), requestId: '' },
    });
    const wrong = await strip(await signIn(agency.emails.manager, 'not the password at all'));
    expect(wrong).toEqual(await strip(await signIn('nobody@agency.test', 'not the password at all')));
    expect(wrong.status).toBe(401);
  });

  test('looks at five guesses in a quarter of an hour, then says when to come back, even to the right password', async () => {
    const { emails } = await api.createAgency('Guessed');
    const answers = [];
    for (let guess = 0; guess < 7; guess++) answers.push((await signIn(emails.owner, `guess number ${guess}`)).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const right = await signIn(emails.owner, TEST_PASSWORD);
    expect([right.status, await codeOf(right)]).toEqual([429, 'session.too_many_attempts']);
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('counts guesses that come at once: never more than five are looked at', async () => {
    const { emails } = await api.createAgency('Raced');
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await signIn(emails.owner, 'a wrong password')).status),
    );
    expect(answers.filter((status) => status === 401)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(15);
  });

  test('does not count right passwords', async () => {
    const { emails } = await api.createAgency('Busy');
    for (let time = 0; time < 7; time++) expect((await signIn(emails.owner, TEST_PASSWORD)).status).toBe(201);
  });
});

describe('a session', () => {
  test('ends with signing out, for good', async () => {
    const cookie = cookieOf(await signIn(agency.emails.owner, TEST_PASSWORD));
    const out = await send('DELETE', '/session', undefined, { cookie, ...own() });
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await statusOf(cookie)).toBe(401);
  });

  test('is nothing without our signature', async () => {
    const cookie = cookieOf(await signIn(agency.emails.owner, TEST_PASSWORD));
    expect(await statusOf(`${cookie.slice(0, -6)}AAAAAA`)).toBe(401);
    expect(await statusOf(cookie.replace(/\..*/, ''))).toBe(401);
    expect(await statusOf('__Host-daiban=%')).toBe(401);
  });

  test('ends at the next request when the member is switched off, and works again for nobody', async () => {
    const fresh = await api.createAgency('Leaving');
    const cookie = cookieOf(await signIn(fresh.emails.specialist, TEST_PASSWORD));
    await api.call(fresh.apiKeys.owner, updateMember, {
      params: { id: fresh.actors.specialist.id },
      body: { expectedVersion: FRESH, disabled: true },
    });
    expect(await statusOf(cookie)).toBe(401);
    await expect(api.call(fresh.apiKeys.specialist, getSession, {})).rejects.toMatchObject({
      problem: { status: 401 },
    });
    const again = await signIn(fresh.emails.specialist, TEST_PASSWORD);
    expect([again.status, again.headers.getSetCookie()]).toEqual([401, []]);
  });

  test('has another role from the next request on', async () => {
    const fresh = await api.createAgency('Changing');
    const cookie = cookieOf(await signIn(fresh.emails.manager, TEST_PASSWORD));
    await api.call(fresh.apiKeys.owner, updateMember, {
      params: { id: fresh.actors.manager.id },
      body: { expectedVersion: FRESH, role: 'viewer' },
    });
    expect((await send('GET', '/api-keys', undefined, { cookie })).status).toBe(403);
    await expect(
      api.call(fresh.apiKeys.manager, createApiKey, { body: { name: 'x', role: 'viewer' } }),
    ).rejects.toMatchObject({ problem: { status: 403 } });
  });

  test('changes its password; other sessions end, the old password is over', async () => {
    const fresh = await api.createAgency('Careful');
    const [here, there] = [
      cookieOf(await signIn(fresh.emails.viewer, TEST_PASSWORD)),
      cookieOf(await signIn(fresh.emails.viewer, TEST_PASSWORD)),
    ];
    const change = (currentPassword: string) =>
      send(
        'PUT',
        '/session/password',
        { currentPassword, newPassword: 'a new and long password' },
        { cookie: here, ...own() },
      );
    expect((await change('wrong')).status).toBe(401);
    const changed = await change(TEST_PASSWORD);
    expect(changed.status).toBe(204);
    expect([await statusOf(there), await statusOf(cookieOf(changed))]).toEqual([401, 200]);
    expect((await signIn(fresh.emails.viewer, TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(fresh.emails.viewer, 'a new and long password')).status).toBe(201);
  });

  test.each([
    ['no origin at all', {}],
    ['another site', { origin: 'https://evil.example' }],
    ['a page of another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another site that hides', { origin: 'null' }],
  ])('changes nothing for %s', async (_, headers) => {
    const cookie = cookieOf(await signIn(agency.emails.owner, TEST_PASSWORD));
    const response = await send('POST', '/api-keys', { name: 'stolen', role: 'owner' }, { cookie, ...headers });
    expect([response.status, await codeOf(response)]).toEqual([403, 'request.foreign_origin']);
  });

  test('another site cannot sign anybody in either', async () => {
    expect((await signIn(agency.emails.owner, TEST_PASSWORD, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('an API key', () => {
  test('is shown once, works until it is revoked, and lies in the database as a hash', async () => {
    const made = await api.call(agency.apiKeys.owner, createApiKey, { body: { name: 'Import', role: 'specialist' } });
    expect(made.apiKey).toMatch(/^dbk_[\w-]{43}$/);
    expect((await api.call(made.apiKey, getSession, {})).actor).toMatchObject({
      kind: 'api_key',
      role: 'specialist',
      name: 'Import',
    });
    const client = new pg.Client({ connectionString: api.database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ row: string }>('SELECT api_key::text AS row FROM api_key');
    await client.end();
    expect(rows.some(({ row }) => row.includes(made.apiKey))).toBe(false);
    await api.call(agency.apiKeys.owner, revokeApiKey, { params: { id: made.id } });
    await expect(api.call(made.apiKey, getSession, {})).rejects.toMatchObject({
      problem: { code: 'session.required' },
    });
  });

  test('needs no origin', async () => {
    expect(
      (
        await api.call(
          agency.apiKeys.owner,
          createApiKey,
          { body: { name: 'Anywhere', role: 'viewer' } },
          { headers: { origin: 'https://elsewhere.example' } },
        )
      ).name,
    ).toBe('Anywhere');
  });

  test('of another agency cannot be revoked', async () => {
    const other = await api.createAgency('Other');
    const made = await api.call(agency.apiKeys.owner, createApiKey, { body: { name: 'Ours', role: 'viewer' } });
    await expect(api.call(other.apiKeys.owner, revokeApiKey, { params: { id: made.id } })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect((await api.call(made.apiKey, getSession, {})).actor.name).toBe('Ours');
  });
});

describe('who is remembered for a moment', () => {
  const sessionOf = (apiKey: string) => api.call(apiKey, getSession, {});
  const ended = { problem: { code: 'session.required' } };

  test('a revoked key ends with the very answer that revokes it, however busy it is', async () => {
    const made = await api.call(agency.apiKeys.owner, createApiKey, { body: { name: 'Busy', role: 'viewer' } });
    await Promise.all(Array.from({ length: 20 }, () => sessionOf(made.apiKey)));
    const busy = Array.from({ length: 20 }, () => sessionOf(made.apiKey).catch(() => null));
    await api.call(agency.apiKeys.owner, revokeApiKey, { params: { id: made.id } });
    await expect(sessionOf(made.apiKey)).rejects.toMatchObject(ended);
    await Promise.all(busy);
    await expect(sessionOf(made.apiKey)).rejects.toMatchObject(ended);
  });

  test('what another process takes away ends at the latest with the next change of rights here', async () => {
    const made = await api.call(agency.apiKeys.owner, createApiKey, { body: { name: 'Elsewhere', role: 'viewer' } });
    await sessionOf(made.apiKey);
    const client = new pg.Client({ connectionString: api.database.superuserUrl });
    await client.connect();
    await client.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [made.id]);
    await client.end();
    await signIn('nobody@agency.test', 'a wrong password');
    await expect(sessionOf(made.apiKey)).rejects.toMatchObject(ended);
  });
});

describe('members', () => {
  test('are made by a manager with a first password, up to the own role', async () => {
    const email = 'new.colleague@agency.test';
    const create = (role: 'specialist' | 'owner') =>
      api.call(agency.apiKeys.manager, createMember, { body: { name: 'Lin', email, role, locale: 'zh' } });
    await expect(create('owner')).rejects.toMatchObject({ problem: { status: 422, code: 'member.role_above_own' } });
    const made = await create('specialist');
    expect((await signIn(email, made.initialPassword)).status).toBe(201);
    await expect(create('specialist')).rejects.toMatchObject({ problem: { status: 409, code: 'member.email_in_use' } });
    expect((await api.call(agency.apiKeys.viewer, listMembers, {})).items.map((member) => member.email)).toContain(
      email,
    );
  });

  test('who forgot their password get a new one from a manager; the old one and every session end', async () => {
    const fresh = await api.createAgency('Forgetful');
    const cookie = cookieOf(await signIn(fresh.emails.viewer, TEST_PASSWORD));
    const reset = (id: string) => api.call(fresh.apiKeys.manager, resetMemberPassword, { params: { id } });
    const { initialPassword } = await reset(fresh.actors.viewer.id);
    expect(await statusOf(cookie)).toBe(401);
    expect((await signIn(fresh.emails.viewer, TEST_PASSWORD)).status).toBe(401);
    expect((await signIn(fresh.emails.viewer, initialPassword)).status).toBe(201);
    await expect(reset(fresh.actors.owner.id)).rejects.toMatchObject({ problem: { code: 'member.role_above_own' } });
  });

  test('cannot be raised above the caller, and the last owner stays one', async () => {
    const fresh = await api.createAgency('Alone');
    const change = (apiKey: string, id: string, role: 'owner' | 'viewer') =>
      api.call(apiKey, updateMember, { params: { id }, body: { expectedVersion: FRESH, role } });
    await expect(change(fresh.apiKeys.manager, fresh.actors.manager.id, 'owner')).rejects.toMatchObject({
      problem: { code: 'member.role_above_own' },
    });
    await expect(change(fresh.apiKeys.manager, fresh.actors.owner.id, 'viewer')).rejects.toMatchObject({
      problem: { code: 'member.role_above_own' },
    });
    await expect(change(fresh.apiKeys.owner, fresh.actors.owner.id, 'viewer')).rejects.toMatchObject({
      problem: { status: 422, code: 'member.last_owner' },
    });
    expect((await api.call(fresh.apiKeys.owner, getSession, {})).actor.role).toBe('owner');
  });
});
