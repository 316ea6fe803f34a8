/** The one shape of every error answer (RFC 9457) and of a refusal, warning or unknown inside it. Made by the API's error filter, read by `callOperation`. */
import { HOLDERS, LOCALES, ROLES } from '@daiban/domain/enumerations';
import { z } from 'zod';

export const RoleSchema = z.enum(ROLES);
export const LocaleSchema = z.enum(LOCALES);

/** The rule of the rulebook that a finding rests on, so that a reader can check it. */
export const RuleReferenceSchema = z
  .object({
    /** Id of the rule in the rulebook. */
    id: z.string(),
    /** Where the rule is written, in the reader's language or as its document's name. */
    source: z.string(),
    /** First day the rule holds, `YYYY-MM-DD`; null when it always did. */
    validFrom: z.string().nullable(),
    /** How sure we are of it. */
    confidence: z.string(),
  })
  .meta({ id: 'RuleReference' });
export type RuleReference = z.infer<typeof RuleReferenceSchema>;

/** One no, warning or unknown: what, why, what clears it and who can. */
export const RefusalSchema = z
  .object({
    /** `noun.problem`; never changes with the language. */
    code: z.string(),
    /** One sentence in the caller's language. */
    message: z.string(),
    kind: z.enum(['hard', 'policy', 'soft', 'unknown']),
    rule: RuleReferenceSchema.nullable(),
    /** One sentence: what would clear it. */
    clearedBy: z.string(),
    clearedByHolder: z.enum(HOLDERS),
    /** Only a member with this role may acknowledge it; absent: whoever may apply the event. */
    acknowledgedBy: RoleSchema.optional(),
  })
  .meta({ id: 'Refusal' });
export type Refusal = z.infer<typeof RefusalSchema>;

/** One field of the request that is not as the contract says. */
export const InvalidFieldSchema = z
  .object({
    in: z.enum(['params', 'query', 'body', 'header']),
    /** Dotted path inside that part; empty for the whole part. */
    path: z.string(),
    message: z.string(),
  })
  .meta({ id: 'InvalidField' });
export type InvalidField = z.infer<typeof InvalidFieldSchema>;

export const ProblemSchema = z
  .object({
    /** A URI reference that names the kind of problem; its last part is the code. */
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** `noun.problem`; never changes with the language. */
    code: z.string(),
    detail: z.string(),
    /** Quote it when asking for help; the server's log has the same. */
    requestId: z.string(),
    refusals: z.array(RefusalSchema).optional(),
    invalid: z.array(InvalidFieldSchema).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof ProblemSchema>;
