/** What the rulebook's address says: the words searched, the filters, the day of the book. */
import { z } from 'zod';

export const ruleSearchSchema = z.object({
  q: z.string().max(100).optional().catch(undefined),
  noun: z.string().max(60).optional().catch(undefined),
  kind: z.enum(['hard', 'policy', 'soft', 'unknown']).optional().catch(undefined),
  own: z.literal(true).optional().catch(undefined),
  asOf: z.iso.date().optional().catch(undefined),
});
export type RuleSearch = z.infer<typeof ruleSearchSchema>;
