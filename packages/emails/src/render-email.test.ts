import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '@daiban/domain/enumerations';
import { renderEmail, type EmailParams } from './render-email.js';
import type { RenewalStep } from './renewal-reminder.js';

const reminder: EmailParams['renewal-reminder'] = {
  accountName: 'Yarra Dairy',
  accountType: 'service',
  agencyName: 'Lantern Bridge',
  assigneeName: 'Mei Lin',
  step: 30,
  today: '2026-09-28',
  endsOn: '2026-10-28',
  provenance: 'wechat_event',
  decideByOn: '2026-10-09',
  startByOn: '2026-10-16',
  reviewDays: { min: 5, max: 7 },
  officialFee: { amountMinor: 30000, currency: 'CNY' },
  agencyFee: { amountMinor: 18000, currency: 'AUD' },
  papers: [
    { name: 'Business licence', standing: 'valid', validUntilOn: '2031-03-14' },
    { name: 'Application letter', standing: 'yearly', validUntilOn: null },
    { name: 'Operator’s ID', standing: 'needed', validUntilOn: '2026-10-12' },
  ],
  nextReminderOn: '2026-10-14',
  actionUrl: 'https://agency.example/portal/enter#Tok_en-1',
};
const invitation: EmailParams['portal-invitation'] = {
  accountName: 'Yarra Dairy',
  accountType: 'service',
  agencyName: 'Lantern Bridge',
  assigneeName: 'Mei Lin',
  recipientName: 'Ruth Okafor',
  linkExpiresOn: '2026-12-28',
  today: '2026-09-28',
  actionUrl: 'https://agency.example/portal/enter#Tok_en-1',
};
/** Ends of a verification, seen from 28 September, for every step of the ladder. */
const ENDS: [RenewalStep, string][] = [
  [90, '2026-12-27'],
  [60, '2026-11-27'],
  [30, '2026-10-28'],
  [14, '2026-10-12'],
  [7, '2026-10-05'],
  [3, '2026-10-01'],
  [1, '2026-09-29'],
  [0, '2026-09-28'],
  ['expired', '2026-09-27'],
];

describe.each(LOCALES)('in %s', (locale) => {
  test.each(ENDS)('the reminder of step %s leaves no gap and holds its facts', async (step, endsOn) => {
    const full = await renderEmail('renewal-reminder', locale, { ...reminder, step, endsOn });
    const bare = await renderEmail('renewal-reminder', locale, {
      ...reminder,
      step,
      endsOn,
      assigneeName: null,
      decideByOn: null,
      startByOn: null,
      reviewDays: null,
      officialFee: null,
      agencyFee: null,
      papers: null,
      nextReminderOn: null,
    });
    for (const { subject, html, text } of [full, bare]) {
      expect(subject + html + text).not.toMatch(/\{\{|undefined|\bnull\b|NaN/);
      expect(subject.startsWith('Yarra Dairy')).toBe(true);
      expect(html).toContain('href="https://agency.example/portal/enter#Tok_en-1"');
      expect(text).toContain('\nhttps://agency.example/portal/enter#Tok_en-1\n');
    }
    expect(full.text).toContain('¥300');
    expect(full.text).toContain('A$180');
    expect(full.text).toContain('▲ Operator’s ID');
    expect(bare.text).not.toContain('✓');
  });

  test('the code stands in the mail once as text and once in HTML, with how long it works, and not in the subject', async () => {
    const params = {
      agencyName: 'Lantern Bridge',
      clientName: 'Harbour Foods',
      recipientName: 'Ana',
      validMinutes: 15,
    };
    const { subject, html, text } = await renderEmail('portal-code', locale, { ...params, code: '[code 1]' });
    expect(subject + html + text).not.toMatch(/\{\{|undefined|\bnull\b|NaN/);
    for (const body of [html, text]) {
      expect(body.split('[code 1]')).toHaveLength(2);
      expect(body).toMatch(/15\s(minutes|分钟)/);
    }
    expect(subject).not.toContain('code 1');
    // Whoever asked has the page open: a link would only teach people to follow links.
    expect(html).not.toContain('href="http');
  });

  test('the invitation leaves no gap, and says until when the link works', async () => {
    for (const accountType of ['subscription', null] as const) {
      const { subject, html, text } = await renderEmail('portal-invitation', locale, { ...invitation, accountType });
      expect(subject + html + text).not.toMatch(/\{\{|undefined|\bnull\b|NaN/);
      expect(subject.startsWith('Yarra Dairy')).toBe(true);
      expect(text).toContain(locale === 'zh' ? '12月28日（周一）' : 'Mon 28 Dec');
      expect(new Set(html.match(/lang="[^"]*"/g))).toEqual(new Set([`lang="${locale === 'zh' ? 'zh-Hans' : 'en'}"`]));
    }
  });

  test('names stay text: no markup, no header line, no turned writing, no template of their own', async () => {
    const accountName = '<script>alert(1)</script>\r\nBcc: all@example.org \u202Emoc {{actionUrl}} "\'&';
    const { subject, html, text } = await renderEmail('renewal-reminder', locale, {
      ...reminder,
      accountName,
      agencyName: accountName,
      assigneeName: accountName,
      papers: [{ name: accountName, standing: 'valid', validUntilOn: null }],
    });
    expect(html).not.toContain('<script');
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@example.org moc {{actionUrl}} &quot;&#39;&amp;',
    );
    expect(subject).not.toMatch(/[\r\n\u202E]/);
    expect(text).not.toMatch(/\r|\u202E/);
    expect(text.split('\n').filter((line) => line.startsWith('Bcc:'))).toEqual([]);
    const invited = await renderEmail('portal-invitation', locale, {
      ...invitation,
      accountName,
      recipientName: accountName,
    });
    expect(invited.html).not.toContain('<script');
    expect(invited.subject + invited.text).not.toMatch(/\r|\u202E/);
  });
});

describe('the reminder', () => {
  const subjectOf = async (step: RenewalStep, endsOn: string) =>
    (await renderEmail('renewal-reminder', 'en', { ...reminder, step, endsOn })).subject;

  test('counts the days that are really left, and names the day with its year', async () => {
    expect(await subjectOf(30, '2026-10-28')).toBe('Yarra Dairy: verification ends Wed 28 Oct 2026 (30 days)');
    expect(await subjectOf(1, '2026-09-29')).toBe('Yarra Dairy: verification ends Tue 29 Sep 2026 (1 day)');
    expect(await subjectOf(0, '2026-09-28')).toBe('Yarra Dairy: verification ends today, Mon 28 Sep 2026');
  });

  test('speaks of re-verification once the end has passed, even when an earlier step was late', async () => {
    expect(await subjectOf(3, '2026-09-20')).toBe('Yarra Dairy: verification has lapsed, re-verification needed');
    const { text } = await renderEmail('renewal-reminder', 'zh', {
      ...reminder,
      step: 'expired',
      endsOn: '2026-09-20',
    });
    expect(text).toContain('重新认证');
  });

  test('names the day to decide by while there is one, and draws the way only while its days lie ahead', async () => {
    const early = await renderEmail('renewal-reminder', 'en', reminder);
    expect(early.text).toContain('Please decide by Fri 9 Oct.');
    expect(early.html).toContain('You decide');
    const late = await renderEmail('renewal-reminder', 'en', { ...reminder, today: '2026-10-12' });
    expect(late.html).not.toContain('You decide');
  });

  test('tells a free review and an unknown fee apart', async () => {
    const cost = async (officialFee: EmailParams['renewal-reminder']['officialFee']) =>
      (await renderEmail('renewal-reminder', 'en', { ...reminder, officialFee, agencyFee: null })).text;
    expect(await cost({ amountMinor: 0, currency: 'CNY' })).toContain('WeChat asks no fee');
    expect(await cost(null)).toContain('shown on its payment page');
  });
});
