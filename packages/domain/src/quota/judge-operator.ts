/** May this person take an operator's seat of this account, and until when: `judgeOperator`, called by the API. An operator posts and answers with a WeChat of their own; the admin needs no seat. */
import { addMonths } from '../calendar/index.js';
import type { AccountType, OperatorTerm, RegistrationState } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found, type JudgingContext } from '../registration/judging.js';
import { isOfficialAccount } from '../verification/verification-status.js';

/** What a decision about a seat looks at. Seats that have ended are none. */
export interface OperatorFacts {
  account: {
    state: RegistrationState | null;
    accountType: AccountType;
    adminPersonId: string | null;
    /** Seats taken now, by term. */
    seats: Readonly<Record<OperatorTerm, number>>;
    /** People who have a seat now. */
    operatorIds: readonly string[];
  };
  person: {
    id: string;
    wechatHasOwnCard: boolean;
    /** Accounts of the agency on which they have a seat now. */
    accounts: number;
  };
}

/** The seat that is wanted. */
export interface WantedSeat {
  term: OperatorTerm;
  /** Their own WeChat follows the account. */
  followsAccount: boolean;
}

export interface OperatorJudgement {
  /** Everything that stands against it; none: the seat can be taken. */
  findings: readonly Finding[];
  /** Last day of a short-term seat, Asia/Shanghai; null for a long one. */
  endsOn: string | null;
}

/** Judges one seat. Soft and unknown findings pass with an acknowledgement, which is the caller's to look for. */
export function judgeOperator(
  { account, person }: OperatorFacts,
  { term, followsAccount }: WantedSeat,
  { rules, today }: Pick<JudgingContext, 'rules' | 'today'>,
): OperatorJudgement {
  const findings: Finding[] = [];
  if (account.state !== 'live')
    // Nobody can follow an account that does not work yet, or no more.
    findings.push(found('operator.account_not_live', 'operator.follows', { state: account.state ?? 'none' }));
  // The seats stand beside the admin's own.
  if (account.adminPersonId === person.id) findings.push(found('operator.is_admin', `operator.${term}_seats`));
  if (account.operatorIds.includes(person.id)) findings.push(found('operator.already_bound', null));
  if (isOfficialAccount(account.accountType)) {
    if (!followsAccount) findings.push(found('operator.not_following', 'operator.follows'));
    if (!person.wechatHasOwnCard) findings.push(found('operator.card_not_bound', 'operator.own_card'));
    const seats = term === 'long' ? 'operator.long_seats' : 'operator.short_seats';
    const used = account.seats[term];
    const limit = rules.entries[seats].value;
    if (used >= limit) findings.push(found(`operator.${term}_seats_full`, seats, { used, limit }));
    const accounts = rules.entries['operator.accounts'].value;
    if (person.accounts >= accounts) {
      findings.push(found('operator.accounts_full', 'operator.accounts', { used: person.accounts, limit: accounts }));
    }
  } else {
    // What holds for Official Accounts is known of no other type.
    findings.push(found('operator.unknown_for_type', 'operator.long_seats', { accountType: account.accountType }));
  }
  return { findings, endsOn: term === 'short' ? addMonths(today, rules.entries['operator.short_months'].value) : null };
}
