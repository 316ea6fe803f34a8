import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getClient,
  getImport,
  getPerson,
  importSheet,
  listDeliveries,
  listPrerequisites,
  listRegistrations,
  listRenewals,
  recordConsent,
  recordEmailCheck,
  updateClient,
  updatePerson,
  type ImportRun,
  type RegistrationCase,
} from '@daiban/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aLicenceCode, aResidentId, CaseWalk, unique, type Point } from '../registrations/testing/case-walk.js';

const HEADERS =
  'Client,Country,Account name,Type,Email,Status,Licence no.,Admin,Admin ID,Phone,Fee paid,Submitted,Verified until,Notes';
/** What a sheet says of an account, and where the case stands then. */
const STATUSES: readonly [status: string, state: string, order: string | null, rest: string][] = [
  ['draft', 'draft', null, 'no,,,'],
  ['waiting for docs', 'awaiting_prerequisites', null, 'no,,,'],
  ['"docs ok, need email"', 'awaiting_email', null, 'no,,,'],
  ['waiting admin scan', 'awaiting_admin_verification', null, 'no,,,'],
  ['waiting for payment', 'proving_subject', 'awaiting_fee', 'no,2026-09-20,,'],
  ['in review', 'proving_subject', 'in_review', '300 RMB,2026-09-14,,'],
  ['"rejected 1x, resend licence"', 'proving_subject', 'awaiting_supplement', '300 RMB,2026-09-14,,'],
  ['live', 'live', null, 'yes,,2027-03-01,client asks every week'],
];

let api: TestApi;
let agency: TestAgency;
let run: ImportRun;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  const rows = STATUSES.map(
    ([status, , , rest], index) =>
      // A subject for every two accounts, as the limit is.
      `Northlight ${index >> 1},China,北光生活${index},service,wx${index}@northlight.example,${status},${aLicenceCode(700 + (index >> 1))},王芳${index >> 1},${aResidentId(711 + (index >> 1))},138 0000 071${index >> 1},${rest}`,
  );
  rows.push('Southlight,China,南光生活,service,south@southlight.example,"on hold, in review",,,,,,,,');
  run = await bringIn([HEADERS, ...rows].join('\n'));
});
afterAll(() => api?.stop());

async function bringIn(sheet: string): Promise<ImportRun> {
  const key = agency.apiKeys.owner;
  const body = new Blob([sheet], { type: 'text/csv' });
  let now = await api.call(key, importSheet, { query: {}, body });
  while (now.status !== 'done') {
    await sleep(30);
    now = await api.call(key, getImport, { params: { id: now.id } });
  }
  return now;
}

const idOf = (row: number) => run.rows[row - 1]?.registrationId ?? '';
const rowsOf = STATUSES.map(([status, state, order], index) => [status, state, order, index + 1] as const);

describe('a case that came in', () => {
  test.each(rowsOf)(
    'as “%s” is %s (order: %s), with its address, its admin and whose turn it is',
    async (_, state, order, row) => {
      const known = await new CaseWalk(api, agency).read(idOf(row));
      expect(known).toMatchObject({
        state,
        subject: { type: 'enterprise', code: aLicenceCode(700 + ((row - 1) >> 1)) },
        admin: { name: `王芳${(row - 1) >> 1}`, idNumberMasked: expect.stringMatching(/\*{3}/) },
        accountEmail: { address: `wx${row - 1}@northlight.example` },
      });
      expect(known.order?.state ?? null).toBe(order);
      const isWithTencent = state === 'live' || state === 'proving_subject' || state === 'awaiting_admin_verification';
      expect(known.accountEmail?.state).toBe(isWithTencent ? 'in_use' : 'reserved');
      expect(known.holder).toBe({ in_review: 'tencent' }[order ?? ''] ?? known.holder);
      const { items: papers } = await api.call(agency.apiKeys.viewer, listPrerequisites, {
        params: { id: known.id },
        query: {},
      });
      const isEarly = ['awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification'].includes(state);
      expect(papers.length > 0).toBe(isEarly);
      expect(papers.every((paper) => paper.state === 'open')).toBe(true);
    },
  );

  test('keeps its end of verification as claimed by the sheet, never as verified', async () => {
    const live = await new CaseWalk(api, agency).read(idOf(8));
    expect(live.verification).toMatchObject({ status: 'claimed', untilOn: '2027-03-01', provenance: 'typed' });
  });

  test('has used the supplement chances that the sheet tells of, and its review counts from the day it was handed in', async () => {
    const walk = new CaseWalk(api, agency);
    expect((await walk.read(idOf(7))).order).toMatchObject({ chancesLeft: 2, chancesTotal: 3 });
    const review = await walk.read(idOf(6));
    expect(review.order?.openedAt.slice(0, 10)).toBe('2026-09-14');
    expect(review.expectedRange?.startOn).toBe('2026-09-14');
  });

  test('is paused when it is on hold', async () => {
    const known = await new CaseWalk(api, agency).read(idOf(9));
    expect(known).toMatchObject({
      state: 'proving_subject',
      order: { state: 'in_review' },
      paused: { at: expect.any(String) },
    });
  });

  test('keeps the name we hold for its licence code, and its row says that the sheet has another', async () => {
    const row = `Northlight Trading,China,北光小铺,service,,draft,${aLicenceCode(700)},,,,no,,,`;
    const { rows } = await bringIn([HEADERS, row].join('\n'));
    expect(rows[0]).toMatchObject({ outcome: 'created' });
    expect(rows[0]?.problems).toContainEqual(
      expect.objectContaining({ code: 'subject.name_differs', message: expect.stringContaining('Northlight 0') }),
    );
    const known = await new CaseWalk(api, agency).read(rows[0]?.registrationId ?? '');
    expect(known.subject).toMatchObject({ name: 'Northlight 0', code: aLicenceCode(700) });
  });

  test('counts for its admin, who is one person on however many rows', async () => {
    const known = await new CaseWalk(api, agency).read(idOf(8));
    const person = await api.call(agency.apiKeys.viewer, getPerson, { params: { id: known.admin?.personId ?? '' } });
    expect(person.counters.adminId).toMatchObject({ reserved: 2, planned: 0 });
  });

  test.each(rowsOf.filter(([, state]) => state !== 'live'))(
    'as “%s” goes on to live by the events of every case',
    async (_, __, ___, row) => {
      const known = await goOnToLive(idOf(row));
      expect(known).toMatchObject({ state: 'live', order: { state: 'passed' } });
    },
  );
});

test('a live account from the sheet stands among the renewals, and its client is reminded', async () => {
  const id = idOf(8);
  const { items } = await api.call(agency.apiKeys.viewer, listRenewals, {
    query: { from: '2027-03-01', to: '2027-03-01' },
  });
  expect(items).toMatchObject([{ registrationId: id, endsOn: '2027-03-01', verification: { status: 'claimed' } }]);
  await addContact((await new CaseWalk(api, agency).read(id)).client.id);
  await api.moveClock('2026-12-02T03:00:00.000Z');
  await api.tick();
  const { items: mails } = await api.call(agency.apiKeys.viewer, listDeliveries, { query: {} });
  expect(mails.filter(({ registrationId }) => registrationId === id)).toMatchObject([
    { kind: 'renewal_reminder', step: 90 },
  ]);
  const { items: due } = await api.call(agency.apiKeys.viewer, listRegistrations, { query: { stage: 'renewal_due' } });
  expect(due.map((each) => each.id)).toContain(id);
});

async function addContact(clientId: string): Promise<void> {
  const client = await api.call(agency.apiKeys.owner, getClient, { params: { id: clientId } });
  if (client.contacts.length > 0) return;
  const contacts = [{ name: 'Ana', email: `ana.${unique()}@client.test`, role: 'decider' as const }];
  await api.call(agency.apiKeys.owner, updateClient, {
    params: { id: clientId },
    body: { expectedVersion: client.version, contacts },
  });
}

/** What a sheet does not tell: a contact, that the admin's WeChat is ready and they agree, that papers were seen and choices signed. */
async function tellTheRest(walk: CaseWalk, known: RegistrationCase): Promise<void> {
  await addContact(known.client.id);
  const personId = known.admin?.personId ?? '';
  const person = await api.call(walk.key, getPerson, { params: { id: personId } });
  const body = { wechatHasPhone: true, wechatHasOwnCard: true, expectedVersion: person.version };
  if (!person.wechatHasPhone) await api.call(walk.key, updatePerson, { params: { id: personId }, body });
  await api.call(walk.key, recordConsent, {
    params: { id: personId },
    body: { purpose: 'admin_identity', registrationId: known.id, textVersion: '2026-11' },
  });
  if (known.state === 'draft') return;
  await walk.acceptPapers(known);
  if (known.state === 'awaiting_prerequisites') return;
  await walk.signOff(known);
  if (known.state !== 'awaiting_admin_verification') return;
  const evidence = { rank: 'typed' as const, note: 'searched for it on mp.weixin.qq.com' };
  const params = { id: known.accountEmail?.id ?? '' };
  await api.call(walk.key, recordEmailCheck, { params, body: { result: 'unused', evidence } });
}

async function goOnToLive(id: string): Promise<RegistrationCase> {
  const walk = new CaseWalk(api, agency);
  let known = await walk.read(id);
  if (known.state !== 'proving_subject') await tellTheRest(walk, known);
  const early: readonly Point[] = [
    'awaiting_prerequisites',
    'awaiting_email',
    'awaiting_admin_verification',
    'ready_to_submit',
    'preparing',
  ];
  const here = known.state as Point;
  const next = early.slice(here === 'draft' ? 0 : early.indexOf(here) + 1);
  if (known.state !== 'proving_subject') for (const point of next) known = await walk.advance(known, point);
  if (known.order?.state === 'preparing') await walk.acceptPapers(known, known.order.id);
  if (known.order?.state === 'awaiting_supplement') await walk.applyToOrder(id, 'supplement_submitted');
  return walk.advance(known, 'live');
}
