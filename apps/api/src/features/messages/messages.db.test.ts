import {
  createMessage,
  createPortalLink,
  createPortalMessage,
  createPreview,
  createBoardroomLink,
  getRegistration,
  listDeliveries,
  listMessages,
  listPortalMessages,
  listUnreadMessages,
  markMessagesRead,
  markPortalMessagesRead,
  ProblemError,
  type MessagePage,
  type RegistrationCase,
} from '@daiban/contracts';
import { shanghaiInstant } from '@daiban/domain/calendar';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { MailCatcher } from '../deliveries/testing/mail-catcher.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

// Real mails, on a machine that may be busy.
jest.setTimeout(60_000);

const catcher = new MailCatcher();
let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
beforeAll(async () => {
  await catcher.open();
  api = await startTestApi({ smtpUrl: catcher.url });
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(async () => {
  await api.stop();
  await catcher.close();
});
beforeEach(() => {
  catcher.mails.length = 0;
});

const SECRET = 'The stamp lies in the red drawer';

async function contactOf(known: RegistrationCase, by = walk): Promise<PortalBrowser> {
  const contactId = await by.contactOf(known.client.id);
  const { url } = await api.call(by.key, createPortalLink, { params: { id: contactId }, body: {} });
  return PortalBrowser.enter(api, url);
}
const write = (known: RegistrationCase, body: string, audience: 'client' | 'internal' = 'client', key = walk.key) =>
  api.call(key, createMessage, {
    params: { id: known.client.id },
    body: { registrationId: known.id, audience, body },
  });
const read = (known: RegistrationCase, audience: 'client' | 'internal' = 'client', key = walk.key) =>
  api.call(key, listMessages, {
    params: { id: known.client.id },
    query: { registrationId: known.id, audience },
  });
const say = (visitor: PortalBrowser, known: RegistrationCase, body: string) =>
  visitor.call(createPortalMessage, { body: { registrationId: known.id, body } });
const bodies = ({ items }: { items: readonly { body: string }[] }) => items.map(({ body }) => body);

/** The mails about one account, once there are so many of them. */
async function mails(count: number, known: RegistrationCase): Promise<Email[]> {
  const about = async () => {
    const parsed = await Promise.all(catcher.mails.map((mail) => PostalMime.parse(mail)));
    return parsed.filter(({ subject }) => subject?.startsWith(`${known.proposedName}: `));
  };
  for (let wait = 0; wait < 100 && (await about()).length < count; wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const found = await about();
  expect(found).toHaveLength(count);
  return found;
}
/** Time passes, and the product does what is due by then. */
async function passTo(on: string, time: string): Promise<void> {
  await api.moveClock(shanghaiInstant(on, time));
  await api.tick();
}
async function problemOf(call: Promise<unknown>): Promise<{ status: number; code: string }> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error('It was not refused.');
  return error.problem;
}

describe('a thread', () => {
  test('is read by both sides, newest first, each seeing who wrote and what is new', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await say(visitor, known, 'When does it begin?');
    await write(known, 'On Monday.\nMei');
    const ours = await read(known);
    expect(bodies(ours)).toEqual(['On Monday.\nMei', 'When does it begin?']);
    expect(ours).toMatchObject({
      unread: 1,
      items: [
        // A program writes in its member's name.
        {
          author: { side: 'agency', name: 'Lantern Bridge specialist', isOwn: true },
          audience: 'client',
          readAt: null,
        },
        { author: { side: 'client', name: 'Ana', isOwn: false }, registrationId: known.id },
      ],
    });
    const theirs = await visitor.call(listPortalMessages, { query: { registrationId: known.id } });
    expect(theirs).toMatchObject({
      unread: 1,
      items: [{ author: { side: 'agency', isOwn: false } }, { author: { side: 'client', isOwn: true } }],
    });
  });

  test('is marked as read by the other side only, up to the message that was shown', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    const first = await write(known, 'One');
    await write(known, 'Two');
    const mark = { body: { registrationId: known.id, upToId: first.id } };
    await api.call(walk.key, markMessagesRead, { params: { id: known.client.id }, ...mark });
    expect(await visitor.call(listPortalMessages, {})).toMatchObject({ unread: 2 });
    expect(await visitor.call(markPortalMessagesRead, mark)).toEqual({ marked: 1 });
    expect(await visitor.call(markPortalMessagesRead, mark)).toEqual({ marked: 0 });
    expect(await visitor.call(listPortalMessages, {})).toMatchObject({ unread: 1 });
    expect((await read(known)).items.map(({ readAt }) => readAt === null)).toEqual([true, false]);
  });

  test('goes on page by page without losing or doubling a message', async () => {
    const known = await walk.openCase();
    for (let number = 1; number <= 7; number++) await write(known, `Note ${number}`, 'internal');
    const seen: string[] = [];
    const pageAfter = (cursor: string | null): Promise<MessagePage> =>
      api.call(walk.key, listMessages, {
        params: { id: known.client.id },
        query: { audience: 'internal', limit: 3, ...(cursor && { cursor }) },
      });
    for (let page = await pageAfter(null); ; page = await pageAfter(page.nextCursor)) {
      seen.push(...bodies(page));
      if (page.nextCursor === null) break;
    }
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => `Note ${number}`));
  });

  test('keeps accounts of one client apart, and what concerns them all in both', async () => {
    const one = await walk.openCase();
    const other = await walk.openCase({ clientId: one.client.id });
    await write(one, 'About the first');
    await write(other, 'About the second');
    await api.call(walk.key, createMessage, {
      params: { id: one.client.id },
      body: { audience: 'client', body: 'About both' },
    });
    expect(bodies(await read(one))).toEqual(['About both', 'About the first']);
    expect(bodies(await read(other))).toEqual(['About both', 'About the second']);
  });
});

describe('what the client must not see', () => {
  test('are notes among staff, in the thread, on the page and in the history', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await write(known, SECRET, 'internal');
    expect((await visitor.call(listPortalMessages, {})).items).toEqual([]);
    expect(JSON.stringify(await visitor.home())).not.toContain('red drawer');
    const before = (await visitor.home()).registrations[0]?.promise;
    expect((await walk.read(known.id)).version).toBe(known.version);
    expect(before).toBe((await visitor.home()).registrations[0]?.promise);
  });

  test('is another client’s thread: neither read nor written to, whoever guesses the account', async () => {
    const [known, others] = [await walk.openCase(), await walk.openCase()];
    await write(others, SECRET);
    const visitor = await contactOf(known);
    expect(await problemOf(visitor.call(listPortalMessages, { query: { registrationId: others.id } }))).toMatchObject({
      status: 404,
    });
    expect(await problemOf(say(visitor, others, 'Hello'))).toMatchObject({ code: 'registration.not_found' });
    const mixed = {
      params: { id: known.client.id },
      body: { registrationId: others.id, audience: 'client', body: 'x' },
    } as const;
    expect(await problemOf(api.call(walk.key, createMessage, mixed))).toMatchObject({ code: 'registration.not_found' });
  });

  test('is another agency’s client', async () => {
    const known = await walk.openCase();
    await write(known, SECRET);
    const stranger = await api.createAgency('Other');
    const missing = await problemOf(
      api.call(stranger.apiKeys.owner, listMessages, { params: { id: known.client.id }, query: {} }),
    );
    expect(missing.status).toBe(404);
    expect(await problemOf(write(known, 'Hello', 'client', stranger.apiKeys.owner))).toMatchObject({ status: 404 });
    expect((await api.call(stranger.apiKeys.owner, listUnreadMessages, {})).items).toEqual([]);
  });

  test('is anything anybody wrote, through a boardroom link; a preview reads and cannot write', async () => {
    const known = await walk.openCase();
    await write(known, SECRET);
    const { url: board } = await api.call(walk.key, createBoardroomLink, {
      params: { id: known.client.id },
      body: { label: 'Board' },
    });
    const boardroom = await PortalBrowser.enter(api, board);
    expect(await boardroom.call(listPortalMessages, {})).toEqual({ items: [], nextCursor: null, unread: 0 });
    expect(await problemOf(say(boardroom, known, 'Hello'))).toMatchObject({ code: 'portal.read_only' });
    const contactId = await walk.contactOf(known.client.id);
    const { url: look } = await api.call(walk.key, createPreview, { params: { id: contactId }, body: {} });
    const preview = await PortalBrowser.enter(api, look);
    expect(bodies(await preview.call(listPortalMessages, {}))).toEqual([SECRET]);
    expect(await problemOf(say(preview, known, 'Hello'))).toMatchObject({ code: 'portal.read_only' });
    expect(await problemOf(preview.call(markPortalMessagesRead, { body: { upToId: known.id } }))).toMatchObject({
      code: 'portal.read_only',
    });
  });

  test('is written by nobody who may only read', async () => {
    const known = await walk.openCase();
    const viewer = agency.apiKeys.viewer;
    expect(bodies(await read(known, 'client', viewer))).toEqual([]);
    expect(await problemOf(write(known, 'Hello', 'internal', viewer))).toMatchObject({ code: 'permission.missing' });
  });
});

describe('words', () => {
  test('lie sealed: no table, no mail, no history and no kept answer has them in clear', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await say(visitor, known, SECRET);
    await write(known, `${SECRET} too`);
    await write(known, `${SECRET} as well`, 'internal');
    for (const { text, html } of await mails(2, known)) expect(`${text} ${html}`).not.toContain('red drawer');
    const tables = await runAsSuperuser<{ name: string }>(
      api.database,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    for (const { name } of tables) {
      const rows = await runAsSuperuser(
        api.database,
        `SELECT 1 FROM ${name} t WHERE strpos(t::text, 'red drawer') > 0`,
      );
      expect([name, rows.length]).toEqual([name, 0]);
    }
  });

  test('stay words: markup is kept as letters, invisible ones alone are nothing, too many are refused', async () => {
    const known = await walk.openCase();
    const { body } = await write(known, '<img src=x onerror=alert(1)> 你好\n\u202eabc');
    expect(body).toBe('<img src=x onerror=alert(1)> 你好\n\u202eabc');
    const request = (text: string) =>
      fetch(`${api.origin}/api/v1/clients/${known.client.id}/messages`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${walk.key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ audience: 'internal', body: text }),
      });
    expect((await request('\u200b\u2060')).status).toBe(400);
    expect((await request('x'.repeat(4001))).status).toBe(400);
    expect((await request('x'.repeat(4000))).status).toBe(201);
  });

  test('can be written thirty times in a quarter of an hour, then the contact waits', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    const answers = [];
    for (let number = 0; number < 31; number++)
      answers.push(
        await visitor.request('POST', '/api/v1/portal/messages', { registrationId: known.id, body: `No. ${number}` }),
      );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await contactOf(await walk.openCase());
    expect((await other.request('POST', '/api/v1/portal/messages', { body: 'Hello' })).status).toBe(201);
  });
});

describe('an answer', () => {
  test('counts as news to the client: their promise begins anew; their own words do not', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    const visitor = await contactOf(known);
    const promiseNow = async () =>
      (await api.call(walk.key, getRegistration, { params: { id: known.id } })).promise?.by;
    const before = await promiseNow();
    await api.moveClock(shanghaiInstant('2026-10-12', '10:00'));
    await say(visitor, known, 'Any news?');
    expect(await promiseNow()).toBe(before);
    await write(known, 'A note', 'internal');
    expect(await promiseNow()).toBe(before);
    await write(known, 'Yes: we submit tomorrow.');
    const after = await promiseNow();
    expect(after && before && after > before).toBe(true);
    expect((await visitor.home()).registrations[0]?.history[0]).toMatchObject({ type: 'message_written' });
  });
});

describe('mails', () => {
  test('tell who looks after the account at once, and the client once in a quarter of an hour', async () => {
    await api.moveClock(shanghaiInstant('2026-10-13', '10:00'));
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await say(visitor, known, 'Hello?');
    const [toStaff] = await mails(1, known);
    expect(toStaff?.to?.[0]?.address).toMatch(/@agency\.test$/);
    expect(toStaff?.text).toContain(`/registrations/${known.id}`);

    catcher.mails.length = 0;
    await write(known, 'One');
    const [toClient] = await mails(1, known);
    expect(toClient).toMatchObject({ to: [{ address: expect.stringMatching(/^ana\./) }] });
    expect(toClient?.subject).toBe(`${known.proposedName}: a new message from Lantern Bridge`);
    expect(toClient?.text).toMatch(/\/portal\/enter#[\w-]{43}/);
    await write(known, 'Two');
    await write(known, 'Three');
    await passTo('2026-10-13', '10:14');
    await mails(1, known);
    await passTo('2026-10-13', '10:15');
    expect((await mails(2, known))[1]?.subject).toContain('3 new messages from');
  });

  test('that wait are not sent any more once everything is read', async () => {
    await api.moveClock(shanghaiInstant('2026-10-14', '10:00'));
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await write(known, 'One');
    await mails(1, known);
    const last = await write(known, 'Two');
    await visitor.call(markPortalMessagesRead, { body: { registrationId: known.id, upToId: last.id } });
    await passTo('2026-10-14', '10:30');
    await mails(1, known);
    const { items } = await api.call(agency.apiKeys.owner, listDeliveries, { query: { registrationId: known.id } });
    expect(items.map(({ state, skippedReason }) => [state, skippedReason])).toEqual([
      ['skipped', 'over'],
      ['accepted', null],
    ]);
  });

  test('about notes among staff do not exist', async () => {
    const known = await walk.openCase();
    await write(known, 'Only us', 'internal');
    const { items } = await api.call(agency.apiKeys.owner, listDeliveries, { query: { registrationId: known.id } });
    expect(items).toEqual([]);
  });

  test('list what clients wait for, the longest waiting first, until somebody of us has read it', async () => {
    const known = await walk.openCase();
    const visitor = await contactOf(known);
    await say(visitor, known, 'One');
    const { id } = await say(visitor, known, 'Two');
    const unread = async () =>
      (await api.call(walk.key, listUnreadMessages, {})).items.find(
        ({ registrationId }) => registrationId === known.id,
      );
    expect(await unread()).toMatchObject({ count: 2, clientId: known.client.id, accountName: known.proposedName });
    await api.call(walk.key, markMessagesRead, { params: { id: known.client.id }, body: { upToId: id } });
    expect(await unread()).toBeUndefined();
  });
});
