/** A paper's whole way in real browsers: brought again by the client, looked over with the keyboard, told in one mail, brought once more, accepted. */
import { listCasePapers, type Paper, type RegistrationSummary } from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { aPicture } from '../../apps/api/src/features/documents/testing/paper-walk.js';
import { paths } from '../../apps/dashboard/src/config/paths.js';
import { startInstallation, type Installation } from './installation.js';
import { findFaults, untilDrawn } from './screen-checks.js';
import { beginStory } from './story.js';
import type { WatchedPage } from '../support/browser.js';

jest.setTimeout(120_000);

let installation: Installation;
/** The demo's case with papers in every state. */
let found: RegistrationSummary;
let mei: WatchedPage;
let client: WatchedPage;

beforeAll(async () => {
  installation = await startInstallation();
  found = await installation.findCase(({ proposedName }) => proposedName === '金合欢营养');
  [mei, client] = await Promise.all([installation.openAs('specialist'), installation.open()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([mei?.close(), client?.close()]);
  await installation?.stop();
});

async function paper(code: string): Promise<Paper> {
  const { items } = await installation.call('specialist', listCasePapers, { params: { id: found.id } });
  const wanted = items.find(({ prerequisite }) => prerequisite.code === code);
  if (!wanted) throw new Error(`The case has no ${code}.`);
  return wanted;
}

/** Brings a new picture for a paper on the client's page, and sends it. */
async function bring(page: Page, code: string): Promise<void> {
  const { prerequisite } = await paper(code);
  await page.goto(`/portal/papers/${prerequisite.id}`);
  await untilDrawn(page);
  const picture = { name: `${code}.jpg`, mimeType: 'image/jpeg', buffer: await aPicture() };
  await page.locator('input[type=file]').first().setInputFiles(picture);
  await page.getByRole('button', { name: text('en', 'task.send.button', { agency: 'Lantern Bridge' }) }).click();
  await page.getByText(text('en', 'task.receipt.title')).waitFor();
}

const decided = (done: number, all: number) =>
  mei.page.getByText(text('en', 'review.count', { done, all })).waitFor({ timeout: 15_000 });

/** The page of the paper is there, not only its place. */
const pictureShown = () =>
  mei.page.waitForFunction(() => {
    const picture = document.querySelector<HTMLImageElement>('.stage img:not([hidden])');
    return picture !== null && picture.complete && picture.naturalWidth > 0;
  });

/** Mails about reviews that have left, oldest first. */
async function letters() {
  const all = await Promise.all(installation.mails.mails.map((mail) => PostalMime.parse(mail)));
  return all.filter(({ subject }) => /resend|accepted/i.test(subject ?? ''));
}

describe('a review', () => {
  const step = beginStory('review', () => [mei, client]);

  test(
    'the client reads first why the certificate came back, and sends another',
    step(async () => {
      const { page } = client;
      await page.goto(await installation.portalLinkOf(found.client.id));
      await page.getByRole('button', { name: text('en', 'portal.enter.button') }).click();
      await page.locator('.portal-columns').waitFor();
      const { prerequisite } = await paper('company_certificate_translated');
      await page.goto(`/portal/papers/${prerequisite.id}`);
      await page.getByRole('heading', { name: text('en', 'reasons.notarisation_missing') }).waitFor();
      await bring(page, 'company_certificate_translated');
    }),
  );

  test(
    'it waits in the queue, and its two versions stand side by side on the desk',
    step(async () => {
      const { page } = mei;
      await page.goto(paths.reviewQueue);
      await page.getByRole('link', { name: '金合欢营养' }).click();
      await decided(0, 4);
      await pictureShown();
      expect(await findFaults(page)).toEqual([]);
      await page.getByRole('button', { name: text('en', 'prerequisites.company_certificate_translated') }).click();
      await page.keyboard.press('v');
      await page.getByText(text('en', 'review.version_before', { version: 1 })).waitFor();
      await pictureShown();
      expect(await findFaults(page)).toEqual([]);
    }),
  );

  test(
    'three are accepted and one returned by keys alone; a decision is taken back and made again',
    step(async () => {
      const { page } = mei;
      await page.keyboard.press('a');
      await decided(1, 4);
      await page.getByRole('heading', { name: text('en', 'prerequisites.application_letter') }).waitFor();
      await page.keyboard.press('a');
      await decided(2, 4);
      await page.keyboard.press('k');
      await page.keyboard.press('u');
      await decided(1, 4);
      await page.keyboard.press('a');
      await decided(2, 4);
      await page.getByRole('heading', { name: text('en', 'prerequisites.company_profile') }).waitFor();
      await page.keyboard.press('r');
      await page.locator('.desk-reasons input').first().waitFor();
      await page.keyboard.press('Space');
      expect(await findFaults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await decided(3, 4);
      await page.getByRole('heading', { name: text('en', 'prerequisites.operator_passport') }).waitFor();
      await page.keyboard.press('a');
    }),
  );

  test(
    'one mail tells all of it',
    step(async () => {
      const { page } = mei;
      const before = (await letters()).length;
      await page.getByRole('heading', { name: text('en', 'review.end_title') }).waitFor();
      await page.locator('.letter-subject').waitFor();
      expect(await findFaults(page)).toEqual([]);
      await page.getByRole('button', { name: text('en', 'review.finish') }).click();
      await page.getByText(text('en', 'review.all_done')).waitFor();
      const sent = (await letters()).slice(before);
      expect(sent).toHaveLength(1);
      expect(sent[0]?.text).toMatch(
        /Accepted[\s\S]*Application letter[\s\S]*Please send again[\s\S]*Company’s addresses/,
      );
    }),
  );

  test(
    'the client reads the reason, sends again, and it is accepted',
    step(async () => {
      await bring(client.page, 'company_profile');
      const { page } = mei;
      await page.goto(paths.review.replace('$registrationId', found.id));
      await decided(0, 1);
      await page.keyboard.press('a');
      await page.getByRole('button', { name: text('en', 'review.finish') }).click();
      await page.getByText(text('en', 'review.all_done')).waitFor();
      expect((await paper('company_profile')).prerequisite.state).toBe('accepted');
    }),
  );
});
