/** What a subject (主体) must be, what fits its class, and how its own name may change. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { BOOK_BEGINS, CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { WORKING_DAY_RANGE } from './forms.js';
import type { RuleValues } from './rule-values.js';

const FORM = { kind: 'hard', source: 'registration_form', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const SUBJECT_RULES = [
  { ...FORM, id: 'subject.region', value: true, disputedBy: ['registration_guide_2020'] },
  {
    ...FORM,
    id: 'subject.code_fits_class',
    value: true,
    source: 'credit_code_standard',
    alsoSources: ['registration_form'],
    validFrom: '2015-10-01',
  },
  {
    ...FORM,
    id: 'subject.class_fits_type',
    value: {
      enterprise_media: { types: ['media'], codes: ['91'] },
      institution_media: { types: ['media'], codes: ['12'] },
      public_institution: { types: ['other_organisation', 'government'], codes: ['12'] },
      non_profit: { types: ['other_organisation'], codes: null },
      civilian_non_enterprise: { types: ['other_organisation'], codes: ['52'] },
      for_profit_organisation: { types: ['other_organisation'], codes: null },
      social_group: { types: ['other_organisation'], codes: ['51', '13'] },
      foundation: { types: ['other_organisation'], codes: ['53'] },
      // Registered by the foreign ministry or by nobody of the list, never as a company or a body under civil affairs.
      foreign_mission: { types: ['other_organisation'], codes: ['2', 'Y'] },
    },
    source: 'credit_code_standard',
    alsoSources: ['verification_form'],
    validFrom: '2015-10-01',
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'subject.own_licence',
    value: true,
    kind: 'soft',
    source: 'local_overseas_comparison',
    alsoSources: ['ownership_case_2022', 'overseas_reports'],
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'subject.accounts_on_one_licence',
    value: 'unknown',
    kind: 'unknown',
    source: 'account_types_article_2014',
    validFrom: BOOK_BEGINS,
    ...CHECKED_WEAK,
    confidence: 'M',
  },
  {
    ...FORM,
    id: 'subject.media_roles',
    value: ['publisher', 'sponsor', 'supervisor'],
    alsoSources: ['verification_form'],
  },
  {
    ...FORM,
    id: 'subject.media_kinds',
    value: ['television', 'press', 'magazine', 'online'],
    alsoSources: ['verification_form'],
  },
  { ...FORM, id: 'subject.struck_off', value: true, kind: 'soft', source: 'struck_off_question', confidence: 'M' },
  {
    ...FORM,
    id: 'subject.correction',
    value: { from: 3, to: 7 },
    kind: 'policy',
    form: WORKING_DAY_RANGE,
    source: 'shop_documents',
    confidence: 'M',
  },
  { ...FORM, id: 'subject.only_by_migration', value: true, source: 'migration_guides' },
  { ...FORM, id: 'subject.barred', value: true },
  { ...FORM, id: 'subject.batch_registration', value: true, kind: 'soft', source: 'operating_rules', confidence: 'M' },
] as const satisfies readonly ShippedRule<RuleValues>[];
