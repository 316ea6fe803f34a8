/** Who may be an account's admin, how the admin proves it, and what the agency asks of itself. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { YES_NO } from './forms.js';
import type { RuleValues } from './rule-values.js';

const FORM = { kind: 'hard', source: 'registration_form', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;
const UNKNOWN = {
  kind: 'unknown',
  source: 'nobody_knows',
  validFrom: FORM_KNOWN,
  ...CHECKED_WEAK,
} as const;

export const ADMIN_RULES = [
  { ...FORM, id: 'admin.minimum_age', value: 18 },
  {
    ...FORM,
    id: 'admin.passport_mainland',
    value: 'refused',
    alsoSources: ['registration_guide_2020'],
    disputedBy: ['overseas_reports'],
    confidence: 'M',
  },
  { ...UNKNOWN, id: 'admin.permit_mainland', value: 'unknown' },
  {
    ...FORM,
    id: 'admin.first_generation_id',
    value: 'refused',
    source: 'identity_number_standard',
  },
  { ...FORM, id: 'admin.wechat_phone', value: true },
  {
    ...FORM,
    id: 'admin.wechat_card',
    value: true,
    source: 'admin_faq',
    alsoSources: ['registration_guide_2020'],
  },
  { ...FORM, id: 'admin.scan', value: true },
  { ...FORM, id: 'admin.scan_together', value: true, kind: 'soft', source: 'scan_guide', confidence: 'M' },
  { ...FORM, id: 'admin.sms_resend_seconds', value: 60 },
  { ...FORM, id: 'admin.sms_digits', value: 6 },
  { ...FORM, id: 'admin.is_subject', value: true },
  { ...FORM, id: 'admin.barred', value: true },
  { ...FORM, id: 'admin.outsider', value: true, kind: 'soft', source: 'admin_faq' },
  {
    ...FORM,
    id: 'admin.change',
    value: 'both_scan',
    source: 'limits_notice_february',
    alsoSources: ['registration_form'],
    confidence: 'M',
  },
  {
    ...UNKNOWN,
    id: 'admin.foreign_representative',
    value: 'unknown',
    source: 'foreign_representative_question',
    validFrom: '2025-01-01',
  },
  { ...FORM, id: 'admin.four_eyes', value: true, kind: 'policy', form: YES_NO, source: 'house' },
  {
    ...FORM,
    id: 'consent.admin_identity',
    value: true,
    source: 'personal_information_law',
    validFrom: '2021-11-01',
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
