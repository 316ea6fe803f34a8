import { expect, test } from '@jest/globals';
import { parseDayList } from '@daiban/domain/calendar';
import { rangesOf, toDayList, writeDays } from './day-ranges.js';

const DAYS = ['2027-02-06', '2027-01-01', '2027-01-02', '2027-01-03', '2027-01-31', '2027-02-01'];

test('neighbouring days are one range, over the end of a month too', () => {
  expect(rangesOf(DAYS)).toEqual([
    ['2027-01-01', '2027-01-03'],
    ['2027-01-31', '2027-02-01'],
    ['2027-02-06', '2027-02-06'],
  ]);
  expect(writeDays(DAYS, 'en')).toBe('1–3 Jan, 31 Jan – 1 Feb, 6 Feb');
  expect(writeDays(DAYS, 'zh')).toBe('1月1日至3日、1月31日至2月1日、2月6日');
  expect(writeDays([], 'en')).toBe('');
});

test('what the form is filled with is read back as the same days', () => {
  expect(parseDayList(toDayList(DAYS), 2027)).toEqual({ days: [...DAYS].sort(), unread: [] });
});
