/** The shape of each rule's value, by id: what the shipped rules must give and the decisions may read. Types only. */
import type {
  AccountType,
  Holder,
  OrderKind,
  OrganisationSize,
  Route,
  Stage,
  SubjectClass,
  SubjectType,
} from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { ResolvedRules } from '../machine/rule-entry.js';

/** Whether a combination is open. */
export type Permit = 'allowed' | 'refused' | 'unknown';

/** Working days from and to, both counted from the day something began. */
export interface WorkingDayRange {
  readonly from: number;
  readonly to: number;
}

/** A paper or fact a subject must bring; an absent list means: all. */
export interface PrerequisiteRow {
  readonly code: string;
  readonly holder: Extract<Holder, 'client' | 'admin_person' | 'agency'>;
  readonly required: boolean;
  readonly subjectTypes: readonly SubjectType[];
  /** Left out for these finer classes. */
  readonly exceptClasses?: readonly SubjectClass[];
  readonly routes?: readonly Route[];
  /** `registration`: gathered before submitting; an order kind: gathered for that order. */
  readonly for: readonly ('registration' | OrderKind)[];
}

/** What a finer class of subject goes with. */
export interface ClassFit {
  readonly types: readonly SubjectType[];
  /** How its licence code of 18 characters begins; null: that leaves the class open. */
  readonly codes: readonly string[] | null;
}

export interface RuleValues
  extends
    Record<`account_type.${AccountType}`, Readonly<Record<SubjectType, Permit>>>,
    Record<`route.${Route}`, Readonly<Record<SubjectType, Permit>>>,
    /** Official Accounts a subject may hold. */
    Record<`quota.subject.${SubjectType}`, number | null>,
    /** Review fee of an Official Account. */
    Record<`fee.official_account.${SubjectType}`, Money | null>,
    Record<`fee.wecom.${OrganisationSize}`, Money | null> {
  /** Routes as known from Official Accounts; whether they hold for other types nobody found. */
  'route.other_types': null;
  'fee.class.foundation': Money | null;
  'fee.class.foreign_mission': Money | null;
  'fee.mini_program.enterprise': Money | null;
  'fee.mini_program.sole_proprietor': Money | null;
  'fee.mini_program.others': Money | null;
  /** Means open to overseas subjects, and to a first order on the verification route. */
  'payment.overseas_means': readonly string[];
  'payment.first_registration_means': readonly string[];
  'payment.own_receiving_number': true;
  /** Accounts per admin, the higher number on the legal representative's route. */
  'quota.admin_id': number;
  'quota.admin_id.legal_representative': number;
  'quota.admin_phone': number;
  'quota.admin_phone.legal_representative': number;
  'quota.admin_wechat': number;
  'quota.small_transfer_per_subject': number;
  'email.one_product': true;
  /** Days an address stays reserved for a registration that has not confirmed it. */
  'email.reservation_days': number;
  'subject.region': true;
  'subject.code_fits_class': true;
  'subject.class_fits_type': Readonly<Record<SubjectClass, ClassFit>>;
  'subject.own_licence': true;
  'subject.struck_off': true;
  'admin.minimum_age': number;
  'admin.passport_mainland': 'refused';
  'admin.permit_mainland': 'unknown';
  'admin.wechat_phone': true;
  'admin.wechat_card': true;
  'admin.scan': true;
  'admin.is_subject': true;
  'admin.outsider': true;
  'admin.four_eyes': true;
  'consent.admin_identity': true;
  'sign_off.irreversible': true;
  'prerequisites.complete': true;
  'prerequisites.papers': readonly PrerequisiteRow[];
  'name.form': true;
  'verification.individual': 'unknown';
  'verification.inherited': true;
  'verification.one_order': true;
  'verification.rename_effect': 'unknown';
  'verification.validity_months': number;
  'renewal.window_days': number;
  /** Days before the end on which the client is reminded, from far to near. */
  'renewal.reminder_days': readonly number[];
  /** Working days in which a renewal's papers are gathered and checked, before its review can begin. */
  'renewal.preparation_working_days': number;
  'timer.half_registration_days': number;
  'timer.verification_route_days': number;
  'timer.transfer_days': number;
  'timer.payment_link_hours': number;
  'supplement.chances': number;
  'review.mainland': WorkingDayRange;
  'review.overseas': WorkingDayRange;
  'review.other_types': WorkingDayRange | null;
  'review.small_transfer': WorkingDayRange;
  /** Working days after the client's last news by which they hear again, by stage; null: no promise is due. */
  'promise.working_days': Readonly<Record<Stage, number | null>>;
  /** Time of day in Shanghai, `HH:MM`. */
  'promise.time': string;
}

export type RuleId = keyof RuleValues;

/** The rules of one day: the argument `rules` of every decision. */
export type Rulebook = ResolvedRules<RuleValues>;
