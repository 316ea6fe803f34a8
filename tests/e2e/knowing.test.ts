/** What the product knows, by clicking in a real browser: a question to the advisor becomes a case, a no opens its rule, the owner sets a value and loads a year, and the last look before the fee ends in a sealed sheet. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { CasePage, choose } from './case-page.js';
import { startInstallation, type Installation } from './installation.js';
import { beginStory } from './story.js';

jest.setTimeout(60_000);

const CLIENT = 'Harbour & Pine (HK) Ltd';
const ACCOUNT = '港松生活馆';
const LICENCE = { name: '港松（上海）家居有限公司', code: '91310115000009996Q' };
const ADMIN = '王芳';
const REASON = 'Wang Min of Tencent’s support, by phone on 28 September';

let installation: Installation;
let wei: WatchedPage;
let page: Page;
let theCase: CasePage;

beforeAll(async () => {
  installation = await startInstallation();
  wei = await installation.openAs('owner');
  page = wei.page;
  page.setDefaultTimeout(15_000);
  theCase = new CasePage(page);
}, 120_000);
afterAll(() => installation.stop());

const expectStep = beginStory('knowing', () => [wei]);

/** Goes to another page by the navigation, and waits until it stands there. */
async function goTo(name: string): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name, exact: true }).click();
  await page.locator('a.nav-here', { hasText: name }).waitFor();
}

const licenceRow = () => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: LICENCE.name }) });

/** Opens the rule behind something and answers what is read there. */
async function readWhy(within: Locator): Promise<Locator> {
  await within.locator('.why-button').first().click();
  const panel = page.locator('.why-panel');
  await panel.getByRole('link', { name: 'See it in the rulebook' }).waitFor();
  return panel;
}

describe('the question', () => {
  test(
    'a company in Hong Kong with an office in Shanghai gets its answer at once, and a no for WeChat Pay',
    expectStep(async () => {
      await page.goto('/');
      await goTo('Advisor');
      await page.getByRole('radio', { name: /^Customer service/ }).check();
      await page.getByRole('combobox', { name: 'Where is the company registered?' }).selectOption('HK');
      await page.getByLabel('There is an office in mainland China').check();
      const answer = page.getByRole('region', { name: 'Answer' });
      await answer.getByRole('heading', { name: 'Yes: Service account' }).waitFor();
      await answer.getByText('An office in mainland China does not make a mainland company').waitFor();
      expect(await answer.locator('.advice-figures').innerText()).toMatch(/US\$99.*10–16 Oct/s);

      await page.getByRole('radio', { name: 'Yes', exact: true }).check();
      await answer.locator('.advice-verdict[data-verdict=refused]').waitFor();
      expect(new URL(page.url()).searchParams.get('pay')).toBe('true');
    }),
  );

  test(
    'with the licence of its mainland company the answer is yes, and a case comes of it',
    expectStep(async () => {
      await page.getByRole('radio', { name: /^Their own/ }).check();
      const answer = page.getByRole('region', { name: 'Answer' });
      await answer.locator('.advice-verdict[data-verdict=allowed]').waitFor();
      expect(await answer.locator('.advice-figures').innerText()).toMatch(/¥300.*10–13 Oct/s);
      await answer.getByRole('button', { name: 'Create case from this' }).click();
      await page.getByRole('combobox', { name: /^Client/ }).selectOption({ label: CLIENT });
      expect(await page.getByLabel('Registered in').inputValue()).toBe('CN');
      await page.getByLabel('Name of the account').fill(ACCOUNT);
      await page.getByLabel('Registered name').fill(LICENCE.name);
      await page.getByLabel('Licence code').fill(LICENCE.code.replace('0000', '00O0'));
      await page.getByRole('button', { name: LICENCE.code }).click();
      await page.getByLabel('Account email').fill('wx-life@harbourpine.example');
      await page.getByRole('button', { name: 'Open the case' }).click();
      await page.getByRole('heading', { level: 1, name: ACCOUNT }).waitFor();
      await page.getByRole('link', { name: /28 Sep 2026, rulebook/ }).waitFor();
    }),
  );
});

describe('the rules', () => {
  test(
    'a no opens the rule that it rests on, and the rule stands in the rulebook',
    expectStep(async () => {
      await theCase.take('Accept the advice');
      await page.getByRole('link', { name: 'Pre-flight and fill sheet' }).click();
      await page.getByRole('heading', { name: /things stop this/ }).waitFor();
      await page.getByText('A failed review would burn ¥300').waitFor();
      expect(await page.getByRole('button', { name: 'Mark submitted' }).isDisabled()).toBe(true);
      const blockers = page.locator('.preflight-blockers');
      const panel = await readWhy(blockers);
      const rule = await panel.locator('.rule-note-name').innerText();
      for (const label of ['Source', 'Holds since', 'Last checked'])
        await panel.getByText(label, { exact: true }).waitFor();
      await panel.getByRole('link', { name: 'See it in the rulebook' }).click();
      await page.getByRole('heading', { level: 3, name: rule }).waitFor();
    }),
  );

  test(
    'the owner sets a value of the agency’s own and sees beforehand which cases it touches',
    expectStep(async () => {
      await page.goto('/rules?q=quota.subject.enterprise');
      const rule = page.getByRole('article', { name: 'Accounts a company may open' });
      await rule.getByText('A company may hold 2 Official Accounts.').first().waitFor();
      await rule.getByText('Source, dates and earlier values').click();
      await rule.getByText('Certain: official text or WeChat’s own form').waitFor();
      await rule.locator('.rule-history li').nth(2).waitFor();
      await rule.getByRole('button', { name: 'Set own value' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('New value').fill('3');
      await dialog.getByLabel('Reason').fill(REASON);
      await dialog.getByRole('button', { name: 'See which cases it touches' }).click();
      await dialog.getByText('Then it says: A company may hold 3 Official Accounts.').waitFor();
      await dialog.getByText(/open cases? answers? differently:/).waitFor();
      await dialog.getByRole('button', { name: 'Set the value' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await rule.getByText(`Own value since 28 Sep 2026, set by Wei: ${REASON}`).waitFor();
      await page.getByLabel('As of').fill('2018-03-01');
      await rule.getByText('A company may hold 5 Official Accounts.').first().waitFor();
    }),
  );

  test(
    'every licence has one place more from then on, and each says why',
    expectStep(async () => {
      await goTo('Capacity');
      await page.getByRole('searchbox').fill(LICENCE.name);
      const row = licenceRow();
      await row.getByText('0 of 3 taken').waitFor();
      await row.getByText('1 planned', { exact: true }).waitFor();
      const panel = await readWhy(row);
      await panel.getByText('A company may hold 3 Official Accounts.').waitFor();
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });
      await row.getByRole('button', { name: /^What if it is blocked/ }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByRole('link', { name: ACCOUNT }).waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }),
  );

  test(
    'the holidays of the next year are read from their notice and loaded',
    expectStep(async () => {
      await goTo('Holidays');
      await page.getByRole('link', { name: '2027, not announced' }).click();
      await page.getByRole('button', { name: 'Load 2027' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByLabel('Days off')
        .fill('1月1日至3日\n2月5日至11日\n4月3日至5日\n5月1日至5日\n6月9日\n9月15日\n10月1日至7日');
      await dialog.getByText('27 days read.').waitFor();
      await dialog.getByLabel('Worked in exchange').fill('1月30日、2月14日、5月8日、10月9日');
      await dialog.getByText('4 days read.').waitFor();
      await dialog.getByLabel('Source').fill('国办发明电〔2026〕7号');
      await dialog.getByRole('button', { name: 'See what moves' }).click();
      await dialog.getByText(/No open case moves|open cases? moves?:/).waitFor();
      await dialog.getByRole('button', { name: 'Load the year' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('国办发明电〔2026〕7号').waitFor();
      await page.getByText('Announced up to 31 Dec 2027').waitFor();
    }),
  );
});

describe('the last look', () => {
  test(
    'papers, sign-off, address and administrator clear what stopped it',
    expectStep(async () => {
      await goTo('Registrations');
      await page.getByRole('link', { name: ACCOUNT }).click();
      await theCase.expectNext('Wait for the missing papers');
      await theCase.acceptPapers();
      await theCase.take('Record the client’s sign-off');
      await theCase.take('Close the papers');
      await theCase.take('Check the email');
      await theCase.take('Confirm the email', (dialog) => dialog.getByRole('checkbox').check());
      await theCase.take('Name the administrator', (dialog) =>
        choose(dialog.getByRole('combobox', { name: /^Person/ }), ADMIN),
      );
      await theCase.take('Record the administrator’s consent');
      await theCase.take('Record the administrator’s scan', (dialog) => dialog.getByRole('checkbox').check());
      await theCase.expectNext('Record the submission');
      await page.getByRole('link', { name: 'Pre-flight and fill sheet' }).click();
      await page.getByRole('heading', { name: /^(Clear to go|Nothing stops this)/ }).waitFor();
    }),
  );

  test(
    'the sheet is ticked field by field in the order of WeChat’s form',
    expectStep(async () => {
      const ticks = page.locator('.sheet-tick input:enabled');
      await ticks.first().waitFor();
      const fields = await ticks.count();
      expect(fields).toBeGreaterThan(15);
      for (let index = 0; index < fields; index++) {
        await ticks.nth(index).click();
        await page.getByText(`${index + 1} of ${fields} typed`).waitFor();
      }
    }),
  );

  test(
    'once it is submitted the sheet is sealed as it was, and the place is taken',
    expectStep(async () => {
      await page.getByRole('button', { name: 'Mark submitted' }).click();
      await choose(theCase.dialog.getByLabel('Who pays the fee'), 'Client');
      await theCase.record();
      await page.getByText('As submitted on Mon 28 Sep 2026').waitFor();
      const sheet = page.getByRole('region', { name: 'Fill sheet' });
      for (const value of [LICENCE.code, '港松(上海)家居有限公司', 'wx-life@harbourpine.example'])
        await sheet.getByText(value, { exact: true }).waitFor();
      await goTo('Capacity');
      await page.getByRole('searchbox').fill(LICENCE.name);
      await licenceRow().getByText('1 of 3 taken').waitFor();
    }),
  );
});
