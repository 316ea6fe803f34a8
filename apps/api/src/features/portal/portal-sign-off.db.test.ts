import {
  createBoardroomLink,
  createPortalLink,
  createPreview,
  getClient,
  getPortalSignOff,
  listHistory,
  ProblemError,
  SIGN_OFF_BLOCKS,
  signOffPortal,
  updateClient,
  updateRegistration,
  type PortalSignOff,
  type RegistrationCase,
} from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { PortalBrowser } from './testing/portal-browser.js';

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

async function enter(contactId: string): Promise<PortalBrowser> {
  const { url } = await api.call(walk.key, createPortalLink, { params: { id: contactId }, body: {} });
  return PortalBrowser.enter(api, url);
}
/** A case whose sign-off is asked for, and its decider's browser. */
async function asked(): Promise<{ known: RegistrationCase; decider: PortalBrowser }> {
  const known = await walk.caseAt('awaiting_prerequisites');
  return { known, decider: await enter(await walk.contactOf(known.client.id)) };
}
const look = (visitor: PortalBrowser, { id }: { id: string }) => visitor.call(getPortalSignOff, { params: { id } });
const sign = (visitor: PortalBrowser, seen: PortalSignOff, changes: object = {}) =>
  visitor.call(signOffPortal, {
    params: { id: seen.registrationId },
    body: { textVersion: seen.textVersion, choices: seen.choices, agreed: [...SIGN_OFF_BLOCKS], ...changes },
  });
async function problemOf(call: Promise<unknown>): Promise<{ status: number; code: string; detail: string }> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error('It was not refused.');
  return error.problem;
}
/** Gives the client another contact. */
async function addContact(known: RegistrationCase, role: 'papers' | 'observer' | 'decider'): Promise<string> {
  const client = await api.call(walk.key, getClient, { params: { id: known.client.id } });
  const changed = await api.call(walk.key, updateClient, {
    params: { id: client.id },
    body: {
      expectedVersion: client.version,
      contacts: [
        ...client.contacts.map(({ id, name, email, role: known }) => ({ id, name, email, role: known })),
        { name: 'Ben', email: `ben.${client.version}@client.test`, role },
      ],
    },
  });
  return changed.contacts.at(-1)?.id ?? '';
}

describe('the client’s yes to what can never be changed', () => {
  test('is given by the decider to what stands there, and is kept with its text, choices and time', async () => {
    const { known, decider } = await asked();
    const seen = await look(decider, known);
    expect(seen).toMatchObject({
      state: 'wanted',
      maySign: true,
      last: null,
      deciders: ['Ana'],
      owner: { licenceOf: 'client', subjectName: known.subject.name },
      fee: { amount: { amountMinor: 30000, currency: 'CNY' } },
    });
    expect(seen.choices).toEqual(known.irreversibleChoices);
    const signed = await sign(decider, seen);
    expect(signed).toMatchObject({
      state: 'signed',
      maySign: false,
      last: { contactName: 'Ana', textVersion: '2026-11' },
    });
    const [row] = await runAsSuperuser(
      api.database,
      'SELECT text_version, choices, voided_at, recorded_by FROM sign_off WHERE registration_id = $1',
      [known.id],
    );
    expect(row).toMatchObject({ text_version: '2026-11', voided_at: null, recorded_by: null });
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id }, query: {} });
    expect(items[0]).toMatchObject({ kind: 'sign_off_recorded', voice: 'we_heard', actor: { name: 'Ana' } });
    expect((await decider.home()).registrations[0]).toMatchObject({ signOff: 'signed' });
  });

  test('does not hold any more once a choice changes; the page says what, and asks again', async () => {
    const { known, decider } = await asked();
    await sign(decider, await look(decider, known));
    const { version } = await walk.read(known.id);
    await api.call(walk.key, updateRegistration, {
      params: { id: known.id },
      body: { expectedVersion: version, proposedName: '北光生活馆' },
    });
    const seen = await look(decider, known);
    expect(seen).toMatchObject({
      state: 'changed',
      maySign: true,
      changes: [{ choice: 'proposedName', was: known.proposedName, now: '北光生活馆' }],
    });
    expect((await decider.home()).registrations[0]).toMatchObject({ signOff: 'changed' });
    expect(await sign(decider, seen)).toMatchObject({ state: 'signed', changes: [] });
  });

  test('given to a page that is out of date is refused: choices changed meanwhile, or an older text', async () => {
    const { known, decider } = await asked();
    const seen = await look(decider, known);
    await api.call(walk.key, updateRegistration, {
      params: { id: known.id },
      body: { expectedVersion: (await walk.read(known.id)).version, proposedName: '北光之家' },
    });
    expect(await problemOf(sign(decider, seen))).toMatchObject({
      status: 422,
      code: 'sign_off.choices_differ',
      detail: 'The registration has changed since it was read: Account name. Read what stands there now, then confirm.',
    });
    const fresh = await look(decider, known);
    expect(await problemOf(sign(decider, fresh, { textVersion: '2020-01' }))).toMatchObject({
      code: 'sign_off.text_outdated',
    });
    expect(await problemOf(sign(decider, fresh, { agreed: ['cost', 'owner', 'owner'] }))).toMatchObject({
      code: 'sign_off.not_agreed',
    });
    expect((await look(decider, known)).state).toBe('wanted');
  });

  test('is nobody’s but a decider’s: others read it and see who must', async () => {
    const { known } = await asked();
    const papers = await enter(await addContact(known, 'papers'));
    const seen = await look(papers, known);
    expect(seen).toMatchObject({ maySign: false, deciders: ['Ana'] });
    expect(await problemOf(sign(papers, seen))).toMatchObject({ status: 403, code: 'sign_off.not_decider' });
    const contactId = await walk.contactOf(known.client.id);
    const { url } = await api.call(walk.key, createPreview, { params: { id: contactId }, body: {} });
    const preview = await PortalBrowser.enter(api, url);
    const looked = await look(preview, known);
    expect(looked).toMatchObject({ state: 'wanted', maySign: false });
    expect(await problemOf(sign(preview, looked))).toMatchObject({ code: 'portal.read_only' });
  });

  test('is not for a board, another client or another agency to see', async () => {
    const { known } = await asked();
    const { decider: stranger } = await asked();
    const { url } = await api.call(walk.key, createBoardroomLink, {
      params: { id: known.client.id },
      body: { label: 'Board' },
    });
    for (const visitor of [stranger, await PortalBrowser.enter(api, url)])
      expect(await problemOf(look(visitor, known))).toMatchObject({ status: 404 });
    const other = new CaseWalk(api, await api.createAgency('Other'));
    const theirs = await other.caseAt('awaiting_prerequisites');
    const link = await api.call(other.key, createPortalLink, {
      params: { id: await other.contactOf(theirs.client.id) },
      body: {},
    });
    const foreigner = await PortalBrowser.enter(api, link.url);
    expect(await problemOf(look(foreigner, known))).toMatchObject({ status: 404 });
  });

  test('is not asked for before the choices are made, and cannot be given after the submission', async () => {
    const early = await walk.openCase();
    const decider = await enter(await walk.contactOf(early.client.id));
    const seen = await look(decider, early);
    expect(seen).toMatchObject({ state: 'early', maySign: false });
    expect(await problemOf(sign(decider, seen))).toMatchObject({ code: 'sign_off.too_early' });
    const late = await walk.caseAt('in_review');
    const theirs = await enter(await walk.contactOf(late.client.id));
    const over = await look(theirs, late);
    expect(over).toMatchObject({ state: 'submitted', maySign: false, last: { contactName: 'Ana' } });
    const refused = await problemOf(sign(theirs, over));
    expect(refused).toMatchObject({ status: 422, code: 'sign_off.too_late' });
    expect(refused.detail).not.toContain('order');
  });

  test('pressed several times, at once or again, is one yes, and every press hears that it stands', async () => {
    const { known, decider } = await asked();
    const seen = await look(decider, known);
    const atOnce = await Promise.all(Array.from({ length: 8 }, () => sign(decider, seen)));
    for (const answer of [...atOnce, await sign(decider, seen)]) expect(answer).toMatchObject({ state: 'signed' });
    const rows = await runAsSuperuser<{ standing: boolean }>(
      api.database,
      'SELECT voided_at IS NULL AS standing FROM sign_off WHERE registration_id = $1',
      [known.id],
    );
    expect(rows).toEqual([{ standing: true }]);
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id }, query: {} });
    expect(items.filter(({ kind }) => kind === 'sign_off_recorded')).toHaveLength(1);
  });
});
