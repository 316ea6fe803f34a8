/** How many accounts a subject and an admin may hold. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED } from './checked.js';
import type { RuleValues } from './rule-values.js';

const LIMITS = {
  kind: 'policy',
  source: 'limits_notice',
  validFrom: '2018-11-16',
  confidence: 'H',
  ...CHECKED,
} as const;
const FORM = {
  kind: 'policy',
  source: 'registration_form',
  validFrom: '2018-11-16',
  confidence: 'H',
  ...CHECKED,
} as const;

export const QUOTA_RULES = [
  { id: 'quota.subject.individual', value: 1, ...LIMITS },
  { id: 'quota.subject.sole_proprietor', value: 2, ...LIMITS },
  { id: 'quota.subject.enterprise', value: 2, ...LIMITS },
  { id: 'quota.subject.media', value: 50, ...LIMITS },
  { id: 'quota.subject.government', value: 50, ...LIMITS },
  { id: 'quota.subject.other_organisation', value: 2, ...LIMITS },
  {
    id: 'quota.subject.overseas_enterprise',
    value: null,
    kind: 'unknown',
    source: 'nobody_knows',
    validFrom: '2018-11-16',
    confidence: 'L',
    ...CHECKED,
  },
  { id: 'quota.admin_id', value: 5, ...FORM },
  { id: 'quota.admin_id.legal_representative', value: 50, ...FORM },
  { id: 'quota.admin_phone', value: 5, ...FORM },
  { id: 'quota.admin_phone.legal_representative', value: 50, ...FORM },
  { id: 'quota.admin_wechat', value: 50, ...FORM, confidence: 'M' },
  { id: 'quota.small_transfer_per_subject', value: 1, ...FORM, kind: 'hard' },
] as const satisfies readonly ShippedRule<RuleValues>[];
