/** The yearly renewal (年审): its window, what it asks for, and what ends when it is missed. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const KNOWN = { kind: 'hard', source: 'fee_reports', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;
const UNKNOWN = { ...KNOWN, kind: 'unknown', source: 'nobody_knows', ...CHECKED_WEAK } as const;

export const RENEWAL_RULES = [
  {
    ...KNOWN,
    id: 'renewal.window_days',
    value: 90,
    kind: 'policy',
    form: DAYS,
    source: 'account_api',
    alsoSources: ['captured_console', 'renewal_question_2021'],
    disputedBy: ['fee_reports'],
  },
  { ...KNOWN, id: 'renewal.dates_from_wechat', value: true, source: 'account_api' },
  { ...KNOWN, id: 'renewal.as_first', value: true, validFrom: '2013-12-01' },
  { ...KNOWN, id: 'renewal.same_subject', value: true, validFrom: '2016-06-14', confidence: 'M' },
  {
    ...KNOWN,
    id: 'renewal.tencent_notice_months',
    value: 3,
    alsoSources: ['renewal_article_2023', 'verification_events'],
    confidence: 'M',
  },
  {
    ...KNOWN,
    id: 'renewal.mini_program_reminders',
    value: ['three_months', 'two_months', 'one_month', 'seven_days'],
    source: 'renewal_article_2023',
    validFrom: '2023-01-01',
    confidence: 'M',
  },
  {
    ...KNOWN,
    id: 'renewal.verified_in_window',
    value: true,
    kind: 'soft',
    source: 'renewal_question_2021',
    validFrom: '2021-03-25',
    confidence: 'M',
  },
  { ...UNKNOWN, id: 'renewal.early_keeps_end', value: 'unknown' },
  {
    ...KNOWN,
    id: 'renewal.after_expiry',
    value: 're_verification',
    alsoSources: ['verification_events'],
    confidence: 'M',
  },
  {
    ...KNOWN,
    id: 'renewal.loses',
    value: ['tick', 'verified_interfaces', 'name_protection'],
    alsoSources: ['verification_events'],
    confidence: 'M',
  },
  { ...UNKNOWN, id: 'renewal.grace', value: null, confidence: 'M' },
  {
    ...KNOWN,
    id: 'renewal.mini_program_notices',
    value: [0, 30, 60],
    source: 'community_sdks',
    confidence: 'M',
  },
  { ...KNOWN, id: 'renewal.account_kept', value: true, kind: 'soft', source: 'own_knowledge', ...CHECKED_WEAK },
] as const satisfies readonly ShippedRule<RuleValues>[];
