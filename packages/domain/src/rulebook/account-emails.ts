/** What the address of an account must be, and how it is proved. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const PAGE = {
  kind: 'hard',
  source: 'registration_page',
  validFrom: '2016-01-01',
  confidence: 'H',
  ...CHECKED,
} as const;

export const ACCOUNT_EMAIL_RULES = [
  { ...PAGE, id: 'email.one_product', value: true, alsoSources: ['registration_guide_2020', 'limits_notice_february'] },
  {
    ...PAGE,
    id: 'email.personal_unbound',
    value: true,
    source: 'course_notes_2024',
    validFrom: '2024-01-01',
    confidence: 'M',
  },
  { ...PAGE, id: 'email.activation', value: 'link', validTo: '2019-12-01', confidence: 'M' },
  {
    ...PAGE,
    id: 'email.activation',
    value: 'code',
    source: 'overseas_reports',
    disputedBy: ['registration_page'],
    validFrom: '2019-12-01',
    confidence: 'M',
  },
  {
    ...PAGE,
    id: 'email.activation_hours',
    value: null,
    kind: 'unknown',
    source: 'nobody_knows',
    disputedBy: ['activation_textbook'],
    ...CHECKED_WEAK,
  },
  {
    ...PAGE,
    id: 'email.plus_address',
    value: true,
    kind: 'soft',
    source: 'house',
    validFrom: FORM_KNOWN,
    confidence: 'M',
  },
  {
    ...PAGE,
    id: 'email.abandoned_deletable',
    value: true,
    source: 'captured_console',
    validFrom: FORM_KNOWN,
    confidence: 'M',
  },
  { ...PAGE, id: 'email.password_length', value: 8, confidence: 'M' },
  {
    ...PAGE,
    id: 'email.reservation_days',
    value: 30,
    kind: 'policy',
    form: DAYS,
    source: 'house',
    validFrom: FORM_KNOWN,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
