/** The main job, from an agency's spreadsheet to a renewal reminder, by clicking in a real browser: import, every guard on the way to live, the client's page, ten months later the mail. */
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import type { WatchedPage } from '../support/browser.js';
import { CasePage, choose } from './case-page.js';
import { startInstallation, type Installation } from './installation.js';
import { beginStory } from './story.js';

jest.setTimeout(60_000);

const SHEET = resolve(import.meta.dirname, '../fixtures/agency-sheet.csv');
/** Rows of the sheet without its head. */
const ROWS = 64;
const CLIENT = 'Maison Clairbois';
const ACCOUNT = '克莱尔布瓦之家';
const LICENCE = { name: '克莱尔布瓦（上海）家居有限公司', code: '91310115000009996Q' };
const ADMIN = { name: '林晓', rightId: '999999199111110018', wrongId: '999999199111110019', phone: '13800001234' };

let installation: Installation;
let mei: WatchedPage;
let jun: WatchedPage;
let luc: WatchedPage;
let page: Page;
let theCase: CasePage;

beforeAll(async () => {
  installation = await startInstallation();
  [mei, jun, luc] = await Promise.all([
    installation.open(),
    installation.openAs('manager'),
    installation.open({ viewport: { width: 390, height: 844 } }),
  ]);
  page = mei.page;
  page.setDefaultTimeout(15_000);
  luc.page.setDefaultTimeout(15_000);
  theCase = new CasePage(page);
}, 120_000);
afterAll(() => installation.stop());

const expectStep = beginStory('journey', () => [mei, jun, luc]);

describe('from the spreadsheet', () => {
  test(
    'Mei signs in with one click and lets the sheet be looked at: rows that cannot come in say why',
    expectStep(async () => {
      await page.goto('/');
      await page.getByRole('button', { name: /^Mei/ }).click();
      await page.getByRole('link', { name: 'Import' }).click();
      await page.locator('input[type=file]').setInputFiles(SHEET);
      await page.getByRole('button', { name: /^Stays out/ }).click();
      const heldBack = page.locator('tbody tr');
      await heldBack.nth(1).waitFor();
      for (const row of await heldBack.all())
        expect(await row.locator('.row-problems').innerText()).toMatch(/Stays out:.+/s);
    }),
  );

  test(
    'a question that only a person can answer brings more rows in',
    expectStep(async () => {
      const coming = async () =>
        Number(/\d+/.exec(await page.getByRole('button', { name: /^Import \d+ rows/ }).innerText()));
      const before = await coming();
      await page.getByLabel('Your sheet says “公众号”').selectOption('subscription');
      await page.getByRole('button', { name: `Import ${before} rows` }).waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: /^Import \d+ rows/ }).waitFor();
      expect(await coming()).toBeGreaterThan(before);
    }),
  );

  test(
    'the rows come in, and the rest stays listed with its reasons',
    expectStep(async () => {
      await page.getByRole('button', { name: /^Import \d+ rows/ }).click();
      const done = page.getByText(/^Done: \d+ rows came in/);
      await done.waitFor({ timeout: 30_000 });
      const came = Number(/\d+/.exec(await done.innerText()));
      await page.getByRole('button', { name: /^Stays out/ }).click();
      const reasons = await page.locator('tbody .row-problems').allInnerTexts();
      expect(reasons.every((reason) => /Stays out:.+/s.test(reason))).toBe(true);
      expect(came + reasons.length).toBe(ROWS);
    }),
  );
});

describe('from draft to live', () => {
  test(
    'an address in use is refused with who has it; another one opens the case',
    expectStep(async () => {
      await page.getByRole('link', { name: 'Clients' }).click();
      await page.getByRole('link', { name: CLIENT }).click();
      await page.getByRole('button', { name: 'Change' }).click();
      await page.getByRole('button', { name: 'Add a contact' }).click();
      const contact = page.getByRole('group', { name: 'Contact 1' });
      await contact.getByLabel('Name').fill('Luc Clairbois');
      await contact.getByLabel('Email').fill('luc@maison-clairbois.example');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Make a link' }).waitFor();

      await page.getByRole('link', { name: 'Registrations' }).click();
      await page.getByRole('link', { name: 'New registration' }).click();
      await page.getByRole('combobox', { name: /^Client/ }).selectOption({ label: CLIENT });
      await page.getByLabel('Name of the account').fill(ACCOUNT);
      await page.getByLabel('Registered name').fill(LICENCE.name);
      await page.getByLabel('Licence code').fill(LICENCE.code);
      await page.getByLabel('Registered in').selectOption('CN');
      await page.getByLabel('Account email').fill('WX14@pennineout.example');
      await page.getByRole('button', { name: 'Open the case' }).click();
      const refusal = page.getByText(/Pennine Official.*Pennine Outdoor Ltd/s);
      await refusal.waitFor();
      await page.getByLabel('Account email').fill('wechat@maison-clairbois.example');
      await page.getByRole('button', { name: 'Open the case' }).click();
      await page.getByRole('heading', { level: 1, name: ACCOUNT }).waitFor();
    }),
  );

  test(
    'the advice is accepted, the papers are accepted as seen, the client signs off',
    expectStep(async () => {
      await theCase.take('Accept the advice');
      await theCase.expectNext('Wait for the missing papers');
      expect(await theCase.acceptPapers()).toBeGreaterThanOrEqual(5);
      await theCase.take('Record the client’s sign-off', async (dialog) => {
        await dialog.getByText(LICENCE.code).first().waitFor();
      });
      await theCase.take('Close the papers');
    }),
  );

  test(
    'the address is checked, then proven',
    expectStep(async () => {
      await theCase.take('Check the email');
      await theCase.take('Confirm the email', (dialog) => dialog.getByRole('checkbox').check());
    }),
  );

  test(
    'an ID number whose check character does not fit is refused, the right one taken',
    expectStep(async () => {
      await theCase.openNext('Name the administrator');
      await theCase.dialog.getByRole('link', { name: 'Add somebody who is not in the list' }).click();
      await page.getByRole('link', { name: 'New person' }).click();
      await page.getByLabel('Name').fill(ADMIN.name);
      await page.getByLabel('ID number').fill(ADMIN.wrongId);
      await page.getByLabel('Phone', { exact: true }).fill(ADMIN.phone);
      await page.getByLabel('The WeChat has this phone bound').check();
      await page.getByLabel(/own bank card bound/).check();
      await page.getByRole('button', { name: 'Add person' }).click();
      await page.getByText('last character does not fit the others').waitFor();
      expect(new URL(page.url()).pathname).toBe('/people/new');
      await page.getByLabel('ID number').fill(ADMIN.rightId);
      await page.getByRole('button', { name: 'Add person' }).click();
      await page.getByRole('heading', { level: 1, name: ADMIN.name }).waitFor();
    }),
  );

  test(
    'the administrator is named with a warning, another pair of eyes compares the ID, and the scan goes without one',
    expectStep(async () => {
      const person = page.url();
      await page.getByRole('link', { name: 'Registrations' }).click();
      await page.getByRole('link', { name: ACCOUNT }).click();
      await theCase.openNext('Name the administrator');
      await choose(theCase.dialog.getByRole('combobox', { name: /^Person/ }), ADMIN.name);
      await theCase.send();
      await theCase.dialog.getByText('no second look has been had').waitFor();
      await theCase.dialog.getByText('Close', { exact: true }).click();
      await theCase.take('Record the administrator’s consent');

      await jun.page.goto(person);
      await jun.page.getByRole('button', { name: '我已核对证件原件' }).click();
      await jun.page.getByText('已核对', { exact: true }).waitFor();
      await page.reload();
      await theCase.take('Record the administrator’s scan', async (dialog) => {
        await dialog.getByRole('checkbox').check();
        expect(await dialog.locator('.fieldset-warning').count()).toBe(0);
      });
    }),
  );

  test(
    'it is submitted, and the verification applied for',
    expectStep(async () => {
      await theCase.take('Record the submission', (dialog) => choose(dialog.getByLabel('Who pays the fee'), 'Client'));
      await theCase.take('Record the application');
    }),
  );

  test(
    'a wrong fee is refused, the right one accepted',
    expectStep(async () => {
      await theCase.openNext('Record the fee as paid');
      const dialog = theCase.dialog;
      await dialog.getByRole('textbox', { name: 'Amount' }).fill('200');
      await choose(dialog.getByLabel('Paid by'), 'WeChat');
      await dialog.getByLabel('Paid on').fill('2026-09-28');
      await theCase.expectRefusal('¥300');
      await dialog.getByRole('textbox', { name: 'Amount' }).fill('300');
      await theCase.record();
    }),
  );

  test(
    'the fee is in and Tencent has taken an auditor',
    expectStep(async () => {
      await theCase.expectNext('Wait for Tencent’s answer');
      await theCase.hear('Record the auditor', (dialog) => dialog.getByLabel('Audit company').fill('远山审计'));
    }),
  );
});

describe('the client meanwhile', () => {
  test(
    'gets a link that opens nothing by itself, and everything by its button',
    expectStep(async () => {
      await page.getByRole('button', { name: 'Link for the client' }).click();
      await theCase.send();
      const link = await theCase.dialog.getByRole('textbox').inputValue();
      await theCase.dialog.getByRole('button', { name: 'Close' }).last().click();
      for (let opened = 0; opened < 3; opened++) {
        await luc.page.goto('about:blank');
        await luc.page.goto(link);
        await luc.page.getByRole('button', { name: 'Open your page' }).waitFor();
      }
      expect(await luc.page.context().cookies()).toEqual([]);
      expect(luc.page.url()).not.toContain('#');
      await luc.page.getByRole('button', { name: 'Open your page' }).click();
      await luc.page.getByRole('button', { name: ACCOUNT }).click();
    }),
  );

  test(
    'reads whose turn it is, when the next news comes and what happened, in English and in Chinese',
    expectStep(async () => {
      const heading = luc.page.getByRole('heading', { level: 1, name: ACCOUNT });
      await heading.waitFor();
      expect(await heading.innerText()).toBe(`WeChat is reviewing ${ACCOUNT}. Decision expected 10–13 Oct.`);
      const main = luc.page.locator('main');
      for (const words of ['Tencent’s turn', 'Next news by', 'What has happened', LICENCE.name])
        await main.getByText(words).first().waitFor();
      await luc.page.getByRole('button', { name: '中文' }).click();
      await main.locator('b', { hasText: '目前由腾讯处理' }).waitFor();
      expect((await main.innerText()).replaceAll(/Maison|Clairbois|Official/g, '').match(/[a-z]{4,}/gi)).toBeNull();
    }),
  );
});

describe('to the end', () => {
  test(
    'one correction is asked for and sent, then the company and the name pass',
    expectStep(async () => {
      await theCase.hear('Record a correction Tencent asks for', (dialog) =>
        dialog.getByLabel('What Tencent said, in its own words').fill('营业执照照片不清晰，请重新上传'),
      );
      await theCase.take('Record the correction as sent');
      await theCase.hear('Record: qualification passed', (dialog) =>
        dialog.getByLabel('Evidence').selectOption('wechat_event'),
      );
      await theCase.hear('Record: name accepted', (dialog) =>
        dialog.getByLabel('Evidence').selectOption('wechat_event'),
      );
      await theCase.expectNext('Nothing to do here');
      await page.locator('main').getByText('Live', { exact: true }).first().waitFor();
    }),
  );

  test(
    'the client reads that it is live',
    expectStep(async () => {
      await luc.page.getByRole('button', { name: 'English' }).click();
      await luc.page.reload();
      await luc.page.getByRole('button', { name: ACCOUNT }).click();
      await luc.page.getByRole('heading', { level: 1, name: `${ACCOUNT} is live.` }).waitFor();
    }),
  );
});

describe('ten months later', () => {
  test(
    'the reminder reaches the client’s mailbox, and its link opens the page',
    expectStep(async () => {
      await page.getByRole('button', { name: 'Move the clock' }).click();
      await page.getByRole('button', { name: '10 months' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByText('29 Jul 2027').first().waitFor();
      const mails = await Promise.all(installation.mails.mails.map((mail) => PostalMime.parse(mail)));
      const ours = mails.filter(({ to }) => to?.some(({ address }) => address === 'luc@maison-clairbois.example'));
      expect(ours.map(({ subject }) => subject)).toEqual([`${ACCOUNT}: verification ends Tue 28 Sep 2027 (61 days)`]);
      const [mail] = ours;
      expect(mail?.text).toContain('28 Sep');
      const link = /https?:\/\/\S+\/portal\/enter#\S+/.exec(mail?.text ?? '')?.[0] ?? '';
      const reader = await installation.open();
      await reader.page.goto(link);
      await reader.page.getByRole('button', { name: 'Open your page' }).click();
      await reader.page.getByRole('button', { name: ACCOUNT }).click();
      await reader.page.getByRole('heading', { level: 1, name: 'Its yearly verification is due' }).waitFor();
      expect(reader.unseen).toEqual([]);
      await reader.close();
    }),
  );
});
