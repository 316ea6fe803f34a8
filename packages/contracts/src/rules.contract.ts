/** The rulebook: what holds on a day, where it is written and how sure we are, and an owner's own values with the open cases that they touch. */
import { FINDING_KINDS } from '@daiban/domain';
import { z } from 'zod';
import { CasesTouchedSchema } from './cases-touched.contract.js';
import { defineOperation } from './define-operation.js';
import { CalendarDateSchema, GivenDateSchema, IdSchema, InstantSchema, visibleText } from './values.contract.js';

/** How sure we are: official text or WeChat's own form · several sources agree, or one good one · a single weak or old one. */
export const CONFIDENCES = ['H', 'M', 'L'] as const;

/** Where a rule was read. */
export const RuleSourceSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    publisher: z.string(),
    /** null: not on the public web. */
    address: z.string().nullable(),
    /** The time it held, as far as it says so. */
    heldOn: z.string(),
    /** What it says, in our own words. */
    says: z.string(),
  })
  .meta({ id: 'RuleSource' });

const whole = z.number().int();
const numbers = { unit: z.string(), min: whole, max: whole };
/** What an own value may be, as data for a form; the domain's `ValueForm`. */
export const ValueFormSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('yes_no') }),
    z.object({ kind: z.literal('number'), ...numbers }),
    /** Whole numbers, each once, from the greatest to the smallest. */
    z.object({ kind: z.literal('numbers'), ...numbers }),
    /** `{from, to}`. */
    z.object({ kind: z.literal('range'), ...numbers }),
    /** `{min, max}`. */
    z.object({ kind: z.literal('bounds'), ...numbers }),
    /** `{amountMinor, currency}`. */
    z.object({ kind: z.literal('money'), currency: z.string(), maxMinor: whole }),
    z.object({ kind: z.literal('words'), of: z.array(z.string()).readonly() }),
    /** `{count, per}`. */
    z.object({ kind: z.literal('allowance'), max: whole, per: z.array(z.string()).readonly() }),
    /** A number or null for each key that the shipped value has. */
    z.object({ kind: z.literal('number_by_key'), ...numbers }),
    /** `[{upTo, days}, …]`, rising; the last `upTo` is null. */
    z.object({ kind: z.literal('tiers'), maxDays: whole }),
    /** `HH:MM`. */
    z.object({ kind: z.literal('time') }),
    /** `MM-DD`. */
    z.object({ kind: z.literal('month_day') }),
  ])
  .meta({ id: 'ValueForm' });
export type ValueForm = z.infer<typeof ValueFormSchema>;

/** A value of a rule and the days on which it holds, held or will hold. */
export const RuleSpanSchema = z
  .object({
    validFrom: CalendarDateSchema,
    /** First day on which it no longer holds, `validFrom` itself where it held for some hours of that day; null: still open. */
    validTo: CalendarDateSchema.nullable(),
    value: z.unknown(),
    /** What the rule says with this value. */
    sentence: z.string(),
    /** The agency's own value; null: as shipped. */
    own: z.object({ reason: z.string(), by: z.string().nullable(), setAt: InstantSchema }).nullable(),
  })
  .meta({ id: 'RuleSpan' });
export type RuleSpan = z.infer<typeof RuleSpanSchema>;

export const RuleSchema = z
  .object({
    id: z.string(),
    /** What it is about: the first word of its id. */
    noun: z.string(),
    /** In the shape of this rule; null: nobody knows. */
    value: z.unknown(),
    /** hard: nobody can lift it · policy: the owner may set an own value · soft: a warning · unknown: nobody knows. */
    kind: z.enum(FINDING_KINDS),
    /** Its name, in the reader's language. */
    text: z.string(),
    /** What it says with its value, in the reader's language. */
    sentence: z.string(),
    /** Where the value was read. */
    source: RuleSourceSchema,
    /** Others that say the same. */
    alsoSources: z.array(RuleSourceSchema),
    /** Others that say otherwise, and what they say; null: nobody does. */
    disputed: z.object({ says: z.string(), sources: z.array(RuleSourceSchema) }).nullable(),
    /** What an own value may be; null: this rule cannot have one. */
    form: ValueFormSchema.nullable(),
    validFrom: CalendarDateSchema,
    /** First day on which it no longer holds. */
    validTo: CalendarDateSchema.nullable(),
    lastChecked: CalendarDateSchema,
    /** By when a person should look at it again. */
    reviewBy: CalendarDateSchema,
    /** That day has passed: confirm with Tencent before promising. */
    reviewOverdue: z.boolean(),
    confidence: z.enum(CONFIDENCES),
    /** What it would say without the agency's own value; null: it is as shipped. */
    overridden: z
      .object({
        value: z.unknown(),
        sentence: z.string(),
        reason: z.string(),
        by: z.string().nullable(),
        validFrom: CalendarDateSchema,
      })
      .nullable(),
    /** Every value that it had, has and will have, the newest first. */
    history: z.array(RuleSpanSchema),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof RuleSchema>;

export const listRules = defineOperation({
  id: 'listRules',
  method: 'GET',
  path: '/rules',
  permission: 'rules.read',
  summary:
    'The rulebook of a day with its sources: all of it in one page. A rule that did not hold yet on that day is left out.',
  input: {
    query: z.strictObject({
      /** Today in Shanghai when not given. */
      asOf: GivenDateSchema.optional(),
      /** Words of the name, the sentence, the source or the id. */
      q: z.string().trim().max(100).optional(),
      noun: z.string().trim().min(1).max(60).optional(),
      kind: z.enum(FINDING_KINDS).optional(),
      /** Only rules with a value of the agency's own. */
      own: z.enum(['true', 'false']).optional(),
    }),
  },
  output: {
    schema: z.object({
      /** Version of the shipped book. */
      version: z.string(),
      asOf: CalendarDateSchema,
      items: z.array(RuleSchema),
      nextCursor: z.null(),
      /** What rules of that day are about, whatever was searched for. */
      nouns: z.array(z.object({ noun: z.string(), text: z.string(), count: z.number().int() })),
      /** Rules of that day whose review is overdue, whatever was searched for. */
      reviewOverdue: z.number().int(),
    }),
  },
});

/** One entry of a value that is a table (a stage's days): the sentence then says that entry alone. */
const PART = z.string().min(1).max(60).optional();
const RuleParamsSchema = z.strictObject({ id: z.string().min(1).max(100) });

export const getRule = defineOperation({
  id: 'getRule',
  method: 'GET',
  path: '/rules/{id}',
  permission: 'rules.read',
  summary: 'One rule as it holds on a day: why a number or a refusal is as it is.',
  input: { params: RuleParamsSchema, query: z.strictObject({ asOf: GivenDateSchema.optional(), part: PART }) },
  output: { schema: RuleSchema },
  refusals: ['rule.unknown'],
});

export const overrideRule = defineOperation({
  id: 'overrideRule',
  method: 'POST',
  path: '/rules/{id}/overrides',
  permission: 'rules.manage',
  summary:
    "Sets the agency's own value of a policy rule from a day on, and lists the open cases that answer differently. `dryRun=true` writes nothing.",
  input: {
    params: RuleParamsSchema,
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
    body: z.strictObject({
      /** In the shape of the rule; null: as shipped again from that day on. */
      value: z.json(),
      /** First day on which it holds: today at the earliest, since what was decided keeps the rules of its day. */
      validFrom: GivenDateSchema,
      /** Why; stands in the agency's history. */
      reason: visibleText(2000),
    }),
  },
  output: {
    status: 201,
    otherStatuses: [200],
    schema: z.object({
      /** null: a dry run, nothing is written. */
      override: z
        .object({
          id: IdSchema,
          ruleId: z.string(),
          value: z.unknown(),
          sentence: z.string(),
          validFrom: CalendarDateSchema,
          reason: z.string(),
          setAt: InstantSchema,
        })
        .nullable(),
      /** What the rule says on that day without it, and with it. */
      before: z.string(),
      after: z.string(),
      /** Open cases that answer differently with it. */
      casesTouched: CasesTouchedSchema,
    }),
  },
  refusals: [
    'rule.unknown',
    'rule.not_overridable',
    'rule.value_shape',
    'rule.valid_from_past',
    'rule.nothing_to_withdraw',
  ],
});

export const getPortalRule = defineOperation({
  id: 'getPortalRule',
  method: 'GET',
  path: '/portal/rules/{id}',
  permission: 'portal.visitor',
  summary:
    'Why a date or an amount on the client’s page is as it is: the rule as it holds on a day, without anything internal.',
  input: { params: RuleParamsSchema, query: z.strictObject({ asOf: GivenDateSchema.optional(), part: PART }) },
  output: {
    schema: z.object({
      ...RuleSchema.pick({
        id: true,
        text: true,
        sentence: true,
        source: true,
        validFrom: true,
        lastChecked: true,
        reviewOverdue: true,
        confidence: true,
      }).shape,
      /** The value is the agency's own. */
      own: z.boolean(),
    }),
  },
  refusals: ['rule.unknown'],
});
