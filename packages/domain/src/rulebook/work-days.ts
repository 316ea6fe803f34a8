/**
 * The State Council's days off and the weekend days worked in exchange, as announced year by year. The work calendar's
 * table is seeded from here; decisions get it as an argument (`buildWorkCalendar`). A test compares it with the
 * chinese-days package.
 */
import type { WorkDayTable } from '../calendar/build-work-calendar.js';

/**
 * Announced to the end of 2026. Of 2027 only the days are known that the law on public holidays ties to a date of the
 * solar calendar (1 January, 1-2 May, 1-3 October); the festivals of the moon and the exchanged weekends are not.
 */
export const WORK_DAYS = {
  years: [
    {
      year: 2024,
      off: [
        '2024-01-01',
        '2024-02-10',
        '2024-02-11',
        '2024-02-12',
        '2024-02-13',
        '2024-02-14',
        '2024-02-15',
        '2024-02-16',
        '2024-02-17',
        '2024-04-04',
        '2024-04-05',
        '2024-04-06',
        '2024-05-01',
        '2024-05-02',
        '2024-05-03',
        '2024-05-04',
        '2024-05-05',
        '2024-06-10',
        '2024-09-15',
        '2024-09-16',
        '2024-09-17',
        '2024-10-01',
        '2024-10-02',
        '2024-10-03',
        '2024-10-04',
        '2024-10-05',
        '2024-10-06',
        '2024-10-07',
      ],
      makeUp: [
        '2024-02-04',
        '2024-02-18',
        '2024-04-07',
        '2024-04-28',
        '2024-05-11',
        '2024-09-14',
        '2024-09-29',
        '2024-10-12',
      ],
    },
    {
      year: 2025,
      off: [
        '2025-01-01',
        '2025-01-28',
        '2025-01-29',
        '2025-01-30',
        '2025-01-31',
        '2025-02-01',
        '2025-02-02',
        '2025-02-03',
        '2025-02-04',
        '2025-04-04',
        '2025-04-05',
        '2025-04-06',
        '2025-05-01',
        '2025-05-02',
        '2025-05-03',
        '2025-05-04',
        '2025-05-05',
        '2025-05-31',
        '2025-06-01',
        '2025-06-02',
        '2025-10-01',
        '2025-10-02',
        '2025-10-03',
        '2025-10-04',
        '2025-10-05',
        '2025-10-06',
        '2025-10-07',
        '2025-10-08',
      ],
      makeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    },
    {
      year: 2026,
      off: [
        '2026-01-01',
        '2026-01-02',
        '2026-01-03',
        '2026-02-15',
        '2026-02-16',
        '2026-02-17',
        '2026-02-18',
        '2026-02-19',
        '2026-02-20',
        '2026-02-21',
        '2026-02-22',
        '2026-02-23',
        '2026-04-04',
        '2026-04-05',
        '2026-04-06',
        '2026-05-01',
        '2026-05-02',
        '2026-05-03',
        '2026-05-04',
        '2026-05-05',
        '2026-06-19',
        '2026-06-20',
        '2026-06-21',
        '2026-09-25',
        '2026-09-26',
        '2026-09-27',
        '2026-10-01',
        '2026-10-02',
        '2026-10-03',
        '2026-10-04',
        '2026-10-05',
        '2026-10-06',
        '2026-10-07',
      ],
      makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  ],
  fixedByLaw: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'],
} as const satisfies WorkDayTable;

/** Last day of the announced time. */
export const WORK_DAYS_OFFICIAL_UNTIL = '2026-12-31';

/** Where it comes from, for the rulebook's sources and the calendar table. */
export const WORK_DAYS_SOURCE = {
  title: 'Notices of the General Office of the State Council on the holidays of 2024, 2025 and 2026',
  publisher: 'General Office of the State Council of China',
  announcedOn: '2025-11-04',
  lastChecked: '2026-11-20',
  confidence: 'high',
} as const;
