/** What every event of a machine carries, and how its facts become a schema of their own. */
import type { FactSpec } from '@daiban/domain';
import { FACT_KINDS } from '@daiban/domain';
import { z } from 'zod';
import { EvidenceSchema } from './emails.contract.js';
import { RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import {
  CalendarDateSchema,
  GivenDateSchema,
  GivenInstantSchema,
  IdSchema,
  MoneySchema,
  VersionSchema,
  visibleText,
} from './values.contract.js';

/** A person's answer to a warning or an unknown; kept in the history. */
export const AcknowledgementSchema = z
  .strictObject({
    /** The finding's code. */
    code: z.string().min(1).max(100),
    /** Why we go on all the same. */
    reason: visibleText(1000),
    /** Whom we asked; an unknown is passed only with it. */
    answeredBy: visibleText(200).optional(),
    evidenceId: IdSchema.optional(),
  })
  .meta({ id: 'Acknowledgement' });

const shape = {
  expectedVersion: VersionSchema,
  evidence: EvidenceSchema.optional(),
  /** When it happened in the world; now when not given, never in the future. */
  occurredAt: GivenInstantSchema.optional(),
  acknowledgements: z.array(AcknowledgementSchema).max(50).optional(),
  /** Why; some events ask for it. */
  reason: visibleText(2000).optional(),
};

const factSchema = (fact: FactSpec): z.ZodType => {
  switch (fact.kind) {
    case 'date':
      return GivenDateSchema;
    case 'instant':
      return GivenInstantSchema;
    case 'money':
      return z.strictObject(MoneySchema.shape);
    case 'count':
      return z.number().int().min(0).max(2_000_000_000);
    case 'enum':
      return z.enum(fact.options as readonly [string, ...string[]]);
    case 'text':
      return visibleText(fact.maxLength ?? 2000);
    case 'boolean':
      return z.boolean();
    case 'uuid':
      return IdSchema;
    case 'evidence':
      return EvidenceSchema;
  }
};

/**
 * Facts are checked for their form here. Whether one is missing is for the machine to say (422 `facts.missing`),
 * since what an event needs can depend on the case.
 */
const factsSchema = (facts: readonly FactSpec[]) =>
  z.strictObject(Object.fromEntries(facts.map((fact) => [fact.name, factSchema(fact).nullable().optional()])));

/** Body of an event: `unionOf` makes one schema an event out of the domain's list of facts. */
export const eventBodySchema = {
  shape,
  unionOf<Event extends string>(
    table: Readonly<Record<Event, readonly FactSpec[]>>,
    without: readonly NoInfer<Event>[],
    id: string,
  ) {
    const events = (Object.keys(table) as Event[]).filter((event) => !without.includes(event));
    const options = events.map((event) =>
      z.strictObject({ event: z.literal(event), ...shape, facts: factsSchema(table[event]).optional() }),
    );
    type Option = z.ZodObject<
      {
        event: z.ZodType<Event, Event>;
        facts: z.ZodOptional<z.ZodType<Record<string, unknown>, Record<string, unknown>>>;
      } & typeof shape,
      z.core.$strict
    >;
    return z
      .discriminatedUnion('event', options as unknown as [z.core.$ZodTypeDiscriminable])
      .meta({ id }) as unknown as Option;
  },
};

/** One fact an event takes, as data for a form. */
export const FactSpecSchema = z
  .object({
    name: z.string(),
    kind: z.enum(FACT_KINDS),
    required: z.boolean(),
    /** With this fact given, it may be absent. */
    unless: z.string().optional(),
    /** It is required only where this yes-or-no fact is a yes. */
    onlyWith: z.string().optional(),
    /** Of an id: the record of the agency that it names. */
    of: z.enum(['registration', 'person']).optional(),
    options: z.array(z.string()).readonly().optional(),
    maxLength: z.number().int().optional(),
    /** A date that has come already. */
    past: z.literal(true).optional(),
  })
  .meta({ id: 'FactSpec' });

/** An event as a screen offers it: allowed, or why not and what clears it. */
export const AvailableEventSchema = <const Events extends readonly [string, ...string[]]>(events: Events) =>
  z.object({
    event: z.enum(events),
    /** Nothing hard stands against it; warnings and unknowns are to be acknowledged with it. */
    allowed: z.boolean(),
    refusals: z.array(RefusalSchema),
    warnings: z.array(RefusalSchema),
    unknowns: z.array(RefusalSchema),
    factsNeeded: z.array(FactSpecSchema),
  });

/** One day of the wait, as a gauge draws it. */
export const WaitDaySchema = z.object({
  on: CalendarDateSchema,
  /** off: not counted · make_up: a weekend day that is worked. */
  kind: z.enum(['working', 'off', 'make_up']),
  /** Number of the working day in the wait, 0 on the first; null on a day off. */
  number: z.number().int().nullable(),
});

/** When Tencent's answer is expected: a range, never one date. */
export const ExpectedRangeSchema = z
  .object({
    /** Day 0. */
    startOn: CalendarDateSchema,
    fromOn: CalendarDateSchema,
    toOn: CalendarDateSchema,
    /** In working days. */
    minDays: z.number().int(),
    maxDays: z.number().int(),
    /** It reaches into a year whose holidays are not published. */
    provisional: z.boolean(),
    /** Where the days come from: so many finished reviews of the agency's own, from their middle to the ninth of ten; null: the rule says so. */
    ownCases: z.number().int().nullable(),
    rule: RuleReferenceSchema.nullable(),
    days: z.array(WaitDaySchema),
  })
  .meta({ id: 'ExpectedRange' });
export type ExpectedRange = z.infer<typeof ExpectedRangeSchema>;
