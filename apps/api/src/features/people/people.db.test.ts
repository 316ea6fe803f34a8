import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPerson, getPerson, listPeople, recordIdCheck, updatePerson } from '@daiban/contracts';
import { v7 } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { insertBareRegistration, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { QuotasService } from '../quotas/quotas.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { PeopleService } from './people.service.js';

/** Numbers of the unassigned region 999999. */
const ID = '999999198506150028';
const OTHER_ID = '999999199001010016';
const PHONE = '+8613800000047';

let api: TestApi;
let agency: TestAgency;
let key: string;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  key = agency.apiKeys.specialist;
}, 60_000);
afterAll(() => api.stop());

const newPerson = (more: Record<string, unknown> = {}, by = key) =>
  api.call(by, createPerson, {
    body: {
      name: '王小明',
      idKind: 'resident_id',
      idNumber: ID,
      phone: '138 0000 0047',
      employer: 'registrant',
      ...more,
    },
  });

describe('a person', () => {
  test('comes out with masked numbers, counters, and who brought the number in', async () => {
    const person = await newPerson();
    expect(person).toMatchObject({
      idNumberMasked: '999***********0028',
      phoneMasked: '+86138****0047',
      idUploadedBy: agency.actors.specialist.id,
      idCheckedBy: null,
      version: 1,
      counters: {
        adminId: { reserved: 0, planned: 0, elsewhere: 0, limit: 5, rule: { id: 'quota.admin_id' } },
        adminPhone: { limit: 5 },
        adminWechat: { limit: 50 },
      },
    });
    const listed = await api.call(key, listPeople, { query: { q: '小明' } });
    const { warnings, ...asListed } = person;
    expect(warnings).toEqual([]);
    expect(listed.items).toContainEqual(asListed);
    expect(JSON.stringify(listed)).not.toContain('0615');
  });

  test.each([
    [{ idNumber: '999999198506150029' }, 'resident_id.checksum'],
    [{ idNumber: '99999919850615' }, 'resident_id.length'],
    [{ idNumber: '130503670401001' }, 'resident_id.first_generation'],
    [{ phone: '0612345678' }, 'phone.country_missing'],
    [{ phone: '+86 138 0000 004' }, 'phone.invalid'],
  ])('%j is refused as %s and nothing is kept', async (wrong, code) => {
    const name = `Refused ${v7()}`;
    const refused = newPerson({ name, ...wrong });
    await expect(refused).rejects.toMatchObject({ problem: { status: 422, code, refusals: [{ kind: 'hard' }] } });
    expect((await api.call(key, listPeople, { query: { q: name } })).items).toEqual([]);
  });

  test('under age is entered with a warning that names its rule; whether they are of age is judged on the day of the scan', async () => {
    const child = await newPerson({ idNumber: '999999201006150026' });
    expect(child.idNumberMasked).toBe('999***********0026');
    expect(child.warnings).toMatchObject([
      { code: 'resident_id.under_age', kind: 'soft', rule: { id: 'admin.minimum_age' } },
    ]);
    const { warnings, ...person } = child;
    expect(await api.call(key, getPerson, { params: { id: child.id } })).toEqual(person);
    expect(warnings).toHaveLength(1);
    const params = { id: child.id };
    const renamed = await api.call(key, updatePerson, { params, body: { expectedVersion: 1, name: '王小小' } });
    expect(renamed.warnings).toEqual([]);
    const again = { expectedVersion: 2, idNumber: '999999201006150026' };
    expect((await api.call(key, updatePerson, { params, body: again })).warnings).toHaveLength(1);
  });

  test('a refused number names the rule behind it', async () => {
    for (const [wrong, rule] of [
      [{ idNumber: '130503670401001' }, 'admin.first_generation_id'],
      [{ idNumber: '999999198506150029' }, 'admin.scan'],
      [{ phone: '0612345678' }, 'admin.wechat_phone'],
    ] as const)
      await expect(newPerson(wrong)).rejects.toMatchObject({ problem: { refusals: [{ rule: { id: rule } }] } });
  });

  test('is checked by one who looked at the paper; a changed number has to be checked again', async () => {
    const person = await newPerson();
    const params = { id: person.id };
    const checked = await api.call(agency.apiKeys.manager, recordIdCheck, { params, body: { expectedVersion: 1 } });
    expect(checked).toMatchObject({ idCheckedBy: agency.actors.manager.id, version: 2 });

    const sameAgain = { expectedVersion: 2, idNumber: `${ID.slice(0, 6)} ${ID.slice(6)}`, wechatHasPhone: true };
    expect(await api.call(key, updatePerson, { params, body: sameAgain })).toMatchObject({
      idCheckedBy: agency.actors.manager.id,
      wechatHasPhone: true,
      version: 3,
    });
    const changed = await api.call(agency.apiKeys.owner, updatePerson, {
      params,
      body: { expectedVersion: 3, idNumber: OTHER_ID },
    });
    expect(changed).toMatchObject({
      idCheckedBy: null,
      idUploadedBy: agency.actors.owner.id,
      idNumberMasked: '999***********0016',
    });
    expect(changed).toEqual({ ...(await api.call(key, getPerson, { params })), warnings: [] });
    const stale = api.call(key, updatePerson, { params, body: { expectedVersion: 3, name: 'X' } });
    await expect(stale).rejects.toMatchObject({ problem: { status: 409, code: 'version.conflict' } });
  });

  test('keeps the look of a second member when the one who brought the number in looks too', async () => {
    const person = await newPerson();
    const params = { id: person.id };
    const own = await api.call(key, recordIdCheck, { params, body: { expectedVersion: 1 } });
    expect(own).toMatchObject({ idCheckedBy: person.idUploadedBy, version: 2 });
    const { manager } = agency.apiKeys;
    const second = await api.call(manager, recordIdCheck, { params, body: { expectedVersion: 2 } });
    expect(second).toMatchObject({ idCheckedBy: agency.actors.manager.id, version: 3 });
    expect(await api.call(key, recordIdCheck, { params, body: { expectedVersion: 3 } })).toEqual(second);
    const stale = api.call(key, recordIdCheck, { params, body: { expectedVersion: 2 } });
    await expect(stale).rejects.toMatchObject({ problem: { status: 409, code: 'version.conflict' } });
  });

  test('without a number cannot be checked', async () => {
    const person = await newPerson({ idNumber: null, phone: null });
    expect(person.counters).toMatchObject({ adminId: null, adminPhone: null });
    const check = api.call(key, recordIdCheck, { params: { id: person.id }, body: { expectedVersion: 1 } });
    await expect(check).rejects.toMatchObject({ problem: { status: 422, code: 'person.no_id_number' } });
  });

  test('who stands twice in the list is counted once by ID number, with the accounts known elsewhere of both', async () => {
    const own = await api.createAgency('Counting');
    const elsewhere = { accountType: 'subscription', state: 'live' };
    const one = await newPerson({ accountsElsewhere: [elsewhere, elsewhere] }, own.apiKeys.owner);
    const two = await newPerson({ phone: null, accountsElsewhere: [elsewhere] }, own.apiKeys.owner);
    const again = await api.call(own.apiKeys.owner, getPerson, { params: { id: one.id } });
    expect(again.counters.adminId).toMatchObject({ elsewhere: 3 });
    expect(again.counters.adminPhone).toMatchObject({ elsewhere: 2 });
    expect(again.counters.adminWechat).toMatchObject({ elsewhere: 2 });
    const fewer = { expectedVersion: 1, accountsElsewhere: [] };
    await api.call(own.apiKeys.owner, updatePerson, { params: { id: two.id }, body: fewer });
    expect((await api.call(own.apiKeys.owner, getPerson, { params: { id: one.id } })).counters.adminId).toMatchObject({
      elsewhere: 2,
    });
  });

  test('whose number is corrected takes along what is planned; a number that accounts were submitted with stays, one that comes later counts them', async () => {
    const own = await api.createAgency('Rekeying');
    const by = own.apiKeys.owner;
    const [subjectId, clientId] = [v7(), v7()];
    const since = '2026-09-28T03:20:00.000Z';
    await runAsSuperuser(
      api.database,
      `WITH s AS (INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $3, 'enterprise', 'S', 'CN', 'client', 'active', now()))
       INSERT INTO client (id, agency_id, name, country_code, locale, time_zone, created_at) VALUES ($2, $3, 'C', 'FR', 'en', 'UTC', now())`,
      [subjectId, clientId, own.id],
    );
    const place = async (
      person: { id: string },
      state: 'planned' | 'reserved',
      kind: 'admin_id' | 'admin_wechat' = 'admin_id',
    ) => {
      const registrationId = await insertBareRegistration(api.database, {
        agencyId: own.id,
        clientId,
        subjectId,
        adminPersonId: person.id,
      });
      const quotas = api.app.get(QuotasService, { strict: false });
      const idIndex = await runAsSuperuser<{ i: Buffer }>(
        api.database,
        "SELECT coalesce(id_number_index, 'wechat') AS i FROM person WHERE id = $1",
        [person.id],
      );
      const slot = { kind, key: idIndex[0]?.i as Buffer, ref: person.id, cap: 5 } as const;
      await api.app
        .get(Database)
        .withAgency<unknown>(own.id, (transaction) =>
          state === 'planned'
            ? quotas.planSlots(transaction, registrationId, [slot], since)
            : quotas.reserveSlots(transaction, registrationId, [slot], since),
        );
    };
    const typo = await newPerson({ idNumber: OTHER_ID }, by);
    await place(typo, 'planned');
    const corrected = await api.call(by, updatePerson, {
      params: { id: typo.id },
      body: { expectedVersion: 1, idNumber: ID },
    });
    expect(corrected.counters.adminId).toMatchObject({ planned: 1 });

    const late = await newPerson({ idNumber: OTHER_ID, phone: null }, by);
    await place(late, 'reserved');
    for (const idNumber of [ID, null]) {
      const refused = api.call(by, updatePerson, { params: { id: late.id }, body: { expectedVersion: 1, idNumber } });
      await expect(refused).rejects.toMatchObject({ problem: { status: 422, code: 'person.number_in_use' } });
    }
    expect(await api.call(by, getPerson, { params: { id: late.id } })).toMatchObject({
      version: 1,
      idNumberMasked: '999***********0016',
    });

    const unknown = await newPerson({ idNumber: null, phone: null }, by);
    await place(unknown, 'reserved', 'admin_wechat');
    const known = await api.call(by, updatePerson, {
      params: { id: unknown.id },
      body: { expectedVersion: 1, phone: '13900000048' },
    });
    expect(known.counters.adminPhone).toMatchObject({ reserved: 1 });
    const hidden = api.call(by, updatePerson, {
      params: { id: unknown.id },
      body: { expectedVersion: 2, phone: null },
    });
    await expect(hidden).rejects.toMatchObject({ problem: { code: 'person.number_in_use' } });
  });
});

describe('a number in the database', () => {
  test('can be read in no column of any table', async () => {
    const canary = await newPerson({
      name: 'Canary',
      accountsElsewhere: [{ accountType: 'service', state: 'live', note: 'CANARY' }],
    });
    await api.call(key, updatePerson, { params: { id: canary.id }, body: { expectedVersion: 1, phone: PHONE } });
    const tables = await runAsSuperuser<{ name: string }>(
      api.database,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    const holding: string[] = [];
    for (const { name } of tables) {
      const rows = await runAsSuperuser<{ line: string }>(api.database, `SELECT t::text AS line FROM ${name} t`);
      const text = rows.map(({ line }) => line).join('\n');
      const inHex = [ID, PHONE, PHONE.slice(3)].map((number) => Buffer.from(number).toString('hex'));
      if ([ID, PHONE.slice(3), ...inHex].some((number) => text.includes(number))) holding.push(name);
      if (text.includes('CANARY')) holding.push(`${name} (the canary)`);
    }
    // The note is there in clear: the search above does find what is not sealed.
    expect(holding).toEqual(['public.account_elsewhere (the canary)']);
  });

  test('opens for a decision, and nowhere but in its own row', async () => {
    const [one, two] = [await newPerson(), await newPerson({ idNumber: OTHER_ID })];
    const sealed = async (id: string) =>
      (
        await runAsSuperuser<{ s: Buffer }>(api.database, 'SELECT id_number_sealed AS s FROM person WHERE id = $1', [
          id,
        ])
      )[0]?.s as Buffer;
    const people = api.app.get(PeopleService, { strict: false });
    const day = await api.app.get(JudgingService, { strict: false }).now(agency.id);
    const read = (personId: string, idNumberSealed: Buffer) =>
      people.readIdentity({ agencyId: agency.id, personId, idKind: 'resident_id', idNumberSealed }, day);
    expect(await read(one.id, await sealed(one.id))).toEqual({
      hasIdNumber: true,
      idNumberValid: true,
      adultOn: '2003-06-15',
    });
    const moved = await sealed(two.id);
    await expect(read(one.id, moved)).rejects.toThrow('does not open');
  });
});
