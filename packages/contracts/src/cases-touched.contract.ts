/** Which open cases answer differently after a change of the rulebook or of the calendar. */
import { STAGES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { IdSchema } from './values.contract.js';

export const CasesTouchedSchema = z
  .object({
    /** Open cases whose answers differ, of those that were asked. */
    count: z.number().int(),
    /** The first fifty of them. */
    cases: z.array(
      z.object({
        registrationId: IdSchema,
        clientName: z.string(),
        accountName: z.string().nullable(),
        stage: z.enum(STAGES),
        /** Which answers: `promise`, `expectedRange`, `deadlines` … */
        changed: z.array(z.string()),
      }),
    ),
    /** More are touched than are named. */
    truncated: z.boolean(),
    /** false: the agency has more open cases than were asked, and more may be touched than are counted. */
    askedAll: z.boolean(),
  })
  .meta({ id: 'CasesTouched' });
export type CasesTouched = z.infer<typeof CasesTouchedSchema>;
