import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HealthSchema } from '@daiban/contracts';
import { startTestApi, type TestApi } from '../../testing/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const health = async (of: TestApi) => {
  const response = await fetch(`${of.origin}/api/health`);
  return { status: response.status, health: HealthSchema.parse(await response.json()) };
};

test('an installation that works says so', async () => {
  const { status, health: answer } = await health(api);
  expect([status, answer.status, Object.entries(answer.checks).map(([part, check]) => [part, check.status])]).toEqual([
    200,
    'ok',
    ['database', 'migrations', 'mail', 'jobs', 'files'].map((part) => [part, 'ok']),
  ]);
});

test('one whose virus scanner does not answer says that documents wait', async () => {
  const unscanned = await startTestApi({ clamavUrl: 'tcp://127.0.0.1:1' }, api.database);
  const { status, health: answer } = await health(unscanned);
  await unscanned.stop();
  expect([status, answer.checks.scanner?.status, answer.checks.files.status]).toEqual([503, 'failing', 'ok']);
});

test('one whose mail server does not answer is not ready, and says what is wrong', async () => {
  const deaf = await startTestApi({ smtpUrl: 'smtp://127.0.0.1:1' }, api.database);
  const { status, health: answer } = await health(deaf);
  await deaf.stop();
  expect([status, answer.status, answer.checks.mail.status, answer.checks.database.status]).toEqual([
    503,
    'failing',
    'failing',
    'ok',
  ]);
});

describe('one that has lost its database', () => {
  let lost: TestApi;
  beforeAll(async () => {
    lost = await startTestApi();
  });
  afterAll(() => lost.stop());

  test('is alive, not ready, and answers everything else with 503 and when to come back', async () => {
    const { apiKeys } = await lost.createAgency();
    await lost.database.drop();
    expect((await fetch(`${lost.origin}/api/health/live`)).status).toBe(200);
    expect(await health(lost)).toMatchObject({ status: 503, health: { checks: { database: { status: 'failing' } } } });
    const response = await fetch(`${lost.origin}/api/v1/members`, {
      headers: { authorization: `Bearer ${apiKeys.owner}` },
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  });
});
