// Whole journeys over HTTP with numbers, names and secrets that are known: afterwards none of them stands in a log, a table, a file, a mail or an error.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  callOperation,
  createDataRequest,
  createLead,
  createMessage,
  createPerson,
  createPortalLink,
  createPortalMessage,
  findPeopleByNumber,
  getAgencySettings,
  getCustodyPassport,
  getCustodyPassportPdf,
  getDocumentContent,
  getPublicAgency,
  importSheet,
  listLeads,
  listMessages,
  listPeople,
  listPrerequisites,
  redeemPortalCode,
  redeemPortalLink,
  requestPortalCode,
  revealNumber,
  reviewPrerequisite,
  signIn,
  updateAgency,
  uploadDocument,
  type Contact,
} from '@daiban/contracts';
import { MailCatcher } from '../../apps/api/src/features/deliveries/testing/mail-catcher.js';
import { makeFormToken } from '../../apps/api/src/features/public/lead-form-token.js';
import { aResidentId, CaseWalk } from '../../apps/api/src/features/registrations/testing/case-walk.js';
import { InstallationKeys } from '../../apps/api/src/platform/encryption/installation-keys.js';
import { CANARY, pdf, photo } from '../../apps/api/src/platform/files/testing/hostile-files.js';
import { startTestApi, TEST_PASSWORD, type TestAgency, type TestApi } from '../../apps/api/src/testing/test-api.js';
import { dumpFolder, dumpTables, findSecrets, type StoredText } from '../support/everything-stored.js';
import { startServer, type TestServer } from '../support/server.js';

jest.setTimeout(180_000);

const [ID, SHEET_ID] = [aResidentId(951), aResidentId(952)];
const WRONG_ID = ID.slice(0, -1) + (ID.endsWith('1') ? '2' : '1');
const PHONE = '13900009951';
const FILE_NAME = '甘娜丽 passport zyxwvutsr.jpg';
const PDF_TEXT = 'Canarybird 1234567';
/** What people write to each other: kept sealed, in no mail. */
const WRITTEN = 'Zyxconfided that the shop moves';
const WRONG_PASSWORD = 'zyx wrong horse battery staple';
/** Kept nowhere in clear, told nowhere. */
const SECRETS = new Set([
  CANARY,
  ID,
  SHEET_ID,
  WRONG_ID,
  PHONE,
  FILE_NAME,
  'zyxwvutsr',
  PDF_TEXT,
  WRITTEN,
  TEST_PASSWORD,
  WRONG_PASSWORD,
]);
/** Stand in their own columns and mails; a log or an error tells none. */
const NAMES = ['甘娜丽', 'Zyxlandia', 'zyx@canary.test'];
/** The code that was mailed; it stands in its mail. */
let code = '';

const catcher = new MailCatcher();
const dataDir = mkdtempSync(join(tmpdir(), 'daiban-canary-'));
const temporary = join(dataDir, 'tmp');
let api: TestApi;
let agency: TestAgency;
let server: TestServer;
/** Bodies and headers of every answer that was an error. */
const errors: StoredText[] = [];

/** `fetch` that keeps what errors say. */
const watched: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.status >= 400) {
    const headers = [...response.headers].map((pair) => pair.join(': ')).join('\n');
    errors.push({ where: `error ${response.status}`, text: `${headers}\n${await response.clone().text()}` });
  }
  return response;
};

beforeAll(async () => {
  mkdirSync(temporary);
  await catcher.open();
  api = await startTestApi({ dataDir });
  agency = await api.createAgency('Canary House');
  server = await startServer({
    database: api.database,
    dataDir,
    env: { SMTP_URL: catcher.url, MAIL_FROM: 'Daiban <daiban@agency.test>', LOG_LEVEL: 'debug', TMPDIR: temporary },
  });
});
afterAll(async () => {
  await server.stop();
  await api.stop();
  await catcher.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const options = (headers: Record<string, string> = {}) => ({ baseUrl: server.origin, fetch: watched, headers });
const bearer = (key: string) => options({ Authorization: `Bearer ${key}` });

/** What members and programs do with a person and their papers; some of it wrong. */
async function staffJourney(): Promise<{ contact: Contact; caseId: string; clientId: string }> {
  const walk = new CaseWalk(
    {
      ...api,
      origin: server.origin,
      call: (key, operation, input, more = {}) => callOperation(operation, input, { ...bearer(key), ...more }),
    },
    agency,
  );
  const key = walk.key;
  for (const apiKey of Object.values(agency.apiKeys)) SECRETS.add(apiKey);
  const bad = { name: NAMES[0]!, idKind: 'resident_id' as const, employer: 'registrant' as const };
  await callOperation(createPerson, { body: { ...bad, idNumber: WRONG_ID } }, bearer(key)).catch(() => undefined);
  await callOperation(createPerson, { body: { ...bad, phone: `${PHONE}99887766` } }, bearer(key)).catch(
    () => undefined,
  );
  const client = await walk.openClient('Zyxlandia SL');
  const known = await walk.openCase({ clientId: client.id });
  await walk.apply(known.id, 'advice_accepted');
  const person = await walk.addPerson({ name: NAMES[0]!, idNumber: ID, phone: PHONE });
  await walk.nameAdmin(await walk.read(known.id), person);
  await walk.agreeToPapers(known.id);
  const { items } = await callOperation(listPrerequisites, { params: { id: known.id } }, bearer(key));
  for (const [code, bytes, name] of [
    ['admin_id', await photo(), FILE_NAME],
    ['business_licence', pdf({ objects: [`(${PDF_TEXT})`] }), FILE_NAME.replace('.jpg', '.pdf')],
    ['legal_representative', Buffer.from(`%PDF-1.7 broken ${PDF_TEXT}`), FILE_NAME.replace('.jpg', '.pdf')],
  ] as const) {
    const paper = items.find((each) => each.code === code)!;
    const sent = await callOperation(
      uploadDocument,
      {
        params: { id: paper.id, name },
        headers: { 'x-content-sha256': createHash('sha256').update(bytes).digest('hex'), 'x-document-page': 1 },
        body: new Uint8Array(bytes),
      },
      bearer(agency.apiKeys.owner),
    );
    if (sent.state === 'available') await callOperation(getDocumentContent, { params: { id: sent.id } }, bearer(key));
  }
  await callOperation(
    reviewPrerequisite,
    { params: { id: items[0]!.id }, body: { decision: 'return', reasonCode: 'other', note: `Ask ${NAMES[0]} again` } },
    bearer(agency.apiKeys.manager),
  );
  await callOperation(findPeopleByNumber, { body: { idNumber: ID } }, bearer(key));
  await callOperation(listPeople, { query: { q: ID } }, bearer(key));
  const sheet = `Client,Country,Account name,Type,Email,Status,Admin,Admin ID,Phone\nZyxlandia SL,Spain,Zyx,service account,zyx@canary.test,live,${NAMES[0]},${SHEET_ID},${PHONE}\n`;
  const file = new Blob([sheet], { type: 'text/csv' });
  await callOperation(importSheet, { query: { fileName: 'tracker.csv' }, body: file }, bearer(agency.apiKeys.manager));
  return { contact: client.contacts[0]!, caseId: known.id, clientId: client.id };
}

/** What people do in a browser: wrong and right passwords, a number shown. */
async function browserJourney(): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Origin: server.origin };
  const post = (path: string, body: unknown, cookie = '') =>
    watched(`${server.origin}${path}`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify(body) });
  await post(signIn.fullPath, { email: agency.emails.owner, password: WRONG_PASSWORD });
  const session = await post(signIn.fullPath, { email: agency.emails.owner, password: TEST_PASSWORD });
  const cookie = session.headers.getSetCookie()[0]!.split(';')[0]!;
  const { items } = await callOperation(findPeopleByNumber, { body: { idNumber: ID } }, bearer(agency.apiKeys.viewer));
  const path = revealNumber.fullPath.replace('{id}', items[0]!.id);
  const what = { what: 'id_number', reason: 'Typing it into the form of Tencent' };
  await post(path, { ...what, password: WRONG_PASSWORD }, cookie);
  const shown = await post(path, { ...what, password: TEST_PASSWORD }, cookie);
  expect(await shown.json()).toEqual({ number: ID });
}

/** What a contact does: in by the link, in by a code, and with a wrong one of each. */
async function portalJourney({ id: contactId, email }: Contact): Promise<string> {
  const link = await callOperation(createPortalLink, { params: { id: contactId } }, bearer(agency.apiKeys.specialist));
  const token = new URL(link.url).hash.slice(1);
  SECRETS.add(token);
  const visit = await watched(`${server.origin}${redeemPortalLink.fullPath}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.origin },
    body: JSON.stringify({ token }),
  });
  expect(visit.status).toBeLessThan(300);
  SECRETS.add(decodeURIComponent(visit.headers.getSetCookie()[0]!.split(';')[0]!.split('=')[1]!));
  await callOperation(redeemPortalLink, { body: { token: `x${token.slice(1)}` } }, options()).catch(() => undefined);
  const before = catcher.mails.length;
  await callOperation(requestPortalCode, { body: { email } }, options());
  await callOperation(redeemPortalCode, { body: { email, code: '00000000' } }, options()).catch(() => undefined);
  while (catcher.mails.length === before) await sleep(50);
  code =
    /\b(\d{4})[ -]?(\d{4})\b/
      .exec(
        catcher.mails
          .at(-1)!
          .split(/\r?\n\r?\n/)
          .slice(1)
          .join('\n'),
      )
      ?.slice(1)
      .join('') ?? '';
  expect(code).toHaveLength(8);
  await callOperation(redeemPortalCode, { body: { email, code } }, options());
  return visit.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** What contact, member, administrator and a stranger write, and where it can be read again. */
async function writtenJourney(
  cookie: string,
  { caseId, clientId }: { caseId: string; clientId: string },
): Promise<void> {
  const { owner, specialist } = agency.apiKeys;
  const visitor = options({ Cookie: cookie, Origin: server.origin });
  await callOperation(createPortalMessage, { body: { registrationId: caseId, body: `${WRITTEN}, says Ana` } }, visitor);
  await callOperation(createDataRequest, { body: { kind: 'correction', message: WRITTEN } }, visitor);
  for (const audience of ['client', 'internal'] as const)
    await callOperation(
      createMessage,
      { params: { id: clientId }, body: { registrationId: caseId, audience, body: `${WRITTEN}, we know` } },
      bearer(specialist),
    );
  const { items } = await callOperation(
    listMessages,
    { params: { id: clientId }, query: { audience: 'client' } },
    bearer(specialist),
  );
  expect(items.map(({ body }) => body)).toContain(`${WRITTEN}, says Ana`);
  await callOperation(getCustodyPassport, { params: { id: caseId } }, bearer(specialist));
  await callOperation(getCustodyPassportPdf, { params: { id: caseId } }, bearer(specialist));

  const { version } = await callOperation(getAgencySettings, {}, bearer(owner));
  const slug = 'canary-house';
  await callOperation(
    updateAgency,
    { body: { expectedVersion: version, slug, contactEmail: 'data@canary.test' } },
    bearer(owner),
  );
  const { privacyVersion } = await callOperation(getPublicAgency, { params: { slug } }, options());
  const formToken = makeFormToken(api.app.get(InstallationKeys).get('portal_token'), agency.id, Date.now() - 10_000);
  const lead = { name: 'Zoe', email: 'zoe@harbour.test', message: WRITTEN, agreedTo: privacyVersion, formToken };
  await callOperation(createLead, { params: { slug }, body: lead }, options({ Origin: server.origin }));
  const { items: leads } = await callOperation(listLeads, { query: {} }, bearer(owner));
  expect(leads.map(({ message }) => message)).toEqual([WRITTEN]);
}

/** Requests that nobody should send, with a number in every place. */
async function strayRequests(): Promise<void> {
  const { Authorization } = bearer(agency.apiKeys.owner).headers as { Authorization: string };
  for (const [path, init] of [
    [`/api/v1/people/${ID}`, {}],
    [`/api/v1/${ID}?phone=${PHONE}`, {}],
    [`/api/v1/people?number=${ID}`, {}],
    [`/api/v1/people?cursor=${ID}`, {}],
    [
      '/api/v1/people',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: `{"idNumber": "${ID}"` },
    ],
    [
      '/api/v1/people',
      { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ [ID]: PHONE }) },
    ],
    ['/api/v1/people/search', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: ID }],
    [`/api/v1/registrations?q=${encodeURIComponent(`${NAMES[0]} ${ID}`)}`, { headers: { 'X-Number': PHONE } }],
    [`/${ID}`, {}],
  ] as const satisfies readonly (readonly [string, RequestInit])[]) {
    const headers = { Authorization, ...('headers' in init ? init.headers : {}) };
    await watched(`${server.origin}${path}`, { ...init, headers });
  }
}

describe('after whole journeys', () => {
  beforeAll(async () => {
    const { contact, ...known } = await staffJourney();
    await browserJourney();
    await writtenJourney(await portalJourney(contact), known);
    await strayRequests();
    // Imports and mails run beside the requests.
    await sleep(3_000);
  });

  test('no secret stands in any table, sealed or not', async () => {
    const places = await dumpTables(api.database);
    expect(places.find(({ where }) => where === 'public.person')?.text).toContain(NAMES[0]);
    expect(findSecrets(places, [...SECRETS])).toEqual([]);
    const mailed = places.filter(({ where }) => ['public.delivery', 'public.portal_code'].includes(where));
    expect(findSecrets(mailed, [code])).toEqual([]);
  });

  test('no secret stands in any file: what was uploaded is sealed, nothing is left in the temporary folder', () => {
    const files = dumpFolder(dataDir).filter(({ where }) => !where.startsWith('keys/'));
    expect(files.filter(({ where }) => where.startsWith('files/')).length).toBeGreaterThanOrEqual(2);
    expect(files.filter(({ where }) => where.startsWith('tmp/'))).toEqual([]);
    expect(findSecrets(files, [...SECRETS])).toEqual([]);
  });

  test('no secret and no name stands in what the server printed', () => {
    const printed = [{ where: 'output', text: server.output() }];
    expect(printed[0]!.text).toContain('"level"');
    expect(findSecrets(printed, [...SECRETS, ...NAMES, code])).toEqual([]);
  });

  test('no secret and no name stands in an error', () => {
    expect(errors.length).toBeGreaterThan(8);
    expect(findSecrets(errors, [...SECRETS, ...NAMES, code])).toEqual([]);
  });

  test('no secret stands in a mail', () => {
    const mails = catcher.mails.map((text, index) => ({ where: `mail ${index + 1}`, text }));
    expect(findSecrets(mails, [...SECRETS])).toEqual([]);
  });

  test('the search finds each of them where it is', () => {
    const file = join(temporary, 'planted');
    for (const secret of SECRETS) {
      writeFileSync(file, `before ${Buffer.from(`x${secret}`).toString('base64')} behind`);
      expect(findSecrets([{ where: 'planted', text: readFileSync(file, 'latin1') }], [secret])).toHaveLength(1);
      expect(findSecrets([{ where: 'planted', text: `"${secret}"` }], [secret])).toHaveLength(1);
    }
    rmSync(file);
  });
});
