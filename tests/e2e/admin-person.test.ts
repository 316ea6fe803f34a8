/** The administrator's part, as they live it: a link in WeChat, what they agree to, a time, two reminders, "I am ready"; and the specialist who learns of it at once. */
import { text } from '@daiban/i18n';
import {
  applyRegistrationEvent,
  createClient,
  createPerson,
  createRegistration,
  listDeliveries,
  setAdmin,
  setDemoClock,
} from '@daiban/contracts';
import { shanghaiInstant } from '@daiban/domain/calendar';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import PostalMime, { type Email } from 'postal-mime';
import { aLicenceCode, aResidentId } from '../../apps/api/src/features/registrations/testing/case-walk.js';
import type { Page } from 'playwright-core';
import type { WatchedPage } from '../support/browser.js';
import { startInstallation, type Installation } from './installation.js';
import { chooseLanguage, SMALLEST, WIDE } from './looks.js';
import { findFaults, untilDrawn } from './screen-checks.js';
import { beginStory } from './story.js';

jest.setTimeout(90_000);

const ACCOUNT = '松风茶事';
const ADMIN = { name: '沈瑜', email: 'shenyu@songfeng.example' };
/** A phone in WeChat's own browser. */
const PHONE = {
  locale: 'zh-CN',
  viewport: { width: 390, height: 844 },
  userAgent:
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.54 Language/zh_CN',
};

let installation: Installation;
let mei: WatchedPage;
let yu: WatchedPage;
let registrationId = '';
let link = '';

beforeAll(async () => {
  installation = await startInstallation();
  const { call } = installation;
  const client = await call('specialist', createClient, {
    body: {
      name: 'Pinewind Tea GmbH',
      countryCode: 'DE',
      locale: 'en',
      timeZone: 'Europe/Berlin',
      contacts: [{ name: 'Ute', email: 'ute@pinewind.example', role: 'decider' }],
    },
  });
  const registration = await call('specialist', createRegistration, {
    body: {
      clientId: client.id,
      accountType: 'service',
      subject: {
        type: 'enterprise',
        name: '松风（上海）茶业有限公司',
        code: aLicenceCode(77_001),
        countryCode: 'CN',
        licenceOf: 'client',
      },
      route: 'wechat_verification',
      proposedName: ACCOUNT,
      nameAlternatives: [],
    },
  });
  const person = await call('specialist', createPerson, {
    body: {
      ...ADMIN,
      idKind: 'resident_id',
      idNumber: aResidentId(701),
      phone: '13800007701',
      wechatHasPhone: false,
      wechatHasOwnCard: false,
      employer: 'other',
    },
  });
  registrationId = registration.id;
  await call('specialist', setAdmin, {
    params: { id: registrationId },
    body: { personId: person.id, isLegalRepresentative: false, expectedVersion: registration.version },
  });
  await call('specialist', applyRegistrationEvent, {
    params: { id: registrationId },
    body: { event: 'advice_accepted', facts: {}, expectedVersion: registration.version + 1 },
  });
  [mei, yu] = await Promise.all([installation.openAs('specialist'), installation.open(PHONE)]);
  mei.page.setDefaultTimeout(20_000);
  yu.page.setDefaultTimeout(20_000);
}, 120_000);
afterAll(() => installation.stop());

const expectStep = beginStory('admin-person', () => [mei, yu]);
const zh = (key: Parameters<typeof text>[1], params = {}) => text('zh', key, params);

/** Keeps the whole page as it stands in test-results/. */
const keepPicture = (page: Page, name: string) =>
  page.screenshot({ path: resolve(import.meta.dirname, `../../test-results/${name}.png`), fullPage: true });

/** Mails that reached the administrator so far, oldest first. */
async function mailsToAdmin(): Promise<Email[]> {
  const mails = await Promise.all(installation.mails.mails.map((mail) => PostalMime.parse(mail)));
  return mails.filter(({ to }) => to?.some(({ address }) => address === ADMIN.email));
}

async function until(fits: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await fits())) {
    if (Date.now() > deadline) throw new Error('It did not come about within twenty seconds.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const moveTo = (on: string, time: string) =>
  installation.call('owner', setDemoClock, { body: { now: shanghaiInstant(on, time) } });

describe('the administrator’s part', () => {
  test(
    'Mei offers times and makes the link that she hands over in WeChat',
    expectStep(async () => {
      const { page } = mei;
      await page.goto(`/registrations/${registrationId}`);
      await page.getByRole('button', { name: 'Offer times' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Offer 4 times' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Link for the administrator' }).click();
      await page.getByRole('button', { name: 'Make the link' }).click();
      link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
      expect(link).toMatch(/\/portal\/enter#[\w-]{43}$/);
      await page.getByRole('button', { name: 'Close' }).last().click();
      await untilDrawn(page);
      expect(await findFaults(page)).toEqual([]);
      await keepPicture(page, 'admin-case-offered-en-1280');
    }),
  );

  test(
    'the page is in Chinese, says why, warns an outsider and books nothing before the agreement',
    expectStep(async () => {
      const { page } = yu;
      await page.goto(link);
      await page.locator('.portal-enter button').first().click();
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${ADMIN.name}，请确认`) }).waitFor();
      await untilDrawn(page);
      await page.getByRole('heading', { name: zh('adminPage.outsider.title') }).waitFor();
      expect(await page.getByRole('button', { name: zh('adminPage.do.book') }).isDisabled()).toBe(true);
      expect(await page.locator('body').innerText()).not.toMatch(/999999\d{12}|13800007701/);
      await page.getByText(zh('adminPage.agree.read')).first().click();
      expect(await findFaults(page)).toEqual([]);
      await keepPicture(page, 'admin-page-agree-zh-390');
    }),
  );

  test(
    'the papers lie one tap away, each with its state',
    expectStep(async () => {
      const papers = yu.page.locator('.admin-papers li');
      expect(await papers.count()).toBeGreaterThan(0);
      expect(await papers.first().getByRole('link').getAttribute('href')).toMatch(/^\/portal\/papers\/[0-9a-f-]{36}$/);
    }),
  );

  test(
    'what is ticked about the own WeChat reaches the agency',
    expectStep(async () => {
      const { page } = yu;
      await page.getByLabel(zh('adminPage.checks.phone')).check();
      await page.getByLabel(zh('adminPage.checks.card')).check();
      await page.getByText(zh('adminPage.checks.saved')).waitFor();
    }),
  );

  test(
    'agreeing and booking are one press, with a calendar entry by mail',
    expectStep(async () => {
      const { page } = yu;
      await page.getByLabel(new RegExp(zh('adminPage.agree.purpose.admin_identity'))).check();
      await page.getByLabel(new RegExp(zh('adminPage.agree.purpose.identity_documents'))).check();
      await page.getByRole('radio').nth(2).check();
      await page.getByRole('button', { name: zh('adminPage.do.book') }).click();
      await page.getByRole('heading', { level: 1, name: /^已约好：9月30日（周三）10:00/ }).waitFor();
      await until(async () => (await mailsToAdmin()).length === 2);
      const [invited, booked] = await mailsToAdmin();
      expect(invited?.subject).toBe(`${ACCOUNT}：请选择管理员扫码的时间`);
      expect(booked?.subject).toBe(`${ACCOUNT}：已预约管理员身份验证，9月30日（周三）10:00`);
      const calendar = booked?.attachments.find(({ mimeType }) => mimeType.includes('calendar'));
      const file =
        typeof calendar?.content === 'string' ? calendar.content : new TextDecoder().decode(calendar?.content);
      expect(file).toContain('DTSTART:20260930T020000Z');
      expect(file + booked?.text).not.toMatch(/999999\d{12}|13800007701/);
      await untilDrawn(page);
      expect(await findFaults(page)).toEqual([]);
      await keepPicture(page, 'admin-page-booked-zh-390');
    }),
  );

  test(
    'it reads as well in English, on the smallest phone and on a desk',
    expectStep(async () => {
      const { page } = yu;
      await chooseLanguage(page, 'en');
      await page.getByRole('heading', { level: 1, name: 'Booked: Wed 30 Sep, 10:00.' }).waitFor();
      for (const width of [SMALLEST, WIDE]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await findFaults(page)).toEqual([]);
        await keepPicture(page, `admin-page-booked-en-${width}`);
      }
      await page.setViewportSize(PHONE.viewport);
      await chooseLanguage(page, 'zh');
    }),
  );

  test(
    'two reminders come, each once, however often the clock is looked at',
    expectStep(async () => {
      const kinds = async () =>
        (await installation.call('owner', listDeliveries, { query: { registrationId } })).items
          .filter(({ kind, state }) => kind === 'appointment_reminder' && state === 'accepted')
          .map(({ step }) => step);
      await moveTo('2026-09-29', '10:05');
      await until(async () => (await kinds()).length === 1);
      await moveTo('2026-09-29', '18:00');
      await moveTo('2026-09-30', '09:05');
      await until(async () => (await kinds()).length === 2);
      await moveTo('2026-09-30', '09:10');
      expect(await kinds()).toEqual([1, 24]);
      const reminders = (await mailsToAdmin()).filter(({ subject }) => subject?.includes('身份验证在'));
      expect(reminders.map(({ text: body }) => body?.split('\n')[0])).toEqual([
        '明天见：9月30日（周三）10:00（北京时间）。',
        '还有不到 1 小时：9月30日（周三）10:00（北京时间）。',
      ]);
    }),
  );

  test(
    '“I am ready” reaches the specialist within seconds, wherever she is',
    expectStep(async () => {
      await mei.page.goto('/registrations');
      await yu.page.reload();
      expect(await yu.page.getByRole('button', { name: zh('adminPage.booked.ready') }).isDisabled()).toBe(true);
      await moveTo('2026-09-30', '09:46');
      await yu.page.reload();
      await yu.page.getByRole('button', { name: zh('adminPage.booked.ready') }).click();
      await yu.page
        .getByText(/^已通知灯桥咨询/)
        .first()
        .waitFor();
      await mei.page.getByText(`${ADMIN.name} is ready to scan for ${ACCOUNT}.`).waitFor({ timeout: 15_000 });
      await keepPicture(mei.page, 'admin-ready-notice-en-1280');
      await mei.page.getByRole('link', { name: 'Open the case' }).click();
      await mei.page.getByText('Waiting now').waitFor();
      await untilDrawn(mei.page);
      expect(await findFaults(mei.page)).toEqual([]);
      await keepPicture(mei.page, 'admin-case-ready-en-1280');
      await keepPicture(yu.page, 'admin-page-ready-zh-390');
    }),
  );

  test(
    'taking the agreement back says first what follows, and lets the time go',
    expectStep(async () => {
      const { page } = yu;
      await page
        .getByRole('button', { name: zh('adminPage.agree.withdraw') })
        .first()
        .click();
      await page
        .getByText(/证件材料随即删除/)
        .last()
        .waitFor();
      await page.getByRole('button', { name: zh('adminPage.agree.withdraw_yes') }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${ADMIN.name}，请确认`) }).waitFor();
      expect(await page.getByRole('heading', { name: zh('adminPage.booked.title') }).count()).toBe(0);
    }),
  );
});
