/** What the advisor is asked: facts a client knows without having seen WeChat's form. Filled in by the API, read by `getAdvice`. */
import type { WorkCalendar } from '../calendar/index.js';
import type {
  AccountType,
  AdviceGoal,
  LicenceOwner,
  Route,
  SubjectType,
  TrademarkRight,
} from '../enumerations/index.js';
import type { Rulebook } from '../rulebook/rule-values.js';

/** An account that the licence in question already carries. */
export interface ExistingAccount {
  readonly accountType: AccountType;
  /** A registration's state, or any word a person typed; a word nobody knows counts as an account that is there. */
  readonly state: string;
  readonly verified: boolean;
}

export interface AdviceQuestion {
  readonly goal: AdviceGoal;
  /** What the asker is where they are registered. */
  readonly subjectType: SubjectType;
  /** Where the company is registered, ISO 3166-1 alpha-2; for a person, where they live. Hong Kong, Macau and Taiwan are outside the mainland here. */
  readonly countryCode: string;
  /** A licence or certificate of the mainland is there: the asker's own, or one of a company of theirs. */
  readonly hasMainlandLicence: boolean;
  /** An office in the mainland; null: not said. */
  readonly hasMainlandOffice: boolean | null;
  readonly needsWechatPay: boolean;
  readonly trademark: TrademarkRight | null;
  /** Whose papers the admin holds, ISO 3166-1 alpha-2; null: not chosen yet. */
  readonly adminNationality: string | null;
  readonly wantedAccountType: AccountType | null;
  readonly wantedRoute: Route | null;
  /** Whose licence the account shall stand on; null: the asker's own. */
  readonly licenceOf: LicenceOwner | null;
  readonly existingAccounts: readonly ExistingAccount[];
}

/** Rules and calendar of the day of asking, and the day: arguments, never read from anywhere. */
export interface AdviceContext {
  readonly rules: Rulebook;
  readonly calendar: WorkCalendar;
  /** Shanghai day. */
  readonly today: string;
}
