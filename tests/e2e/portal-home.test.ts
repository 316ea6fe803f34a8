/** The client's own page in a real browser: a talk with the agency over real mails, the yes to what can never be changed, Beijing's time on tap, and how much of it a phone has to load. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  createBoardroomLink,
  getClient,
  getRegistration,
  listMessages,
  type RegistrationSummary,
} from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { paths } from '../../apps/portal/src/config/paths.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, look, looks, NARROW, pressButton, SMALLEST, windowOf, type Screen } from './looks.js';
import { findFaults, untilDrawn } from './screen-checks.js';

jest.setTimeout(120_000);

let installation: Installation;
let gathering: RegistrationSummary;
let reviewed: RegistrationSummary;
beforeAll(async () => {
  installation = await startInstallation();
  gathering = await installation.findCase(({ stage, holder }) => stage === 'prerequisites' && holder === 'client');
  reviewed = await installation.findCase(({ stage }) => stage === 'review');
}, 120_000);
afterAll(() => installation.stop());

const home = (page: Page) => page.locator('.portal-columns').waitFor({ timeout: 10_000 });

/** Comes in as the client's first contact. */
async function enter(page: Page, { client }: RegistrationSummary, locale: Locale = 'en'): Promise<void> {
  await page.goto(await installation.portalLinkOf(client.id));
  await pressButton('portal.enter.button')(page, locale);
  await home(page);
}

/** The newest mail to an address whose subject begins like this; waits until it is there. */
async function mailTo(address: RegExp, subject: string) {
  for (let wait = 0; wait < 100; wait++) {
    const mails = await Promise.all(installation.mails.mails.map((mail) => PostalMime.parse(mail)));
    const found = mails.findLast(
      ({ to, subject: said }) => address.test(to?.[0]?.address ?? '') && said?.startsWith(subject),
    );
    if (found) return found;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error(`No mail “${subject}” has come.`);
}

test('a client asks, a specialist answers, a note stays among us: each side reads what is for it', async () => {
  const asked = 'Does the seal have to be red?';
  const note = 'Their seal is blue, be careful.';
  const client = await installation.open();
  await enter(client.page, gathering);
  await client.page.goto(paths.account(gathering.id));
  await home(client.page);
  await client.page.getByLabel(text('en', 'thread.field')).fill(asked);
  await pressButton('thread.send')(client.page, 'en');
  await client.page.getByText(text('en', 'thread.sent')).waitFor();

  const toStaff = await mailTo(/@lantern-bridge\.example$/, `${gathering.proposedName}: `);
  expect(`${toStaff.subject} ${toStaff.text} ${toStaff.html}`).not.toContain(asked);
  const staff = await installation.openAs('specialist');
  await staff.page.goto(new URL(/https?:\S+\/registrations\/\S+/.exec(toStaff.text ?? '')?.[0] ?? '').pathname);
  const card = staff.page.getByRole('region', { name: text('en', 'messages.title') });
  await card.getByText(asked).waitFor();
  const answer = 'Red or blue, but round. See https://kf.qq.com/faq';
  await card.getByLabel(text('en', 'messages.field.client', { client: gathering.client.name })).fill(answer);
  await card.getByRole('button', { name: text('en', 'messages.send.client') }).click();
  await card.getByRole('listitem').filter({ hasText: 'Red or blue, but round.' }).waitFor();
  await staff.page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>('.messages textarea')?.value === '',
  );
  await card.getByRole('tab', { name: text('en', 'messages.tab.internal') }).click();
  await card.getByLabel(text('en', 'messages.field.internal')).fill(note);
  await card.getByRole('button', { name: text('en', 'messages.send.internal') }).click();
  await card.getByRole('listitem').filter({ hasText: note }).waitFor();
  expect(await findFaults(staff.page)).toEqual([]);

  const { contacts } = await installation.call('viewer', getClient, { params: { id: gathering.client.id } });
  const toClient = await mailTo(new RegExp(contacts[0]?.email ?? ''), `${gathering.proposedName}: `);
  expect(`${toClient.text} ${toClient.html}`).not.toContain('Red or blue');
  await client.page.reload();
  await home(client.page);
  const thread = client.page.getByRole('region', { name: text('en', 'thread.heading') });
  await thread.getByText('Red or blue, but round.').waitFor();
  await thread.getByText(text('en', 'thread.new'), { exact: true }).waitFor();
  expect(await thread.getByRole('link', { name: 'https://kf.qq.com/faq' }).getAttribute('rel')).toContain('noopener');
  expect(await client.page.locator('body').innerText()).not.toContain(note);
  const about = { params: { id: gathering.client.id }, query: { registrationId: gathering.id } } as const;
  const readAt = async () => (await installation.call('viewer', listMessages, about)).items[0]?.readAt ?? null;
  for (let wait = 0; wait < 50 && (await readAt()) === null; wait++) await new Promise((next) => setTimeout(next, 100));
  expect(await readAt()).not.toBeNull();
  expect([...client.unseen, ...staff.unseen]).toEqual([]);
  await Promise.all([client.close(), staff.close()]);
});

test('the decider reads, ticks and confirms; the agency sees it, and the page says that it stands', async () => {
  const { page, unseen, close } = await installation.open({ viewport: { width: SMALLEST, height: 780 } });
  await enter(page, gathering);
  await page.goto(paths.account(gathering.id));
  await home(page);
  await page.getByRole('link', { name: new RegExp(text('en', 'portal.papers.sign_off')) }).click();
  await page.getByRole('heading', { name: text('en', 'signOff.title') }).waitFor();
  const confirm = page.getByRole('button', { name: text('en', 'signOff.confirm.button') });
  expect(await confirm.isDisabled()).toBe(true);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await confirm.click();
  await page.getByRole('heading', { name: text('en', 'signOff.state.signed.title') }).waitFor();
  const now = await installation.call('viewer', getRegistration, { params: { id: gathering.id } });
  expect(now.signOff).toMatchObject({ textVersion: '2026-11', standing: true });
  await page.getByRole('link', { name: text('en', 'signOff.back') }).click();
  await home(page);
  await page.getByText(text('en', 'portal.papers.sign_off.signed'), { exact: true }).waitFor();
  expect(unseen).toEqual([]);
  await close();
});

test('Beijing’s time is one tap, or one key, away', async () => {
  const { page, unseen, close } = await installation.open();
  await enter(page, reviewed);
  const time = page
    .getByRole('region', { name: text('en', 'portal.history.heading') })
    .locator('.portal-time')
    .first();
  const own = await time.textContent();
  await time.click();
  expect(await time.textContent()).toContain(' in Beijing ');
  await time.press('Enter');
  expect(await time.textContent()).toBe(own);
  expect(unseen).toEqual([]);
  await close();
});

test('a phone loads at most 150 kB of script before the page stands, and 45 kB of styles', () => {
  const folder = resolve(import.meta.dirname, '../../apps/portal/dist');
  const page = readFileSync(resolve(folder, 'index.html'), 'utf8');
  const sizeOf = (kind: string) =>
    [...page.matchAll(new RegExp(`/portal/(assets/[^"]+\\.${kind})"`, 'g'))]
      .map(([, file = '']) => gzipSync(readFileSync(resolve(folder, file)), { level: 9 }).length)
      .reduce((sum, size) => sum + size, 0);
  expect(sizeOf('js')).toBeGreaterThan(50_000);
  expect(sizeOf('js')).toBeLessThanOrEqual(150_000);
  expect(sizeOf('css')).toBeLessThanOrEqual(45_000);
});

describe.each(looks)('the client’s page, in %s at %i pixels', (locale, width) => {
  test('is drawn as it should be, whatever there is to say', async () => {
    const seen = [locale, width === NARROW ? SMALLEST : width] as const;
    const watched = await installation.open(windowOf(seen));
    const { page } = watched;
    const stages = ['prerequisites', 'review', 'supplement', 'fee', 'live', 'renewal_due', 'rejected'] as const;
    for (const stage of stages) {
      const found = await installation.findCase((each) => each.stage === stage).catch(() => null);
      if (!found) continue;
      await enter(page, found, await languageOf(page));
      await chooseLanguage(page, locale);
      const screens: Screen[] = [{ name: `portal-home-${stage}`, address: paths.account(found.id) }];
      if (stage === 'prerequisites' || stage === 'review')
        screens.push(
          { name: `portal-sign-off-${stage}`, address: paths.signOff(found.id) },
          { name: `portal-messages-${stage}`, address: paths.messages(found.id) },
        );
      for (const screen of screens) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
      await page.context().clearCookies();
    }
    const broken: Screen = {
      name: 'portal-messages-broken',
      address: paths.messages(gathering.id),
      broken: { calls: '**/api/v1/portal/messages*', by: 'error' },
    };
    await enter(page, gathering, locale);
    expect(await look(watched, broken, seen)).toEqual([]);
    const { url } = await installation.call('specialist', createBoardroomLink, {
      params: { id: gathering.client.id },
      body: { label: 'Board' },
    });
    await page.goto('about:blank');
    await page.goto(url);
    await pressButton('portal.enter.button')(page, locale);
    await home(page);
    const elsewhere: Screen = { name: 'portal-sign-off-boardroom', address: paths.signOff(gathering.id) };
    expect(await look(watched, elsewhere, seen)).toEqual([]);
    await watched.close();
  });
});

/** Before anything is chosen the page speaks the browser's language. */
async function languageOf(page: Page): Promise<Locale> {
  await page.goto(paths.lost);
  await untilDrawn(page);
  return (await page.evaluate(() => document.documentElement.lang)).startsWith('zh') ? 'zh' : 'en';
}
