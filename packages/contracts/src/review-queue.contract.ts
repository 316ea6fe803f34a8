/** Over all cases: whose papers wait to be looked at, the longest first. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { IdSchema, InstantSchema, PAGE_QUERY, pageOf } from './values.contract.js';

/** A case with papers that nobody has looked over yet. */
export const WaitingReviewSchema = z
  .object({
    registrationId: IdSchema,
    accountName: z.string(),
    client: z.object({ id: IdSchema, name: z.string() }),
    assigneeId: IdSchema.nullable(),
    /** Codes of the papers, in the order they were sent; i18n `prerequisites` names them. */
    papers: z.array(z.string()),
    /** When the first of them was sent. */
    waitingSince: InstantSchema,
  })
  .meta({ id: 'WaitingReview' });
export type WaitingReview = z.infer<typeof WaitingReviewSchema>;

export const listReviewQueue = defineOperation({
  id: 'listReviewQueue',
  method: 'GET',
  path: '/review-queue',
  permission: 'documents.read',
  summary: 'Lists the cases whose papers wait to be looked over, those that wait longest first.',
  input: { query: z.strictObject(PAGE_QUERY) },
  output: { schema: pageOf(WaitingReviewSchema) },
});
