import {
  createClient,
  createPortalLink,
  getClient,
  getDelivery,
  listDeliveries,
  updateClient,
} from '@daiban/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { Refused } from '../../platform/refusal/refused.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { MailCatcher } from '../deliveries/testing/mail-catcher.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { unique } from '../registrations/testing/case-walk.js';
import { portalCodeOf } from './portal-code.js';
import { PortalCodesService } from './portal-codes.service.js';

// Real mails and many visits at once, on a machine that may be busy.
jest.setTimeout(120_000);

/** Codes that are each tried by eight at once. */
const ROUNDS = Number(process.env['DAIBAN_RACES'] ?? 100);

const catcher = new MailCatcher();
let api: TestApi;
let agency: TestAgency;

beforeAll(async () => {
  await catcher.open();
  api = await startTestApi({ smtpUrl: catcher.url });
  agency = await api.createAgency();
});
afterAll(async () => {
  await api.stop();
  await catcher.close();
});
beforeEach(async () => {
  catcher.mails.length = 0;
  await forgetLimits();
});

const forgetLimits = () => runAsSuperuser(api.database, 'DELETE FROM rate_limit');
const addressOf = (name = 'ana') => `${name}.${unique()}@client.test`;

/** A client with one contact of that address. */
async function clientWith(email: string, locale: 'en' | 'zh' = 'en', by: TestAgency = agency) {
  return api.call(by.apiKeys.specialist, createClient, {
    body: {
      name: `Harbour ${unique()}`,
      countryCode: 'ES',
      locale,
      timeZone: 'Europe/Madrid',
      contacts: [{ name: 'Ana', email, role: 'decider' }],
    },
  });
}
const askFor = (email: string, token?: string) =>
  new PortalBrowser(api).request('POST', '/api/v1/portal/codes', { email, ...(token && { token }) });
async function redeem(email: string, code: string): Promise<{ status: number; code: string; browser: PortalBrowser }> {
  const browser = new PortalBrowser(api);
  const answer = await browser.request('POST', '/api/v1/portal/codes/redemption', { email, code });
  const problem = answer.status === 204 ? { code: '' } : ((await answer.json()) as { code: string });
  return { status: answer.status, code: problem.code, browser };
}
/** Waits until so many mails have come in all. */
async function mails(count: number): Promise<string[]> {
  for (let wait = 0; wait < 200 && catcher.mails.length < count; wait++)
    await new Promise((resolve) => setTimeout(resolve, 25));
  expect(catcher.mails).toHaveLength(count);
  return catcher.mails.map(plainTextOf);
}
/** The plain part of a mail, unwrapped. */
function plainTextOf(mail: string): string {
  const [, body = ''] = /Content-Type: text\/plain[^]*?\r\n\r\n([^]*?)\r\n--/i.exec(mail) ?? [];
  return /Content-Transfer-Encoding: base64/i.test(mail.slice(0, mail.indexOf(body)))
    ? Buffer.from(body, 'base64').toString()
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString();
}
const codeIn = (text: string) => /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? '';
const otherThan = (code: string) => code.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
const countSessions = async () =>
  (await runAsSuperuser<{ count: number }>(api.database, 'SELECT count(*)::int AS count FROM portal_session'))[0]
    ?.count ?? 0;

describe('a code by mail', () => {
  test('opens the page once, for whoever gets the mail', async () => {
    const email = addressOf();
    const client = await clientWith(email);
    expect((await askFor(email.toUpperCase())).status).toBe(202);
    const [text = ''] = await mails(1);
    const code = codeIn(text);
    expect(code).toMatch(/^\d{4} \d{4}$/);
    const { status, browser } = await redeem(email, code);
    expect(status).toBe(204);
    expect(await browser.home()).toMatchObject({ clientName: client.name, visitor: { name: 'Ana' } });
    expect(await redeem(email, code)).toMatchObject({ status: 401, code: 'portal.code_unusable' });
    const kinds = await runAsSuperuser(
      api.database,
      'SELECT kind FROM history_entry WHERE record_id = $1 ORDER BY sequence',
      [client.id],
    );
    expect(kinds.map(({ kind }) => kind as string)).toEqual([
      'client_created',
      'portal_code_sent',
      'portal_link_created',
      'portal_visited',
    ]);
  });

  test('stands in no table, and in no subject', async () => {
    const email = addressOf();
    await clientWith(email, 'zh');
    await askFor(email);
    const [text = ''] = await mails(1);
    const code = codeIn(text);
    expect(catcher.mails[0]).not.toMatch(/^Subject:.*\d{4}/m);
    const tables = await runAsSuperuser<{ name: string }>(
      api.database,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'auth')`,
    );
    for (const { name } of tables) {
      const rows = await runAsSuperuser(
        api.database,
        `SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0`,
        [code, code.replace(' ', '')],
      );
      expect([name, rows.length]).toEqual([name, 0]);
    }
    const { items } = await api.call(agency.apiKeys.owner, listDeliveries, { query: { limit: 1 } });
    const kept = await api.call(agency.apiKeys.owner, getDelivery, { params: { id: items[0]?.id ?? '' } });
    expect(kept.text).toMatch(/\[code [0-9a-f-]{36}\]/);
    expect(kept.text).not.toContain(code);
  });

  test('goes to each contact with the address, in every agency; with an ended link, to its client’s only', async () => {
    const email = addressOf('shared');
    const other = await api.createAgency('Other');
    const [first, second] = [await clientWith(email), await clientWith(email)];
    await clientWith(email, 'en', other);
    await askFor(email);
    const codes = (await mails(3)).map(codeIn);
    expect(new Set(codes).size).toBe(3);
    const names = new Set<string>();
    for (const code of codes) names.add((await (await redeem(email, code)).browser.home()).clientName);
    expect(names.size).toBe(3);

    catcher.mails.length = 0;
    const { contacts } = await api.call(agency.apiKeys.owner, getClient, { params: { id: second.id } });
    const link = await api.call(agency.apiKeys.owner, createPortalLink, {
      params: { id: contacts[0]?.id ?? '' },
      body: {},
    });
    await askFor(email, link.url.split('#')[1]);
    const [text = ''] = await mails(1);
    const { browser } = await redeem(email, codeIn(text));
    expect((await browser.home()).clientName).toBe(second.name);
    expect(first.name).not.toBe(second.name);
  });

  test('is dead after five wrong tries, however many come at once', async () => {
    const email = addressOf();
    await clientWith(email);
    await askFor(email);
    const code = codeIn((await mails(1))[0] ?? '');
    const wrong = await Promise.all(Array.from({ length: 12 }, () => redeem(email, otherThan(code))));
    expect(new Set(wrong.map((each) => each.code))).toEqual(new Set(['portal.code_unusable']));
    expect(await redeem(email, code)).toMatchObject({ status: 401 });
    const [row] = await runAsSuperuser(
      api.database,
      'SELECT attempts, used_at FROM portal_code ORDER BY created_at DESC LIMIT 1',
    );
    expect(row).toEqual({ attempts: 5, used_at: null });
  });

  test('still opens the page at the fifth try', async () => {
    const email = addressOf();
    await clientWith(email);
    await askFor(email);
    const code = codeIn((await mails(1))[0] ?? '');
    for (let tries = 0; tries < 4; tries++) await redeem(email, otherThan(code));
    expect((await redeem(email, code)).status).toBe(204);
  });

  test('is over after fifteen minutes, for another address, and for a contact who was removed', async () => {
    const [email, neighbour] = [addressOf(), addressOf('neighbour')];
    const client = await clientWith(email);
    await clientWith(neighbour);
    await askFor(email);
    const code = codeIn((await mails(1))[0] ?? '');
    expect((await redeem(neighbour, code)).status).toBe(401);
    await api.call(agency.apiKeys.owner, updateClient, {
      params: { id: client.id },
      body: { contacts: [{ name: 'Bea', email: addressOf('bea'), role: 'decider' }], expectedVersion: client.version },
    });
    expect((await redeem(email, code)).status).toBe(401);

    catcher.mails.length = 0;
    await askFor(neighbour);
    const late = codeIn((await mails(1))[0] ?? '');
    await runAsSuperuser(api.database, `UPDATE portal_code SET expires_at = now() - interval '1 second'`);
    expect((await redeem(neighbour, late)).status).toBe(401);
  });

  test('is not mailed any more when its time ran out before the mail could leave', async () => {
    const email = addressOf();
    await clientWith(email);
    catcher.plans.push(451);
    await askFor(email);
    await mails(1);
    await runAsSuperuser(
      api.database,
      `UPDATE portal_code SET expires_at = now() - interval '1 second';
       UPDATE delivery SET retry_at = now() - interval '1 second', leased_until = NULL WHERE state IN ('queued', 'sending')`,
    );
    await api.tick();
    const { items } = await api.call(agency.apiKeys.owner, listDeliveries, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ kind: 'portal_code', state: 'skipped', skippedReason: 'over' });
    expect(catcher.mails).toHaveLength(1);
  });
});

describe('who asks for a code', () => {
  test('is told the same whether we know the address or not', async () => {
    const known = addressOf();
    await clientWith(known);
    const answers = await Promise.all(
      [known, addressOf('nobody')].map(async (email) => {
        const answer = await askFor(email);
        return { status: answer.status, body: await answer.text(), cookies: answer.headers.getSetCookie() };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual({ status: 202, body: '{"validMinutes":15}', cookies: [] });
    const tries = await Promise.all([redeem(known, '0000 0000'), redeem(addressOf('nobody'), '0000 0000')]);
    expect(tries.map(({ status, code }) => [status, code])).toEqual([
      [401, 'portal.code_unusable'],
      [401, 'portal.code_unusable'],
    ]);
    await mails(1);
  });

  test('is asked to wait after three for one mailbox, known or not', async () => {
    const known = addressOf();
    await clientWith(known);
    for (const email of [known, addressOf('nobody')]) {
      await forgetLimits();
      const statuses = [];
      for (let count = 0; count < 4; count++) statuses.push((await askFor(email)).status);
      expect(statuses).toEqual([202, 202, 202, 429]);
    }
    await mails(3);
  });

  test('cannot try for ever from one place', async () => {
    const guess = (count: number) => redeem(`guess.${count}@client.test`, '0000 0000');
    const first = await Promise.all(Array.from({ length: 30 }, (_, count) => guess(count)));
    expect(first.map(({ status }) => status)).toEqual(Array<number>(30).fill(401));
    expect((await guess(30)).status).toBe(429);
  });
});

test(`of ${ROUNDS} codes, each tried by eight at once, each opens one visit`, async () => {
  // Past the limits of one address, which would rather refuse them all.
  const codes = api.app.get(PortalCodesService);
  const key = api.app.get(InstallationKeys).get('portal_token');
  const before = await countSessions();
  let left = ROUNDS;
  const lane = async () => {
    const email = addressOf('race');
    const client = await clientWith(email);
    while (left-- > 0) {
      codes.request(email, null);
      const code = await newestCode(key, client.id);
      const tries = await Promise.all(Array.from({ length: 8 }, () => codes.redeem(email, code)));
      const refused = tries.filter((answer) => answer instanceof Refused);
      expect(refused.map((answer) => answer.code)).toEqual(Array<string>(7).fill('portal.code_unusable'));
    }
  };
  await Promise.all(Array.from({ length: 10 }, lane));
  expect(await countSessions()).toBe(before + ROUNDS);
});

/** The digits of the client's newest unused code, as its mail will show them. */
async function newestCode(key: Uint8Array, clientId: string): Promise<string> {
  for (;;) {
    const [row] = await runAsSuperuser<{ id: string }>(
      api.database,
      `SELECT p.id FROM portal_code p JOIN client_contact c ON c.id = p.contact_id
       WHERE c.client_id = $1 AND p.used_at IS NULL AND p.attempts = 0 ORDER BY p.created_at DESC LIMIT 1`,
      [clientId],
    );
    if (row) return portalCodeOf(key, row.id);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
