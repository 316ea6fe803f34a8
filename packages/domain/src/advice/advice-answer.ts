/** What the advisor answers: plain values with codes instead of sentences, so that an answer can be kept for years and read in either language. */
import type {
  AccountType,
  Holder,
  LicenceOption,
  LicenceOwner,
  OrganisationSize,
  Route,
  SubjectType,
  Verdict,
} from '../enumerations/index.js';
import type { Finding, FindingKind } from '../machine/finding.js';
import type { Money } from '../machine/money.js';
import type { Confidence } from '../machine/rule-entry.js';
import type { RuleId } from '../rulebook/rule-values.js';
import type { AdviceStatementCode } from './statement-codes.js';

/** One sentence of an answer. */
export interface AdviceStatement {
  /** i18n `advice.<code>`. */
  readonly code: AdviceStatementCode;
  /** Values for its text. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The rule it rests on; null when it only says how the question was read. */
  readonly ruleId: RuleId | null;
}

/** Which licence an account would stand on. */
export interface Standing {
  /** Whose licence it is; null for a person, who has none. */
  readonly option: LicenceOption | null;
  readonly subjectType: SubjectType;
  readonly countryCode: string;
  readonly licenceOf: LicenceOwner;
}

/** One fee of one application. */
export interface CostLine {
  readonly code: 'registration' | 'verification' | 'renewal';
  /** null: nobody knows, the payment page will show it. Zero: free. */
  readonly amount: Money | null;
  /** `always`: it comes due · `if_verified`: only where the account is verified, which is the client's choice. */
  readonly due: 'always' | 'if_verified';
  /** Only one of several lines is paid, by the size of the organisation; null: this line stands alone. */
  readonly size: OrganisationSize | null;
  readonly ruleId: RuleId;
}

/** Fees of a stretch of time. */
export interface CostPeriod {
  readonly lines: readonly CostLine[];
  /** What certainly comes due: one sum for each currency, never one over two. Lines of which only one is paid are left out. */
  readonly totals: readonly Money[];
  /** A line that comes due is not known, or only one of several is paid, or no way is known and so not whether one is: the totals are then a lower end. */
  readonly incomplete: boolean;
}

export interface AdviceCosts {
  readonly firstYear: CostPeriod;
  /** Each later year. */
  readonly yearly: CostPeriod;
  /** By what a fee is paid again, how it is paid, what else costs money. */
  readonly notes: readonly AdviceStatement[];
}

/** Working days from the submission to Tencent's answer, if it were submitted today. */
export interface AdviceTimeRange {
  readonly minDays: number;
  readonly maxDays: number;
  readonly fromOn: string;
  readonly toOn: string;
  /** It reaches into days whose holidays are not announced. */
  readonly provisional: boolean;
  readonly ruleId: RuleId;
}

/** A paper or fact to bring. */
export interface NeededDocument {
  /** i18n `prerequisites.<code>`. */
  readonly code: string;
  readonly holder: Holder;
  /** false: asked for only where it helps. */
  readonly required: boolean;
  /** `registration`: before submitting · `verification`: for the first verification after the account is live. */
  readonly for: 'registration' | 'verification';
  readonly ruleId: RuleId;
}

/** One way of proving the subject, and what it takes. */
export interface RouteAdvice {
  readonly route: Route;
  readonly verdict: Verdict;
  readonly isRecommended: boolean;
  /** Says whether it is open. */
  readonly ruleId: RuleId;
  /** null when the route is closed. */
  readonly costs: AdviceCosts | null;
  /** null: closed, or nobody knows how long it takes. */
  readonly timeRange: AdviceTimeRange | null;
  readonly documents: readonly NeededDocument[];
  /** What runs out on this way, and what it brings. */
  readonly notes: readonly AdviceStatement[];
}

/** One licence to stand on, beside the two others. */
export interface OptionAdvice {
  readonly option: LicenceOption;
  /** The answer above is about this one. */
  readonly isChosen: boolean;
  /** The licence is there already. */
  readonly isAvailable: boolean;
  readonly verdict: Verdict;
  readonly accountType: AccountType | null;
  readonly subjectType: SubjectType;
  /** Types that are open to it. */
  readonly openTypes: readonly AccountType[];
  readonly costs: AdviceCosts | null;
  readonly timeRange: AdviceTimeRange | null;
  readonly wechatPay: Verdict;
  /** Whose the account is. */
  readonly owner: 'client' | 'licence_holder';
  /** What has to be done first and what to weigh. */
  readonly notes: readonly AdviceStatement[];
  readonly refusals: readonly Finding[];
}

/** What an account may send, and where it appears. */
export interface Posting {
  readonly broadcasts: number;
  readonly per: 'day' | 'month';
  /** Articles in one broadcast. */
  readonly articles: number;
  readonly placement: 'folder' | 'chat_list';
  readonly ruleIds: readonly RuleId[];
}

/** A rule as it stood on the day of the answer. */
export interface AdviceRule {
  readonly id: RuleId;
  readonly kind: FindingKind;
  /** Key of `SOURCES`. */
  readonly source: string;
  readonly validFrom: string;
  readonly lastChecked: string;
  readonly reviewBy: string;
  readonly confidence: Confidence;
  /** Its review date is over: confirm with Tencent before promising. */
  readonly reviewOverdue: boolean;
  /** The value is the agency's own. */
  readonly isOverridden: boolean;
}

export interface AdviceAnswer {
  readonly verdict: Verdict;
  /** The wished type where it is open, else the one that is; null: none is open. */
  readonly accountType: AccountType | null;
  /** What the goal alone would ask for; another one than `accountType` where that is closed. */
  readonly suitedType: AccountType;
  readonly standing: Standing;
  /** Why this type, and how many places its licence has left. */
  readonly reasons: readonly AdviceStatement[];
  /** The way we would go; null where none is open or no type is. */
  readonly route: Route | null;
  readonly routes: readonly RouteAdvice[];
  readonly options: readonly OptionAdvice[];
  readonly documents: readonly NeededDocument[];
  readonly costs: AdviceCosts | null;
  readonly timeRange: AdviceTimeRange | null;
  readonly reach: { readonly visibleInMainland: boolean; readonly statement: AdviceStatement };
  /** null where nothing is broadcast: Mini Programs, WeCom, no type open. */
  readonly posting: Posting | null;
  readonly wechatPay: { readonly verdict: Verdict; readonly statement: AdviceStatement };
  readonly risks: readonly AdviceStatement[];
  readonly changesVerdict: readonly AdviceStatement[];
  /** How the question was read where it allowed two readings. */
  readonly assumptions: readonly AdviceStatement[];
  readonly refusals: readonly Finding[];
  readonly unknowns: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Whom to ask about what nobody knows; empty when nothing is unknown. */
  readonly askWhom: readonly AdviceStatement[];
  /** Every rule named above, by id. */
  readonly rules: readonly AdviceRule[];
}

/** A sentence with its rule. */
export function say(
  code: AdviceStatementCode,
  ruleId: RuleId | null,
  params: AdviceStatement['params'] = {},
): AdviceStatement {
  return { code, params, ruleId };
}
