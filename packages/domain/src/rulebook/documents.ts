/** What files may be brought for a paper, for how long they can be changed, and the coded reasons for which a paper goes back. Read by the API's documents and prerequisites. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { MINUTES } from './forms.js';
import type { PrerequisiteCode } from './prerequisites.js';
import type { RuleValues } from './rule-values.js';

const HOUSE = { kind: 'hard', source: 'house', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const DOCUMENT_RULES = [
  {
    ...HOUSE,
    id: 'document.types',
    value: ['image/jpeg', 'image/png', 'application/pdf'],
    alsoSources: ['registration_form'],
  },
  { ...HOUSE, id: 'document.max_bytes', value: 20 * 1024 * 1024 },
  { ...HOUSE, id: 'document.pages_max', value: 10 },
  { ...HOUSE, id: 'document.pdf_pages_max', value: 50 },
  { ...HOUSE, id: 'document.day_bytes', value: 4 * 1024 * 1024 * 1024 },
  { ...HOUSE, id: 'document.fix_minutes', value: 30, kind: 'policy', form: MINUTES },
  { ...HOUSE, id: 'document.review_minutes', value: 30, kind: 'policy', form: MINUTES },
] as const satisfies readonly ShippedRule<RuleValues>[];

/** Reasons that any paper may go back for: the picture itself. i18n `reasons` says each, `fixes` how to put it right; `ExamplePair` draws those that can be seen. */
const PICTURE = ['blurred', 'cut_off', 'glare', 'unreadable', 'too_small', 'edited'] as const;
/** Of any paper as well, after what is the paper's own. */
const PAPER = ['wrong_document', 'page_missing', 'format_not_accepted', 'other'] as const;
const SEALED = ['seal_missing', 'seal_differs', 'name_differs', 'code_differs', 'signature_missing'] as const;
const TRANSLATED = ['translation_missing', 'notarisation_missing'] as const;
const DATED = ['expired', 'expires_too_soon'] as const;

/** By paper, the likely ones first. */
export const RETURN_REASONS = {
  business_licence: [...PICTURE, 'name_differs', 'code_differs', ...DATED, 'seal_missing', ...PAPER],
  organisation_certificate: [...PICTURE, 'name_differs', 'code_differs', ...DATED, 'seal_missing', ...PAPER],
  legal_representative: [...PICTURE, 'name_differs', ...DATED, ...PAPER],
  application_letter: [...SEALED, ...PICTURE, ...PAPER],
  corporate_bank_account: ['name_differs', ...PICTURE, ...PAPER],
  admin_id: [...PICTURE, 'name_differs', ...DATED, ...PAPER],
  admin_phone: ['name_differs', ...PICTURE, ...PAPER],
  company_certificate_translated: [...TRANSLATED, ...PICTURE, 'name_differs', 'code_differs', ...DATED, ...PAPER],
  company_profile: ['name_differs', ...PICTURE, ...PAPER],
  operator_passport: [...PICTURE, 'name_differs', ...DATED, ...PAPER],
  operator_phone_bill: ['name_differs', ...DATED, ...PICTURE, ...PAPER],
  name_right: ['name_differs', ...DATED, 'seal_missing', ...TRANSLATED, ...PICTURE, ...PAPER],
} as const satisfies Readonly<Record<PrerequisiteCode, readonly string[]>>;

/** Every coded reason. */
export type ReturnReason = (typeof RETURN_REASONS)[PrerequisiteCode][number];

/** Reasons that a pair of pictures explains: how it should look, and how not. */
export const ILLUSTRATED_REASONS = [
  'blurred',
  'cut_off',
  'glare',
  'unreadable',
  'too_small',
  'edited',
  'seal_missing',
  'seal_differs',
  'signature_missing',
  'name_differs',
  'code_differs',
  'expired',
  'expires_too_soon',
  'page_missing',
  'translation_missing',
  'notarisation_missing',
  'wrong_document',
] as const satisfies readonly ReturnReason[];
export type IllustratedReason = (typeof ILLUSTRATED_REASONS)[number];

/** What whoever brings a paper is shown before anything came back: what most often goes wrong with it. */
export const USUAL_EXAMPLES = {
  business_licence: ['blurred', 'cut_off', 'glare'],
  organisation_certificate: ['blurred', 'cut_off', 'glare'],
  legal_representative: ['blurred', 'cut_off'],
  application_letter: ['seal_missing', 'seal_differs', 'cut_off'],
  corporate_bank_account: ['name_differs', 'cut_off'],
  admin_id: ['glare', 'cut_off', 'blurred'],
  admin_phone: ['name_differs'],
  company_certificate_translated: ['translation_missing', 'notarisation_missing', 'page_missing'],
  company_profile: ['cut_off'],
  operator_passport: ['glare', 'cut_off', 'blurred'],
  operator_phone_bill: ['name_differs', 'expired'],
  name_right: ['name_differs', 'expired'],
} as const satisfies Readonly<Record<PrerequisiteCode, readonly IllustratedReason[]>>;
