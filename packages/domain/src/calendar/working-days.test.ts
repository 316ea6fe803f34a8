import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { WORK_DAYS_OFFICIAL_UNTIL } from '../rulebook/work-days.js';
import { WORK_DAYS } from './shipped-work-days.js';
import { buildWorkCalendar } from './build-work-calendar.js';
import { addDays, addMonths, daysBetween, isCalendarDate, shanghaiDate, shanghaiInstant } from './calendar-date.js';
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.js';

const calendar = buildWorkCalendar(WORK_DAYS);
const published = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
};
const anyDate = fc.integer({ min: 0, max: 8400 }).map((n) => addDays('2004-01-01', n));
const anyYearDate = fc.integer({ min: 0, max: 36_000 }).map((n) => addDays('1990-01-01', n));

describe('the work calendar', () => {
  test('is what chinese-days has for the announced years, day for day', () => {
    const years = Object.keys({ ...published.holidays, ...published.workdays }).map((on) => Number(on.slice(0, 4)));
    expect(WORK_DAYS.years.map(({ year }) => year)).toEqual([...new Set(years)].toSorted((a, b) => a - b));
    for (const { year, off, makeUp } of WORK_DAYS.years) {
      const ofYear = (days: Record<string, string>) =>
        Object.keys(days)
          .filter((on) => on.startsWith(`${year}-`))
          .sort();
      expect([...off]).toEqual(ofYear(published.holidays));
      expect([...makeUp]).toEqual(ofYear(published.workdays));
    }
    expect(calendar.officialUntil).toBe(WORK_DAYS_OFFICIAL_UNTIL);
    expect(calendar.officialFrom).toBe('2004-01-01');
  });

  test('knows years long past as they were announced too, with the weekends worked in them', () => {
    expect(addWorkingDays(calendar, '2008-09-26', 1)).toEqual({
      date: '2008-09-27',
      provisional: false,
      makeUpDay: true,
    });
    expect(addWorkingDays(calendar, '2023-09-28', 3)).toEqual({
      date: '2023-10-09',
      provisional: false,
      makeUpDay: false,
    });
  });

  test('knows in years without a notice the holidays that the law ties to a date, and no more', () => {
    for (const on of ['2027-01-01', '2028-05-02', '2030-10-03']) expect(calendar.days.get(on)).toBe('off');
    expect(addWorkingDays(calendar, '2027-09-30', 1)).toEqual({
      date: '2027-10-04',
      provisional: true,
      makeUpDay: false,
    });
    expect(addWorkingDays(calendar, '2027-02-05', 1).date).toBe('2027-02-08');
  });

  test('is official only up to a missing year, and a loaded year replaces what the law alone fixed', () => {
    const y2027 = { year: 2027, off: ['2027-01-01'], makeUp: [] };
    const y2028 = { year: 2028, off: ['2028-01-03'], makeUp: [] };
    expect(buildWorkCalendar({ ...WORK_DAYS, years: [...WORK_DAYS.years, y2028] }).officialUntil).toBe('2026-12-31');
    const both = buildWorkCalendar({ ...WORK_DAYS, years: [y2028, y2027, ...WORK_DAYS.years] });
    expect(both.officialUntil).toBe('2028-12-31');
    expect(both.days.has('2027-05-01')).toBe(false);
    expect(isWorkingDay(buildWorkCalendar({ years: [], fixedByLaw: [] }), '2026-10-01')).toBe(true);
    expect(addWorkingDays(buildWorkCalendar({ years: [], fixedByLaw: [] }), '2026-10-01', 1).provisional).toBe(true);
  });
});

describe('adding working days', () => {
  test.each([
    ['2026-09-30', 7, '2026-10-15', false, 'past the National Day week with its worked Saturday'],
    ['2026-09-28', 5, '2026-10-10', true, 'the early end of a review handed in on Monday: the worked Saturday itself'],
    ['2026-09-28', 7, '2026-10-13', false, 'its late end'],
    ['2026-02-13', 1, '2026-02-14', true, 'the worked Saturday before Spring Festival'],
    ['2026-02-14', 1, '2026-02-24', false, 'over the whole of Spring Festival'],
    ['2026-10-03', 0, '2026-10-08', false, 'nothing to add on a day off: the next working day'],
    ['2026-10-10', 0, '2026-10-10', true, 'nothing to add on a working day: that day'],
    ['2026-10-04', 1, '2026-10-08', false, 'handed in on a holiday'],
    ['2026-10-15', -7, '2026-09-30', false, 'and back again'],
    ['2026-10-11', -1, '2026-10-10', true, 'back from a Sunday'],
  ])('%s + %i = %s (%s)', (on, n, date, makeUpDay) => {
    expect(addWorkingDays(calendar, on, n)).toEqual({ date, provisional: false, makeUpDay });
  });

  test('is provisional as soon as it leaves the announced years, in either direction', () => {
    expect(addWorkingDays(calendar, '2026-12-30', 1)).toMatchObject({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays(calendar, '2026-12-31', 1)).toMatchObject({ date: '2027-01-04', provisional: true });
    expect(addWorkingDays(calendar, '2027-01-05', -2)).toMatchObject({ date: '2026-12-31', provisional: true });
    expect(addWorkingDays(calendar, '2004-01-02', -1)).toMatchObject({ date: '2003-12-31', provisional: true });
    expect(addWorkingDays(calendar, '2027-02-08', 0).provisional).toBe(true);
  });

  test('lands on a working day, and counting the way gives the number back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (on, n) => {
        const { date } = addWorkingDays(calendar, on, n);
        expect(isWorkingDay(calendar, date)).toBe(true);
        if (n !== 0) expect(countWorkingDays(calendar, on, date).workingDays).toBe(n);
      }),
    );
  });

  test('refuses what is no date and no whole number', () => {
    expect(() => addWorkingDays(calendar, '2026-02-30', 1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2026-02-20', 1.5)).toThrow(RangeError);
  });
});

describe('counting working days', () => {
  test('adds up: a way in two legs is as long as the whole way', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (...dates) => {
        const [a, b, c] = dates.sort() as [string, string, string];
        const legs = countWorkingDays(calendar, a, b).workingDays + countWorkingDays(calendar, b, c).workingDays;
        expect(countWorkingDays(calendar, a, c).workingDays).toBe(legs);
        const back = countWorkingDays(calendar, c, b).workingDays + countWorkingDays(calendar, b, a).workingDays;
        expect(countWorkingDays(calendar, c, a).workingDays).toBe(back);
      }),
    );
  });

  test('is the same as looking at every day in turn', () => {
    fc.assert(
      fc.property(anyYearDate, fc.integer({ min: 0, max: 90 }), (from, length) => {
        const days = Array.from({ length }, (_, index) => addDays(from, index + 1));
        const worked = days.filter((on) => isWorkingDay(calendar, on)).length;
        expect(countWorkingDays(calendar, from, addDays(from, length)).workingDays).toBe(worked);
      }),
    );
  });

  test('the same day is no working day away, and says zero rather than minus zero', () => {
    expect(countWorkingDays(calendar, '2026-10-05', '2026-10-05')).toEqual({ workingDays: 0, provisional: false });
    expect(Object.is(countWorkingDays(calendar, '2026-10-05', '2026-10-04').workingDays, 0)).toBe(true);
    expect(countWorkingDays(calendar, '2026-12-31', '2027-01-05')).toEqual({ workingDays: 2, provisional: true });
  });
});

describe('calendar dates', () => {
  test('an instant belongs to the day it is in Shanghai', () => {
    expect(shanghaiDate('2025-12-31T16:00:00Z')).toBe('2026-01-01');
    expect(shanghaiDate('2025-12-31T15:59:59.999Z')).toBe('2025-12-31');
    expect(shanghaiDate('2026-01-01T00:30:00+09:00')).toBe('2025-12-31');
    expect(shanghaiInstant('2026-09-28', '11:20')).toBe('2026-09-28T03:20:00.000Z');
    expect(shanghaiInstant('2026-09-28', '00:00')).toBe('2026-09-27T16:00:00.000Z');
    expect(() => shanghaiInstant('2026-09-28', '24:00')).toThrow(RangeError);
    expect(() => shanghaiDate('yesterday')).toThrow(RangeError);
  });

  test('handed in at 23:59:59 counts from that day, a moment later from the next', () => {
    const after = (instant: string) => addWorkingDays(calendar, shanghaiDate(instant), 1);
    expect(after('2026-10-09T15:59:59.999Z')).toMatchObject({ date: '2026-10-10', makeUpDay: true });
    expect(after('2026-10-09T16:00:00.000Z')).toMatchObject({ date: '2026-10-12', makeUpDay: false });
    expect(after('2026-10-03T04:00:00.000Z').date).toBe('2026-10-08');
  });

  test('a wall-clock minute of Shanghai is on its own day', () => {
    fc.assert(
      fc.property(anyYearDate, fc.integer({ min: 0, max: 1439 }), (on, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(shanghaiDate(shanghaiInstant(on, time))).toBe(on);
      }),
    );
  });

  test('days add and subtract, months keep to the end of a shorter month', () => {
    fc.assert(
      fc.property(anyYearDate, fc.integer({ min: -5000, max: 5000 }), (on, n) => {
        expect(daysBetween(on, addDays(on, n))).toBe(n);
      }),
    );
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '0999-01-01', '', 'x', '2026-01-01T00:00'])(
    '%s is no calendar date',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );
});
