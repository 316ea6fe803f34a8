import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  applyRegistrationEvent,
  getFillSheet,
  getPerson,
  tickFillSheetField,
  untickFillSheetField,
  updatePerson,
  updateRegistration,
  updateSubject,
  type FillSheet,
} from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aResidentId, CaseWalk, unique } from '../registrations/testing/case-walk.js';
import { refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

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
afterAll(() => api.stop());

const sheet = (id: string, key = walk.key): Promise<FillSheet> => api.call(key, getFillSheet, { params: { id } });
const tick = (id: string, field: string, key = walk.key): Promise<FillSheet> =>
  api.call(key, tickFillSheetField, { params: { id, field } });
const untick = (id: string, field: string) => api.call(walk.key, untickFillSheetField, { params: { id, field } });
const field = ({ fields }: FillSheet, key: string) => fields.find((one) => one.key === key);
const ticked = ({ fields }: FillSheet) => fields.filter((one) => one.tick !== null).map(({ key }) => key);

describe('the fill sheet', () => {
  test('carries both languages, the form’s own word first for who reads the form', async () => {
    const known = await walk.openCase();
    const read = await sheet(known.id);
    expect(field(read, 'subjectName')).toMatchObject({
      label: { en: 'Registered name', zh: '企业名称' },
      value: known.subject.name,
      locked: true,
    });
    expect(field(read, 'accountType')?.shown).toEqual({ en: expect.any(String), zh: '服务号' });
    expect(field(read, 'region')?.shown?.zh).toBe('中国');
    expect(field(read, 'accountName')?.counter).toMatchObject({ min: 4, max: 30, rule: { id: 'name.units' } });
  });

  test('never shows a personal number whole', async () => {
    const number = unique();
    const person = await walk.addPerson({ idNumber: aResidentId(number), phone: '13900001234' });
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'), person);
    const text = JSON.stringify(await sheet(known.id));
    expect(text).not.toContain(aResidentId(number));
    expect(text).not.toContain('13900001234');
    expect(field(await sheet(known.id), 'adminIdNumber')).toMatchObject({ sensitive: true, copyValue: null });
  });

  test('is not there for another agency', async () => {
    const known = await walk.openCase();
    const stranger = await api.createAgency();
    await expect(sheet(known.id, stranger.apiKeys.owner)).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(tick(known.id, 'accountName', stranger.apiKeys.owner)).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});

describe('a tick', () => {
  test('says who typed the field and when, and goes away again', async () => {
    const known = await walk.openCase();
    const after = await tick(known.id, 'accountName');
    expect(field(after, 'accountName')?.tick).toEqual({ at: expect.any(String), by: agency.actors.specialist.id });
    expect(after.progress.ticked).toBe(1);
    expect((await tick(known.id, 'accountName', agency.apiKeys.manager)).fields).toEqual(after.fields);
    expect(ticked(await untick(known.id, 'accountName'))).toEqual([]);
    expect(ticked(await untick(known.id, 'accountName'))).toEqual([]);
  });

  test('holds while the field reads the same, and not when it is changed and changed back unticked', async () => {
    const known = await walk.openCase();
    await tick(known.id, 'accountName');
    await tick(known.id, 'accountEmail');
    const rename = async (proposedName: string) => {
      const { version } = await walk.read(known.id);
      await api.call(walk.key, updateRegistration, {
        params: { id: known.id },
        body: { expectedVersion: version, proposedName },
      });
      return sheet(known.id);
    };
    expect(ticked(await rename('北光书店'))).toEqual(['accountEmail']);
    await tick(known.id, 'accountName');
    // WeChat's page holds the second name now: the first one is not typed any more.
    expect(ticked(await rename(known.proposedName))).toEqual(['accountEmail']);
  });

  test('of a number that only looks the same behind its mask does not hold', async () => {
    const person = await walk.addPerson({ phone: '13900011234' });
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'), person);
    expect(ticked(await tick(known.id, 'adminPhone'))).toEqual(['adminPhone']);
    const { version } = await api.call(walk.key, getPerson, { params: { id: person.id } });
    await api.call(walk.key, updatePerson, {
      params: { id: person.id },
      body: { expectedVersion: version, phone: '13900021234' },
    });
    expect(ticked(await sheet(known.id))).toEqual([]);
  });

  test('is refused for an empty field and for one the form does not have, and to a viewer', async () => {
    const known = await walk.openCase();
    expect(await refusalsOf(tick(known.id, 'adminName'))).toEqual(ruled('sheet.field_empty'));
    expect(await refusalsOf(tick(known.id, 'bankName'))).toEqual(ruled('sheet.field_unknown'));
    await expect(tick(known.id, 'accountName', agency.apiKeys.viewer)).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });
});

describe('a submitted sheet', () => {
  test('stays as it was handed in, whatever changes afterwards', async () => {
    const known = await walk.caseAt('ready_to_submit');
    await tick(known.id, 'subjectName');
    await tick(known.id, 'adminPhone');
    const before = await sheet(known.id);
    const { version } = await walk.read(known.id);
    await api.call(walk.key, applyRegistrationEvent, {
      params: { id: known.id },
      body: { event: 'information_submitted', expectedVersion: version, facts: { payer: 'client' } } as never,
    });
    const subject = known.subject;
    await api.call(walk.key, updateSubject, {
      params: { id: subject.id },
      body: { expectedVersion: subject.version, standing: 'struck_off' },
    });
    const person = await api.call(walk.key, getPerson, { params: { id: known.admin?.personId ?? '' } });
    await api.call(walk.key, updatePerson, {
      params: { id: person.id },
      body: { expectedVersion: person.version, name: '王芳芳' },
    });

    const after = await sheet(known.id);
    expect(after.sealed).toEqual({ at: expect.any(String), rulebookVersion: expect.any(String) });
    const read = ({ fields }: FillSheet) =>
      fields.map(({ key, value, copyValue, locked }) => ({ key, value, copyValue, locked }));
    expect(read(after)).toEqual(read(before));
    expect(ticked(after)).toEqual(['subjectName', 'adminPhone']);
    expect(await refusalsOf(tick(known.id, 'subjectCode'))).toEqual(ruled('sheet.sealed'));
    expect(await refusalsOf(untick(known.id, 'subjectName'))).toEqual(ruled('sheet.sealed'));
    expect(ticked(await tick(known.id, 'introduction'))).toEqual(['subjectName', 'adminPhone', 'introduction']);
  });

  test('of a case that lapsed and began again is typed anew', async () => {
    const known = await walk.caseAt('awaiting_admin_verification');
    await tick(known.id, 'subjectName');
    await api.moveClock('2026-11-02T03:20:00.000Z');
    await walk.apply(known.id, 'registration_lapsed', { reason: 'the half-registration’s days are over' });
    await walk.apply(known.id, 'restarted');
    const again = await sheet(known.id);
    expect(again.sealed).toBeNull();
    expect(ticked(again)).toEqual([]);
    await api.moveClock('2026-11-02T03:21:00.000Z');
    expect(ticked(await tick(known.id, 'subjectName'))).toEqual(['subjectName']);
  });
});
