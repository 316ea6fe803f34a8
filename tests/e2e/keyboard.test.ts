/** The day's work without a mouse: in, find a case, open it, act on it, out; and the Enter that chooses a Chinese word, which sends nothing. */
import { listPrerequisites } from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { aPicture } from '../../apps/api/src/features/documents/testing/paper-walk.js';
import { startInstallation, type Installation } from './installation.js';
import { untilDrawn } from './screen-checks.js';

jest.setTimeout(60_000);

const ACCOUNT = '丹绒布艺';

let installation: Installation;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  installation = await startInstallation();
  watched = await installation.open();
  page = watched.page;
}, 120_000);
afterAll(() => installation.stop());

/** What has the focus, in the words a screen reader would say. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label = (element as HTMLInputElement | null)?.labels?.[0]?.innerText;
    return (element?.getAttribute('aria-label') ?? label ?? element?.innerText ?? '').trim();
  });

/** Presses Tab until something with these words has the focus, which must be seen. */
async function tabTo(words: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const now = await focused();
    seen.push(now);
    if (typeof words === 'string' ? now === words : words.test(now)) {
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(
          document.activeElement as Element,
        );
        return { outlineStyle, outlineWidth, boxShadow, borderColor };
      });
      expect(outline.outlineStyle !== 'none' || outline.boxShadow !== 'none' || outline.borderColor !== '').toBe(true);
      return;
    }
  }
  throw new Error(`Tab does not lead to ${String(words)}; it led to ${seen.join(' · ')}`);
}

test('a member signs in, finds a case by /, opens it, pauses it and resumes it, by keyboard alone', async () => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Mei/ }).waitFor();
  await tabTo(/^Mei/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Registrations' }).waitFor();
  await untilDrawn(page);

  await page.keyboard.press('/');
  await page.keyboard.insertText(ACCOUNT);
  await page.waitForURL((url) => url.searchParams.get('q') === ACCOUNT);
  await page.getByRole('link', { name: ACCOUNT, exact: true }).waitFor();
  await tabTo(ACCOUNT);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: ACCOUNT }).waitFor();
  await untilDrawn(page);

  await tabTo('Pause the case');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabTo(/^Reason/);
  await page.keyboard.type('The client is on holiday');
  await tabTo('Pause the case');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('Paused: our reminders rest').waitFor();

  // Escape closes a dialog and gives the focus back to what opened it.
  await tabTo(/^(Resume the case|Record it)$/);
  const opener = await focused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focused()).toBe(opener);
  expect(watched.unseen).toEqual([]);
});

test('j and k walk the table and Enter opens the row; a letter typed into a field is only a letter', async () => {
  await page.goto('/registrations');
  await untilDrawn(page);
  const rows = page.locator('tbody tr');
  const second = await rows.nth(1).locator('a').first().innerText();
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();

  await page.goto('/registrations');
  await untilDrawn(page);
  await page.keyboard.press('/');
  await page.keyboard.type('jck');
  expect(await page.getByRole('searchbox').inputValue()).toBe('jck');
  expect(new URL(page.url()).pathname).toBe('/registrations');
});

test('the question mark beside a number opens its rule, is walked through, and gives the place back', async () => {
  const { id } = await installation.findCase(({ stage }) => stage === 'review');
  await page.goto(`/registrations/${id}`);
  await untilDrawn(page);
  await tabTo(/^Why\? /);
  const question = await focused();
  const panel = page.locator('.why-panel');
  await page.keyboard.press('Enter');
  await panel.getByRole('link', { name: 'See it in the rulebook' }).waitFor();
  await tabTo('See it in the rulebook');
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  expect(await focused()).toBe(question);

  // Going on with Tab closes it as well, and its link leads to the rule.
  await page.keyboard.press('Enter');
  await panel.getByRole('link', { name: 'See it in the rulebook' }).waitFor();
  await tabTo('See it in the rulebook');
  await page.keyboard.press('Tab');
  await panel.waitFor({ state: 'hidden' });
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe(question);
  await page.keyboard.press('Enter');
  await panel.getByRole('link', { name: 'See it in the rulebook' }).waitFor();
  await tabTo('See it in the rulebook');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Rules' }).waitFor();
  expect(watched.unseen).toEqual([]);
});

test('the drawer of what-if keeps the focus, a rule inside it closes before it, and the button gets the focus back', async () => {
  await page.goto('/capacity');
  await untilDrawn(page);
  await tabTo(/^What if it is blocked/);
  const opener = await focused();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await drawer.locator('.what-if-need').first().waitFor();
  const panel = page.locator('.why-panel');
  await tabTo(/^Why\? /);
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Enter');
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  expect(await drawer.isVisible()).toBe(true);
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focused()).toBe(opener);
  expect(watched.unseen).toEqual([]);
});

test('the Enter that ends a Chinese composition sends no form; the next one does', async () => {
  const keys = await page.context().newCDPSession(page);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname);
  });
  /** Types Chinese as an input method does: letters under composition, then Enter for what stands there. */
  const compose = async (letters: string, word: string) => {
    await keys.send('Input.imeSetComposition', {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
    for (const type of ['rawKeyDown', 'keyUp'] as const)
      await keys.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
    // Some browsers report the closing Enter as a plain one while the composition still stands.
    await page.evaluate(() =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    );
    await keys.send('Input.insertText', { text: word });
  };

  for (const [address, field] of [
    ['/clients/new', /^Client/],
    ['/people/new', /^Name/],
    ['/registrations/new', /^Name of the account/],
  ] as const) {
    await page.goto(address);
    await untilDrawn(page);
    const name = page.getByRole('textbox', { name: field }).first();
    await name.focus();
    await compose('qingshi', '青石');
    expect(await name.inputValue()).toBe('青石');
  }
  expect(sent).toEqual([]);

  await page.goto('/people/new');
  await untilDrawn(page);
  await page.getByRole('textbox', { name: /^Name/ }).focus();
  await compose('qingshi', '青石');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '青石' }).waitFor();
  expect(sent).toEqual(['/api/v1/people']);
  expect(watched.unseen).toEqual([]);
});

test('a client comes in, opens a paper, brings a file, takes it back, brings it again, asks a colleague and sends, by keyboard alone', async () => {
  const found = await installation.findCase(({ proposedName }) => proposedName === '金合欢营养');
  const papers = await installation.call('viewer', listPrerequisites, { params: { id: found.id } });
  const paper = papers.items.find(({ code }) => code === 'legal_representative');
  const picture = { name: 'representative.jpg', mimeType: 'image/jpeg', buffer: await aPicture() };
  await page.goto(await installation.portalLinkOf(found.client.id));
  await untilDrawn(page);
  await tabTo(text('en', 'portal.enter.button'));
  await page.keyboard.press('Enter');
  await page.locator('.portal-columns').waitFor();
  await untilDrawn(page);
  await tabTo(new RegExp(text('en', 'prerequisites.legal_representative').replace(/[()]/g, '.')));
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/portal/papers/${paper?.id}`);
  await untilDrawn(page);

  const bring = async (): Promise<void> => {
    await tabTo(text('en', 'task.bring.files'));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles(picture);
    await page.getByText(text('en', 'task.file.state.available')).waitFor();
  };
  await bring();
  await tabTo(text('en', 'task.file.remove_named', { name: picture.name }));
  await page.keyboard.press('Enter');
  await page.getByText(text('en', 'task.files.none')).waitFor();
  await bring();
  await tabTo(text('en', 'task.delegate.label'));
  await page.keyboard.type('Li Na');
  await page.keyboard.press('Enter');
  await page.locator('output').waitFor();
  await tabTo(text('en', 'task.send.button', { agency: 'Lantern Bridge' }));
  await page.keyboard.press('Enter');
  await page.getByText(text('en', 'task.receipt.title')).waitFor();
  expect(watched.unseen).toEqual([]);
});
