/** Chinese working days. */
import { z } from 'zod';
import { CasesTouchedSchema } from './cases-touched.contract.js';
import { defineOperation } from './define-operation.js';
import { RefusalSchema } from './problem.contract.js';
import { CalendarDateSchema, GivenDateSchema, InstantSchema, VersionSchema, visibleText } from './values.contract.js';

export const getWorkingDay = defineOperation({
  id: 'getWorkingDay',
  method: 'GET',
  path: '/calendar/working-day',
  permission: 'calendar.read',
  summary:
    'With `days`: the day that many working days after `from` (before it when negative). With `to`: the working days between.',
  input: {
    query: z.strictObject({
      from: GivenDateSchema,
      days: z.coerce.number().int().min(-2000).max(2000).optional(),
      to: GivenDateSchema.optional(),
    }),
  },
  output: {
    schema: z.object({
      /** Answer to `days`. */
      date: CalendarDateSchema.optional(),
      /** That day is a weekend day that is worked; an auditor's desk may be empty. */
      makeUpDay: z.boolean().optional(),
      /** Answer to `to`. */
      workingDays: z.number().int().optional(),
      /** It touches a year whose holidays are not published yet. */
      provisional: z.boolean(),
    }),
  },
  refusals: ['calendar.days_or_to'],
});

/** A year of the calendar as decisions of the agency take it. */
export const CalendarYearSchema = z
  .object({
    year: z.number().int(),
    /** Days off, weekends inside a holiday included. */
    daysOff: z.array(CalendarDateSchema),
    /** Weekend days worked in exchange. */
    makeUpDays: z.array(CalendarDateSchema),
    /** Where it was announced. */
    source: z.string(),
    /** `shipped`: comes with the product · `agency`: this agency's owner loaded it; it goes before a shipped one. */
    origin: z.enum(['shipped', 'agency']),
    /** Who loaded it and when; null for a shipped one. */
    setBy: z.string().nullable(),
    setAt: InstantSchema.nullable(),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYearSchema>;

export const listCalendarYears = defineOperation({
  id: 'listCalendarYears',
  method: 'GET',
  path: '/calendar/years',
  permission: 'calendar.read',
  summary:
    'Lists the announced years as the agency has them, until when dates are official, and which year is missing.',
  input: {},
  output: {
    schema: z.object({
      items: z.array(CalendarYearSchema),
      officialFrom: CalendarDateSchema,
      /** Last day of the announced time; every date beyond it is provisional. */
      officialUntil: CalendarDateSchema,
      /** The first year without an announcement. */
      missing: z.object({
        year: z.number().int(),
        /** From when on it is asked for: the notice comes in the autumn before. */
        warnFromOn: CalendarDateSchema,
        /** That day has come. */
        isDue: z.boolean(),
        /** Days off in it that the law itself fixes; dates in that year stay provisional all the same. */
        fixedDaysOff: z.array(CalendarDateSchema),
      }),
      /** Public holidays of a year by law: what a loaded year is compared with. */
      holidaysByLaw: z.number().int(),
      /** Version of the agency's record, for `expectedVersion`. */
      version: VersionSchema,
    }),
  },
});

export const setCalendarYear = defineOperation({
  id: 'setCalendarYear',
  method: 'PUT',
  path: '/calendar/years/{year}',
  permission: 'calendar.manage',
  summary:
    'Loads or corrects a year for the whole agency and says which open cases move. With `dryRun=true` nothing is stored.',
  input: {
    params: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199) }),
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: z.strictObject({
      daysOff: z.array(GivenDateSchema).max(200),
      makeUpDays: z.array(GivenDateSchema).max(100),
      /** Where it was announced: the notice's name or address. */
      source: visibleText(500),
      expectedVersion: VersionSchema.optional(),
    }),
  },
  output: {
    schema: z.object({
      year: CalendarYearSchema,
      /** What is unlike every notice so far; it was stored all the same. */
      warnings: z.array(RefusalSchema),
      /** Open cases whose dates move. */
      casesTouched: CasesTouchedSchema,
      version: VersionSchema,
    }),
  },
  refusals: [
    'calendar.year_over',
    'calendar.no_days_off',
    'calendar.day_outside_year',
    'calendar.day_twice',
    'calendar.make_up_on_weekday',
    'calendar.fixed_holiday_missing',
  ],
});
