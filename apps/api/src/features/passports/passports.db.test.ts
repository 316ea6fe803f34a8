import {
  createBoardroomLink,
  createPortalLink,
  getClient,
  getCustodyPassport,
  getDelivery,
  getPortalPassport,
  getRegistration,
  listDeliveries,
  listHistory,
  sendCustodyPassport,
} from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
/** A live account. */
let id: string;
let clientId: string;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  const opened = await walk.openCase();
  ({ id } = opened);
  clientId = opened.client.id;
  await walk.advance(opened, 'live');
});
afterAll(() => api.stop());

const mails = async () => (await api.call(agency.apiKeys.viewer, listDeliveries, { query: { limit: 200 } })).items;

async function contactOf(client: string): Promise<PortalBrowser> {
  const { contacts } = await api.call(agency.apiKeys.owner, getClient, { params: { id: client } });
  const { url } = await api.call(agency.apiKeys.specialist, createPortalLink, {
    params: { id: contacts[0]?.id ?? '' },
    body: {},
  });
  return PortalBrowser.enter(api, url);
}

describe('the passport of a live account', () => {
  test('says whose it is, who holds the keys, what was paid and how it came to be so', async () => {
    const known = await api.call(agency.apiKeys.viewer, getRegistration, { params: { id } });
    const passport = await api.call(agency.apiKeys.viewer, getCustodyPassport, { params: { id } });
    expect(passport).toMatchObject({
      account: { name: known.proposedName, state: 'live', liveAt: known.liveAt },
      registrant: { name: known.subject.name, licenceOf: 'client' },
      email: { address: known.accountEmail?.address },
      verification: { status: 'verified_without_name' },
      exit: { route: 'handover', rule: { id: 'custody.checklist' } },
      paidTotals: [{ amountMinor: 30000, currency: 'CNY' }],
      orders: [{ number: 1, kind: 'first', state: 'passed', lost: false }],
    });
    expect(passport.custody.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['registration_created', 'email_confirmed', 'admin_verified', 'subject_proven']),
    );
  });

  test('never says a whole name or number', async () => {
    const known = await api.call(agency.apiKeys.viewer, getRegistration, { params: { id } });
    const passport = await api.call(agency.apiKeys.viewer, getCustodyPassport, { params: { id } });
    expect(passport.admin?.idNumberMasked).toMatch(/\*{6,}/);
    expect(passport.admin?.nameMasked).not.toBe(known.admin?.name);
    expect(JSON.stringify(passport)).not.toContain(known.admin?.name);
  });

  test('is a document of its own, named as a browser understands it', async () => {
    const answer = await fetch(`${api.origin}/api/v1/registrations/${id}/passport.pdf?locale=zh`, {
      headers: { Authorization: `Bearer ${agency.apiKeys.viewer}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="passport-2026-\d\d-\d\d\.pdf"; filename\*=UTF-8''%E8%B4%A6/,
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('is the client’s to read, and no other client’s; a board sees no persons in it', async () => {
    const visitor = await contactOf(clientId);
    expect(await visitor.call(getPortalPassport, { params: { id } })).toMatchObject({ registrationId: id });
    expect((await visitor.request('GET', `/api/v1/portal/registrations/${id}/passport.pdf`)).status).toBe(200);
    const stranger = await contactOf((await walk.openClient()).id);
    for (const path of ['passport', 'passport.pdf'])
      expect((await stranger.request('GET', `/api/v1/portal/registrations/${id}/${path}`)).status).toBe(404);
    const { url } = await api.call(agency.apiKeys.specialist, createBoardroomLink, {
      params: { id: clientId },
      body: { label: 'Board' },
    });
    const board = await PortalBrowser.enter(api, url);
    expect(await board.call(getPortalPassport, { params: { id } })).toMatchObject({
      admin: null,
      email: null,
      operators: [],
    });
  });

  test('of a person’s own account does not name that person to a board', async () => {
    const client = await walk.openClient();
    const { id: registrationId, proposedName } = await walk.openCase({
      clientId: client.id,
      accountType: 'subscription',
      route: 'identity_scan',
      subject: { type: 'individual', name: '李独行', countryCode: 'CN' },
    } as Parameters<CaseWalk['openCase']>[0]);
    const { url } = await api.call(agency.apiKeys.specialist, createBoardroomLink, {
      params: { id: client.id },
      body: { label: 'Board' },
    });
    const seen = await (
      await PortalBrowser.enter(api, url)
    ).call(getPortalPassport, { params: { id: registrationId } });
    expect(seen.registrant).toMatchObject({ type: 'individual', name: proposedName, code: null });
    expect(JSON.stringify(seen)).not.toContain('李独行');
  });

  test('is another agency’s never', async () => {
    const other = await api.createAgency('Rialto');
    for (const path of ['passport', 'passport.pdf', 'passport/deliveries']) {
      const answer = await fetch(`${api.origin}/api/v1/registrations/${id}/${path}`, {
        method: path.endsWith('deliveries') ? 'POST' : 'GET',
        headers: { Authorization: `Bearer ${other.apiKeys.owner}` },
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('goes out once when the account is live, whatever runs how often, and again when somebody sends it', async () => {
    for (let minute = 0; minute < 3; minute++) await api.tick();
    const live = (await mails()).filter(({ kind }) => kind === 'account_live');
    expect(live).toMatchObject([{ state: 'accepted', registrationId: id }]);
    const { subject, text } = await api.call(agency.apiKeys.viewer, getDelivery, { params: { id: live[0]?.id ?? '' } });
    expect(subject).toMatch(/ is live$/);
    expect(text).toMatch(/\/portal\/enter#[\w-]{43}/);
    expect(await api.call(agency.apiKeys.specialist, sendCustodyPassport, { params: { id }, body: {} })).toEqual({
      queued: 1,
    });
    expect(await api.call(agency.apiKeys.specialist, sendCustodyPassport, { params: { id }, body: {} })).toEqual({
      queued: 0,
    });
    await api.tick();
    expect((await mails()).filter(({ kind }) => kind === 'passport_asked')).toMatchObject([{ state: 'accepted' }]);
    const { items } = await api.call(agency.apiKeys.viewer, listHistory, { params: { id }, query: {} });
    expect(items.filter(({ kind }) => kind === 'passport_sent')).toHaveLength(2);
  });
});

test('an account on its way has a passport too: nothing to hand over yet', async () => {
  const draft = await walk.openCase();
  const passport = await api.call(agency.apiKeys.viewer, getCustodyPassport, { params: { id: draft.id } });
  expect(passport).toMatchObject({ exit: { route: 'not_yet' }, admin: null, orders: [], paidTotals: [] });
});
