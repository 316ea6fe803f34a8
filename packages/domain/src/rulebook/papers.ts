/** What papers and numbers must look like so that WeChat's form takes them. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import type { RuleValues } from './rule-values.js';

const FORM = { kind: 'hard', source: 'registration_form', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const PAPER_RULES = [
  { ...FORM, id: 'papers.licence_code_lengths', value: [13, 15, 18] },
  { ...FORM, id: 'papers.organisation_code_lengths', value: [9, 18] },
  {
    ...FORM,
    id: 'papers.image_formats',
    value: ['bmp', 'jpg', 'jpeg', 'png'],
    alsoSources: ['verification_form'],
  },
  { ...FORM, id: 'papers.id_image_pixels', value: 256, alsoSources: ['verification_form'] },
  { ...FORM, id: 'papers.supplementary_files', value: 10, alsoSources: ['verification_form'] },
  { ...FORM, id: 'papers.bank_digits', value: { min: 2, max: 35 } },
  { ...FORM, id: 'papers.bank_name_equals', value: true },
  { ...FORM, id: 'papers.seal_equals', value: true, source: 'verification_form', confidence: 'M' },
  { ...FORM, id: 'papers.official_letter', value: true, source: 'verification_form', confidence: 'M' },
  {
    ...FORM,
    id: 'papers.without_corporate_account',
    value: true,
    source: 'corporate_account_answer',
    validFrom: '2020-11-26',
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'papers.government_bank_blank',
    value: true,
    alsoSources: ['corporate_account_answer'],
  },
  {
    ...FORM,
    id: 'papers.operator_phone_bill_months',
    value: 3,
    source: 'verification_form',
    alsoSources: ['overseas_reports'],
  },
  { ...FORM, id: 'papers.overseas_phone', value: true },
  {
    ...FORM,
    id: 'papers.overseas_notarised',
    value: true,
    kind: 'soft',
    source: 'overseas_papers_report_2025',
    validFrom: '2025-01-01',
    ...CHECKED_WEAK,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
