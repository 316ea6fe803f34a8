/** What an account's custody passport says, from the facts of its case: who holds it, until when it is verified, what it cost, how to take it elsewhere. Called by the API for page, JSON and PDF alike. */
import { shanghaiDate } from '../calendar/index.js';
import {
  FINAL_REGISTRATION_STATES,
  type Employer,
  type OperatorTerm,
  type OrderKind,
  type OrderState,
  type Payer,
  type Provenance,
  type RegistrationState,
  type VerificationStatus,
} from '../enumerations/index.js';
import { maskName } from '../identity/index.js';
import type { Money } from '../machine/money.js';
import type { CustodyItem, RuleId } from '../rulebook/rule-values.js';
import { viewVerification } from '../registration/derive-case.js';
import { CUSTODY_FACTS } from '../registration/event-facts.js';
import type { JudgingContext } from '../registration/judging.js';
import type { OrderFacts, RegistrationFacts } from '../registration/registration-facts.js';

/** Entries of a case's history that say in whose hands the account came to be. */
export const PASSPORT_EVENTS = [
  'registration_created',
  'registration_imported',
  'sign_off_recorded',
  'email_confirmed',
  'admin_verified',
  'information_submitted',
  'subject_proven',
  'operator_bound',
  'operator_unbound',
  'admin_changed',
  'email_changed',
  'name_changed',
  'subject_name_corrected',
  'account_restricted',
  'account_restored',
  'account_given_up',
  'migration_completed',
  'deregistration_confirmed',
  'custody_handed_over',
] as const;
export type PassportEvent = (typeof PASSPORT_EVENTS)[number];

/** Everything that can change hands. */
export const CUSTODY_ITEMS = Object.keys(CUSTODY_FACTS) as CustodyItem[];

/** handover: by the list · migration: the licence is another's, only the followers can go · over: there is no account any more · done: handed over · not_yet: there is none yet. */
export type ExitRoute = 'handover' | 'migration' | 'over' | 'done' | 'not_yet';

/** In whose hands a key to the account is, as far as it is known. */
export type CustodyHolder = 'client' | 'agency' | 'other' | 'unknown';

/** What the facts of a decision do not hold. */
export interface PassportExtras {
  /** The administrator's name; null: none is named. */
  readonly adminName: string | null;
  readonly adminIdNumberMasked: string | null;
  readonly operators: readonly {
    readonly name: string;
    readonly employer: Employer;
    readonly term: OperatorTerm;
    readonly boundAt: string;
    readonly endsOn: string | null;
  }[];
  /** By order id: its number within the case, from 1. */
  readonly orderNumbers: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly custody: readonly { readonly at: string; readonly kind: PassportEvent }[];
}

/** An application to Tencent and its money. */
export interface PassportOrder {
  number: number;
  kind: OrderKind;
  state: OrderState;
  openedAt: string;
  payer: Payer;
  paid: { amount: Money; on: string } | null;
  /** What is to be paid while nothing is. */
  due: Money | null;
  waived: boolean;
  /** Paid, and nothing came of it. */
  lost: boolean;
}

export interface Passport {
  admin: {
    nameMasked: string;
    idNumberMasked: string | null;
    employer: Employer;
    isLegalRepresentative: boolean;
    verifiedAt: string | null;
  } | null;
  email: { address: string; holder: 'agency' | 'client'; confirmedAt: string | null } | null;
  operators: { nameMasked: string; term: OperatorTerm; boundAt: string; endsOn: string | null }[];
  verification: {
    status: VerificationStatus;
    untilOn: string | null;
    provenance: Provenance | null;
    ruleId: RuleId | null;
  };
  /** Oldest first. */
  orders: PassportOrder[];
  /** One sum a currency. */
  paidTotals: Money[];
  exit: { route: ExitRoute; steps: { item: CustodyItem; heldBy: CustodyHolder }[]; ruleId: RuleId };
  custody: { at: string; kind: PassportEvent }[];
}

/** Persons are named by what a record that leaves the house may show: never a whole name or number. */
export function buildPassport(facts: RegistrationFacts, extras: PassportExtras, context: JudgingContext): Passport {
  const { registration, email } = facts;
  const orders = toOrders(facts.orders, extras.orderNumbers);
  return {
    admin: toAdmin(facts, extras),
    email: email && { address: email.address, holder: email.holder, confirmedAt: registration.emailConfirmedAt },
    operators: extras.operators.map(({ name, term, boundAt, endsOn }) => ({
      nameMasked: maskName(name),
      term,
      boundAt,
      endsOn,
    })),
    verification: toVerification(facts, context),
    orders,
    paidTotals: totalsOf(orders),
    exit: {
      route: exitRouteOf(registration.state, facts.subject.licenceOf === 'client'),
      steps: context.rules.entries['custody.checklist'].value.map((item) => ({
        item,
        heldBy: holderOf(item, facts, extras),
      })),
      ruleId: 'custody.checklist',
    },
    custody: [...extras.custody],
  };
}

function toAdmin({ admin }: RegistrationFacts, extras: PassportExtras): Passport['admin'] {
  if (!admin || extras.adminName === null) return null;
  const verified = extras.custody.findLast(({ kind }) => kind === 'admin_verified' || kind === 'admin_changed');
  return {
    nameMasked: maskName(extras.adminName),
    idNumberMasked: extras.adminIdNumberMasked,
    employer: admin.employer,
    isLegalRepresentative: admin.isLegalRepresentative,
    verifiedAt: verified?.at ?? null,
  };
}

function toVerification(facts: RegistrationFacts, context: JudgingContext): Passport['verification'] {
  const { status, until, untilOn, provenance, untilRuleId } = viewVerification(facts, context);
  return { status, untilOn: untilOn ?? (until === null ? null : shanghaiDate(until)), provenance, ruleId: untilRuleId };
}

function toOrders(orders: readonly OrderFacts[], numbers: PassportExtras['orderNumbers']): PassportOrder[] {
  return orders
    .map(({ id, kind, state, openedAt, payer, payment, fee, feeWaived }) => ({
      number: numbers[id] ?? 0,
      kind,
      state,
      openedAt,
      payer,
      paid: payment && { amount: payment.amount, on: payment.paidOn },
      due: payment || feeWaived || state !== 'awaiting_fee' ? null : fee,
      waived: feeWaived,
      lost: payment !== null && state === 'failed',
    }))
    .toSorted((a, b) => a.number - b.number);
}

function totalsOf(orders: readonly PassportOrder[]): Money[] {
  const sums = new Map<string, number>();
  for (const { paid } of orders)
    if (paid) sums.set(paid.amount.currency, (sums.get(paid.amount.currency) ?? 0) + paid.amount.amountMinor);
  return [...sums].map(([currency, amountMinor]) => ({ amountMinor, currency }));
}

function exitRouteOf(state: RegistrationState | null, ownLicence: boolean): ExitRoute {
  if (state === 'handed_over') return 'done';
  if (FINAL_REGISTRATION_STATES.some((each) => each === state)) return 'over';
  if (state !== 'live' && state !== 'restricted' && state !== 'migrating' && state !== 'closing') return 'not_yet';
  return ownLicence ? 'handover' : 'migration';
}

const BY_EMPLOYER = { registrant: 'client', agency: 'agency', other: 'other' } as const satisfies Record<
  Employer,
  CustodyHolder
>;

/** Of secrets and of who may sign in from where we are told nothing; a handed-over account is the client's in every point. */
function holderOf(item: CustodyItem, facts: RegistrationFacts, { operators }: PassportExtras): CustodyHolder {
  if (facts.registration.state === 'handed_over') return 'client';
  switch (item) {
    case 'admin':
      return facts.admin ? BY_EMPLOYER[facts.admin.employer] : 'unknown';
    case 'login_email':
      return facts.email?.holder ?? 'unknown';
    case 'operators':
      if (operators.length === 0) return 'unknown';
      // One seat in foreign hands is enough for the point to be open.
      if (operators.some(({ employer }) => employer === 'agency')) return 'agency';
      return operators.some(({ employer }) => employer === 'other') ? 'other' : 'client';
    case 'authorisation':
      return facts.verification.readable ? 'agency' : 'unknown';
    case 'phone':
    case 'app_secret':
    case 'ip_whitelist':
      return 'unknown';
  }
}
