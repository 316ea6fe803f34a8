import { describe, expect, test } from '@jest/globals';
import {
  dateIn,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDateWithYear,
  formatShortDate,
} from './format-date.js';
import { formatMoney } from './format-money.js';
import { formatName } from './format-name.js';
import { pickLocale } from './pick-locale.js';

describe('a date', () => {
  test('shows its year only when that is not this year', () => {
    expect(formatDate('2026-10-13', 'en', '2026-09-28')).toBe('Tue 13 Oct');
    expect(formatDate('2026-10-13', 'zh', '2026-09-28')).toBe('10月13日（周二）');
    expect(formatDate('2027-01-04', 'en', '2026-09-28')).toBe('Mon 4 Jan 2027');
    expect(formatDate('2027-01-04', 'zh', '2026-09-28')).toBe('2027年1月4日（周一）');
    expect(formatDate('2026-10-13', 'en')).toBe('Tue 13 Oct 2026');
    expect(formatShortDate('2026-09-08', 'en', '2026-09-28')).toBe('8 Sep');
    expect(formatDateWithYear('2026-09-08', 'zh')).toBe('2026年9月8日');
  });

  test('stays the day it is in Beijing, whatever zone the machine keeps', () => {
    const zone = process.env['TZ'];
    try {
      for (const each of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
        process.env['TZ'] = each;
        expect(formatDate('2026-01-01', 'en', '2026-09-28')).toBe('Thu 1 Jan');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('makes a range within a month, over two, and of one day', () => {
    expect(formatDateRange('2026-10-10', '2026-10-13', 'en')).toBe('10–13 Oct');
    expect(formatDateRange('2026-10-10', '2026-10-13', 'zh')).toBe('10月10日至13日');
    expect(formatDateRange('2026-09-28', '2026-10-02', 'en')).toBe('28 Sep – 2 Oct');
    expect(formatDateRange('2026-09-28', '2026-10-02', 'zh')).toBe('9月28日至10月2日');
    expect(formatDateRange('2026-10-10', '2026-10-10', 'en')).toBe('10 Oct');
  });
});

describe('an instant', () => {
  test('is written in the reader’s own zone', () => {
    expect(formatDateTime('2026-09-30T09:00:00.000Z', 'Europe/Rome', 'en', '2026-09-28')).toBe('Wed 30 Sep, 11:00');
    expect(formatDateTime('2026-09-30T09:00:00.000Z', 'Asia/Shanghai', 'zh', '2026-09-28')).toBe(
      '9月30日（周三）17:00',
    );
    expect(formatDateTime('2026-09-30T16:00:00.000Z', 'Asia/Shanghai', 'en', '2026-09-28')).toBe('Thu 1 Oct, 00:00');
  });

  test('belongs to another day in another zone', () => {
    expect(dateIn('2025-12-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-01-01');
    expect(dateIn('2025-12-31T16:00:00.000Z', 'America/Los_Angeles')).toBe('2025-12-31');
  });
});

test('money carries a sign that cannot be mistaken, and cents only where there are some', () => {
  expect(formatMoney({ amountMinor: 30000, currency: 'CNY' }, 'zh')).toBe('¥300');
  expect(formatMoney({ amountMinor: 9900, currency: 'USD' }, 'en')).toBe('US$99');
  expect(formatMoney({ amountMinor: 123450, currency: 'AUD' }, 'en')).toBe('A$1,234.50');
  expect(formatMoney({ amountMinor: 500, currency: 'JPY' }, 'en')).toBe('JPY 500');
  expect(formatMoney({ amountMinor: -50, currency: 'CNY' }, 'en')).toBe('−¥0.50');
});

test('a name is written once when both forms are the same, and in Chinese alone for a Chinese reader', () => {
  expect(formatName({ name: '雅拉乳业', latinName: 'Yarra Dairy' }, 'en')).toBe('雅拉乳业 Yarra Dairy');
  expect(formatName({ name: '雅拉乳业', latinName: 'Yarra Dairy' }, 'zh')).toBe('雅拉乳业');
  expect(formatName({ name: 'Lumière', latinName: 'lumière' }, 'en')).toBe('Lumière');
  expect(formatName({ name: 'Lumière' }, 'zh')).toBe('Lumière');
});

test.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['fr-FR,fr;q=0.9,en;q=0.5,zh;q=0.4', 'en'],
  ['en;q=0.2, zh-Hans;q=0.7', 'zh'],
  ['zh;q=0, en', 'en'],
  ['de', 'en'],
  ['', 'en'],
  [null, 'en'],
  [';;q=x,,,', 'en'],
] as const)('Accept-Language %j is answered in %s', (header, locale) => {
  expect(pickLocale(header, 'en')).toBe(locale);
});
