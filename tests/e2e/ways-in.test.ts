/** The ways into the client's page in a real browser: a link, a code from a real mailbox when the link has ended, the view for a board, a member's look through a contact's eyes. */
import {
  createAdminLink,
  createBoardroomLink,
  createPortalLink,
  createPreview,
  getClient,
  listPortalLinks,
  revokePortalLink,
  type RegistrationSummary,
} from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { paths as portalPaths } from '../../apps/portal/src/config/paths.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, look, looks, NARROW, pressButton, SMALLEST, windowOf, type Screen } from './looks.js';
import { findFaults, untilDrawn } from './screen-checks.js';

jest.setTimeout(120_000);

let installation: Installation;
let found: RegistrationSummary;
beforeAll(async () => {
  installation = await startInstallation();
  found = await installation.findCase(({ stage }) => stage === 'review');
}, 120_000);
afterAll(() => installation.stop());

const clientNow = () => installation.call('specialist', getClient, { params: { id: found.client.id } });
async function aContact() {
  const [contact] = (await clientNow()).contacts;
  if (!contact) throw new Error('The demo’s client has no contact.');
  return contact;
}
async function aContactLink() {
  const contact = await aContact();
  return installation.call('specialist', createPortalLink, { params: { id: contact.id }, body: {} });
}
const press = (page: Page, key: Parameters<typeof text>[1]) => pressButton(key)(page, 'en');
const home = (page: Page) => page.locator('.portal-columns').waitFor({ timeout: 10_000 });

/** The newest code in a mailbox; waits until the mail is there. */
async function codeFor(address: string): Promise<string> {
  for (let wait = 0; wait < 100; wait++) {
    const mails = await Promise.all(installation.mails.mails.map((mail) => PostalMime.parse(mail)));
    const mine = mails.filter(
      ({ to, text: body }) => to?.[0]?.address === address && /\b\d{4} \d{4}\b/.test(body ?? ''),
    );
    const code = /\b\d{4} \d{4}\b/.exec(mine.at(-1)?.text ?? '')?.[0];
    if (code) return code;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No code has come.');
}

test('a link opens the page after its button, and leaves its token nowhere', async () => {
  const { url } = await aContactLink();
  const token = url.split('#')[1] ?? '';
  const { page, unseen, close } = await installation.open();
  const sent: string[] = [];
  page.on('request', (request) => {
    const { referer = '' } = request.headers();
    sent.push(`${request.method()} ${request.url()} ${referer}`);
  });
  await page.goto(url);
  await untilDrawn(page);
  expect(page.url()).toBe(`${installation.origin}${portalPaths.enter}`);
  await press(page, 'portal.enter.button');
  await home(page);
  expect(new URL(page.url()).pathname).toBe(portalPaths.home);
  expect(sent.filter((line) => line.includes(token))).toEqual([]);
  // Nothing leads back to the page that had the token.
  await page.goBack().catch(() => null);
  expect(page.url()).not.toContain(token);
  await page.goto(portalPaths.home);
  await home(page);
  await press(page, 'portal.foot.leave');
  await page.getByText(text('en', 'portal.face.left.title')).waitFor();
  await page.goto(portalPaths.home);
  await page.getByText(text('en', 'portal.face.ended.title')).waitFor();
  expect(unseen).toEqual([]);
  await close();
});

test('a link that was switched off says whom to ask, and a code from the mailbox opens the page all the same', async () => {
  const contact = await aContact();
  const { id, url } = await aContactLink();
  await installation.call('specialist', revokePortalLink, { params: { id } });
  const { page, unseen, close } = await installation.open();
  await page.goto(url);
  await press(page, 'portal.enter.button');
  await page.getByRole('heading', { name: text('en', 'portal.enter.unusable.title') }).waitFor();
  await page.getByText('It was made by Lantern Bridge').waitFor();
  await page.getByLabel(text('en', 'waysIn.code.email')).fill(contact.email);
  await press(page, 'waysIn.code.send');
  const code = await codeFor(contact.email);
  await page.getByLabel(text('en', 'waysIn.code.field')).fill('0000 0000');
  await press(page, 'waysIn.code.open');
  await page.getByRole('alert').waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.getByLabel(text('en', 'waysIn.code.field')).fill(code);
  await press(page, 'waysIn.code.open');
  await home(page);
  expect(unseen).toEqual([]);
  await close();
});

test('a member looks through a contact’s eyes, and can change nothing', async () => {
  const { page, unseen, close } = await installation.openAs('specialist');
  await page.goto(`/clients/${found.client.id}`);
  const [portal] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('button', { name: text('en', 'records.ways.view_as_named', { name: (await aContact()).name }) })
      .click(),
  ]);
  await portal.getByRole('button', { name: text('en', 'portal.enter.button') }).click();
  await home(portal);
  await portal.getByText('Nothing can be changed from here').waitFor();
  const refusal = await portal.evaluate(async () => {
    const answer = await fetch('/api/v1/portal/boardroom-links', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ label: 'Mine' }),
    });
    return [answer.status, ((await answer.json()) as { code: string }).code];
  });
  expect(refusal).toEqual([403, 'portal.read_only']);
  expect(await findFaults(portal)).toEqual([]);
  await portal.getByRole('link', { name: text('en', 'portal.preview.back') }).click();
  await portal.getByRole('heading', { level: 1, name: found.client.name }).waitFor();
  expect(unseen).toEqual([]);
  await close();
});

test('a contact makes a link for the board, which shows no person; switched off, it is over at once', async () => {
  const contact = await aContact();
  const mine = await installation.open();
  await mine.page.goto((await aContactLink()).url);
  await press(mine.page, 'portal.enter.button');
  await home(mine.page);
  await mine.page.getByRole('link', { name: text('en', 'portal.foot.links') }).click();
  await mine.page.getByLabel(text('en', 'waysIn.links.boardroom.label')).fill('October board');
  await press(mine.page, 'waysIn.links.boardroom.make');
  const url = (await mine.page.locator('output').textContent()) ?? '';
  const board = await installation.open();
  await board.page.goto(url);
  await press(board.page, 'portal.enter.button');
  await home(board.page);
  await board.page.getByText(text('en', 'portal.boardroom.banner')).waitFor();
  const shown = await board.page.locator('body').innerText();
  const ours = await installation.call('viewer', listPortalLinks, { params: { id: found.client.id } });
  const people = ours.items.filter(({ kind }) => kind === 'contact' || kind === 'admin_person').map(({ whom }) => whom);
  for (const name of [contact.name, 'Mei', 'Jun', ...people]) expect(shown).not.toContain(name);
  await mine.page
    .getByRole('button', { name: text('en', 'waysIn.links.revoke_named', { label: 'October board' }) })
    .click();
  await mine.page.getByText(text('en', 'waysIn.links.state.revoked')).waitFor();
  await board.page.reload();
  await board.page.getByText(text('en', 'portal.face.ended.title')).waitFor();
  expect([...mine.unseen, ...board.unseen]).toEqual([]);
  await Promise.all([mine.close(), board.close()]);
});

test('an administrator’s link leads to their own page, and to nothing of the client’s', async () => {
  const { url } = await installation.call('specialist', createAdminLink, { params: { id: found.id }, body: {} });
  const { page, close } = await installation.open();
  await page.goto(url);
  await page.getByRole('button').last().click();
  await page.waitForURL(`**${portalPaths.admin}`);
  const status = await page.evaluate(async () => (await fetch('/api/v1/portal/home')).status);
  expect(status).toBe(403);
  await close();
});

describe.each(looks)('the ways in, in %s at %i pixels', (locale, width) => {
  test('are drawn as they should be', async () => {
    const seen = [locale, width === NARROW ? SMALLEST : width] as const;
    const ended = await aContactLink();
    await installation.call('specialist', revokePortalLink, { params: { id: ended.id } });
    const watched = await installation.open(windowOf(seen));
    const { page } = watched;
    const ask = async () => {
      await page.getByLabel(text(locale, 'waysIn.code.email')).fill('somebody@client.example');
      await pressButton('waysIn.code.send')(page, locale);
      await page.getByLabel(text(locale, 'waysIn.code.field')).waitFor();
    };
    const screens: Screen[] = [
      {
        name: 'portal-lost',
        address: portalPaths.lost,
        prepare: () => page.getByLabel(text(locale, 'waysIn.code.email')).waitFor(),
      },
      { name: 'portal-code', address: portalPaths.lost, prepare: ask },
      {
        name: 'portal-link-ended',
        address: new URL(ended.url).pathname + new URL(ended.url).hash,
        prepare: async () => {
          await pressButton('portal.enter.button')(page, locale);
          await page.getByText('Lantern Bridge').or(page.getByText('灯桥咨询')).first().waitFor();
        },
      },
      { name: 'portal-left', address: portalPaths.left },
    ];
    for (const screen of screens) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
    await page.goto((await aContactLink()).url);
    await pressButton('portal.enter.button')(page, locale);
    await home(page);
    await chooseLanguage(page, locale);
    const links: Screen = { name: 'portal-links', address: portalPaths.links };
    expect(await look(watched, links, seen)).toEqual([]);
    // Others' eyes on the same home.
    const contact = await aContact();
    const preview = await installation.call('specialist', createPreview, { params: { id: contact.id }, body: {} });
    const board = await installation.call('specialist', createBoardroomLink, {
      params: { id: found.client.id },
      body: { label: 'Board' },
    });
    for (const [name, { url }] of [
      ['portal-preview', preview],
      ['portal-boardroom', board],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(url);
      await pressButton('portal.enter.button')(page, locale);
      await home(page);
      expect([name, await look(watched, { name, address: portalPaths.home }, seen)]).toEqual([name, []]);
    }
    await watched.close();
  });

  test('are listed on the client’s page for staff', async () => {
    // Each member reads in their own language.
    const watched = await installation.openAs(locale === 'zh' ? 'manager' : 'owner', windowOf([locale, width]));
    const screen: Screen = {
      name: 'client-ways-in',
      address: `/clients/${found.client.id}`,
      prepare: () =>
        watched.page
          .getByRole('region', { name: text(locale, 'records.ways.title') })
          .getByRole('listitem')
          .first()
          .waitFor(),
    };
    expect(await look(watched, screen, [locale, width])).toEqual([]);
    await watched.close();
  });
});
