import { describe, expect, test } from '@jest/globals';
import { text } from './catalogues.js';
import { interpolate } from './text.js';

describe('a text', () => {
  test('finds keys that hold dots themselves', () => {
    expect(text('en', 'refusals.email.already_used')).toContain('already in use');
    const code: string = 'email.already_used';
    expect(text('zh', `refusals.${code}`)).toContain('邮箱');
  });

  test('chooses one and many in English, and has one form in Chinese', () => {
    expect(text('en', 'portal.journey.days', { count: 1 })).toBe('1 day');
    expect(text('en', 'portal.journey.days', { count: 14 })).toBe('14 days');
    expect(text('zh', 'portal.journey.days', { count: 1 })).toBe('1 天');
  });

  test('answers a key nobody wrote as it stands, so that a person sees it and nothing breaks', () => {
    const code: string = 'no.such_code';
    expect(text('en', `refusals.${code}`)).toBe('refusals.no.such_code');
  });

  test('writes codes, dates, amounts and lists in the reader’s words', () => {
    const refused = { event: 'fee_paid', state: 'awaiting_prerequisites' };
    expect(text('en', 'refusals.state.not_possible', refused)).toBe(
      '“Record the fee as paid” does not fit here: it stands at “Gathering papers”.',
    );
    expect(text('zh', 'refusals.state.not_possible', { event: 'order_cancelled', state: 'in_review' })).toBe(
      '现在不能“取消订单”：目前处于“审核中”。',
    );
    expect(text('zh', 'refusals.transfer.bank_closed', { sentOn: '2026-10-01' })).toContain('2026年10月1日');
    expect(text('en', 'refusals.transfer.wrong_amount', { sent: '31 CNY', asked: '30 CNY' })).toContain('¥0.31');
    expect(text('en', 'problems.permission.missing.detail', { role: 'viewer' })).toContain('“Viewer”');
  });

  test('keeps a value that looks like a placeholder as text', () => {
    expect(interpolate('{{name}}', { name: '{{name}} $& {{x}}' })).toBe('{{name}} $& {{x}}');
  });

  test('sets Latin names off from Chinese characters, and leaves dates alone', () => {
    expect(interpolate('直接联系{{person}}。', { person: 'Mei Lin' })).toBe('直接联系 Mei Lin。');
    expect(interpolate('由{{person}}跟进', { person: 'Mei' })).toBe('由 Mei 跟进');
    expect(interpolate('将于{{date}}到期', { date: '10月28日（周三）' })).toBe('将于10月28日（周三）到期');
  });
});
