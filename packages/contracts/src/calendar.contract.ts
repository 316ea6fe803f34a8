/** Chinese working days. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { CalendarDateSchema, GivenDateSchema } from './values.contract.js';

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
