/** What a hostile text, page or request can do to a signed-in member or a client: nothing. In a real browser, against the built product. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createMessage,
  createPerson,
  getImport,
  importSheet,
  listClients,
  listDeliveries,
  listPrerequisites,
  setAgencyText,
  setDemoClock,
  submitPrerequisite,
  updateClient,
  uploadDocument,
} from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aPicture, uploadOf } from '../../apps/api/src/features/documents/testing/paper-walk.js';
import { startInstallation, type Installation } from './installation.js';
import { untilDrawn } from './screen-checks.js';

jest.setTimeout(120_000);

/** Twenty ways to make a text run; each that runs calls `fired`. */
const PAYLOADS = [
  `<script>fired()</script>`,
  `<img src=x onerror=fired()>`,
  `"><img src=x onerror=fired()>`,
  `'><svg onload=fired()>`,
  `<svg><animate onbegin=fired() attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.fired()</script>"></iframe>`,
  `<a href="javascript:fired()">open</a>`,
  `javascript:fired()`,
  `<body onload=fired()>`,
  `<details open ontoggle=fired()>`,
  `<input autofocus onfocus=fired()>`,
  `</title><script>fired()</script>`,
  `</textarea><script>fired()</script>`,
  `</style><script>fired()</script>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=fired()>`,
  `{{constructor.constructor('fired()')()}}`,
  '${fired()}',
  `<object data="data:text/html,<script>parent.fired()</script>">`,
  `<link rel=stylesheet href="javascript:fired()"><base href="//evil.example/">`,
  `<img src="x\`\`onerror=fired()" onerror="fired()">%3Cscript%3Efired()%3C/script%3E`,
  // Numbered: the importer takes names that differ in signs alone for one.
].map((payload, number) => `${payload} //${number}`);

let installation: Installation;
beforeAll(async () => {
  installation = await startInstallation();
}, 120_000);
afterAll(() => installation.stop());

describe('a page', () => {
  test.each(['/', '/portal/'])('%s comes with a strict policy and a nonce of its own', async (address) => {
    const get = () => fetch(new URL(address, installation.origin), { headers: { Accept: 'text/html' } });
    const [one, other] = await Promise.all([get(), get()]);
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']{22,})'/.exec(policy)?.[1] ?? '';
    expect(nonce).not.toBe('');
    expect(other.headers.get('content-security-policy')).not.toContain(nonce);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/);
    const directives = policy.split('; ');
    for (const directive of [
      `default-src 'none'`,
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
      `require-trusted-types-for 'script'`,
    ])
      expect(directives).toContain(directive);
    const html = await one.text();
    for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/\son\w+=/);
    expect(Object.fromEntries(one.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('lets no string become markup, script or a foreign address, and the watch of these tests notices the try', async () => {
    const { page, unseen, close } = await installation.openAs('specialist');
    await page.goto('/registrations');
    await untilDrawn(page);
    expect(unseen).toEqual([]);
    const outcomes = await page.evaluate(async () => {
      // What the debugger evaluates at once may use eval; what a timer calls is the page's own.
      await new Promise((later) => setTimeout(later));
      const sinks: Record<string, () => unknown> = {
        innerHTML: () => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>bold</b>'),
        srcdoc: () => (document.createElement('iframe').srcdoc = '<p>hello</p>'),
        'script text': () => (document.createElement('script').text = 'alert(1)'),
        'script src': () => (document.createElement('script').src = 'https://evil.example/x.js'),
        // oxlint-disable-next-line no-eval -- what the policy must refuse
        eval: () => globalThis.eval('1 + 1'),
        // oxlint-disable-next-line no-implied-eval -- the same
        Function: () => new Function('return 1'),
      };
      const found = Object.entries(sinks).map(([name, sink]) => {
        try {
          sink();
          return `${name} was let through`;
        } catch (error) {
          return `${name} ${(error as Error).name}`;
        }
      });
      const fetched = await fetch('https://evil.example/').then(
        () => 'fetch was let through',
        () => 'fetch refused',
      );
      return [...found, fetched];
    });
    expect(outcomes).toEqual([
      'innerHTML TypeError',
      'insertAdjacentHTML TypeError',
      'srcdoc TypeError',
      'script text TypeError',
      'script src TypeError',
      'eval EvalError',
      'Function EvalError',
      'fetch refused',
    ]);
    expect(unseen.length).toBeGreaterThan(0);
    await close();
  });
});

describe('cookies', () => {
  test('of a member and of a client are out of reach of scripts, of http and of other hosts', async () => {
    const { page, close } = await installation.open();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: /^Mei/ }).click();
    await page.waitForURL('**/registrations');
    const { client } = await installation.findCase(({ stage }) => stage === 'review');
    await page.goto(await installation.portalLinkOf(client.id));
    await page.getByRole('button', { name: 'Open your page' }).click();
    await page.locator('.portal-columns').waitFor();
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['__Host-daiban', '__Host-daiban-portal']);
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, path: '/', domain: 'localhost', sameSite: 'Lax' });
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await close();
  });

  test('carry no change from another site: every changing operation, told three ways where it comes from', async () => {
    const { page, close } = await installation.openAs('owner');
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const { paths } = (await (await fetch(`${installation.origin}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const changing = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => method !== 'get')
        .map((method) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, crypto.randomUUID()) })),
    );
    expect(changing.length).toBeGreaterThan(20);
    const origins: Record<string, string>[] = [
      {},
      { Origin: 'https://evil.example' },
      { Origin: installation.origin, 'Sec-Fetch-Site': 'cross-site' },
    ];
    const accepted: string[] = [];
    for (const { method, path } of changing)
      for (const origin of origins) {
        const headers = { Cookie: cookie, 'Content-Type': 'application/json', ...origin };
        const { status } = await fetch(installation.origin + path, { method, headers, body: '{}' });
        if (status !== 403) accepted.push(`${method} ${path} ${JSON.stringify(origin)}: ${status}`);
      }
    expect(accepted).toEqual([]);
    await close();
  });

  test('are no use to a hostile page in the same browser', async () => {
    const { page, close } = await installation.openAs('owner');
    await page.goto('/clients');
    await untilDrawn(page);
    const client = { name: 'Planted', countryCode: 'FR', locale: 'en', timeZone: 'UTC', contacts: [] };
    const hostile = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html').end('<form method=post enctype=text/plain></form>');
    });
    await new Promise<void>((listening) => hostile.listen(0, '127.0.0.1', listening));
    await page.goto(`http://127.0.0.1:${(hostile.address() as AddressInfo).port}/`);
    await page.evaluate(
      async ([address, body]) => {
        for (const type of ['text/plain', 'application/json'])
          await fetch(address, {
            method: 'POST',
            credentials: 'include',
            headers: { 'Content-Type': type },
            body,
          }).catch(() => undefined);
        const [form] = document.forms;
        if (!form) return;
        form.action = address;
        const field = document.createElement('input');
        [field.name, field.value] = [body.slice(0, -1) + ',"', '":""}'];
        form.append(field);
        form.submit();
      },
      [`${installation.origin}/api/v1/clients`, JSON.stringify(client)] as const,
    );
    await page.waitForURL('**/api/v1/clients');
    expect(await page.locator('body').innerText()).toMatch(/"status":40[13]|"status":415/);
    const { items } = await installation.call('viewer', listClients, { query: { q: 'Planted' } });
    expect(items).toEqual([]);
    hostile.close();
    await close();
  });
});

describe('a hostile text', () => {
  const runs: string[] = [];
  const cases: { id: string; clientId: string }[] = [];

  beforeAll(async () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = PAYLOADS.map((payload, number) =>
      [payload, 'France', payload, '服务号', `wx${number}@hostile.example`, 'live', '2026-10-28', payload]
        .map(cell)
        .join(','),
    );
    const sheet = ['Client,Country,Account name,Type,Email,Status,Verified until,Notes', ...rows].join('\n');
    const { id: runId } = await installation.call('owner', importSheet, { query: {}, body: new Blob([sheet]) });
    let run = await installation.call('owner', getImport, { params: { id: runId } });
    while (!run.endedAt) run = await installation.call('owner', getImport, { params: { id: runId } });
    const { items: clients } = await installation.call('owner', listClients, { query: { limit: 200 } });
    for (const [number, payload] of PAYLOADS.entries()) {
      const id = run.rows[number]?.registrationId;
      const client = clients.find(({ name }) => name === payload);
      if (!id || !client) throw new Error(`Row ${number + 1} did not come in: ${JSON.stringify(run.rows[number])}`);
      cases.push({ id, clientId: client.id });
      await installation.call('owner', updateClient, {
        params: { id: client.id },
        body: {
          expectedVersion: client.version,
          contacts: [{ name: payload, email: `c${number}@hostile.example`, role: 'decider' }],
        },
      });
      await installation.call('owner', createPerson, {
        body: {
          name: payload,
          idKind: 'passport',
          idNumber: `X${number}000000`,
          employer: 'registrant',
          wechatHasPhone: false,
          wechatHasOwnCard: false,
        },
      });
    }
    // The reminders carry the same texts into the mails that the outbox shows.
    await installation.call('owner', setDemoClock, { body: { now: '2026-09-29T03:20:00Z' } });
  });

  /** A page on which a payload that runs is written down. */
  async function openWatched(role: 'owner' | null) {
    const watched = await (role ? installation.openAs(role) : installation.open());
    await watched.page.context().exposeFunction('fired', () => void runs.push(watched.page.url()));
    return watched;
  }

  async function visit(page: Page, address: string, shows: string): Promise<void> {
    await page.goto(address);
    await untilDrawn(page);
    // It is there, letter by letter, as text.
    await page
      .waitForFunction((words) => document.body.innerText.includes(words), shows)
      .catch(() => {
        throw new Error(`${address} lacks ${shows}`);
      });
  }

  test('runs on no screen of a member: lists, forms, cases, mails', async () => {
    const { page, unseen, close } = await openWatched('owner');
    const [first = ''] = PAYLOADS;
    for (const list of ['/registrations', '/clients', '/people', '/outbox']) await visit(page, list, first);
    await page.goto('/registrations/new');
    await untilDrawn(page);
    for (const [number, { id, clientId }] of cases.entries()) {
      const payload = PAYLOADS[number] ?? '';
      await visit(page, `/registrations/${id}`, payload);
      await visit(page, `/clients/${clientId}`, payload);
    }
    const { items: mails } = await installation.call('owner', listDeliveries, { query: { limit: 200 } });
    const theirs = mails.filter(({ registrationId }) => cases.some(({ id }) => id === registrationId));
    expect(theirs.length).toBe(PAYLOADS.length);
    for (const mail of theirs) {
      await visit(page, `/outbox/${mail.id}`, mail.accountName ?? '');
      const inside = page.locator('iframe').contentFrame();
      await inside.locator('body > *').first().waitFor();
      expect(await inside.locator('script, iframe, object, [onerror]').count()).toBe(0);
    }
    expect(runs).toEqual([]);
    expect(unseen).toEqual([]);
    await close();
  });

  test('runs neither in the panel that opens beside a number, nor in the drawer of what-if', async () => {
    const { page, unseen, close } = await openWatched('owner');
    const [first] = cases;
    await visit(page, `/registrations/${first?.id}`, PAYLOADS[0] ?? '');
    await page.locator('.why-button').first().click();
    await page.locator('.why-panel').getByRole('link', { name: 'See it in the rulebook' }).waitFor();
    await visit(page, '/capacity?view=people', PAYLOADS[0] ?? '');
    await page
      .getByRole('listitem')
      .filter({ hasText: PAYLOADS[1] ?? '' })
      .getByRole('button', { name: /^What if they leave/ })
      .click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText(`If ${PAYLOADS[1]} leaves`, { exact: true }).waitFor();
    await drawer.getByText('Nothing is touched').waitFor();
    expect(runs).toEqual([]);
    expect(unseen).toEqual([]);
    await close();
  });

  test('runs on no page of a client', async () => {
    const { page, unseen, close } = await openWatched(null);
    for (const [number, { clientId }] of cases.entries()) {
      await page.goto('about:blank');
      await page.goto(await installation.portalLinkOf(clientId));
      await page.getByRole('button', { name: 'Open your page' }).click();
      await page.getByRole('heading', { level: 1, name: `${PAYLOADS[number]} is live.` }).waitFor();
    }
    expect(runs).toEqual([]);
    expect(unseen).toEqual([]);
    await close();
  });

  test('runs on no page between a client, a stranger and the agency: messages, links, files, requests, enquiries, texts, passports', async () => {
    const everything = PAYLOADS.join('\n');
    const [name = '', company = ''] = PAYLOADS;
    const { id, client } = await installation.findCase(({ proposedName }) => proposedName === '南岸咖啡');
    const contact = await openWatched(null);
    await contact.page.goto(await installation.portalLinkOf(client.id));
    await contact.page.getByRole('button', { name: 'Open your page' }).click();
    await contact.page.locator('.portal-columns').waitFor();
    const write = async (path: string, data: object) => {
      const headers = { Origin: installation.origin };
      const answer = await contact.page.request.post(`/api/v1${path}`, { data, headers });
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    };
    const seesAll = async (page: Page, address: string, words: readonly string[] = PAYLOADS) => {
      for (const shows of words.slice(0, 1)) await visit(page, address, shows);
      const shown = await page.evaluate(() => document.body.innerText);
      expect([address, words.filter((payload) => !shown.includes(payload))]).toEqual([address, []]);
    };

    // The client's own words, and files named by them.
    const papers = await installation.call('specialist', listPrerequisites, { params: { id } });
    const paper = papers.items.find(({ code }) => code === 'company_certificate_translated');
    if (!paper) throw new Error('The case asks for no certificate.');
    await write('/portal/messages', { registrationId: id, body: everything });
    await write('/portal/data-requests', { kind: 'correction', message: everything });
    for (const label of PAYLOADS) await write(`/portal/prerequisites/${paper.id}/item-links`, { label });
    const fileNames: string[] = [];
    for (const [number, payload] of PAYLOADS.slice(0, 10).entries()) {
      const upload = uploadOf(paper.id, await aPicture(400), { page: number + 1, name: `${payload}.jpg` });
      fileNames.push((await installation.call('specialist', uploadDocument, upload)).name);
    }
    await installation.call('specialist', submitPrerequisite, { params: { id: paper.id }, body: {} });
    await installation.call('specialist', createMessage, {
      params: { id: client.id },
      body: { registrationId: id, audience: 'client', body: everything },
    });
    await installation.call('owner', setAgencyText, {
      body: { kind: 'privacy_notice', en: everything.replaceAll('\n', '\n\n'), zh: `## ${everything}` },
    });

    await seesAll(contact.page, `/portal/messages/${id}`);
    await seesAll(contact.page, '/portal/my-data');
    await seesAll(contact.page, '/portal/links');
    await seesAll(contact.page, `/portal/papers/${paper.id}`, fileNames);
    await seesAll(contact.page, '/portal/privacy');

    // A stranger's.
    const stranger = await openWatched(null);
    await seesAll(stranger.page, '/portal/privacy?a=lantern-bridge');
    await stranger.page.goto('/portal/a/lantern-bridge');
    await stranger.page.getByLabel(text('en', 'publicPages.lead.name')).fill(name);
    await stranger.page.getByLabel(text('en', 'publicPages.lead.email')).fill('stranger@hostile.example');
    await stranger.page.getByLabel(text('en', 'publicPages.lead.company')).fill(company);
    await stranger.page.getByLabel(text('en', 'publicPages.lead.message')).fill(everything);
    await stranger.page.getByRole('checkbox').last().check();
    // Nobody reads a page in less.
    await stranger.page.waitForTimeout(3_000);
    await stranger.page.getByRole('button', { name: text('en', 'publicPages.lead.send') }).click();
    await stranger.page.getByText(text('en', 'publicPages.lead.sent.title')).waitFor();

    const staff = await openWatched('owner');
    await seesAll(staff.page, `/registrations/${id}`);
    await seesAll(staff.page, `/registrations/${id}/review`, fileNames.slice(0, 1));
    await seesAll(staff.page, `/clients/${client.id}`);
    await seesAll(staff.page, '/data-requests');
    await seesAll(staff.page, '/leads');
    await seesAll(staff.page, '/settings');
    for (const [number, hostile] of cases.entries())
      await visit(staff.page, `/registrations/${hostile.id}/passport`, PAYLOADS[number] ?? '');
    expect(runs).toEqual([]);
    expect([...contact.unseen, ...stranger.unseen, ...staff.unseen]).toEqual([]);
    await Promise.all([contact.close(), stranger.close(), staff.close()]);
  });
});
