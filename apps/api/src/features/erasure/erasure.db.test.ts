import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  bindOperator,
  createClient,
  createPortalLink,
  eraseClient,
  getClient,
  getPerson,
  listConsents,
  listHistory,
  listPrerequisites,
  previewErasure,
  revealNumber,
  reviewPrerequisite,
  signIn,
  updateClient,
  uploadDocument,
  type Client,
} from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import sharp from 'sharp';
import { v7 } from 'uuid';
import { dumpFolder, dumpTables, findSecrets } from '../../../../../tests/support/everything-stored.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { ShreddedKey } from '../../platform/encryption/shredded-key.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, TEST_PASSWORD, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { PaperWalk } from '../documents/testing/paper-walk.js';
import { verifyChain } from '../history/history-chain.js';
import { HistoryRepository } from '../history/history.repository.js';
import { SheetSender } from '../imports/testing/sheet-sender.js';
import { aLicenceCode, aResidentId, CaseWalk } from '../registrations/testing/case-walk.js';

jest.setTimeout(120_000);

const REASON = 'They asked us in writing to be forgotten';
/** Stands in everything that tells of the client. */
const WORD = 'Quetzal';
const ID = aResidentId(990);
const PHONE = '13899990047';
const LICENCE = aLicenceCode(99_000);
const CUSTODY = ['admin', 'email', 'phone', 'operators', 'authorisation', 'secret', 'whitelist'];

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

/** As a browser calls: with the cookie of a member who signed in. */
async function browserOf(role: Role, path = eraseClient.fullPath) {
  const headers = { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' };
  const session = await fetch(`${api.origin}${signIn.fullPath}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: agency.emails[role], password: TEST_PASSWORD }),
  });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  return async (id: string, body: object) => {
    const response = await fetch(`${api.origin}${path.replace('{id}', id)}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ reason: REASON, password: TEST_PASSWORD, ...body }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

const newClient = (name: string, email: string) =>
  api.call(walk.key, createClient, {
    body: {
      name,
      countryCode: 'ES',
      locale: 'en',
      timeZone: 'Europe/Madrid',
      contacts: [{ name: `Ana ${WORD}`, email, role: 'decider' }],
    },
  });

/** Whatever an agency may hold of a client, each with the word in it, and the case over. */
async function aFullClient() {
  const client = await newClient(`${WORD} Trading SL`, 'ana@quetzal.test');
  const known = await walk.openCase({
    clientId: client.id,
    subject: {
      type: 'enterprise',
      name: `上海${WORD}贸易有限公司`,
      code: LICENCE,
      countryCode: 'CN',
      licenceOf: 'client',
    },
    proposedName: `${WORD}生活`,
    nameAlternatives: [`${WORD}日常`],
    accountEmail: 'wx@quetzal.test',
  });
  await walk.apply(known.id, 'advice_accepted');
  const person = await walk.addPerson({ name: `王${WORD}`, idNumber: ID, phone: PHONE, email: 'wang@quetzal.test' });
  await walk.nameAdmin(await walk.read(known.id), person);
  await walk.agreeToPapers(known.id);
  const { items } = await api.call(walk.key, listPrerequisites, { params: { id: known.id } });
  const paper = items.find(({ code }) => code === 'admin_id')!;
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
  await api.call(agency.apiKeys.owner, uploadDocument, {
    params: { id: paper.id, name: `${WORD} passport.jpg` },
    headers: { 'x-content-sha256': createHash('sha256').update(bytes).digest('hex'), 'x-document-page': 1 },
    body: new Uint8Array(bytes),
  });
  await api.call(agency.apiKeys.manager, reviewPrerequisite, {
    params: { id: paper.id },
    body: { decision: 'return', reasonCode: 'other', note: `${WORD} covered the number` },
  });
  const messageId = v7();
  const place = { agencyId: agency.id, place: 'message.body', id: messageId, clientId: client.id };
  await runAsSuperuser(
    api.database,
    `INSERT INTO message (id, agency_id, client_id, audience, author_kind, author_id, body_sealed, written_at) VALUES ($1, $2, $3, 'client', 'contact', $4, $5, now())`,
    [
      messageId,
      agency.id,
      client.id,
      client.contacts[0]!.id,
      await api.app.get(Encryption).seal(`Dear Ana ${WORD}`, place),
    ],
  );
  await api.call(walk.key, createPortalLink, { params: { id: client.contacts[0]!.id } });
  await revealed(person.id);
  await asked(client, person.id);
  await walk.advance(await walk.read(known.id), 'live');
  await api.call(walk.key, bindOperator, {
    params: { id: known.id },
    body: { personId: (await walk.addPerson({ name: `赵${WORD}` })).id, term: 'long', followsAccount: true },
  });
  const sheet = `Client,Country,Account name,Type,Email,Status,Admin,ID number,Notes\n${WORD} Trading SL,ES,${WORD} two,service account,two@quetzal.test,live,陈${WORD},${aResidentId(991)},${WORD} said hello\n`;
  await new SheetSender(api).bringIn(agency, Buffer.from(sheet));
  await runAsSuperuser(
    api.database,
    `INSERT INTO delivery (id, agency_id, client_id, contact_id, kind, unique_key, locale, state, message_id, to_address, subject, html, text, created_at, due_on, step, send_after)
     SELECT gen_random_uuid(), $1, $2, $3, 'update', 'erasure-test', 'en', 'accepted', '<erasure@test>', 'ana@quetzal.test', '${WORD}', '<p>${WORD}</p>', '${WORD}', now(), now(), 1, now()`,
    [agency.id, client.id, client.contacts[0]!.id],
  );
  const second = await walk.openCase({ clientId: client.id });
  await walk.apply(second.id, 'advice_accepted');
  const half = await halfAnUpload(await new PaperWalk(api, walk).paperId(second.id, 'business_licence'));
  return { client, caseId: known.id, person, half };
}

/** A number shown, with a reason that names them. */
async function revealed(personId: string): Promise<void> {
  const reveal = await browserOf('specialist', revealNumber.fullPath);
  const body = { what: 'phone', reason: `Call 王${WORD} about the scan` };
  expect(await reveal(personId, body)).toMatchObject({ status: 200 });
}

/** What a contact, a visitor of the public page and an administrator wrote. */
async function asked(client: Client, personId: string): Promise<void> {
  const { id: clientId } = client;
  const contactId = client.contacts[0]!.id;
  const seal = (place: string, id: string, of?: string) =>
    api.app.get(Encryption).seal(`${WORD} asks`, { agencyId: agency.id, place, id, ...(of && { clientId: of }) });
  const ids = { ofContact: v7(), ofAdmin: v7(), lead: v7() };
  await runAsSuperuser(
    api.database,
    `INSERT INTO data_request (id, agency_id, client_id, contact_id, person_id, kind, body_sealed, state, answer_sealed, asked_at, due_on, closed_at)
     VALUES ($1, $3, $4, $5, NULL, 'copy', $7, 'done', '${WORD} has it'::bytea, now(), '2026-10-28', now()), ($2, $3, NULL, NULL, $6, 'copy', $8, 'open', NULL, now(), '2026-10-28', NULL)`,
    [
      ids.ofContact,
      ids.ofAdmin,
      agency.id,
      clientId,
      contactId,
      personId,
      await seal('data_request.body', ids.ofContact, clientId),
      await seal('data_request.body', ids.ofAdmin),
    ],
  );
  await runAsSuperuser(
    api.database,
    `INSERT INTO lead (id, agency_id, name, company, email, locale, body_sealed, text_version, state, left_at)
     VALUES ($1, $2, 'Ana ${WORD}', '${WORD} Trading', 'Ana@quetzal.test', 'en', $3, 'daiban-1', 'contacted', now())`,
    [ids.lead, agency.id, await seal('lead.body', ids.lead)],
  );
}

/** An upload that was broken off: its first part lies in the store. */
async function halfAnUpload(paperId: string): Promise<string> {
  const bytes = Buffer.alloc(5000, WORD);
  const { id } = await new PaperWalk(api, walk).send(paperId, bytes, { range: [0, 999, bytes.length] });
  return id;
}

async function endCases(clientId: string): Promise<void> {
  const facts = Object.fromEntries(CUSTODY.map((what) => [`${what}Changed`, true]));
  const rows = await runAsSuperuser<{ id: string; state: string }>(
    api.database,
    'SELECT id, state FROM registration WHERE client_id = $1',
    [clientId],
  );
  for (const { id, state } of rows) {
    const [event, more] =
      state === 'live'
        ? (['custody_handed_over', { facts }] as const)
        : (['registration_withdrawn', { reason: `${WORD} stopped` }] as const);
    await walk.apply(id, event, more, agency.apiKeys.owner);
  }
}

const proofOf = async (documentId: string): Promise<string | null> => {
  const [row] = await runAsSuperuser<{ goneAt: string | null }>(
    api.database,
    `SELECT deletion_proof ->> 'goneAt' AS "goneAt" FROM document WHERE id = $1`,
    [documentId],
  );
  return row?.goneAt ?? null;
};
const stored = async () => [...(await dumpTables(api.database)), ...dumpFolder(join(api.settings.dataDir, 'files'))];
const SECRETS = [WORD, ID, PHONE, 'ana@', LICENCE];

describe('an erased client', () => {
  test('is nowhere: not in a table, not in a file, and the history still verifies', async () => {
    const { client, caseId, person, half } = await aFullClient();
    const { id } = client;
    await endCases(id);
    // The search does find what is there.
    const tables = findSecrets(await stored(), [WORD]).map((hit) => hit.split(':')[0]);
    expect(tables).toEqual(
      expect.arrayContaining(
        ['client', 'client_contact', 'delivery', 'person', 'registration', 'sign_off'].map(
          (table) => `public.${table}`,
        ),
      ),
    );
    const sealed = await runAsSuperuser<{ id: string; body_sealed: Buffer }>(
      api.database,
      'SELECT id, body_sealed FROM message WHERE client_id = $1',
      [id],
    );

    const erase = await browserOf('owner');
    const three = await Promise.all([1, 2, 3].map(() => erase(id, { clientName: client.name })));
    expect(three.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(three.find(({ status }) => status === 200)?.body).toMatchObject({ clientId: id });
    expect(three.filter(({ body }) => body['code'] === 'client.erased')).toHaveLength(2);
    // What lies in the store of an upload that nobody finished goes with the next minutes, and only then is its deletion proven.
    const files = new PaperWalk(api, walk);
    expect(files.objectsOf(half)).toEqual([`${half}.part0`]);
    expect(await proofOf(half)).toBeNull();
    await api.tick();
    await api.tick();
    expect(files.objectsOf(half)).toEqual([]);
    expect(await proofOf(half)).not.toBeNull();

    expect(findSecrets(await stored(), SECRETS)).toEqual([]);
    // What a backup of before still holds opens no more.
    const message = { agencyId: agency.id, place: 'message.body', id: sealed[0]!.id, clientId: id };
    await expect(api.app.get(Encryption).open(sealed[0]!.body_sealed, message)).rejects.toThrow(ShreddedKey);
    // The chains hold over words that nobody can read.
    const history = api.app.get(HistoryRepository, { strict: false });
    for (const recordId of [id, caseId, person.id])
      expect(verifyChain(await history.readChain(agency.id, recordId))).toBeNull();
    const { items } = await api.call(walk.key, listHistory, { params: { id: caseId }, query: { limit: 100 } });
    expect(items.map(({ kind }) => kind)).toContain('document_deleted');
    expect(JSON.stringify(items)).toContain('—');

    expect(await api.call(walk.key, getClient, { params: { id } })).toMatchObject({
      name: 'Erased 已清除',
      contacts: [],
      erasedAt: expect.any(String),
    });
    expect(await api.call(walk.key, getPerson, { params: { id: person.id } })).toMatchObject({
      name: 'Erased 已清除',
      idNumberMasked: null,
      phoneMasked: null,
      email: null,
    });
    // That they agreed, and to which text, is what stays.
    expect((await api.call(walk.key, listConsents, { params: { id: person.id }, query: {} })).items).toHaveLength(2);
    const [told] = await runAsSuperuser<{ payload: object }>(
      api.database,
      `SELECT payload FROM history_entry WHERE record_type = 'agency' AND kind = 'client_erased'`,
    );
    expect(told).toEqual({ payload: { clientId: id, reason: REASON } });
    expect(await erase(id, { clientName: 'Erased 已清除' })).toMatchObject({
      status: 409,
      body: { code: 'client.erased' },
    });
  });

  test('cannot be changed, and no case is opened for it', async () => {
    const client = await newClient('Gone Ltd', 'gone@gone.test');
    expect(await (await browserOf('owner'))(client.id, { clientName: 'Gone Ltd' })).toMatchObject({ status: 200 });
    const { version } = await api.call(walk.key, getClient, { params: { id: client.id } });
    await expect(
      api.call(walk.key, updateClient, { params: { id: client.id }, body: { expectedVersion: version, name: 'Back' } }),
    ).rejects.toMatchObject({ problem: { code: 'client.erased' } });
    await expect(walk.openCase({ clientId: client.id })).rejects.toMatchObject({
      problem: { code: 'client.not_found' },
    });
  });
});

describe('erasing', () => {
  test('is refused while a case is not over, and says which', async () => {
    const client = await newClient('Open Ltd', 'open@open.test');
    const known = await walk.openCase({ clientId: client.id, proposedName: '未完成' });
    const { openCases, counts } = await api.call(agency.apiKeys.owner, previewErasure, { params: { id: client.id } });
    expect(openCases).toEqual([{ registrationId: known.id, accountName: '未完成', state: 'draft' }]);
    expect(counts).toMatchObject({ cases: 1, contacts: 1 });
    const refused = await (await browserOf('owner'))(client.id, { clientName: 'Open Ltd' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'client.cases_open' } });
    expect(JSON.stringify(refused.body)).toContain('未完成');
  });

  test('is refused without the name typed out, with a wrong password, to a manager and to a program', async () => {
    const client = await newClient('Kept Ltd', 'kept@kept.test');
    const erase = await browserOf('owner');
    expect(await erase(client.id, { clientName: 'Kept' })).toMatchObject({
      status: 422,
      body: { code: 'client.name_differs' },
    });
    expect(await erase(client.id, { clientName: 'Kept Ltd', password: 'something else entirely' })).toMatchObject({
      status: 422,
      body: { code: 'confirmation.wrong_password' },
    });
    expect(await (await browserOf('manager'))(client.id, { clientName: 'Kept Ltd' })).toMatchObject({ status: 403 });
    const body = { clientName: 'Kept Ltd', reason: REASON, password: TEST_PASSWORD };
    await expect(
      api.call(agency.apiKeys.owner, eraseClient, { params: { id: client.id }, body }),
    ).rejects.toMatchObject({ problem: { code: 'confirmation.members_only' } });
    expect(await api.call(walk.key, getClient, { params: { id: client.id } })).toMatchObject({
      name: 'Kept Ltd',
      erasedAt: null,
    });
  });

  test('is refused for a reason that would keep a name of theirs', async () => {
    const client = await newClient('Heron Lane Ltd 鹭巷', 'ana@heron.test');
    const erase = await browserOf('owner');
    for (const [reason, word] of [
      [`Asked by ana ${WORD.toLowerCase()} in writing`, 'Ana'],
      ['Closed, since the heron company left us', 'Heron'],
      ['客户鹭巷公司书面要求全部清除资料', '鹭巷'],
    ])
      expect(await erase(client.id, { clientName: client.name, reason })).toMatchObject({
        status: 422,
        body: { code: 'reason.names_client', detail: expect.stringContaining(word!) },
      });
    expect(await erase(client.id, { clientName: client.name })).toMatchObject({ status: 200 });
  });

  test('finds no client of another agency', async () => {
    const own = await newClient('Ours Ltd', 'ours@ours.test');
    const ours = agency;
    agency = await api.createAgency('Harbour Gate');
    const erase = await browserOf('owner');
    agency = ours;
    expect(await erase(own.id, { clientName: 'Ours Ltd' })).toMatchObject({ status: 404 });
    expect(await api.call(walk.key, getClient, { params: { id: own.id } })).toMatchObject({ name: 'Ours Ltd' });
  });

  test("leaves a person who stands in another client's case", async () => {
    const person = await walk.addPerson({ name: '两家管理员' });
    const clients = [await newClient('One Ltd', 'one@one.test'), await newClient('Two Ltd', 'two@two.test')];
    for (const { id: clientId } of clients) {
      const known = await walk.openCase({ clientId });
      await walk.apply(known.id, 'advice_accepted');
      await walk.nameAdmin(await walk.read(known.id), person);
    }
    await endCases(clients[0]!.id);
    expect(await (await browserOf('owner'))(clients[0]!.id, { clientName: 'One Ltd' })).toMatchObject({ status: 200 });
    expect((await api.call(walk.key, getPerson, { params: { id: person.id } })).name).toBe('两家管理员');
  });
});
