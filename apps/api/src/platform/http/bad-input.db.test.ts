import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ProblemSchema } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';

let api: TestApi;
let agency: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
});
afterAll(() => api.stop());

const JSON_TYPE = { 'content-type': 'application/json' };
const send = (path: string, init: RequestInit & { role?: 'owner' | 'viewer' | null } = {}): Promise<Response> => {
  const { role = 'owner', headers, ...rest } = init;
  return fetch(api.origin + path, {
    ...rest,
    headers: {
      ...(role && { authorization: `Bearer ${agency.apiKeys[role]}` }),
      ...(headers as Record<string, string>),
    },
  });
};
const post = (path: string, body: BodyInit, headers: Record<string, string> = JSON_TYPE): Promise<Response> =>
  send(path, { method: 'POST', body, headers });
const KEY = { name: 'Import', role: 'viewer' };

describe('a request that is not as it must be', () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ['broken JSON', () => post('/api/v1/api-keys', '{"name": "Import", '), 400, 'request.malformed'],
    [
      'a body nested without end',
      () => post('/api/v1/api-keys', '['.repeat(50_000) + ']'.repeat(50_000)),
      400,
      'request.malformed',
    ],
    [
      'a field nested without end',
      () => post('/api/v1/api-keys', `{"name":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"role":"viewer"}`),
      400,
      'request.malformed',
    ],
    ['no body where one is due', () => send('/api/v1/api-keys', { method: 'POST' }), 400, 'request.invalid'],
    ['a JSON body that is empty', () => post('/api/v1/api-keys', ''), 400, 'request.invalid'],
    ['a body that is a list', () => post('/api/v1/api-keys', '[]'), 400, 'request.invalid'],
    [
      'a field nobody knows',
      () => post('/api/v1/api-keys', JSON.stringify({ ...KEY, admin: true })),
      400,
      'request.invalid',
    ],
    [
      'a role nobody has',
      () => post('/api/v1/api-keys', JSON.stringify({ ...KEY, role: 'god' })),
      400,
      'request.invalid',
    ],
    [
      'NUL bytes, written as an escape',
      () => post('/api/v1/api-keys', '{"name":"Im\\u0000port","role":"viewer"}'),
      400,
      'request.malformed',
    ],
    [
      'half of a surrogate pair',
      () => post('/api/v1/api-keys', '{"name":"\\ud83d","role":"viewer"}'),
      400,
      'request.malformed',
    ],
    [
      'NUL bytes in the address',
      () => send('/api/v1/members/%00', { method: 'PATCH', body: '{"expectedVersion":1}', headers: JSON_TYPE }),
      400,
      'request.malformed',
    ],
    [
      'a broken escape in the address',
      () => send('/api/v1/members/%E0%A4%A', { method: 'PATCH', body: '{"expectedVersion":1}', headers: JSON_TYPE }),
      400,
      'request.malformed',
    ],
    [
      'an id that is none',
      () => send('/api/v1/members/17', { method: 'PATCH', body: '{"expectedVersion":1}', headers: JSON_TYPE }),
      400,
      'request.invalid',
    ],
    ['an id without end', () => send(`/api/v1/registrations/${'9'.repeat(4000)}`), 400, 'request.invalid'],
    [
      'a day beyond every calendar',
      () => send('/api/v1/renewals?from=0001-01-01&to=9999-12-31'),
      400,
      'request.invalid',
    ],
    [
      'a clock beyond every calendar',
      () => send('/api/v1/demo/clock', { method: 'PUT', body: '{"now":"9999-12-31T23:59:59Z"}', headers: JSON_TYPE }),
      400,
      'request.invalid',
    ],
    ['a day before every calendar', () => send('/api/v1/registrations?dueBefore=0001-01-01'), 400, 'request.invalid'],
    ['a filter nobody knows', () => send('/api/v1/members?colour=red'), 400, 'request.invalid'],
    [
      'a body of 10 MB',
      () => post('/api/v1/api-keys', JSON.stringify({ ...KEY, name: 'x'.repeat(10 * 1024 * 1024) })),
      413,
      'request.too_large',
    ],
    [
      'another content type',
      () => post('/api/v1/api-keys', JSON.stringify(KEY), { 'content-type': 'text/plain' }),
      415,
      'request.wrong_content_type',
    ],
    ['a form', () => post('/api/v1/api-keys', new URLSearchParams(KEY), {}), 415, 'request.wrong_content_type'],
    ['an address nobody knows', () => send('/api/v1/nothing'), 404, 'request.unknown_path'],
    [
      'a method that this address does not take',
      () => send('/api/v1/members', { method: 'DELETE' }),
      405,
      'request.method_not_allowed',
    ],
    ['nobody', () => send('/api/v1/members', { role: null }), 401, 'session.required'],
    [
      'a key that does not exist',
      () => send('/api/v1/members', { role: null, headers: { authorization: 'Bearer dbk_wrong' } }),
      401,
      'session.required',
    ],
    [
      'a header that is no key',
      () => send('/api/v1/members', { role: null, headers: { authorization: 'Basic eDp5' } }),
      401,
      'session.required',
    ],
    ['a role that may not', () => send('/api/v1/api-keys', { role: 'viewer' }), 403, 'permission.missing'],
    [
      'an Idempotency-Key that is none',
      () => post('/api/v1/api-keys', JSON.stringify(KEY), { ...JSON_TYPE, 'idempotency-key': 'ü' }),
      400,
      'request.invalid',
    ],
  ];

  test.each(cases)('%s', async (_, request, status, code) => {
    const before = await countKeys();
    const response = await request();
    const problem = ProblemSchema.parse(await response.json());
    expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
    expect(problem.title).not.toContain('problems.');
    expect(problem.detail).not.toContain('problems.');
    expect(await countKeys()).toBe(before);
  });

  test.each([
    ['announced', 10],
    ['in pieces, without a length', 10],
    ['announced', 30],
  ])(
    'a body far too large, %s (%i MB), is answered to a sender who only listens once all is sent',
    async (how, size) => {
      const head = [
        'POST /api/v1/api-keys HTTP/1.1',
        `host: ${new URL(api.origin).host}`,
        `authorization: Bearer ${agency.apiKeys.owner}`,
        'content-type: application/json',
        how === 'announced' ? `content-length: ${size * 1024 * 1024}` : 'transfer-encoding: chunked',
      ];
      const piece = 'x'.repeat(1024 * 1024);
      const framed = how === 'announced' ? piece : `${piece.length.toString(16)}\r\n${piece}\r\n`;
      const socket = connect(Number(new URL(api.origin).port), '127.0.0.1');
      socket.pause().write(`${head.join('\r\n')}\r\n\r\n`);
      for (let sent = 0; sent < size; sent++)
        await new Promise<void>((written, failed) =>
          socket.write(framed, (error) => (error ? failed(error) : written())),
        );
      if (how !== 'announced') socket.write('0\r\n\r\n');
      const [answer] = (await once(socket.resume(), 'data')) as [Buffer];
      socket.destroy();
      expect(answer.toString()).toMatch(/^HTTP\/1.1 413 /);
      expect(answer.toString()).toContain('request.too_large');
    },
  );

  test('names every field that is wrong, in the language asked for', async () => {
    const response = await post('/api/v1/api-keys', JSON.stringify({ name: '', role: 'god' }), {
      ...JSON_TYPE,
      'accept-language': 'zh-CN',
    });
    const problem = ProblemSchema.parse(await response.json());
    expect(problem.invalid?.map(({ path }) => path)).toEqual(['name', 'role']);
    expect(problem.invalid?.every(({ message }) => /\p{Script=Han}/u.test(message))).toBe(true);
    expect(problem.title).toMatch(/\p{Script=Han}/u);
  });

  test('answers 404 for a foreign id and for a missing one, alike but for the request id', async () => {
    const other = await api.createAgency('Other');
    const change = (id: string) =>
      send(`/api/v1/members/${id}`, {
        method: 'PATCH',
        body: '{"expectedVersion":1,"role":"viewer"}',
        headers: JSON_TYPE,
      });
    const [foreign, missing] = await Promise.all([
      change(other.actors.specialist.id),
      change('01890a5d-ac96-774b-8cce-b302099a8057'),
    ]);
    const strip = async (response: Response) => ({
      status: response.status,
      problem: { ...((await response.json()) as object), requestId: '' },
    });
    const answer = await strip(foreign);
    expect(answer).toEqual(await strip(missing));
    expect(answer.status).toBe(404);
  });

  test('answers 409 for a version that is no longer true', async () => {
    const id = agency.actors.viewer.id;
    const change = () =>
      send(`/api/v1/members/${id}`, {
        method: 'PATCH',
        body: '{"expectedVersion":2,"locale":"zh"}',
        headers: JSON_TYPE,
      });
    expect((await change()).status).toBe(200);
    const late = await change();
    expect([late.status, ProblemSchema.parse(await late.json()).refusals?.[0]?.code]).toEqual([
      409,
      'version.conflict',
    ]);
  });

  async function countKeys(): Promise<number> {
    const response = await send('/api/v1/api-keys');
    return ((await response.json()) as { items: unknown[] }).items.length;
  }
});
