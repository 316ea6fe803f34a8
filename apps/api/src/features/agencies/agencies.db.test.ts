import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ProblemSchema, SessionSchema } from '@daiban/contracts';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { StaffIdentity } from '../../platform/auth/staff-identity.js';
import { MembersService } from '../members/members.service.js';
import { AgenciesService } from './agencies.service.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demo: false });
});
afterAll(() => api.stop());

const setUp = (token: string, origin = api.origin): Promise<Response> =>
  fetch(`${origin}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      agency: { name: 'Rialto & Co', timeZone: 'Europe/Rome', locale: 'en' },
      owner: { name: 'Ada', email: 'ada@rialto.test', password: 'a long enough password' },
    }),
  });
const codeOf = async (response: Response): Promise<string> => ProblemSchema.parse(await response.json()).code;

test('an empty installation is set up once, by whoever holds the newest address', async () => {
  const agencies = api.app.get(AgenciesService, { strict: false });
  const [older, newer] = [await agencies.makeSetUpAddress(), await agencies.makeSetUpAddress()].map((address) =>
    new URL(address ?? '').hash.slice(1),
  );
  const wrong = await setUp(older ?? '');
  expect([wrong.status, await codeOf(wrong)]).toEqual([401, 'setup.wrong_token']);

  // An earlier try got as far as the login: its address is not lost for it.
  await api.app.get(StaffIdentity).createUser('Ada', 'ada@rialto.test', 'some other password');
  const answers = await Promise.all(Array.from({ length: 5 }, () => setUp(newer ?? '')));
  const [made, ...others] = answers.sort((one, other) => one.status - other.status);
  expect(SessionSchema.parse(await made?.json())).toMatchObject({
    actor: { name: 'Ada', role: 'owner' },
    agency: { name: 'Rialto & Co', timeZone: 'Europe/Rome' },
    demo: false,
  });
  expect(made?.headers.getSetCookie()[0]).toMatch(/^__Host-daiban=/);
  expect(await Promise.all(others.map(codeOf))).toEqual(Array.from({ length: 4 }, () => 'setup.already_done'));
  expect(await agencies.makeSetUpAddress()).toBeNull();
  expect(await agencies.listIds()).toHaveLength(1);
});

test('an agency that fails to get its owner does not come to be, and the same address works again', async () => {
  const other = await startTestApi({ demo: false, logLevel: 'silent' });
  try {
    const agencies = other.app.get(AgenciesService, { strict: false });
    const token = new URL((await agencies.makeSetUpAddress()) ?? '').hash.slice(1);
    const send = (): Promise<Response> => setUp(token, other.origin);
    await runAsSuperuser(
      other.database,
      `CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the power is out'; END $$;
       CREATE TRIGGER fall BEFORE INSERT ON member EXECUTE FUNCTION fall()`,
    );
    expect((await send()).status).toBe(500);
    expect(await agencies.listIds()).toEqual([]);
    await runAsSuperuser(other.database, 'DROP TRIGGER fall ON member');
    expect((await send()).status).toBe(201);
    expect(await agencies.listIds()).toHaveLength(1);
  } finally {
    await other.stop();
  }
});

test('a login that an interrupted call left behind becomes the member’s, with the newest password; a colleague’s never', async () => {
  const [agencyId = ''] = await api.app.get(AgenciesService, { strict: false }).listIds();
  const members = api.app.get(MembersService, { strict: false });
  const identity = api.app.get(StaffIdentity);
  await identity.createUser('Bo', 'bo@rialto.test', 'the first password of Bo');
  const bo = { name: 'Bo', email: 'Bo@rialto.test', role: 'viewer' as const, locale: 'en' as const };
  const made = await members.createWithPassword(agencyId, { ...bo, password: 'the second password of Bo' });
  expect(made).toMatchObject({ name: 'Bo', role: 'viewer' });
  expect(await identity.signIn('bo@rialto.test', 'the first password of Bo')).toBeNull();
  expect(await identity.signIn('bo@rialto.test', 'the second password of Bo')).not.toBeNull();
  const again = await members.createWithPassword(agencyId, { ...bo, password: 'the third password of Bo' });
  expect(again).toMatchObject({ code: 'member.email_in_use' });
  expect(await identity.signIn('bo@rialto.test', 'the second password of Bo')).not.toBeNull();
});
