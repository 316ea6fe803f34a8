import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { callOperation, ProblemError } from './call-operation.js';
import { defineOperation } from './define-operation.js';

const renameClient = defineOperation({
  id: 'renameClient',
  method: 'PATCH',
  path: '/clients/{id}',
  permission: 'clients.write',
  summary: 'Renames a client.',
  input: {
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ limit: z.coerce.number().optional() }),
    body: z.strictObject({ name: z.string().min(1) }),
  },
  output: { schema: z.object({ name: z.string() }) },
});

const answering =
  (status: number, body: unknown, type = 'application/json', seen: Request[] = []): typeof fetch =>
  (url, init) => {
    seen.push(new Request(url as string, init));
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
  };
const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const call = (fetch: typeof globalThis.fetch) =>
  callOperation(
    renameClient,
    { params: { id }, query: { limit: 5 }, body: { name: 'Acme' } },
    { fetch, baseUrl: 'http://x', idempotencyKey: 'k1' },
  );

describe('callOperation', () => {
  test('writes path, query, body and key as the contract says and strips what the answer does not name', async () => {
    const seen: Request[] = [];
    expect(await call(answering(200, { name: 'Acme', secret: 1 }, 'application/json', seen))).toEqual({ name: 'Acme' });
    expect([seen[0]?.method, seen[0]?.url, seen[0]?.headers.get('idempotency-key'), await seen[0]?.json()]).toEqual([
      'PATCH',
      `http://x/api/v1/clients/${id}?limit=5`,
      'k1',
      { name: 'Acme' },
    ]);
  });

  test('throws the problem the API answered with', async () => {
    const problem = {
      type: '/problems/version.conflict',
      title: 'Conflict',
      status: 409,
      code: 'version.conflict',
      detail: 'Reload.',
      requestId: 'r1',
    };
    const error = await call(answering(409, problem, 'application/problem+json')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem).toEqual(problem);
  });

  test('calls an answer that does not fit the contract unreadable', async () => {
    await expect(call(answering(200, { name: 7 }))).rejects.toMatchObject({ problem: { code: 'answer.unreadable' } });
    await expect(call(answering(502, 'bad gateway', 'text/html'))).rejects.toMatchObject({
      problem: { code: 'answer.unreadable', status: 502 },
    });
  });

  test('sends nothing when the input does not fit the contract', async () => {
    const seen: Request[] = [];
    const wrong = { params: { id: 'not-an-id' }, body: { name: 'Acme' } };
    await expect(
      callOperation(renameClient, wrong, { fetch: answering(200, {}, 'application/json', seen) }),
    ).rejects.toThrow('id');
    expect(seen).toHaveLength(0);
  });
});

describe('defineOperation', () => {
  const base = { id: 'x', permission: 'clients.read', summary: 'x', output: { schema: z.object({}) } } as const;
  test('refuses a path whose parameters are not described', () => {
    expect(() => defineOperation({ ...base, method: 'GET', path: '/clients/{id}', input: {} })).toThrow(
      'different parameters',
    );
  });
  test('refuses a body that would let unknown fields pass', () => {
    expect(() =>
      defineOperation({ ...base, method: 'POST', path: '/clients', input: { body: z.object({ a: z.string() }) } }),
    ).toThrow('strictObject');
  });
  test('refuses a GET with a body and an answer without a schema', () => {
    expect(() =>
      defineOperation({ ...base, method: 'GET', path: '/clients', input: { body: z.strictObject({}) } }),
    ).toThrow('no body');
    expect(() => defineOperation({ ...base, method: 'GET', path: '/clients', input: {}, output: {} })).toThrow('204');
  });
});
