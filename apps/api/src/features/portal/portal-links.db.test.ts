import {
  createAdminLink,
  createBoardroomLink,
  createOwnBoardroomLink,
  createPortalLink,
  createPreview,
  findLinkOrigin,
  getPortalHome,
  getPortalSession,
  listOwnPortalLinks,
  listPortalLinks,
  PORTAL_PERMISSIONS,
  revokeOwnPortalLink,
  revokePortalLink,
  updateClient,
  type Client,
  type PortalPermission,
} from '@daiban/contracts';
import { PORTAL_LINK_KINDS, type PortalLinkKind } from '@daiban/domain/enumerations';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { OperationRegistry } from '../../platform/http/operation-registry.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { PortalLinksService } from './portal-links.service.js';
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

const staff = () => agency.apiKeys.specialist;
const contactOf = (client: Client) => client.contacts[0]?.id ?? '';
const idOf = (id: string) => ({ params: { id } });

async function contactLink(client: Client) {
  return api.call(staff(), createPortalLink, { ...idOf(contactOf(client)), body: {} });
}
async function asContact(client: Client): Promise<PortalBrowser> {
  return PortalBrowser.enter(api, (await contactLink(client)).url);
}
/** One paper of a case that still gathers them. */
async function openPaper(registrationId: string): Promise<string> {
  const [paper] = await runAsSuperuser<{ id: string }>(
    api.database,
    `SELECT id FROM prerequisite WHERE registration_id = $1 AND holder = 'client' ORDER BY id LIMIT 1`,
    [registrationId],
  );
  return paper?.id ?? '';
}
/** A visit of each kind to the same client, and the case that they all could be about. */
async function oneOfEach() {
  const client = await walk.openClient();
  const known = await walk.caseAt('awaiting_prerequisites', { clientId: client.id });
  await walk.nameAdmin(known);
  const contact = await asContact(client);
  const visit = await contact.call(getPortalSession, {});
  const own = { contactId: contactOf(client), clientId: client.id };
  const item = await api.app.get(PortalLinksService).createItemLink(
    // As the portal's operation hands it over.
    {
      ...own,
      kind: 'contact',
      actor: { kind: 'contact', agencyId: agency.id, id: own.contactId, role: null, name: visit.name, locale: 'en' },
      sessionId: '',
      linkId: '',
      personId: null,
      registrationId: null,
      prerequisiteId: null,
      timeZone: visit.timeZone,
      name: visit.name,
      locale: 'en',
    },
    {
      clientId: client.id,
      registrationId: known.id,
      prerequisiteId: await openPaper(known.id),
      label: 'Carlos in finance',
    },
  );
  if (!('url' in item)) throw new Error(item.code);
  const board = await api.call(staff(), createBoardroomLink, { ...idOf(client.id), body: { label: 'The board' } });
  const admin = await api.call(staff(), createAdminLink, { ...idOf(known.id), body: {} });
  const preview = await api.call(staff(), createPreview, { ...idOf(contactOf(client)), body: {} });
  const visits: Record<PortalLinkKind, PortalBrowser> = {
    contact,
    boardroom: await PortalBrowser.enter(api, board.url),
    item: await PortalBrowser.enter(api, item.url),
    admin_person: await PortalBrowser.enter(api, admin.url),
    preview: await PortalBrowser.enter(api, preview.url),
  };
  return { client, known, visits, links: { board, admin, preview, item } };
}

describe('the kinds of links', () => {
  test('each tell their own visitor who they are and whose page it is', async () => {
    const { client, known, visits } = await oneOfEach();
    const seen = await Promise.all(PORTAL_LINK_KINDS.map((kind) => visits[kind].call(getPortalSession, {})));
    expect(seen.map(({ kind, name, locale }) => ({ kind, name, locale }))).toEqual([
      { kind: 'contact', name: 'Ana', locale: 'en' },
      { kind: 'boardroom', name: 'The board', locale: 'en' },
      { kind: 'item', name: 'Carlos in finance', locale: 'en' },
      // The administrator reads Chinese in Beijing's time, whatever the client reads.
      { kind: 'admin_person', name: '王芳', locale: 'zh' },
      { kind: 'preview', name: 'Ana', locale: 'en' },
    ]);
    expect(seen[3]?.timeZone).toBe('Asia/Shanghai');
    expect(seen.map(({ registrationId }) => registrationId)).toEqual([null, null, known.id, known.id, null]);
    expect(seen.map(({ preview }) => preview?.clientId ?? null)).toEqual([null, null, null, null, client.id]);
    for (const { clientName, agency: whose } of seen)
      expect([clientName, whose.name]).toEqual([client.name, 'Lantern Bridge']);
  });

  test('reach what their kind may, and no operation beyond it', async () => {
    const { visits } = await oneOfEach();
    const operations = api.app
      .get(OperationRegistry)
      .operations.filter(({ permission }) => Object.hasOwn(PORTAL_PERMISSIONS, permission));
    expect(operations.length).toBeGreaterThan(5);
    for (const operation of operations) {
      const kinds: readonly PortalLinkKind[] = PORTAL_PERMISSIONS[operation.permission as PortalPermission];
      const path = operation.fullPath.replace(/\{\w+\}/g, '01890000-0000-7000-8000-000000000000');
      for (const kind of PORTAL_LINK_KINDS.filter((each) => !kinds.includes(each))) {
        const answer = await visits[kind].request(operation.method, path);
        const { code } = (await answer.json()) as { code: string };
        const readsOnly = kind === 'boardroom' || kind === 'preview';
        expect([operation.id, kind, answer.status, code]).toEqual([
          operation.id,
          kind,
          403,
          readsOnly ? 'portal.read_only' : 'portal.not_by_this_link',
        ]);
      }
    }
  });

  test('answer another client’s ids as they answer ids that nobody has', async () => {
    const { visits } = await oneOfEach();
    const theirs = await oneOfEach();
    const papers = await runAsSuperuser<{ id: string }>(
      api.database,
      'SELECT id FROM prerequisite WHERE registration_id = $1',
      [theirs.known.id],
    );
    const foreign = [theirs.known.id, theirs.client.id, theirs.links.board.id, ...papers.map(({ id }) => id)];
    const operations = api.app
      .get(OperationRegistry)
      .operations.filter(
        ({ permission, method, fullPath }) =>
          Object.hasOwn(PORTAL_PERMISSIONS, permission) &&
          (method === 'GET' || method === 'DELETE') &&
          fullPath.includes('{id}'),
      );
    const wrong: string[] = [];
    for (const { id: name, method, fullPath } of operations.filter(({ id }) => id !== 'getPortalRule')) {
      for (const kind of ['contact', 'item', 'admin_person'] as const) {
        const ask = async (id: string) => {
          const answer = await visits[kind].request(method, fullPath.replace('{id}', id));
          return `${answer.status} ${(await answer.text()).replace(/"requestId":"[^"]*"/, '')}`;
        };
        const missing = await ask('01890000-0000-7000-8000-000000000000');
        if (!/^40[34] /.test(missing)) wrong.push(`${name} ${kind} missing: ${missing}`);
        for (const id of foreign)
          if ((await ask(id)) !== missing) wrong.push(`${name} ${kind} ${id}: ${await ask(id)}`);
      }
    }
    expect(operations.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });

  test('are nothing to staff, and staff’s operations nothing to them', async () => {
    const { visits, client } = await oneOfEach();
    for (const kind of PORTAL_LINK_KINDS)
      expect((await visits[kind].request('GET', `/api/v1/clients/${client.id}`)).status).toBe(401);
    await expect(api.call(agency.apiKeys.owner, getPortalHome, {})).rejects.toMatchObject({ problem: { status: 401 } });
  });
});

describe('a boardroom link', () => {
  test('shows the progress and names no person', async () => {
    const { visits, client, known } = await oneOfEach();
    const home = await visits.boardroom.home();
    expect(home.registrations.map(({ id }) => id)).toEqual([known.id]);
    expect(home.visitor.name).toBe('The board');
    const whole = JSON.stringify(home);
    for (const name of ['Ana', '王芳', ...client.contacts.map(({ email }) => email)]) expect(whole).not.toContain(name);
    expect(home.registrations[0]).toMatchObject({ assigneeName: null, owner: { adminName: null, hasAdmin: true } });
    expect(JSON.stringify(await visits.contact.home())).toContain('王芳');
  });

  test('of an account that belongs to a person does not name that person', async () => {
    const client = await walk.openClient();
    await walk.openCase({
      clientId: client.id,
      accountType: 'subscription',
      route: 'identity_scan',
      subject: { type: 'individual', name: '李秀英', countryCode: 'CN' },
    } as Parameters<CaseWalk['openCase']>[0]);
    const { url } = await api.call(staff(), createBoardroomLink, { ...idOf(client.id), body: { label: 'Board' } });
    const home = await (await PortalBrowser.enter(api, url)).home();
    expect(home.registrations).toHaveLength(1);
    expect(JSON.stringify(home)).not.toContain('李秀英');
  });

  test('is made by a contact too, listed to them, and switched off by them', async () => {
    const client = await walk.openClient();
    const [ana, other] = [await asContact(client), await asContact(await walk.openClient())];
    const { id, url } = await ana.call(createOwnBoardroomLink, { body: { label: 'Investors' } });
    const board = await PortalBrowser.enter(api, url);
    await board.home();
    const { items } = await ana.call(listOwnPortalLinks, {});
    expect(items).toMatchObject([
      { id, kind: 'boardroom', whom: 'Investors', madeBy: 'Ana', state: 'open', visits: 1 },
    ]);
    expect((await other.call(listOwnPortalLinks, {})).items).toEqual([]);
    await expect(other.call(revokeOwnPortalLink, idOf(id))).rejects.toMatchObject({ problem: { status: 404 } });
    await ana.call(revokeOwnPortalLink, idOf(id));
    await ana.call(revokeOwnPortalLink, idOf(id));
    expect((await board.request('GET', '/api/v1/portal/home')).status).toBe(401);
    expect((await ana.call(listOwnPortalLinks, {})).items).toMatchObject([{ state: 'revoked' }]);
  });

  test('of a contact ends with the contact', async () => {
    const client = await walk.openClient();
    const { url } = await (await asContact(client)).call(createOwnBoardroomLink, { body: { label: 'Board' } });
    const board = await PortalBrowser.enter(api, url);
    await api.call(staff(), updateClient, {
      ...idOf(client.id),
      body: {
        contacts: [{ name: 'Bea', email: 'bea@client.test', role: 'decider' }],
        expectedVersion: await versionOf(client),
      },
    });
    expect((await board.request('GET', '/api/v1/portal/session')).status).toBe(401);
  });

  test('is not made without end: twenty open ones are enough for anybody', async () => {
    const ana = await asContact(await walk.openClient());
    const make = () => ana.call(createOwnBoardroomLink, { body: { label: 'Board' } });
    const made = await Promise.allSettled(Array.from({ length: 24 }, make));
    const refused = made.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const each of refused) expect(each).toMatchObject({ reason: { problem: { code: 'portal.too_many_links' } } });
  });
});

describe('a preview', () => {
  test('shows a member what the contact sees, under the member’s own name in the history', async () => {
    const { visits, client } = await oneOfEach();
    const { now: _, ...seen } = await visits.preview.home();
    const { now: __, ...own } = await visits.contact.home();
    expect(seen).toEqual(own);
    const rows = await runAsSuperuser(
      api.database,
      `SELECT actor_kind, payload->>'linkKind' AS kind FROM history_entry WHERE record_id = $1 AND kind = 'portal_visited' ORDER BY sequence`,
      [client.id],
    );
    expect(rows.map(({ kind, actor_kind }) => [kind, actor_kind])).toEqual([
      ['contact', 'contact'],
      ['boardroom', 'contact'],
      ['item', 'contact'],
      ['admin_person', 'admin_person'],
      ['preview', 'member'],
    ]);
  });

  test('ends after half an hour, and when its member is switched off', async () => {
    const { visits, links } = await oneOfEach();
    const minutes = (Date.parse(links.preview.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(28);
    expect(minutes).toBeLessThanOrEqual(30);
    const [link] = await runAsSuperuser<{ created_by: string }>(
      api.database,
      'SELECT created_by FROM portal_link WHERE id = $1',
      [links.preview.id],
    );
    const disable = (at: string) =>
      runAsSuperuser(api.database, `UPDATE member SET disabled_at = ${at} WHERE id = $1`, [link?.created_by]);
    await disable('now()');
    expect((await visits.preview.request('GET', '/api/v1/portal/home')).status).toBe(401);
    await disable('NULL');
    expect((await visits.preview.request('GET', '/api/v1/portal/home')).status).toBe(200);
  });
});

describe('the administrator’s link', () => {
  test('needs an administrator', async () => {
    const known = await walk.openCase();
    const making = api.call(staff(), createAdminLink, { ...idOf(known.id), body: {} });
    await expect(making).rejects.toMatchObject({ problem: { code: 'portal.no_admin', status: 422 } });
  });

  test('in mails is one and the same as long as the administrator is', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    const [first, second] = [await walk.addPerson(), await walk.addPerson()];
    const named = await walk.nameAdmin(known, first);
    const links = api.app.get(PortalLinksService);
    const of = async (personId: string) =>
      (await links.adminMailAddresses(agency.id, [{ registrationId: known.id, personId }])).get(known.id) ?? null;
    const [one, two] = await Promise.all([of(first.id), of(first.id)]);
    expect(one).toMatch(/\/portal\/enter#[0-9a-f-]{36}$/);
    expect(two).toBe(one);
    expect(await of(second.id)).toBeNull();
    await walk.nameAdmin(named, second);
    expect(await of(first.id)).toBeNull();
    expect(await of(second.id)).not.toBe(one);
  });
});

describe('the list of ways in', () => {
  test('says of each link whom it lets in, who made it, and when it was last used', async () => {
    const { client, links } = await oneOfEach();
    const { items } = await api.call(agency.apiKeys.viewer, listPortalLinks, idOf(client.id));
    expect(new Set(items.map(({ kind, whom }) => `${kind}: ${whom}`))).toEqual(
      new Set([
        'preview: Ana',
        'admin_person: 王芳',
        'boardroom: The board',
        'item: Carlos in finance',
        'contact: Ana',
      ]),
    );
    for (const { state, visits, lastVisitAt } of items)
      expect([state, visits, lastVisitAt !== null]).toEqual(['open', 1, true]);
    expect(items.find(({ kind }) => kind === 'item')).toMatchObject({ madeBy: 'Ana', accountName: expect.any(String) });
    await api.call(staff(), revokePortalLink, idOf(links.board.id));
    await api.call(staff(), revokePortalLink, idOf(links.preview.id));
    const after = await api.call(agency.apiKeys.viewer, listPortalLinks, idOf(client.id));
    // What is over stands last; a preview that is over says nothing.
    expect(after.items.at(-1)).toMatchObject({ id: links.board.id, state: 'revoked' });
    expect(after.items.map(({ kind }) => kind)).not.toContain('preview');
    expect(JSON.stringify(after)).not.toContain(links.admin.url.split('#')[1]);
  });

  test('belongs to the client’s own agency', async () => {
    const client = await walk.openClient();
    const other = await api.createAgency('Other');
    expect(await api.call(staff(), listPortalLinks, idOf(client.id))).toEqual({ items: [] });
    await expect(api.call(other.apiKeys.owner, listPortalLinks, idOf(client.id))).rejects.toMatchObject({
      problem: { status: 404 },
    });
    await expect(
      api.call(other.apiKeys.owner, createBoardroomLink, { ...idOf(client.id), body: { label: 'x' } }),
    ).rejects.toMatchObject({ problem: { status: 404 } });
  });
});

describe('a link that has ended', () => {
  test('still says whom to ask; a token that never was one says nothing', async () => {
    const client = await walk.openClient();
    const { id, url } = await contactLink(client);
    const token = url.split('#')[1] ?? '';
    await api.call(staff(), revokePortalLink, idOf(id));
    const browser = new PortalBrowser(api);
    const ask = (asked: string) => browser.call(findLinkOrigin, { body: { token: asked } });
    expect(await ask(token)).toEqual({ agency: { name: 'Lantern Bridge', nameZh: null, personName: null } });
    expect(await ask('never-a-token')).toEqual({ agency: null });
    expect(await ask(id)).toEqual({ agency: null });
  });
});

async function versionOf(client: Client): Promise<number> {
  const [row] = await runAsSuperuser<{ version: number }>(api.database, 'SELECT version FROM client WHERE id = $1', [
    client.id,
  ]);
  return row?.version ?? 0;
}
