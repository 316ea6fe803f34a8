/** What a verification (微信认证) is: its parts, who gets none, how long it holds, and what it is refused for. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { MONTHS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const EVENTS = {
  kind: 'hard',
  source: 'verification_events',
  validFrom: FORM_KNOWN,
  confidence: 'H',
  ...CHECKED,
} as const;
const UNKNOWN = { ...EVENTS, kind: 'unknown', source: 'nobody_knows', ...CHECKED_WEAK } as const;

export const VERIFICATION_RULES = [
  {
    ...EVENTS,
    id: 'verification.validity_months',
    value: 12,
    kind: 'policy',
    form: MONTHS,
    source: 'fee_reports',
    alsoSources: ['verification_events'],
  },
  {
    ...UNKNOWN,
    id: 'verification.individual',
    value: 'unknown',
    alsoSources: ['account_types_article_2014'],
    disputedBy: ['individual_verification_blogs'],
    confidence: 'M',
  },
  { ...UNKNOWN, id: 'verification.rename_effect', value: 'unknown' },
  {
    ...EVENTS,
    id: 'verification.inherited',
    value: true,
    source: 'captured_console',
    alsoSources: ['fast_registration_interface'],
    confidence: 'M',
  },
  { ...EVENTS, id: 'verification.one_order', value: true, source: 'house' },
  { ...EVENTS, id: 'verification.parts', value: ['qualification', 'naming'] },
  {
    ...EVENTS,
    id: 'verification.name_failed_counts',
    value: true,
    alsoSources: ['verification_staff_answer'],
  },
  { ...EVENTS, id: 'verification.same_subject', value: true, source: 'naming_guides' },
  { ...EVENTS, id: 'verification.no_withdrawal', value: true, source: 'filing_interface' },
  {
    ...EVENTS,
    id: 'verification.rejections',
    value: [
      'licence_unreadable',
      'licence_expired',
      'seal_missing',
      'seal_differs',
      'bank_name_differs',
      'wrong_class',
      'name_without_right',
      'phone_unreachable',
    ],
    kind: 'soft',
    source: 'rejection_reports',
    validFrom: '2024-12-01',
    confidence: 'M',
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
