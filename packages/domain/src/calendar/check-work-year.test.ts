import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOLIDAYS_BY_LAW } from '../rulebook/work-days.js';
import { WORK_DAYS } from './shipped-work-days.js';
import { checkWorkYear } from './check-work-year.js';
import { parseDayList } from './parse-day-list.js';

const LAW = { fixedByLaw: WORK_DAYS.fixedByLaw, holidays: HOLIDAYS_BY_LAW };
const yearOf = (year: number) => WORK_DAYS.years.find((each) => each.year === year)!;
const y2026 = yearOf(2026);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a year of the work calendar', () => {
  test('as the State Council announced it is taken without a word', () => {
    for (const year of [yearOf(2025), y2026]) expect(checkWorkYear(year, LAW)).toEqual({ problems: [], warnings: [] });
  });

  test.each([
    ['without any day off', { off: [], makeUp: [] }, ['calendar.no_days_off']],
    ['with a day of the year before', { off: [...y2026.off, '2025-12-31'] }, ['calendar.day_outside_year']],
    ['with a day that does not exist', { off: [...y2026.off, '2026-02-30'] }, ['calendar.day_outside_year']],
    ['with 10 October off and worked at once', { off: [...y2026.off, '2026-10-10'] }, ['calendar.day_twice']],
    ['with a Friday to make up', { makeUp: [...y2026.makeUp, '2026-10-09'] }, ['calendar.make_up_on_weekday']],
    [
      'without New Year’s Day',
      { off: y2026.off.filter((on) => on !== '2026-01-01') },
      ['calendar.fixed_holiday_missing'],
    ],
  ])('%s is refused', (_, change, expected) => {
    const check = checkWorkYear({ ...y2026, ...change }, LAW);
    expect(codes(check.problems)).toEqual(expected);
    expect(check.warnings).toEqual([]);
  });

  test('with its make-up days forgotten, or without a Spring Festival, is taken with a warning', () => {
    expect(checkWorkYear({ ...y2026, makeUp: [] }, LAW)).toEqual({
      problems: [],
      warnings: [{ code: 'calendar.balance_odd', params: { weekdaysOff: 19, makeUpDays: 0, holidays: 13 } }],
    });
    const withoutSpring = { ...y2026, off: y2026.off.filter((on) => !on.startsWith('2026-02')) };
    expect(codes(checkWorkYear(withoutSpring, LAW).warnings)).toContain('calendar.spring_festival_missing');
  });

  test('says which day it is about, and a day given twice is one day', () => {
    const { problems } = checkWorkYear({ ...y2026, off: [...y2026.off, '2027-01-01'] }, LAW);
    expect(problems[0]?.params).toEqual({ year: 2026, days: '2027-01-01' });
    expect(checkWorkYear({ ...y2026, off: [...y2026.off, ...y2026.off] }, LAW).warnings).toEqual([]);
  });
});

describe('the days of a notice, pasted', () => {
  test.each([
    ['2027-01-01', ['2027-01-01']],
    ['2027-01-01..2027-01-03', ['2027-01-01', '2027-01-02', '2027-01-03']],
    ['1月1日至3日', ['2027-01-01', '2027-01-02', '2027-01-03']],
    ['1月30日至2月1日、2月14日', ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-14']],
    ['2027/5/1 ~ 5/3; 05-09', ['2027-05-01', '2027-05-02', '2027-05-03', '2027-05-09']],
    ['２０２７年１０月１日～３日', ['2027-10-01', '2027-10-02', '2027-10-03']],
    ['2027-10-01 to 2027-10-02\n2027-10-01', ['2027-10-01', '2027-10-02']],
    ['', []],
  ])('%j', (text, days) => {
    expect(parseDayList(text, 2027)).toEqual({ days, unread: [] });
  });

  test('that cannot be read are named as they were typed', () => {
    expect(parseDayList('2027-02-30, New Year, 2027-03-05..2027-03-01, 2027-01-01..2028-01-01', 2027)).toEqual({
      days: [],
      unread: ['2027-02-30', 'New', 'Year', '2027-03-05..2027-03-01', '2027-01-01..2028-01-01'],
    });
  });

  test('may be anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDayList(text, 2027)));
  });
});
