import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  listEmails,
  listHistory,
  listPrerequisites,
  recordSignOff,
  releaseEmail,
  reserveEmail,
  setAdmin,
  updateRegistration,
  withdrawConsent,
} from '@daiban/contracts';

import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';

import { aResidentId, CaseWalk, unique } from './testing/case-walk.js';
import { refusalsOf, ruled } from './testing/refusals-of.js';

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

/** Looks behind the fences. */
const rowsOf = (sql: string, values: readonly unknown[] = []) =>
  runAsSuperuser<Record<string, unknown>>(api.database, sql, values);

describe('the form', () => {
  test('changes in draft, then names the event that could help', async () => {
    const known = await walk.openCase();
    const edit = (body: Record<string, unknown>, expectedVersion: number) =>
      api.call(walk.key, updateRegistration, { params: { id: known.id }, body: { ...body, expectedVersion } as never });
    const renamed = await edit({ accountType: 'subscription', proposedName: '灯桥看世界', followers: 12 }, 1);
    expect(renamed).toMatchObject({
      version: 2,
      accountType: 'subscription',
      proposedName: '灯桥看世界',
      followers: 12,
    });
    const planned = await walk.apply(known.id, 'advice_accepted');
    await walk.signOff(planned);
    const version = (await walk.read(known.id)).version;
    expect(await refusalsOf(edit({ accountType: 'service' }, version))).toEqual(ruled('registration.field_locked'));
    const changed = await edit({ proposedName: '灯桥看中国' }, version);
    // What the client signed for is no longer what stands there.
    expect(changed.signOff).toMatchObject({ standing: false });
    const sealed = await walk.advance(changed, 'preparing');
    expect(await refusalsOf(edit({ proposedName: '别的名字' }, sealed.version))).toEqual(
      ruled('registration.field_locked'),
    );
    const assigned = await edit({ assigneeId: agency.actors.manager.id, appId: 'wx0123456789abcdef' }, sealed.version);
    expect(assigned).toMatchObject({ assigneeId: agency.actors.manager.id, appId: 'wx0123456789abcdef' });
    const [sheet] = await rowsOf('SELECT sealed_sheet FROM registration WHERE id = $1', [known.id]);
    const sealedSheet = sheet?.['sealed_sheet'] as { fields: { key: string; value: string | null }[] } | undefined;
    const valueOf = (wanted: string) => sealedSheet?.fields.find(({ key }) => key === wanted)?.value;
    expect([valueOf('accountName'), valueOf('accountType')]).toEqual(['灯桥看中国', 'subscription']);
    expect(JSON.stringify(sealedSheet)).not.toMatch(/99999919800808/);
  });

  test('a subject with a known code is the one we have, and its slots count over all clients', async () => {
    const first = await walk.caseAt('preparing');
    const { type, name, code, countryCode } = first.subject;
    const second = await walk.openCase({
      subject: { type, name: `${name} `, code: ` ${code?.toLowerCase()} `, countryCode, licenceOf: 'client' },
    });
    expect(second.subject.id).toBe(first.subject.id);
    expect(second.counters.subject).toMatchObject({ reserved: 1, planned: 0 });
  });

  test('an address that is taken refuses the whole new case', async () => {
    const known = await walk.openCase();
    const before = await rowsOf('SELECT count(*)::int AS cases FROM registration');
    const accountEmail = known.accountEmail?.address.toUpperCase() ?? '';
    const taken = await refusalsOf(walk.openCase({ accountEmail }));
    expect(taken).toEqual({ status: 409, codes: ['email.already_used'] });
    await expect(walk.openCase({ accountEmail })).rejects.toMatchObject({
      problem: { refusals: [{ rule: { id: 'email.one_product' } }] },
    });
    expect(await rowsOf('SELECT count(*)::int AS cases FROM registration')).toEqual(before);
  });

  test('an address is reserved, given back, and gone from the case', async () => {
    const known = await walk.openCase({ accountEmail: undefined });
    expect(known.accountEmail).toBeNull();
    const email = `wx.${unique()}@pool.test`;
    const reserved = await api.call(walk.key, reserveEmail, {
      params: { id: known.id },
      body: { email, holder: 'agency' },
    });
    expect(reserved).toMatchObject({
      address: email,
      state: 'reserved',
      holder: 'agency',
      registration: { id: known.id },
    });
    await api.call(walk.key, releaseEmail, { params: { id: known.id } });
    expect(await walk.read(known.id)).toMatchObject({ accountEmail: null, version: 3 });
    const { items } = await api.call(walk.key, listEmails, { query: { q: email } });
    expect(items).toMatchObject([{ state: 'free', registration: null }]);
  });

  test('a case that was opened again takes another address, and the one that Tencent knew has to be looked at', async () => {
    const known = await walk.caseAt('awaiting_admin_verification');
    const { id } = known;
    await walk.apply(id, 'reopened', { facts: { to: 'awaiting_email' }, reason: 'the client wants another address' });
    const reserve = (email: string) => api.call(walk.key, reserveEmail, { params: { id }, body: { email } });
    const before = known.accountEmail?.address ?? '';
    expect(await refusalsOf(reserve(before))).toMatchObject({ codes: ['email.locked'] });
    const email = `wx.${unique()}@pool.test`;
    expect(await reserve(email)).toMatchObject({ address: email, state: 'reserved', registration: { id } });
    expect(await walk.read(id)).toMatchObject({ state: 'awaiting_email', accountEmail: { address: email } });
    const { items } = await api.call(walk.key, listEmails, { query: { q: before } });
    expect(items).toMatchObject([{ state: 'recheck', registration: null }]);
  });

  test('an address whose reservation ran out is free for another case, and the first one’s history says so once', async () => {
    const known = await walk.openCase();
    const address = known.accountEmail?.address ?? '';
    await api.moveClock(known.accountEmail?.reservedUntil ?? '');
    await api.tick();
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({ accountEmail: null, version: known.version + 1 });
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id } });
    expect(items[0]).toMatchObject({ kind: 'email_reservation_ended', voice: 'the_clock', payload: { address } });
    const other = await walk.openCase({ accountEmail: address });
    expect(other.accountEmail).toMatchObject({ address, state: 'reserved' });
  });

  test('nor does it matter whether another case took it before the minute was over', async () => {
    const known = await walk.openCase();
    const address = known.accountEmail?.address ?? '';
    await api.moveClock(known.accountEmail?.reservedUntil ?? '');
    const other = await walk.openCase({ accountEmail: address });
    await api.tick();
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id } });
    expect(items[0]).toMatchObject({ kind: 'email_reservation_ended', payload: { address } });
    expect((await walk.read(other.id)).accountEmail).toMatchObject({ address, state: 'reserved' });
  });
});

describe('the admin and the client', () => {
  test('what stands against an admin is said when they are named', async () => {
    const known = await walk.openCase();
    const person = await walk.addPerson({ wechatHasOwnCard: false, employer: 'other' });
    const body = { personId: person.id, isLegalRepresentative: false, expectedVersion: known.version };
    const { registration, warnings } = await api.call(walk.key, setAdmin, { params: { id: known.id }, body });
    expect(registration.admin).toMatchObject({ personId: person.id, isLegalRepresentative: false });
    expect(JSON.stringify(registration)).not.toContain(aResidentId(0).slice(0, 14));
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['admin.card_not_bound', 'admin.outsider', 'admin.id_not_checked']),
    );
  });

  test('a sign-off of other choices is refused, one of these stands once', async () => {
    const known = await walk.openCase();
    const contactId = await walk.contactOf(known.client.id);
    const sign = (
      choices: { choice: string; value: string | null }[] | Record<string, string | null>,
      textVersion = '2026-11',
    ) => api.call(walk.key, recordSignOff, { params: { id: known.id }, body: { contactId, textVersion, choices } });
    const other = known.irreversibleChoices.map((choice) =>
      choice.choice === 'proposedName' ? { ...choice, value: '另一个名字' } : choice,
    );
    expect(await refusalsOf(sign(other))).toEqual(ruled('sign_off.choices_differ'));
    const first = await sign(known.irreversibleChoices);
    const byName = Object.fromEntries(known.irreversibleChoices.map(({ choice, value }) => [choice, value]));
    // The same yes said twice stays as it was; one to a newer text takes its place.
    expect(await sign(byName)).toEqual(first);
    const second = await sign(byName, '2027-01');
    expect(second).toMatchObject({ choices: known.irreversibleChoices, registrationVersion: 3 });
    const standing = await rowsOf('SELECT id FROM sign_off WHERE registration_id = $1 AND voided_at IS NULL', [
      known.id,
    ]);
    expect(standing).toEqual([{ id: second.id }]);
  });

  test('a withdrawn consent takes the case back and its admin person papers with it', async () => {
    const known = await walk.caseAt('ready_to_submit');
    const consentId = known.admin?.consent?.id ?? '';
    await api.call(walk.key, withdrawConsent, { params: { id: consentId }, body: {} });
    const after = await walk.read(known.id);
    expect(after).toMatchObject({ state: 'awaiting_prerequisites', admin: { consent: null } });
    const { items } = await api.call(walk.key, listPrerequisites, { params: { id: known.id } });
    const open = items.filter(({ state }) => state === 'open').map(({ holder }) => holder);
    expect(new Set(open)).toEqual(new Set(['admin_person']));
  });
});
