import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '@daiban/domain/enumerations';
import { renderEmail, type EmailParams } from './render-email.js';

const invitation: EmailParams['admin-invitation'] = {
  accountName: '雅拉乳业',
  accountType: 'service',
  agencyName: '灯桥咨询',
  assigneeName: '林梅',
  recipientName: '陈伟',
  subjectName: '雅拉乳业（上海）有限公司',
  hasScan: true,
  times: ['2026-09-30T02:00:00.000Z', '2026-09-30T06:00:00.000Z'],
  timeZone: 'Asia/Shanghai',
  deletedAfterDays: 30,
  today: '2026-09-28',
  actionUrl: 'https://agency.example/portal/enter#Tok_en-1',
};
const appointment: EmailParams['admin-appointment'] = {
  accountName: '雅拉乳业',
  accountType: 'service',
  agencyName: '灯桥咨询',
  assigneeName: null,
  tone: 'booked',
  startsAt: '2026-09-30T02:00:00.000Z',
  minutes: 30,
  now: '2026-09-28T03:20:00.000Z',
  timeZone: 'Asia/Shanghai',
  agencyTimeZone: 'Europe/Berlin',
  deletedAfterDays: 30,
  actionUrl: 'https://agency.example/portal/enter#Tok_en-1',
};
const hasGap = (text: string) => /\{\{|\bemails\.|undefined|null/.test(text);

describe.each(LOCALES)('in %s', (locale) => {
  test('the invitation leaves no gap, with times and without, for a scan and for a company abroad', async () => {
    for (const params of [invitation, { ...invitation, times: [] }, { ...invitation, hasScan: false, times: [] }]) {
      const mail = await renderEmail('admin-invitation', locale, params);
      expect(hasGap(mail.subject + mail.text + mail.html)).toBe(false);
      expect(mail.text).toContain('30');
      expect(mail.html).toContain('#Tok_en-1');
    }
  });

  test.each(['booked', 'reminder', 'cancelled', 'missed'] as const)(
    'the appointment %s leaves no gap',
    async (tone) => {
      const mail = await renderEmail('admin-appointment', locale, { ...appointment, tone });
      expect(hasGap(mail.subject + mail.text + mail.html)).toBe(false);
      expect(mail.text).toContain('10:00');
    },
  );

  test('the specialist hears of every kind of news', async () => {
    const { accountName, accountType, agencyName } = invitation;
    const news = {
      accountName,
      accountType,
      agencyName,
      assigneeName: null,
      adminName: '陈伟',
      actionUrl: 'https://agency.example/registrations/1',
    };
    const ready = await renderEmail('admin-news', locale, {
      ...news,
      tone: 'ready',
      startsAt: appointment.startsAt,
      wishes: [],
    });
    const asked = await renderEmail('admin-news', locale, {
      ...news,
      tone: 'other_times',
      startsAt: null,
      wishes: ['weekend', 'weekday_evening'],
    });
    const tones = ['consent_before', 'consent_after', 'consent_aside'] as const;
    const withdrawn = await Promise.all(
      tones.map((tone) => renderEmail('admin-news', locale, { ...news, tone, startsAt: null, wishes: [] })),
    );
    for (const mail of [ready, asked, ...withdrawn]) expect(hasGap(mail.subject + mail.text + mail.html)).toBe(false);
    expect(ready.text).toContain('10:00');
    expect(new Set(withdrawn.map(({ text }) => text)).size).toBe(3);
  });
});

test('both sides read their own clock: Beijing first, then the administrator’s and the agency’s where they differ', async () => {
  const home = await renderEmail('admin-appointment', 'zh', appointment);
  expect(home.text).toContain('北京时间：9月30日（周三）10:00');
  expect(home.text).toContain('灯桥咨询当地时间：9月30日（周三）04:00');
  expect(home.text).not.toContain('您当地时间');
  const abroad = await renderEmail('admin-appointment', 'en', {
    ...appointment,
    timeZone: 'Australia/Sydney',
    agencyTimeZone: 'Australia/Sydney',
  });
  expect(abroad.text).toContain('Your time: Wed 30 Sep, 12:00');
});

test('a reminder says tomorrow only when it is', async () => {
  const titleAt = async (now: string) =>
    (await renderEmail('admin-appointment', 'en', { ...appointment, tone: 'reminder', now })).text.split('\n')[0];
  expect(await titleAt('2026-09-29T02:00:00.000Z')).toBe('See you tomorrow: Wed 30 Sep, 10:00, Beijing time.');
  expect(await titleAt('2026-09-30T01:00:00.000Z')).toBe('Less than an hour left: Wed 30 Sep, 10:00, Beijing time.');
  expect(await titleAt('2026-09-29T23:30:00.000Z')).toBe('Less than 3 hours left: Wed 30 Sep, 10:00, Beijing time.');
});

test('the scan’s list is not shown to a company abroad', async () => {
  const mail = await renderEmail('admin-invitation', 'en', { ...invitation, hasScan: false, times: [] });
  expect(mail.text).not.toMatch(/second screen|scan with/i);
  expect(mail.text).toContain('passport');
});
