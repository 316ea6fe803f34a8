import { createPortalLink, getClient, revokePortalLink } from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { aResidentId, CaseWalk, unique } from '../registrations/testing/case-walk.js';
import { PortalBrowser } from './testing/portal-browser.js';

// Whole journeys over HTTP, on a machine that may be busy.
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

async function linkFor(clientId: string, by: TestAgency = agency): Promise<{ id: string; token: string }> {
  const { contacts } = await api.call(by.apiKeys.owner, getClient, { params: { id: clientId } });
  const { id, url } = await api.call(by.apiKeys.specialist, createPortalLink, {
    params: { id: contacts[0]?.id ?? '' },
    body: {},
  });
  expect(url).toMatch(/^http:\/\/localhost:3000\/portal\/enter#[\w-]{43}$/);
  return { id, token: url.split('#')[1] ?? '' };
}
async function visitorOf(clientId: string): Promise<PortalBrowser> {
  const visitor = new PortalBrowser(api);
  expect((await visitor.redeem((await linkFor(clientId)).token)).status).toBe(204);
  return visitor;
}
const countSessions = async () =>
  (await runAsSuperuser<{ count: number }>(api.database, 'SELECT count(*)::int AS count FROM portal_session'))[0]
    ?.count;

describe('a portal link', () => {
  test('serves again until it is revoked; then every visit through it is over at once', async () => {
    const client = await walk.openClient();
    const { id, token } = await linkFor(client.id);
    const [first, second] = [new PortalBrowser(api), new PortalBrowser(api)];
    expect((await first.redeem(token)).status).toBe(204);
    expect((await second.redeem(token)).status).toBe(204);
    expect(first.cookie).not.toBe(second.cookie);
    await first.home();
    await api.call(agency.apiKeys.specialist, revokePortalLink, { params: { id } });
    await api.call(agency.apiKeys.specialist, revokePortalLink, { params: { id } });
    expect((await first.request('GET', '/api/v1/portal/home')).status).toBe(401);
    expect(await (await new PortalBrowser(api).redeem(token)).json()).toMatchObject({ code: 'portal.link_unusable' });
    const kinds = await runAsSuperuser(
      api.database,
      'SELECT kind FROM history_entry WHERE record_id = $1 ORDER BY sequence',
      [client.id],
    );
    expect(kinds.map(({ kind }) => kind as string)).toEqual([
      'client_created',
      'portal_link_created',
      'portal_visited',
      'portal_visited',
      'portal_link_revoked',
    ]);
  });

  test('that is wrong, revoked or run out answers alike and opens nothing', async () => {
    const client = await walk.openClient();
    const [revoked, old] = [await linkFor(client.id), await linkFor(client.id)];
    await api.call(agency.apiKeys.specialist, revokePortalLink, { params: { id: revoked.id } });
    await runAsSuperuser(
      api.database,
      `UPDATE portal_link SET expires_at = now() - interval '1 second' WHERE id = $1`,
      [old.id],
    );
    const before = await countSessions();
    const answers = [];
    for (const token of ['wrong'.padEnd(43, 'x'), revoked.id, revoked.token, old.token]) {
      const answer = await new PortalBrowser(api).redeem(token);
      const { requestId, ...problem } = (await answer.json()) as Record<string, unknown>;
      expect(requestId).toBeDefined();
      expect(answer.headers.getSetCookie()).toEqual([]);
      answers.push(JSON.stringify({ status: answer.status, problem }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(await countSessions()).toBe(before);
  });

  test('is not used up by mail scanners: looking at it five times opens no visit', async () => {
    const client = await walk.openClient();
    const { token } = await linkFor(client.id);
    const before = await countSessions();
    for (let look = 0; look < 5; look++) {
      const scanner = new PortalBrowser(api);
      await scanner.request('GET', `/portal/enter#${token}`);
      await scanner.request('HEAD', '/portal/enter');
      await scanner.request('GET', '/api/v1/portal/session');
      expect(scanner.cookie).toBe('');
    }
    expect(await countSessions()).toBe(before);
    expect((await new PortalBrowser(api).redeem(token)).status).toBe(204);
  });

  test('stands nowhere in the database', async () => {
    const client = await walk.openClient();
    const { token } = await linkFor(client.id);
    await visitorOf(client.id);
    const tables = await runAsSuperuser<{ name: string }>(
      api.database,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { name } of tables) {
      const rows = await runAsSuperuser(api.database, `SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0`, [token]);
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  test('is made by staff for their own agency’s contacts only', async () => {
    const client = await walk.openClient();
    const contactId = client.contacts[0]?.id ?? '';
    const other = await api.createAgency('Other');
    const { id } = await linkFor(client.id);
    const make = (key: string) => api.call(key, createPortalLink, { params: { id: contactId }, body: {} });
    await expect(make(other.apiKeys.owner)).rejects.toMatchObject({ problem: { status: 404 } });
    await expect(make(agency.apiKeys.viewer)).rejects.toMatchObject({ problem: { status: 403 } });
    const revoking = api.call(other.apiKeys.owner, revokePortalLink, { params: { id } });
    await expect(revoking).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

describe('the client’s page', () => {
  test('shows the visitor’s own cases and nothing of another client', async () => {
    const [client, other] = [await walk.openClient(), await walk.openClient()];
    const mine = await walk.openCase({ clientId: client.id });
    await walk.openCase({ clientId: other.id });
    const home = await (await visitorOf(client.id)).home();
    expect(home).toMatchObject({
      clientName: client.name,
      visitor: { name: 'Ana', locale: 'en', timeZone: 'Europe/Madrid' },
      today: '2026-09-28',
    });
    expect(home.registrations.map(({ id }) => id)).toEqual([mine.id]);
    expect(JSON.stringify(home)).not.toContain(other.name);
  });

  test('needs a visit: not a member’s key, not nobody', async () => {
    expect((await new PortalBrowser(api).request('GET', '/api/v1/portal/home')).status).toBe(401);
    const withKey = await fetch(`${api.origin}/api/v1/portal/home`, {
      headers: { Authorization: `Bearer ${agency.apiKeys.owner}` },
    });
    expect(withKey.status).toBe(401);
    const client = await walk.openClient();
    const visitor = await visitorOf(client.id);
    expect((await visitor.request('GET', '/api/v1/registrations')).status).toBe(401);
    await visitor.request('DELETE', '/api/v1/portal/session');
    expect((await visitor.request('GET', '/api/v1/portal/home')).status).toBe(401);
  });

  test('asks for the papers first, then for the signature, then for nothing', async () => {
    const client = await walk.openClient();
    const known = await walk.caseAt('awaiting_prerequisites', { clientId: client.id });
    const visitor = await visitorOf(client.id);
    const own = async () => (await visitor.home()).registrations[0];
    const asked = await own();
    expect(asked).toMatchObject({
      stage: 'prerequisites',
      holder: 'client',
      typeSwitch: { possible: true },
      ending: null,
      nextJob: { kind: 'paper', code: asked?.stillNeeded[0]?.code },
    });
    expect(asked?.promise).not.toBeNull();
    await walk.nameAdmin(known);
    await walk.acceptPapers(known);
    expect(await own()).toMatchObject({ nextJob: { kind: 'sign_off' }, stillNeeded: [] });
    await walk.signOff(known);
    expect(await own()).toMatchObject({ holder: 'agency', nextJob: null });
  });

  test('of an account that is closed tells the ending, and neither a verification nor a fee', async () => {
    const client = await walk.openClient();
    const known = await walk.caseAt('live', { clientId: client.id });
    const visitor = await visitorOf(client.id);
    const own = async () => (await visitor.home()).registrations[0];
    expect(await own()).toMatchObject({ ending: null, verification: { untilOn: '2027-09-28' }, fee: { amount: {} } });
    await walk.apply(known.id, 'deregistration_confirmed', { evidence: { rank: 'wechat_api' } });
    expect(await own()).toMatchObject({
      stage: 'closed',
      ending: 'closed',
      verification: { status: 'unverified', untilOn: null, provenance: null },
      fee: null,
      typeSwitch: { possible: false },
    });
  });

  test('shows the fee with its rule while it is the client’s, then the wait for Tencent day by day', async () => {
    const client = await walk.openClient();
    const known = await walk.caseAt('awaiting_fee', { clientId: client.id });
    const visitor = await visitorOf(client.id);
    const own = async () => (await visitor.home()).registrations[0];
    const unpaid = await own();
    expect(unpaid).toMatchObject({
      stage: 'fee',
      holder: 'client',
      nextJob: { kind: 'fee', code: null },
      fee: { amount: { amountMinor: 300_00, currency: 'CNY' } },
      typeSwitch: { possible: false },
      wait: null,
      expectedLive: null,
    });
    expect(unpaid?.nextJob?.dueOn).not.toBeNull();
    await walk.advance(known, 'in_review');
    const waiting = await own();
    expect(waiting).toMatchObject({
      stage: 'review',
      holder: 'tencent',
      nextJob: null,
      wait: { startedOn: '2026-09-28', dayNumber: 0 },
    });
    // The October holiday stands in the wait, its make-up day too.
    expect(waiting?.wait?.days.filter(({ working }) => !working).length).toBeGreaterThanOrEqual(7);
    expect(waiting?.expectedLive).toEqual({ fromOn: waiting?.wait?.fromOn, toOn: waiting?.wait?.toOn });
    expect(waiting?.journey.at(-1)).toMatchObject({ stage: 'review', kind: 'current', days: null });
    expect(waiting?.history[0]).toMatchObject({ type: 'auditor_assigned' });
    await walk.advance(known, 'live');
    expect(await own()).toMatchObject({
      stage: 'live',
      wait: null,
      expectedLive: null,
      verification: { status: 'verified_without_name', provenance: 'assumed' },
    });
  });

  test('never carries a number of a person', async () => {
    const client = await walk.openClient();
    const number = unique();
    const [idNumber, phone] = [aResidentId(number), `139${String(number).padStart(8, '0')}`];
    const known = await walk.openCase({ clientId: client.id });
    const admin = await walk.addPerson({ idNumber, phone });
    await walk.nameAdmin(known, admin);
    const home = JSON.stringify(await (await visitorOf(client.id)).home());
    expect(home).toContain('王芳');
    for (const secret of [idNumber, phone, admin.idNumberMasked ?? '', admin.phoneMasked ?? '', 'ana.'])
      expect(home).not.toContain(secret);
  });

  test('stands in the client’s history once a visit', async () => {
    const client = await walk.openClient();
    const visitor = await visitorOf(client.id);
    await Promise.all([visitor.home(), visitor.home(), visitor.home()]);
    const rows = await runAsSuperuser(
      api.database,
      `SELECT actor_kind, payload->>'linkKind' AS link_kind FROM history_entry WHERE record_id = $1 AND kind = 'portal_visited'`,
      [client.id],
    );
    expect(rows).toEqual([{ actor_kind: 'contact', link_kind: 'contact' }]);
  });
});
