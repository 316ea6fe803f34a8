/** The words of accounts, subjects (主体), people, addresses and papers. */

export const ACCOUNT_TYPES = ['subscription', 'service', 'mini_program', 'wecom'] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** Account types that count as Official Accounts (公众号, 服务号) against a subject's slots. */
export const OFFICIAL_ACCOUNT_TYPES = ['subscription', 'service'] as const satisfies readonly AccountType[];

export const SUBJECT_TYPES = [
  'individual',
  'sole_proprietor',
  'enterprise',
  'media',
  'government',
  'other_organisation',
  'overseas_enterprise',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** The finer verification class that fees look at; absent when the type says it all. */
export const SUBJECT_CLASSES = [
  'enterprise_media',
  'institution_media',
  'public_institution',
  'non_profit',
  'civilian_non_enterprise',
  'for_profit_organisation',
  'social_group',
  'foundation',
  'foreign_mission',
] as const;
export type SubjectClass = (typeof SUBJECT_CLASSES)[number];

/** Whose licence an account stands on. */
export const LICENCE_OWNERS = ['client', 'agency', 'partner'] as const;
export type LicenceOwner = (typeof LICENCE_OWNERS)[number];

export const SUBJECT_STANDINGS = ['active', 'struck_off', 'unknown'] as const;
export type SubjectStanding = (typeof SUBJECT_STANDINGS)[number];

export const ID_KINDS = ['resident_id', 'hk_mo_tw_permit', 'permanent_resident', 'passport', 'other'] as const;
export type IdKind = (typeof ID_KINDS)[number];

export const EMPLOYERS = ['registrant', 'agency', 'other'] as const;
export type Employer = (typeof EMPLOYERS)[number];

export const EMAIL_STATES = ['free', 'reserved', 'in_use', 'cooling', 'recheck', 'blocked'] as const;
export type EmailState = (typeof EMAIL_STATES)[number];

export const EMAIL_CHECK_RESULTS = [
  'unused',
  'used_by_wechat_product',
  'open_platform',
  'personal_wechat',
  'unknown',
] as const;
export type EmailCheckResult = (typeof EMAIL_CHECK_RESULTS)[number];

/** What is counted against a limit. */
export const SLOT_KINDS = ['subject', 'admin_id', 'admin_phone', 'admin_wechat'] as const;
export type SlotKind = (typeof SLOT_KINDS)[number];

export const SLOT_STATES = ['planned', 'reserved'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export const PREREQUISITE_STATES = ['open', 'submitted', 'accepted', 'returned'] as const;
export type PrerequisiteState = (typeof PREREQUISITE_STATES)[number];

/**
 * What a person agrees to; each purpose is asked for separately. admin_identity: name, ID number and phone for the form · identity_documents: pictures of
 * the ID are kept until the account is live and some days more · cross_border_transfer: people outside mainland China handle them.
 */
export const CONSENT_PURPOSES = ['admin_identity', 'identity_documents', 'cross_border_transfer'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** How long an operator's seat is taken: `short` ends by a date. */
export const OPERATOR_TERMS = ['long', 'short'] as const;
export type OperatorTerm = (typeof OPERATOR_TERMS)[number];

/** Why Tencent froze or banned an account. */
export const RESTRICTION_KINDS = ['dormant', 'struck_off', 'banned', 'other'] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];
