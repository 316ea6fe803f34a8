import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, getSubject, listSubjects, updateSubject } from '@daiban/contracts';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { insertBareRegistration } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { QuotasService } from '../quotas/quotas.service.js';
import { aLicenceCode } from '../registrations/testing/case-walk.js';
import { SubjectsService, type SubjectInput } from './subjects.service.js';

const CODE = '91350100M000100Y43';
const NOW = '2026-09-28T03:20:00.000Z';

let api: TestApi;
let agency: TestAgency;
let key: string;
let clientId: string;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  key = agency.apiKeys.specialist;
  const body = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
  clientId = (await api.call(key, createClient, { body })).id;
}, 60_000);
afterAll(() => api.stop());

const findOrCreate = (more: Partial<SubjectInput> = {}, anyName = false) =>
  api.app.get(Database).withAgency(agency.id, (transaction) =>
    api.app.get(SubjectsService, { strict: false }).findOrCreate(
      transaction,
      agency.actors.specialist,
      {
        type: 'enterprise',
        name: '福州示例有限公司',
        code: CODE,
        countryCode: 'CN',
        licenceOf: 'client',
        ...more,
      },
      anyName,
    ),
  );
const idOf = (found: { id: string } | Refused): string => {
  if (found instanceof Refused) throw new Error(found.code);
  return found.id;
};

describe('the subject of a new case', () => {
  test('is the one with the same code, however it was typed', async () => {
    const first = idOf(await findOrCreate());
    expect(idOf(await findOrCreate({ code: '9135 0100 m000 100y 43', name: '福州 示例有限公司' }))).toBe(first);
    expect(idOf(await findOrCreate({ code: null }))).not.toBe(first);
  });

  test('is one, however many callers bring the code at once', async () => {
    const code = aLicenceCode(4_001);
    const found = await Promise.all(Array.from({ length: 6 }, () => findOrCreate({ code, name: '同时录入' })));
    expect(new Set(found.map(idOf)).size).toBe(1);
    const { items } = await api.call(key, listSubjects, { query: { q: code } });
    expect(items).toHaveLength(1);
  });

  test('is not another kind of body under the same code', async () => {
    const refused = await findOrCreate({ type: 'media' });
    expect(refused).toMatchObject({
      code: 'subject.code_in_use',
      findings: [{ params: { name: '福州示例有限公司' } }],
    });
  });

  test('is not a body of another name under the same code, unless a sheet calls it so', async () => {
    const name = '示例（福州）有限公司';
    const code = aLicenceCode(4_003);
    const first = idOf(await findOrCreate({ code, name }));
    expect(idOf(await findOrCreate({ code, name: '示例(福州) 有限公司' }))).toBe(first);
    expect(await findOrCreate({ code, name: '示例（厦门）有限公司' })).toMatchObject({
      code: 'subject.name_differs',
      findings: [{ params: { name } }],
    });
    expect(idOf(await findOrCreate({ code, name: 'Sample Fuzhou' }, true))).toBe(first);
  });

  test('is refused with what is wrong with its code', async () => {
    const refused = await findOrCreate({ code: '91350100M000100Y44' });
    expect(refused).toMatchObject({
      code: 'uscc.checksum',
      findings: [{ ruleId: 'subject.code_fits_class', clearedBy: 'correct_subject_code' }],
    });
  });
});

describe('a subject', () => {
  test('counts the places of every case on the same code, and those known elsewhere', async () => {
    const id = idOf(await findOrCreate());
    const quotas = api.app.get(QuotasService, { strict: false });
    const keys = quotas.keysOf({ subject: { id, type: 'enterprise', code: CODE }, admin: null }, true);
    const [first, second] = [
      await insertBareRegistration(api.database, { agencyId: agency.id, clientId, subjectId: id }),
      await insertBareRegistration(api.database, { agencyId: agency.id, clientId, subjectId: id }),
    ];
    await api.app.get(Database).withAgency(agency.id, async (transaction) => {
      await quotas.planSlots(transaction, first, keys, NOW);
      await quotas.reserveSlots(
        transaction,
        second,
        keys.map((slot) => ({ ...slot, cap: 2 })),
        NOW,
      );
    });
    const before = await api.call(key, getSubject, { params: { id } });
    const changed = await api.call(key, updateSubject, {
      params: { id },
      body: {
        expectedVersion: before.version,
        standing: 'active',
        licenceExpiresOn: '2030-12-31',
        accountsElsewhere: [
          { accountType: 'service', state: 'live', since: '2020-02-29', note: null },
          { accountType: 'mini_program', state: 'live', since: null, note: 'counts for nothing' },
        ],
      },
    });
    expect(changed).toMatchObject({
      standing: 'active',
      licenceExpiresOn: '2030-12-31',
      version: before.version + 1,
      slots: {
        reserved: 1,
        planned: 1,
        elsewhere: 1,
        limit: 2,
        rule: { id: 'quota.subject.enterprise', confidence: 'H' },
      },
    });
    expect(changed.accountsElsewhere).toHaveLength(2);
    expect((await api.call(key, listSubjects, { query: { q: 'M000100' } })).items).toContainEqual(changed);
  });

  test('keeps name, code, class and licence once Tencent holds them, and may change the rest', async () => {
    const id = idOf(await findOrCreate({ code: null, name: 'Unsubmitted' }));
    const code = aLicenceCode(4_002);
    const change = (body: Record<string, unknown> & { expectedVersion: number }) =>
      api.call(key, updateSubject, { params: { id }, body });
    await expect(change({ expectedVersion: 1, code: '91350100M000100Y44' })).rejects.toMatchObject({
      problem: {
        code: 'uscc.checksum',
        refusals: [{ rule: { id: 'subject.code_fits_class' }, clearedByHolder: 'client' }],
      },
    });
    await expect(change({ expectedVersion: 1, code: CODE })).rejects.toMatchObject({
      problem: { status: 409, code: 'subject.code_in_use' },
    });
    expect(await change({ expectedVersion: 1, code: code.toLowerCase(), class: null })).toMatchObject({
      code,
      version: 2,
    });
    await insertBareRegistration(api.database, {
      agencyId: agency.id,
      clientId,
      subjectId: id,
      state: 'proving_subject',
      submittedAt: NOW,
    });
    await expect(change({ expectedVersion: 2, code: null })).rejects.toMatchObject({
      problem: { status: 422, code: 'subject.sealed' },
    });
    await expect(change({ expectedVersion: 2, class: 'foundation' })).rejects.toMatchObject({
      problem: { code: 'subject.sealed' },
    });
    await expect(change({ expectedVersion: 2, licenceOf: 'partner' })).rejects.toMatchObject({
      problem: { code: 'subject.sealed' },
    });
    await expect(change({ expectedVersion: 2, name: 'Renamed' })).rejects.toMatchObject({
      problem: {
        status: 422,
        code: 'subject.sealed',
        refusals: [{ clearedBy: 'Use “Correct the company name” instead.' }],
      },
    });
    expect(await change({ expectedVersion: 2, code, name: 'Unsubmitted', standing: 'active' })).toMatchObject({
      standing: 'active',
      version: 3,
    });
    await expect(change({ expectedVersion: 2, standing: 'unknown' })).rejects.toMatchObject({
      problem: { status: 409 },
    });
  });
});
