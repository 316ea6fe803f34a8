/** The fields of WeChat's own registration form, in its order, as rows: for whom, how each is filled, where its value stands. i18n `sheet` has both labels of each. Read by `buildFillSheet`. */
import type { Route, SubjectType } from '../enumerations/index.js';
import type { PrerequisiteCode } from '../rulebook/prerequisites.js';
import type { LockedChoice, RegistrationStep } from '../rulebook/rule-values.js';

/**
 * copy: pasted from here · choose: clicked · masked: a personal number, read from its paper and never shown whole here · on_paper: typed or
 * uploaded from an accepted paper · typed_there: only WeChat's page ever sees it, or we keep none yet · in_person: the person's own telephone does it
 */
export const SHEET_FIELD_KINDS = ['copy', 'choose', 'masked', 'on_paper', 'typed_there', 'in_person'] as const;
export type SheetFieldKind = (typeof SHEET_FIELD_KINDS)[number];

/** Whose fact it is; `console`: WeChat's page makes it. */
export const SHEET_SOURCES = ['client', 'subject', 'admin', 'email', 'console'] as const;
export type SheetSource = (typeof SHEET_SOURCES)[number];

/** Steps of the registration with fields to fill; submitting itself has none. */
export const SHEET_STEPS = [
  'account_type',
  'email',
  'region',
  'type_confirmation',
  'information',
  'name',
] as const satisfies readonly RegistrationStep[];
export type SheetStep = (typeof SHEET_STEPS)[number];

export interface SheetRow {
  readonly key: string;
  readonly step: SheetStep;
  readonly kind: SheetFieldKind;
  readonly source: SheetSource;
  /** Subjects whose form has it; absent: all. */
  readonly subjectTypes?: readonly SubjectType[];
  /** Routes whose form has it; absent: all. */
  readonly routes?: readonly Route[];
  /** The label where the form names it by the kind of subject; absent: the key is the label's. */
  readonly label?: string;
  /** What locks it after the submission; absent: it can still be changed in some way. */
  readonly lockedAs?: LockedChoice;
  /** The paper it is read from. */
  readonly paper?: PrerequisiteCode;
}

const COMPANIES = ['enterprise', 'sole_proprietor'] as const;
const BODIES = ['government', 'media', 'other_organisation'] as const;
const MAINLAND_BODIES = [...COMPANIES, ...BODIES] as const;
const ABROAD = ['overseas_enterprise'] as const;
const PERSON = ['individual'] as const;
const MAINLAND = [...PERSON, ...MAINLAND_BODIES] as const;
const NOT_A_PERSON = [...MAINLAND_BODIES, ...ABROAD] as const;

const information = { step: 'information' } as const;
const ofSubject = { ...information, source: 'subject', lockedAs: 'subject' } as const;
const ofAdmin = { ...information, source: 'admin' } as const;

export const SHEET_ROWS = [
  { key: 'productType', step: 'account_type', kind: 'choose', source: 'client', lockedAs: 'account_type' },

  { key: 'accountEmail', step: 'email', kind: 'copy', source: 'email' },
  { key: 'emailCode', step: 'email', kind: 'typed_there', source: 'console' },
  { key: 'password', step: 'email', kind: 'typed_there', source: 'console' },

  { key: 'region', step: 'region', kind: 'choose', source: 'subject', lockedAs: 'region' },

  { key: 'accountType', step: 'type_confirmation', kind: 'choose', source: 'client', lockedAs: 'account_type' },

  { ...information, key: 'subjectType', kind: 'choose', source: 'subject', lockedAs: 'subject_class' },
  {
    ...information,
    key: 'subjectClass',
    kind: 'choose',
    source: 'subject',
    lockedAs: 'subject_class',
    subjectTypes: BODIES,
  },
  { ...ofSubject, key: 'subjectName', kind: 'copy', subjectTypes: COMPANIES, label: 'companyName' },
  { ...ofSubject, key: 'subjectName', kind: 'copy', subjectTypes: ['government'], label: 'governmentName' },
  { ...ofSubject, key: 'subjectName', kind: 'copy', subjectTypes: ['media'], label: 'mediaName' },
  { ...ofSubject, key: 'subjectName', kind: 'copy', subjectTypes: ['other_organisation'], label: 'organisationName' },
  { ...ofSubject, key: 'subjectName', kind: 'copy', subjectTypes: ABROAD, label: 'overseasName' },
  { ...ofSubject, key: 'subjectCode', kind: 'copy', subjectTypes: COMPANIES, label: 'licenceCode' },
  { ...ofSubject, key: 'subjectCode', kind: 'copy', subjectTypes: BODIES, label: 'organisationCode' },
  { ...ofSubject, key: 'subjectCode', kind: 'copy', subjectTypes: ABROAD, label: 'overseasCode' },
  {
    ...information,
    key: 'companyCertificate',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'company_certificate_translated',
  },
  {
    ...information,
    key: 'parentCompany',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'company_profile',
  },
  {
    ...information,
    key: 'registeredAddress',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'company_profile',
  },
  {
    ...information,
    key: 'officeAddress',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'company_profile',
  },
  {
    ...information,
    key: 'businessScope',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'company_profile',
  },
  {
    ...information,
    key: 'legalRepresentative',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: [...COMPANIES, 'media', 'other_organisation', ...ABROAD],
    paper: 'legal_representative',
  },

  { ...information, key: 'route', kind: 'choose', source: 'client', subjectTypes: NOT_A_PERSON },
  { ...information, key: 'bankAccountName', kind: 'copy', source: 'subject', routes: ['small_transfer'] },
  {
    ...information,
    key: 'bankName',
    kind: 'on_paper',
    source: 'subject',
    routes: ['small_transfer'],
    paper: 'corporate_bank_account',
  },
  {
    ...information,
    key: 'bankAccountNumber',
    kind: 'on_paper',
    source: 'subject',
    routes: ['small_transfer'],
    paper: 'corporate_bank_account',
  },
  { ...information, key: 'representativeScan', kind: 'in_person', source: 'console', routes: ['legal_representative'] },

  { ...ofAdmin, key: 'adminName', kind: 'copy', subjectTypes: PERSON, label: 'ownName' },
  { ...ofAdmin, key: 'adminName', kind: 'copy', subjectTypes: MAINLAND_BODIES, label: 'adminName' },
  { ...ofAdmin, key: 'adminName', kind: 'copy', subjectTypes: ABROAD, label: 'operatorName' },
  { ...ofAdmin, key: 'adminIdNumber', kind: 'masked', subjectTypes: PERSON, label: 'ownIdNumber', paper: 'admin_id' },
  {
    ...ofAdmin,
    key: 'adminIdNumber',
    kind: 'masked',
    subjectTypes: MAINLAND_BODIES,
    label: 'adminIdNumber',
    paper: 'admin_id',
  },
  {
    ...ofAdmin,
    key: 'adminIdNumber',
    kind: 'masked',
    subjectTypes: ABROAD,
    label: 'operatorPassport',
    paper: 'operator_passport',
  },
  { ...ofAdmin, key: 'adminPhone', kind: 'masked', subjectTypes: MAINLAND, label: 'adminPhone', paper: 'admin_phone' },
  {
    ...ofAdmin,
    key: 'adminPhone',
    kind: 'masked',
    subjectTypes: ABROAD,
    label: 'operatorPhone',
    paper: 'operator_phone_bill',
  },
  { ...ofAdmin, key: 'phoneCode', kind: 'typed_there', source: 'console' },
  { ...ofAdmin, key: 'operatorPhoneBill', kind: 'on_paper', subjectTypes: ABROAD, paper: 'operator_phone_bill' },
  { ...ofAdmin, key: 'adminScan', kind: 'in_person', source: 'console', subjectTypes: MAINLAND },
  {
    ...information,
    key: 'applicationLetter',
    kind: 'on_paper',
    source: 'subject',
    subjectTypes: ABROAD,
    paper: 'application_letter',
  },

  { key: 'accountName', step: 'name', kind: 'copy', source: 'client' },
  { key: 'introduction', step: 'name', kind: 'typed_there', source: 'console' },
  { key: 'avatar', step: 'name', kind: 'typed_there', source: 'console' },
] as const satisfies readonly SheetRow[];

export type SheetFieldKey = (typeof SHEET_ROWS)[number]['key'];

/** Key of the two labels of a field: WeChat's own word for it and ours. */
export type SheetLabel = Exclude<SheetFieldKey, 'subjectName' | 'subjectCode'> | LabelOf<(typeof SHEET_ROWS)[number]>;
type LabelOf<Row> = Row extends { readonly label: infer Label extends string } ? Label : never;
