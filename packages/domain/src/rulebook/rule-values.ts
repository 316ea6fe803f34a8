/** The shape of each rule's value, by id: what the shipped rules must give and the decisions may read. Types only. */
import type {
  AccountType,
  DocumentMediaType,
  Holder,
  InvoiceKind,
  OFFICIAL_ACCOUNT_TYPES,
  OrderKind,
  OrganisationSize,
  Route,
  SlotKind,
  Stage,
  SubjectClass,
  SubjectType,
} from '../enumerations/index.js';
import type { Money } from '../machine/money.js';
import type { ResolvedRules } from '../machine/rule-entry.js';

type OfficialAccountType = (typeof OFFICIAL_ACCOUNT_TYPES)[number];

/** Whether a combination is open. */
export type Permit = 'allowed' | 'refused' | 'unknown';

/** Working days from and to, both counted from the day something began. */
export interface WorkingDayRange {
  readonly from: number;
  readonly to: number;
}

/** Fewest and most, both included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** How often followers may be written to. */
export interface PostingAllowance {
  readonly count: number;
  readonly per: 'day' | 'month';
}

/** Where a follower sees a post: folded away with others, or among the chats. */
export type PostingPlacement = 'folder' | 'chat_list';

/** What may become of an account's type once it is chosen. */
export type TypeSwitch = 'one_free_choice' | 'one_upgrade' | 'final';

/** From which account type followers may be moved into which. */
export interface MigrationDirection {
  readonly from: OfficialAccountType;
  readonly to: OfficialAccountType;
}

/** Days a deregistered account stays frozen, for up to so many followers; null: for any number above. */
export interface FreezeTier {
  readonly upTo: number | null;
  readonly days: number;
}

/** How a subject proves its wish to deregister. */
export type DeregistrationProof = 'own_scan' | 'small_transfer' | 'without_bank' | 'unknown';

/** When Tencent acts on an account nobody uses; days of notice as far as they are told. */
export interface Dormancy {
  readonly days: number;
  readonly noticeDays: number | null;
}

/** Official Accounts that one Open Platform account may bind. */
export interface OpenPlatformBindings {
  readonly sameSubject: number;
  readonly otherSubject: number;
  readonly newOtherSubjectPerMonth: number;
}

/** Steps of the registration, in the order of WeChat's own pages. */
export type RegistrationStep =
  'account_type' | 'email' | 'region' | 'type_confirmation' | 'information' | 'submission' | 'name';

/** What can never be changed once the information is submitted. */
export type LockedChoice = 'account_type' | 'region' | 'subject_class' | 'subject';

/** What is changed when an account leaves an agency's care. */
export type CustodyItem =
  'admin' | 'login_email' | 'phone' | 'operators' | 'authorisation' | 'app_secret' | 'ip_whitelist';

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
  /** Working days until a bank transfer has arrived. */
  'payment.transfer_arrival': WorkingDayRange;
  'payment.pay_once': true;
  /** What comes back of a fee when the review fails. */
  'payment.refund': 'none';
  /** The fee is owed for each application, not for each success. */
  'fee.per_application': true;
  'fee.open_platform.mainland': Money;
  'fee.open_platform.overseas': Money;
  'invoice.kinds': readonly InvoiceKind[];
  'invoice.kind_is_final': true;
  'invoice.individual_without_vat': true;

  // Types, posting, rights
  /** What Tencent's own pages call each type; one name may also stand for both. */
  'account_type.names': Readonly<Record<OfficialAccountType, readonly string[]>>;
  'account_type.enterprise_successor': 'wecom';
  'wecom.verified_per_organisation': number;
  'type.switch': TypeSwitch;
  /** Whether followers in the mainland see an overseas subject's account. */
  'visibility.overseas': boolean;
  'broadcast.subscription': PostingAllowance;
  'broadcast.service': PostingAllowance;
  /** Articles in one broadcast. */
  'broadcast.articles': number;
  'posting.placement.subscription': PostingPlacement;
  'posting.placement.service': PostingPlacement;
  'posting.service_folded': 'unknown';
  /** Interfaces that any verified Official Account has. */
  'api_rights.advanced': readonly string[];
  /** Interfaces that a verified service account alone has. */
  'api_rights.service_only': readonly string[];
  /** From whom the publishing interfaces were withdrawn. */
  'api_rights.publish': readonly string[];
  /** Which account of which subject may take payments, once verified. */
  'wechat_pay.accounts': Readonly<Record<AccountType, Readonly<Record<SubjectType, Permit>>>>;
  'wechat_pay.overseas': 'exceptions_only';
  'wechat_pay.verified': true;
  'wechat_pay.sole_proprietor_web': 'refused';
  'open_platform.bindings': OpenPlatformBindings;
  'mini_program.inherits_verification': boolean;
  /** Mini Programs that one verified account may found in a month. */
  'mini_program.from_account_per_month': number;
  'mini_program.from_account_subjects': Readonly<Record<SubjectType, Permit>>;
  'mini_program.fast_registration_lock_hours': number;
  'mini_program.icp_filing': true;
  'quota.mini_program.enterprise': number;
  'quota.mini_program.sole_proprietor': number;
  /** Accounts per admin, the higher number on the legal representative's route. */
  'quota.admin_id': number;
  'quota.admin_id.legal_representative': number;
  'quota.admin_phone': number;
  'quota.admin_phone.legal_representative': number;
  'quota.admin_wechat': number;
  'quota.small_transfer_per_subject': number;
  /** Accounts above a lowered limit stay and are renewed as before. */
  'quota.kept_above': true;
  'quota.held_in_freeze': true;
  'quota_raise.reason_length': number;
  'quota_raise.subject_types': readonly SubjectType[];
  'quota_raise.working_days': WorkingDayRange;
  'quota_raise.blocked_by_restriction': true;
  'quota_raise.regulator': true;
  'operator.long_seats': number;
  'operator.short_seats': number;
  'operator.short_months': number;
  /** Accounts that one operator's WeChat may work on. */
  'operator.accounts': number;
  'operator.follows': true;
  'operator.own_card': true;
  'email.one_product': true;
  /** Days an address stays reserved for a registration that has not confirmed it. */
  'email.reservation_days': number;
  'email.activation': 'link' | 'code';
  'email.activation_hours': null;
  'email.plus_address': true;
  'email.personal_unbound': true;
  'email.abandoned_deletable': true;
  'email.password_length': number;
  'subject.region': true;
  'subject.code_fits_class': true;
  'subject.class_fits_type': Readonly<Record<SubjectClass, ClassFit>>;
  'subject.own_licence': true;
  /** How many clients' accounts one licence may carry before Tencent objects. */
  'subject.accounts_on_one_licence': 'unknown';
  /** What a media subject is to its medium, and what that is: asked for by the form. */
  'subject.media_roles': readonly string[];
  'subject.media_kinds': readonly string[];
  'subject.struck_off': true;
  'admin.minimum_age': number;
  'admin.passport_mainland': 'refused';
  'admin.permit_mainland': 'unknown';
  'admin.wechat_phone': true;
  'admin.wechat_card': true;
  'admin.scan': true;
  'admin.is_subject': true;
  'admin.outsider': true;
  'admin.four_eyes': boolean;
  'admin.scan_together': true;
  'admin.change': 'both_scan';
  'admin.barred': true;
  'admin.first_generation_id': 'refused';
  'admin.foreign_representative': 'unknown';
  'admin.sms_resend_seconds': number;
  'admin.sms_digits': number;
  'consent.admin_identity': true;
  /** Length of an administrator's appointment when nobody says otherwise. */
  'appointment.minutes': number;
  /** First and last time of day in Shanghai, `HH:MM`, between which an appointment is not unusual. */
  'appointment.earliest': string;
  'appointment.latest': string;
  /** Hours before an appointment at which the administrator is reminded, from the greatest. */
  'appointment.reminder_hours': readonly number[];
  /** Minutes before an appointment from which the administrator can say that they are there. */
  'appointment.ready_minutes': number;
  'sign_off.irreversible': true;
  'registration.steps': readonly RegistrationStep[];
  'registration.locked': readonly LockedChoice[];
  /** How an overseas company comes to an account. */
  'registration.overseas_way': 'by_mail' | 'by_themselves';
  /** Whether a program can register an Official Account. */
  'registration.by_interface': 'impossible';
  'route.face_present': true;
  'route.face_failures': true;
  'route.representative_as_admin': true;
  'prerequisites.complete': true;
  'prerequisites.papers': readonly PrerequisiteRow[];
  'papers.licence_code_lengths': readonly number[];
  'papers.organisation_code_lengths': readonly number[];
  'papers.image_formats': readonly string[];
  'papers.id_image_pixels': number;
  /** What a file brought for a paper may be. */
  'document.types': readonly DocumentMediaType[];
  /** Bytes of one file. */
  'document.max_bytes': number;
  /** Files of one paper. */
  'document.pages_max': number;
  /** Pages of a PDF. */
  'document.pdf_pages_max': number;
  /** Bytes an agency takes in within a day. */
  'document.day_bytes': number;
  /** Minutes in which what was sent can still be taken back by its sender. */
  'document.fix_minutes': number;
  /** Minutes after which a review that nobody ended is told to the client. */
  'document.review_minutes': number;
  /** Papers that prove who somebody is, by code. */
  'retention.identity_documents': readonly string[];
  /** Days that such papers are kept once the account is live. */
  'retention.identity_documents_days': number;
  'papers.supplementary_files': number;
  'papers.bank_digits': Bounds;
  'papers.bank_name_equals': true;
  'papers.seal_equals': true;
  'papers.official_letter': true;
  'papers.without_corporate_account': true;
  'papers.government_bank_blank': true;
  'papers.operator_phone_bill_months': number;
  'papers.overseas_phone': true;
  'papers.overseas_notarised': true;

  // Names
  'name.form': true;
  /** Units of an account's name: a Chinese character is two, a letter or digit one. */
  'name.units': Bounds;
  'name.units_verified': Bounds;
  'name.characters': readonly ('han' | 'latin' | 'digit')[];
  'name.unique': true;
  /** Changes of name an individual has in a calendar year. */
  'name.individual_changes': number;
  'name.cooling_hours': number;
  /** Days the old name is kept for the same subject. */
  'name.kept_days': number;
  'name.protected_word_working_days': number;
  'name.by_order': true;
  'name.brackets': true;
  /** Weight of a subject's name where it is proved by bank: a Chinese character is three. */
  'name.bank_route_weight': Bounds;
  'name.sole_proprietor_nameless': string;
  'subject.correction': WorkingDayRange;
  'subject.only_by_migration': true;
  'subject.batch_registration': true;
  'subject.barred': true;
  'verification.individual': 'unknown';
  'verification.parts': readonly ('qualification' | 'naming')[];
  'verification.name_failed_counts': true;
  'verification.same_subject': true;
  'verification.no_withdrawal': true;
  'verification.rejections': readonly string[];
  'verification.inherited': true;
  'verification.one_order': true;
  'verification.rename_effect': 'unknown';
  'verification.validity_months': number;
  'renewal.window_days': number;
  /** Days before the end on which the client is reminded, from far to near. */
  'renewal.reminder_days': readonly number[];
  /** Working days in which a renewal's papers are gathered and checked, before its review can begin. */
  'renewal.preparation_working_days': number;
  'renewal.early_keeps_end': 'unknown';
  'renewal.after_expiry': 're_verification';
  'renewal.loses': readonly string[];
  'renewal.grace': null;
  /** Days after its end on which a Mini Program is warned and limited further. */
  'renewal.mini_program_notices': readonly number[];
  'renewal.dates_from_wechat': true;
  'renewal.as_first': true;
  'renewal.same_subject': true;
  'renewal.verified_in_window': true;
  'renewal.account_kept': true;
  'renewal.tencent_notice_months': number;
  /** When Tencent writes to a Mini Program before its end. */
  'renewal.mini_program_reminders': readonly string[];
  'timer.half_registration_days': number;
  'timer.verification_route_days': number;
  'timer.transfer_days': number;
  'timer.payment_link_hours': number;
  /** Working days until the small transfer's money is back. */
  'timer.transfer_return': WorkingDayRange;
  'transfer.odd_amount': true;
  'supplement.chances': number;
  'supplement.days': null;
  'supplement.every_answer_counts': true;
  'review.mainland': WorkingDayRange;
  'review.overseas': WorkingDayRange;
  'review.other_types': WorkingDayRange | null;
  'review.small_transfer': WorkingDayRange;
  /** Finished reviews of its own from which on an agency's experience is told in the place of the rule. */
  'review.own_cases_min': number;
  /** Calendar days for which a finished review counts among them. */
  'review.own_cases_days': number;
  /** Time of day in Shanghai from which a full day's applications are taken again, `HH:MM`. */
  'review.daily_cap': string;
  'review.auditor_call': true;
  'review.office_days': true;

  // The life after
  'migration.mainland_only': true;
  'migration.target_organisation': true;
  'migration.directions': readonly MigrationDirection[];
  /** Followers the target may have when all followers move. */
  'migration.target_followers': number;
  'migration.fee': Money;
  'migration.notarised_letter': true;
  'migration.review': WorkingDayRange;
  'migration.confirm_days': number;
  'migration.freeze_hours': number;
  /** Calendar days of the whole way. */
  'migration.days': { readonly from: number; readonly to: number };
  'migration.openid_days': number;
  'migration.openid_batch': number;
  'migration.openid_not_individual': true;
  'migration.moves': readonly string[];
  'migration.source_ends': true;
  'deregistration.services_closed': readonly string[];
  'deregistration.proof': Readonly<Record<SubjectType, DeregistrationProof>>;
  'deregistration.transfer_days': number;
  'deregistration.freeze_days': readonly FreezeTier[];
  'deregistration.confirm_days': number;
  'deregistration.frees': readonly SlotKind[];
  'deregistration.name_kept_days': number;
  'restriction.dormancy': Dormancy;
  'restriction.dormant_warn_days': number;
  'restriction.struck_off': true;
  /** Days in which somebody who asks about their own data is answered. */
  'data_request.answer_days': number;
  /** Days after which the address of somebody who asked the public advisor is forgotten. */
  'lead.keep_days': number;
  'custody.checklist': readonly CustodyItem[];
  'custody.no_sale': true;
  'custody.sound_set_up': readonly string[];

  // Working days
  'calendar.notice': true;
  /** Day of the year, `MM-DD`, from which a missing next year is warned of. */
  'calendar.warn_from': string;
  'calendar.make_up_soft': true;
  'calendar.beyond_official': 'unknown';
  'calendar.new_year': true;
  /** Working days after the client's last news by which they hear again, by stage; null: no promise is due. */
  'promise.working_days': Readonly<Record<Stage, number | null>>;
  /** Time of day in Shanghai, `HH:MM`. */
  'promise.time': string;
  /** Minutes in which one receiver gets one mail about new messages at most. */
  'message.mail_minutes': number;
}

export type RuleId = keyof RuleValues;

/** The rules of one day: the argument `rules` of every decision. */
export type Rulebook = ResolvedRules<RuleValues>;
