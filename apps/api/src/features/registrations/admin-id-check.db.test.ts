import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  listHistory,
  listPrerequisites,
  recordConsent,
  recordIdCheck,
  reviewPrerequisite,
  setAdmin,
  updatePerson,
  type Person,
  type RegistrationCase,
} from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aResidentId, CaseWalk, unique } from './testing/case-walk.js';
import { problemOf, refusalsOf, ruled } from './testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

async function name(id: string, person: Person): Promise<RegistrationCase> {
  const { version } = await walk.read(id);
  const body = { personId: person.id, isLegalRepresentative: true, expectedVersion: version };
  const { registration } = await api.call(walk.key, setAdmin, { params: { id }, body });
  const consent = { purpose: 'admin_identity' as const, registrationId: id, textVersion: '2026-11' };
  await api.call(walk.key, recordConsent, { params: { id: person.id }, body: consent });
  return registration;
}

async function papersOf(id: string) {
  return (await api.call(walk.key, listPrerequisites, { params: { id } })).items;
}

/** Accepts every open paper with one member's key. */
async function acceptAll(id: string, role: Role): Promise<void> {
  for (const paper of await papersOf(id)) {
    if (paper.state === 'accepted') continue;
    const params = { id: paper.id };
    await api.call(agency.apiKeys[role], reviewPrerequisite, { params, body: { decision: 'accept' } });
  }
}

/** From papers that are all accepted to the day of the scan. */
async function toTheScan(id: string): Promise<void> {
  await walk.signOff(await walk.read(id));
  await walk.apply(id, 'prerequisites_completed');
  await walk.advance(await walk.read(id), 'awaiting_admin_verification');
}

const scan = (id: string, more: Record<string, unknown> = {}, role: Role = 'specialist') =>
  walk.apply(id, 'admin_verified', { facts: { scanSeen: true }, ...more }, agency.apiKeys[role]);

describe('the look at the admin’s ID', () => {
  test('is had by whoever accepted its paper, also when the admin was named afterwards', async () => {
    const { id } = await walk.caseAt('awaiting_prerequisites');
    await acceptAll(id, 'manager');
    await name(id, await walk.addPerson());
    await toTheScan(id);
    expect(await scan(id)).toMatchObject({ state: 'ready_to_submit' });
  });

  test('by the member who typed the number is no second look: the owner answers for it, and the history keeps why', async () => {
    const { id } = await walk.caseAt('awaiting_prerequisites');
    await name(id, await walk.addPerson());
    await acceptAll(id, 'specialist');
    await toTheScan(id);
    const asked = await problemOf(scan(id));
    expect(asked.status).toBe(422);
    expect(asked.refusals).toMatchObject([{ code: 'admin.id_checked_by_uploader', kind: 'soft' }]);
    const acknowledgements = [{ code: 'admin.id_checked_by_uploader', reason: 'There are only the two of us.' }];
    expect(await refusalsOf(scan(id, { acknowledgements }))).toEqual(ruled('admin.id_checked_by_uploader'));
    expect(await scan(id, { acknowledgements }, 'owner')).toMatchObject({ state: 'ready_to_submit' });
    const { items } = await api.call(walk.key, listHistory, { params: { id } });
    expect(items.find(({ kind }) => kind === 'admin_verified')?.payload['acknowledgements']).toMatchObject(
      acknowledgements,
    );
  });

  test('abroad is had by whoever accepted the operator’s passport', async () => {
    const number = unique();
    const subject = {
      type: 'overseas_enterprise' as const,
      name: `Northlight SL ${number}`,
      code: `ES-${number}`,
      countryCode: 'ES',
      licenceOf: 'client' as const,
    };
    const { id } = await walk.caseAt('awaiting_prerequisites', { subject });
    const passport = { name: 'Ana Vidal', idKind: 'passport' as const, idNumber: `XAA${100_000 + number}` };
    const operator = await walk.addPerson(passport);
    await name(id, operator);
    for (const { id: paper, code } of await papersOf(id)) {
      const role = code === 'operator_passport' ? 'manager' : 'specialist';
      await api.call(agency.apiKeys[role], reviewPrerequisite, { params: { id: paper }, body: { decision: 'accept' } });
    }
    await toTheScan(id);
    // A passport's number does not say how old somebody is.
    const acknowledgements = [{ code: 'admin.age_unknown', reason: 'born in 1980', answeredBy: 'Ana Vidal' }];
    expect(await walk.apply(id, 'admin_verified', { acknowledgements })).toMatchObject({ state: 'ready_to_submit' });
  });

  test('by a second member stands, whoever accepts the paper later', async () => {
    const { id } = await walk.caseAt('awaiting_prerequisites');
    const person = await walk.addPerson();
    await name(id, person);
    const body = { expectedVersion: person.version + 1 };
    await api.call(agency.apiKeys.manager, recordIdCheck, { params: { id: person.id }, body });
    await acceptAll(id, 'specialist');
    await toTheScan(id);
    expect(await scan(id)).toMatchObject({ state: 'ready_to_submit' });
  });

  test('is asked for anew, with the papers, when somebody else becomes the admin', async () => {
    const { id } = await walk.caseAt('awaiting_prerequisites');
    await acceptAll(id, 'manager');
    await name(id, await walk.addPerson());
    await toTheScan(id);
    await name(id, await walk.addPerson());
    const open = (await papersOf(id)).filter(({ state }) => state === 'open');
    expect(open.map(({ code }) => code).toSorted()).toEqual(['admin_id', 'admin_phone']);
    const { items } = await api.call(walk.key, listHistory, { params: { id } });
    const [told] = items.filter(({ kind }) => kind === 'admin_named');
    expect(told?.payload['reopened']).toEqual(['admin_id', 'admin_phone']);
    expect(await refusalsOf(scan(id))).toEqual(ruled('admin.id_not_checked', 'prerequisite.not_accepted'));
    await acceptAll(id, 'manager');
    expect(await scan(id)).toMatchObject({ state: 'ready_to_submit' });
  });

  test('says nothing of a number that came in the other one’s place', async () => {
    const { id } = await walk.caseAt('awaiting_prerequisites');
    await acceptAll(id, 'manager');
    const person = await walk.addPerson();
    await name(id, person);
    await toTheScan(id);
    const body = { idNumber: aResidentId(unique()), expectedVersion: person.version + 1 };
    await api.call(walk.key, updatePerson, { params: { id: person.id }, body });
    expect(await refusalsOf(scan(id))).toEqual({ status: 422, codes: ['admin.id_not_checked'] });
  });
});
