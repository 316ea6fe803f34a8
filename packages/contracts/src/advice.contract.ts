/** The advisor: six facts in, one answer out, with the rule and its date behind each sentence; for the agency and for the client's page. */
import { FINDING_KINDS } from '@daiban/domain';
import {
  ACCOUNT_TYPES,
  ADVICE_GOALS,
  HOLDERS,
  LICENCE_OPTIONS,
  LICENCE_OWNERS,
  ORGANISATION_SIZES,
  ROUTES,
  SUBJECT_TYPES,
  TRADEMARK_RIGHTS,
  VERDICTS,
  type SubjectType,
} from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RefusalSchema, RuleReferenceSchema } from './problem.contract.js';
import {
  CalendarDateSchema,
  CountryCodeSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  MoneySchema,
  visibleText,
} from './values.contract.js';

/** An account that the licence in question already carries. */
export const ExistingAccountSchema = z.strictObject({
  accountType: z.enum(ACCOUNT_TYPES),
  /** A registration's state, or a word of one's own; one that nobody knows counts as an account that is there. */
  state: visibleText(60),
  verified: z.boolean().default(false),
});

export const AdviceQuestionSchema = z
  .strictObject({
    goal: z.enum(ADVICE_GOALS),
    /** What the asker is where they are registered. */
    subjectType: z.enum(SUBJECT_TYPES),
    /** Where the company is registered; for a person, where they live. */
    countryCode: CountryCodeSchema,
    hasMainlandLicence: z.boolean(),
    hasMainlandOffice: z.boolean().nullable().default(null),
    needsWechatPay: z.boolean(),
    trademark: z.enum(TRADEMARK_RIGHTS).nullable().default(null),
    /** Country or region whose papers the admin holds. */
    adminNationality: CountryCodeSchema.nullable().default(null),
    wantedAccountType: z.enum(ACCOUNT_TYPES).nullable().default(null),
    wantedRoute: z.enum(ROUTES).nullable().default(null),
    /** Whose licence the account shall stand on; the asker's own when not given. */
    licenceOf: z.enum(LICENCE_OWNERS).nullable().default(null),
    existingAccounts: z.array(ExistingAccountSchema).max(100).default([]),
  })
  .meta({ id: 'AdviceQuestion' });
export type AdviceQuestion = z.infer<typeof AdviceQuestionSchema>;

const IN_MAINLAND = SUBJECT_TYPES.filter((type) => type !== 'overseas_enterprise');

/** Kinds of subject that a place of registration can have, the usual one first: what a form offers. */
export function subjectTypesIn(countryCode: string): readonly [SubjectType, ...SubjectType[]] {
  return countryCode === 'CN'
    ? ['enterprise', ...IN_MAINLAND.filter((type) => type !== 'enterprise')]
    : ['overseas_enterprise', 'individual'];
}

/** One sentence of an answer, in the reader's language. */
export const AdviceStatementSchema = z
  .object({
    /** Never changes with the language. */
    code: z.string(),
    message: z.string(),
    /** What it rests on; null: it only says how the question was read, or what we would do. */
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'AdviceStatement' });
export type AdviceStatement = z.infer<typeof AdviceStatementSchema>;

const VerdictSchema = z.enum(VERDICTS);

const CostPeriodSchema = z.object({
  lines: z.array(
    z.object({
      code: z.enum(['registration', 'verification', 'renewal']),
      message: z.string(),
      /** null: nobody knows, the payment page will show it. Zero: free. */
      amount: MoneySchema.nullable(),
      /** `if_verified`: only where the account is verified, which is the client's choice. */
      due: z.enum(['always', 'if_verified']),
      /** Of the lines with a size only one is paid. */
      size: z.enum(ORGANISATION_SIZES).nullable(),
      rule: RuleReferenceSchema.nullable(),
    }),
  ),
  /** What certainly comes due: one sum for each currency, never one over two. */
  totals: z.array(MoneySchema),
  /** A line that comes due is not known or depends on a size: the totals are a lower end. */
  incomplete: z.boolean(),
});

/** Official fees only; the agency's own are not among them. */
export const AdviceCostsSchema = z
  .object({ firstYear: CostPeriodSchema, yearly: CostPeriodSchema, notes: z.array(AdviceStatementSchema) })
  .meta({ id: 'AdviceCosts' });
export type AdviceCosts = z.infer<typeof AdviceCostsSchema>;

/** Working days to Tencent's answer, and the dates that makes for a submission today. */
export const AdviceTimeRangeSchema = z
  .object({
    minDays: z.number().int(),
    maxDays: z.number().int(),
    fromOn: CalendarDateSchema,
    toOn: CalendarDateSchema,
    /** It reaches into days whose holidays are not announced. */
    provisional: z.boolean(),
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'AdviceTimeRange' });
export type AdviceTimeRange = z.infer<typeof AdviceTimeRangeSchema>;

export const AdviceDocumentSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    holder: z.enum(HOLDERS),
    /** false: asked for only where it helps. */
    required: z.boolean(),
    /** `verification`: not before the account is live, for its first verification. */
    for: z.enum(['registration', 'verification']),
    rule: RuleReferenceSchema.nullable(),
  })
  .meta({ id: 'AdviceDocument' });

export const AdviceRouteSchema = z
  .object({
    route: z.enum(ROUTES),
    verdict: VerdictSchema,
    isRecommended: z.boolean(),
    rule: RuleReferenceSchema.nullable(),
    /** null: closed. */
    costs: AdviceCostsSchema.nullable(),
    /** null: closed, or nobody knows. */
    timeRange: AdviceTimeRangeSchema.nullable(),
    documents: z.array(AdviceDocumentSchema),
    notes: z.array(AdviceStatementSchema),
  })
  .meta({ id: 'AdviceRoute' });
export type AdviceRoute = z.infer<typeof AdviceRouteSchema>;

/** One licence to stand on, beside the two others. */
export const AdviceOptionSchema = z
  .object({
    option: z.enum(LICENCE_OPTIONS),
    /** The answer is about this one. */
    isChosen: z.boolean(),
    /** The licence is there already. */
    isAvailable: z.boolean(),
    verdict: VerdictSchema,
    accountType: z.enum(ACCOUNT_TYPES).nullable(),
    subjectType: z.enum(SUBJECT_TYPES),
    openTypes: z.array(z.enum(ACCOUNT_TYPES)),
    costs: AdviceCostsSchema.nullable(),
    timeRange: AdviceTimeRangeSchema.nullable(),
    wechatPay: VerdictSchema,
    /** Whose the account is. */
    owner: z.enum(['client', 'licence_holder']),
    notes: z.array(AdviceStatementSchema),
    refusals: z.array(RefusalSchema),
  })
  .meta({ id: 'AdviceOption' });
export type AdviceOption = z.infer<typeof AdviceOptionSchema>;

/** A rule as it stood on the day of the answer. */
export const AdviceRuleSchema = RuleReferenceSchema.extend({
  name: z.string(),
  kind: z.enum(FINDING_KINDS),
  lastChecked: CalendarDateSchema,
  reviewBy: CalendarDateSchema,
  /** That day had passed: confirm with Tencent before promising. */
  reviewOverdue: z.boolean(),
}).meta({ id: 'AdviceRule' });

export const AdviceSchema = z
  .object({
    /** null: a dry run, nothing was kept. */
    id: IdSchema.nullable(),
    /** Day of the rules it was answered by. */
    asOf: CalendarDateSchema,
    rulebookVersion: z.string(),
    askedAt: InstantSchema,
    question: AdviceQuestionSchema,
    verdict: VerdictSchema,
    /** The wished type unless it is refused, else one that is open; null: none is. */
    accountType: z.enum(ACCOUNT_TYPES).nullable(),
    /** What the goal alone would ask for. */
    suitedType: z.enum(ACCOUNT_TYPES),
    /** Which licence it would stand on: what the case is opened with. */
    subject: z.object({
      option: z.enum(LICENCE_OPTIONS).nullable(),
      type: z.enum(SUBJECT_TYPES),
      countryCode: z.string(),
      licenceOf: z.enum(LICENCE_OWNERS),
    }),
    reasons: z.array(AdviceStatementSchema),
    /** The way we would go; null: none is open, or the ways of this type are not known. */
    route: z.enum(ROUTES).nullable(),
    routes: z.array(AdviceRouteSchema),
    options: z.array(AdviceOptionSchema),
    documents: z.array(AdviceDocumentSchema),
    costs: AdviceCostsSchema.nullable(),
    timeRange: AdviceTimeRangeSchema.nullable(),
    reach: z.object({ visibleInMainland: z.boolean(), statement: AdviceStatementSchema }),
    /** null: this type broadcasts nothing. */
    posting: z
      .object({
        broadcasts: z.number().int(),
        per: z.enum(['day', 'month']),
        articles: z.number().int(),
        placement: z.enum(['folder', 'chat_list']),
        message: z.string(),
        rules: z.array(RuleReferenceSchema),
      })
      .nullable(),
    wechatPay: z.object({ verdict: VerdictSchema, statement: AdviceStatementSchema }),
    risks: z.array(AdviceStatementSchema),
    /** The better first; each says how the verdict would then read. */
    changesVerdict: z.array(AdviceStatementSchema.extend({ verdict: VerdictSchema.nullable() })),
    /** How the question was read where it allowed two readings. */
    assumptions: z.array(AdviceStatementSchema),
    refusals: z.array(RefusalSchema),
    unknowns: z.array(RefusalSchema),
    warnings: z.array(RefusalSchema),
    /** Whom to ask; left out when nothing is unknown. */
    askWhom: z.array(AdviceStatementSchema).optional(),
    rules: z.array(AdviceRuleSchema),
  })
  .meta({ id: 'Advice' });
export type Advice = z.infer<typeof AdviceSchema>;

export const getAdvice = defineOperation({
  id: 'getAdvice',
  method: 'POST',
  path: '/advice',
  permission: 'rules.read',
  summary:
    'Answers which account, on which licence, by which way, for how much and how long, and what would change that; keeps question and answer for the case that comes of it. With `dryRun=true` nothing is kept.',
  input: {
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).default('false') }),
    body: AdviceQuestionSchema,
  },
  output: { schema: AdviceSchema },
});

export const getKeptAdvice = defineOperation({
  id: 'getKeptAdvice',
  method: 'GET',
  path: '/advice/{id}',
  permission: 'rules.read',
  summary: 'Reads an answer as it was given, with the rules of its day.',
  input: { params: IdParamsSchema },
  output: { schema: AdviceSchema },
});

export const getAdvicePortal = defineOperation({
  id: 'getAdvicePortal',
  method: 'POST',
  path: '/portal/advice',
  permission: 'portal.visitor',
  summary: 'The same answer for a visitor of the client’s page; nothing of it is kept.',
  input: { body: AdviceQuestionSchema },
  output: { schema: AdviceSchema },
});
