/** Papers and facts a subject must bring, as rows: whose they are and for which subject, route and order. i18n `prerequisites` has a text for each code. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import type { PrerequisiteRow, RuleValues } from './rule-values.js';

const COMPANIES = ['sole_proprietor', 'enterprise', 'media'] as const;
const BODIES = ['government', 'other_organisation'] as const;
const LATER_ORDERS = ['renewal', 're_verification', 'rename'] as const;

export const PREREQUISITE_ROWS = [
  {
    code: 'business_licence',
    holder: 'client',
    required: true,
    subjectTypes: COMPANIES,
    for: ['registration', ...LATER_ORDERS],
  },
  {
    code: 'organisation_certificate',
    holder: 'client',
    required: true,
    subjectTypes: BODIES,
    for: ['registration', ...LATER_ORDERS],
  },
  {
    code: 'legal_representative',
    holder: 'client',
    required: true,
    subjectTypes: ['sole_proprietor', 'enterprise', 'media', 'other_organisation', 'overseas_enterprise'],
    for: ['registration'],
  },
  {
    code: 'application_letter',
    holder: 'client',
    required: true,
    subjectTypes: [...COMPANIES, ...BODIES, 'overseas_enterprise'],
    routes: ['wechat_verification'],
    for: ['registration', ...LATER_ORDERS],
  },
  // On the other routes the first order comes after `live`, and its letter is not in the sealed sheet.
  {
    code: 'application_letter',
    holder: 'client',
    required: true,
    subjectTypes: [...COMPANIES, ...BODIES],
    routes: ['small_transfer', 'legal_representative'],
    for: ['first', ...LATER_ORDERS],
  },
  {
    code: 'corporate_bank_account',
    holder: 'client',
    required: true,
    subjectTypes: ['sole_proprietor', 'enterprise', 'other_organisation'],
    routes: ['small_transfer'],
    for: ['registration'],
  },
  {
    code: 'admin_id',
    holder: 'admin_person',
    required: true,
    subjectTypes: ['individual', ...COMPANIES, ...BODIES],
    for: ['registration'],
  },
  {
    code: 'admin_phone',
    holder: 'admin_person',
    required: true,
    subjectTypes: ['individual', ...COMPANIES, ...BODIES],
    for: ['registration'],
  },
  {
    code: 'company_certificate_translated',
    holder: 'client',
    required: true,
    subjectTypes: ['overseas_enterprise'],
    for: ['registration', ...LATER_ORDERS],
  },
  {
    code: 'company_profile',
    holder: 'client',
    required: true,
    subjectTypes: ['overseas_enterprise'],
    for: ['registration'],
  },
  {
    code: 'operator_passport',
    holder: 'admin_person',
    required: true,
    subjectTypes: ['overseas_enterprise'],
    for: ['registration', ...LATER_ORDERS],
  },
  {
    code: 'operator_phone_bill',
    holder: 'admin_person',
    required: true,
    subjectTypes: ['overseas_enterprise'],
    for: ['registration', ...LATER_ORDERS],
  },
  {
    code: 'name_right',
    holder: 'client',
    required: false,
    subjectTypes: [...COMPANIES, ...BODIES, 'overseas_enterprise'],
    for: ['registration', 'rename'],
  },
] as const satisfies readonly PrerequisiteRow[];

export const PREREQUISITE_RULES = [
  {
    id: 'prerequisites.papers',
    value: PREREQUISITE_ROWS,
    kind: 'hard',
    source: 'verification_form',
    alsoSources: ['registration_form', 'overseas_reports'],
    validFrom: FORM_KNOWN,
    confidence: 'M',
    ...CHECKED,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];

/** Every code of a paper, for the texts. */
export type PrerequisiteCode = (typeof PREREQUISITE_ROWS)[number]['code'];

/** The papers with which the admin's ID number is compared, on the mainland and abroad: who accepts one has checked the ID. */
export const ADMIN_ID_PAPERS = ['admin_id', 'operator_passport'] as const satisfies readonly PrerequisiteCode[];
