/** What strangers see of an agency and leave with it, a contact's own data, and an account's passport, in a real browser. */
import { listDataRequests, listLeads, type RegistrationSummary } from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { paths } from '../../apps/dashboard/src/config/paths.js';
import { paths as portalPaths } from '../../apps/portal/src/config/paths.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, look, looks, NARROW, pressButton, SMALLEST, windowOf, type Screen } from './looks.js';
import { findFaults, untilDrawn } from './screen-checks.js';

jest.setTimeout(120_000);

const SLUG = 'lantern-bridge';
let installation: Installation;
let live: RegistrationSummary;
beforeAll(async () => {
  installation = await startInstallation();
  live = await installation.findCase(({ stage }) => stage === 'live');
}, 120_000);
afterAll(() => installation.stop());

async function answerQuestions(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
  await page.getByRole('combobox').first().selectOption('AU');
  await page.locator('#verdict').waitFor();
}
async function enterPortal(page: Page): Promise<void> {
  await page.goto(await installation.portalLinkOf(live.client.id));
  await page.locator('.portal-enter button').click();
  await page.waitForURL(`**${portalPaths.home}`);
}

test('a stranger asks the public advisor, reads the rule behind a sentence, and leaves an address; staff make a client of it', async () => {
  const stranger = await installation.open({ locale: 'en-GB' });
  const { page } = stranger;
  await page.goto(portalPaths.agency(SLUG));
  await page.getByText('Lantern Bridge').first().waitFor();
  await answerQuestions(page);
  await page.locator('.advisor-list button').first().click();
  await page.locator('.rule-note-says').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel(text('en', 'publicPages.lead.name')).fill('Ines Okafor');
  await page.getByLabel(text('en', 'publicPages.lead.email')).fill('ines@okafor.example');
  await page.getByRole('checkbox').last().check();
  // Nobody reads a page in less.
  await page.waitForTimeout(3_000);
  await pressButton('publicPages.lead.send')(page, 'en');
  await page.getByText(text('en', 'publicPages.lead.sent.title')).waitFor();
  expect(await findFaults(page)).toEqual([]);
  expect(page.url()).not.toContain('ines');
  expect(stranger.unseen).toEqual([]);
  await stranger.close();

  const staff = await installation.openAs('specialist');
  await staff.page.goto(paths.leads);
  const row = staff.page.getByRole('row').filter({ hasText: 'Ines Okafor' });
  await row.getByRole('link', { name: text('en', 'inbox.leads.make_client') }).click();
  await staff.page
    .getByText('ines@okafor.example')
    .or(staff.page.locator('input[value="ines@okafor.example"]'))
    .first()
    .waitFor();
  expect(staff.page.url()).not.toContain('ines');
  await staff.page.getByRole('button', { name: text('en', 'records.client.add') }).click();
  await staff.page.getByRole('heading', { level: 1, name: 'Ines Okafor' }).waitFor();
  const { items } = await installation.call('specialist', listLeads, { query: { state: 'won' } });
  expect(items.map(({ name }) => name)).toContain('Ines Okafor');
  expect(staff.unseen).toEqual([]);
  await staff.close();
});

test('a contact asks about their own data and reads the answer that a manager gives', async () => {
  const contact = await installation.open({ locale: 'en-GB' });
  await enterPortal(contact.page);
  await contact.page.goto(portalPaths.myData);
  await contact.page.getByRole('radio').nth(1).check();
  await contact.page.getByLabel(text('en', 'publicPages.data.message')).fill('Delete my old mobile number, please.');
  await pressButton('publicPages.data.send')(contact.page, 'en');
  await contact.page.getByRole('status').waitFor();

  const staff = await installation.openAs('manager');
  await staff.page.goto(paths.dataRequests);
  const row = staff.page.getByRole('row').filter({ hasText: 'Delete my old mobile number' });
  // The manager reads in Chinese.
  await row.getByRole('button', { name: text('zh', 'inbox.data.answer'), exact: true }).click();
  await staff.page.getByLabel(text('zh', 'inbox.data.answer_field')).fill('It is gone since this morning.');
  expect(await findFaults(staff.page)).toEqual([]);
  await staff.page.getByRole('button', { name: text('zh', 'inbox.data.send') }).click();
  await row.getByText('It is gone since this morning.').waitFor();

  await contact.page.reload();
  await contact.page.getByText('It is gone since this morning.').waitFor();
  expect([...contact.unseen, ...staff.unseen]).toEqual([]);
  await Promise.all([contact.close(), staff.close()]);
  const { items } = await installation.call('owner', listDataRequests, { query: { state: 'done' } });
  expect(items.map(({ message }) => message)).toContain('Delete my old mobile number, please.');
});

test('the passport is downloaded as a document; WeChat’s browser is told how to get it', async () => {
  const contact = await installation.open({ locale: 'en-GB' });
  await enterPortal(contact.page);
  await contact.page.goto(portalPaths.passport(live.id));
  const [download] = await Promise.all([
    contact.page.waitForEvent('download'),
    contact.page.getByRole('link', { name: text('en', 'publicPages.passport.pdf') }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Account passport .+\.pdf$/);
  await contact.close();
  const inWechat = await installation.open({
    locale: 'zh-CN',
    userAgent:
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
  });
  await enterPortal(inWechat.page);
  await chooseLanguage(inWechat.page, 'zh');
  await inWechat.page.goto(portalPaths.passport(live.id));
  await inWechat.page.getByText(text('zh', 'publicPages.passport.no_download')).waitFor();
  expect(await inWechat.page.getByRole('link', { name: text('zh', 'publicPages.passport.pdf') }).count()).toBe(0);
  await inWechat.close();
});

describe.each(looks)('pages without a visit and the client’s own, in %s at %i pixels', (locale, width) => {
  test('are drawn as they should be', async () => {
    const seen = [locale, width === NARROW ? SMALLEST : width] as const;
    const watched = await installation.open(windowOf(seen));
    const { page } = watched;
    const open: Screen[] = [
      { name: 'public-advisor', address: portalPaths.agency(SLUG) },
      { name: 'public-advisor-answered', address: portalPaths.agency(SLUG), prepare: answerQuestions },
      {
        name: 'public-advisor-too-quick',
        address: portalPaths.agency(SLUG),
        prepare: async () => {
          await page.getByLabel(text(locale, 'publicPages.lead.name')).fill('A');
          await page.getByLabel(text(locale, 'publicPages.lead.email')).fill('a@b.example');
          await page.getByRole('checkbox').last().check();
          await pressButton('publicPages.lead.send')(page, locale);
          await page.getByRole('alert').waitFor();
        },
      },
      { name: 'public-nobody', address: portalPaths.agency('nobody-at-all') },
      { name: 'privacy', address: `${portalPaths.privacy}?a=${SLUG}` },
      { name: 'privacy-of-nobody', address: portalPaths.privacy },
      { name: 'accessibility', address: `${portalPaths.accessibility}?a=${SLUG}` },
      {
        name: 'public-advisor-broken',
        address: portalPaths.agency(SLUG),
        broken: { calls: '**/api/v1/public/**', by: 'error' },
      },
    ];
    for (const screen of open) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
    await enterPortal(page);
    await untilDrawn(page);
    await chooseLanguage(page, locale);
    const own: Screen[] = [
      { name: 'portal-my-data', address: portalPaths.myData },
      { name: 'portal-privacy', address: portalPaths.privacy },
      { name: 'portal-passport', address: portalPaths.passport(live.id) },
      { name: 'portal-no-such-passport', address: portalPaths.passport('0199a000-0000-7000-8000-0000000000ff') },
    ];
    for (const screen of own) expect([screen.name, await look(watched, screen, seen)]).toEqual([screen.name, []]);
    await watched.close();
  });

  test('and what staff see of them', async () => {
    // Each member reads in their own language.
    const watched = await installation.openAs(locale === 'zh' ? 'manager' : 'owner', windowOf([locale, width]));
    const [lead] = (await installation.call('specialist', listLeads, { query: { state: 'new' } })).items;
    const screens: Screen[] = [
      { name: 'leads', address: paths.leads },
      { name: 'leads-none-in-state', address: `${paths.leads}?state=closed` },
      { name: 'data-requests', address: paths.dataRequests },
      { name: 'data-requests-none-in-state', address: `${paths.dataRequests}?state=refused` },
      { name: 'passport', address: paths.passport.replace('$registrationId', live.id) },
      { name: 'new-client-from-lead', address: `${paths.newClient}?leadId=${lead?.id ?? ''}` },
    ];
    for (const screen of screens)
      expect([screen.name, await look(watched, screen, [locale, width])]).toEqual([screen.name, []]);
    await watched.close();
  });
});
