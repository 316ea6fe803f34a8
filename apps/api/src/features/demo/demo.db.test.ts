import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  demoSignIn,
  getSession,
  listApiKeys,
  listMembers,
  resetDemo,
  revokeApiKey,
  setDemoClock,
  SessionSchema,
} from '@daiban/contracts';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { DEMO_AGENCY_ID, DemoService } from './demo.service.js';

describe('a demo installation', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    await api.app.get(DemoService, { strict: false }).ensure();
  });
  afterAll(() => api.stop());

  const signIn = (as: 'owner' | 'viewer') =>
    fetch(`${api.origin}/api/v1/demo/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as }),
    });

  test('signs in as one of its people with one click: a session and an API key', async () => {
    const response = await signIn('owner');
    const answer = SessionSchema.extend({ apiKey: demoSignIn.output.schema.shape.apiKey }).parse(await response.json());
    expect(answer).toMatchObject({
      actor: { name: 'Wei', role: 'owner' },
      agency: { name: 'Lantern Bridge', timeZone: 'Asia/Shanghai' },
      demo: true,
      businessNow: '2026-09-28T03:20:00.000Z',
    });
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    expect((await fetch(`${api.origin}/api/v1/session`, { headers: { cookie } })).status).toBe(200);
    expect((await api.call(answer.apiKey, listMembers, {})).items.map(({ name }) => name)).toEqual([
      'Jun',
      'Mei',
      'Sofia',
      'Wei',
    ]);
    const { items: keys } = await api.call(answer.apiKey, listApiKeys, {});
    expect(keys).toMatchObject([{ name: 'Demo', role: 'owner' }]);
  });

  test('gives one key to each of its people, however often they sign in, and another once it is revoked', async () => {
    const keyOf = async () => ((await (await signIn('owner')).json()) as { apiKey: string }).apiKey;
    const [first, ...others] = await Promise.all([keyOf(), keyOf(), keyOf()]);
    if (!first) throw new Error('no key');
    expect(new Set([first, ...others]).size).toBe(1);
    const { items } = await api.call(first, listApiKeys, {});
    expect(items.filter(({ role }) => role === 'owner')).toHaveLength(1);
    await api.call(first, revokeApiKey, { params: { id: items[0]?.id ?? '' } });
    const second = await keyOf();
    expect(second).not.toBe(first);
    expect((await api.call(second, listApiKeys, {})).items.map(({ revokedAt }) => revokedAt === null)).toEqual([
      true,
      false,
    ]);
  });

  test('is filled once, however often and in however many processes it starts', async () => {
    const sibling = await startTestApi({}, api.database);
    const before = await (await signIn('owner')).json();
    await Promise.all([api, sibling].map(({ app }) => app.get(DemoService, { strict: false }).ensure()));
    await sibling.stop();
    const after = await (await signIn('owner')).json();
    expect((after as { actor: object }).actor).toEqual((before as { actor: object }).actor);
  });

  test('leaves its clock and its data to those who may write', async () => {
    const { apiKey } = (await (await signIn('viewer')).json()) as { apiKey: string };
    const forbidden = { problem: { status: 403 } };
    const move = api.call(apiKey, setDemoClock, { body: { now: '2026-09-29T01:00:00Z' } });
    await expect(move).rejects.toMatchObject(forbidden);
    await expect(api.call(apiKey, resetDemo, {})).rejects.toMatchObject(forbidden);
    expect((await api.call(apiKey, getSession, {})).businessNow).toBe('2026-09-28T03:20:00.000Z');
  });

  test('moves its clock forward only, and begins anew at its first moment', async () => {
    const { apiKey } = (await (await signIn('owner')).json()) as { apiKey: string };
    const move = (now: string) => api.call(apiKey, setDemoClock, { body: { now } });
    expect(await move('2026-10-09T01:00:00Z')).toEqual({ businessNow: '2026-10-09T01:00:00.000Z' });
    expect((await api.call(apiKey, getSession, {})).businessNow).toBe('2026-10-09T01:00:00.000Z');
    await expect(move('2026-10-01T00:00:00Z')).rejects.toMatchObject({
      problem: { status: 422, code: 'clock.only_forward' },
    });
    const files = () => readdirSync(join(api.settings.dataDir, 'files', DEMO_AGENCY_ID)).length;
    const before = files();
    expect(await api.call(apiKey, resetDemo, {})).toEqual({ businessNow: '2026-09-28T03:20:00.000Z' });
    // The files of the demo before went with it.
    expect(before).toBeGreaterThan(0);
    expect(files()).toBe(before);
    await expect(api.call(apiKey, getSession, {})).rejects.toMatchObject({ problem: { status: 401 } });
    expect((await signIn('viewer')).status).toBe(201);
  });
});

describe('an installation that is no demo', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ demo: false });
  });
  afterAll(() => api.stop());

  test('knows nothing of demos, and its time is real', async () => {
    const { apiKeys } = await api.createAgency();
    const asked = await Promise.all([
      fetch(`${api.origin}/api/v1/demo/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"as":"owner"}',
      }),
      fetch(`${api.origin}/api/v1/demo/reset`, {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKeys.owner}` },
      }),
      fetch(`${api.origin}/api/v1/demo/clock`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${apiKeys.owner}`, 'content-type': 'application/json' },
        body: '{"now":"2030-01-01T00:00:00Z"}',
      }),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
    const session = await api.call(apiKeys.owner, getSession, {});
    expect(session.demo).toBe(false);
    expect(Math.abs(Date.parse(session.businessNow) - Date.now())).toBeLessThan(60_000);
  });
});
