/** How many accounts a subject and an admin may hold, and how a company asks for more. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { BOOK_BEGINS, CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { ACCOUNTS, CHARACTERS, WORKING_DAY_RANGE } from './forms.js';
import type { RuleValues } from './rule-values.js';

/** The two notices of 2018 that lowered the limits. */
const FEBRUARY = '2018-02-10';
const NOVEMBER = '2018-11-16';

const LIMIT = { kind: 'policy', form: ACCOUNTS, confidence: 'H', ...CHECKED } as const;
const BEFORE = { ...LIMIT, source: 'limits_notice_february', validFrom: BOOK_BEGINS, validTo: FEBRUARY } as const;
const BETWEEN = { ...LIMIT, source: 'limits_notice_february', validFrom: FEBRUARY, validTo: NOVEMBER } as const;
const NOW = { ...LIMIT, source: 'limits_notice', alsoSources: ['rule_digests_2025'], validFrom: NOVEMBER } as const;
const PUBLIC_BODIES = { ...NOW, source: 'limits_notice_february', validFrom: FEBRUARY } as const;
const FORM = { ...LIMIT, source: 'registration_form', validFrom: FORM_KNOWN } as const;

export const QUOTA_RULES = [
  { ...BEFORE, id: 'quota.subject.individual', value: 5 },
  { ...BETWEEN, id: 'quota.subject.individual', value: 2 },
  { ...NOW, id: 'quota.subject.individual', value: 1 },
  { ...BEFORE, id: 'quota.subject.sole_proprietor', value: 50 },
  { ...BETWEEN, id: 'quota.subject.sole_proprietor', value: 5 },
  { ...NOW, id: 'quota.subject.sole_proprietor', value: 2 },
  { ...BEFORE, id: 'quota.subject.enterprise', value: 50, disputedBy: ['overseas_reports'] },
  { ...BETWEEN, id: 'quota.subject.enterprise', value: 5 },
  { ...NOW, id: 'quota.subject.enterprise', value: 2 },
  { ...BEFORE, id: 'quota.subject.other_organisation', value: 50 },
  { ...BETWEEN, id: 'quota.subject.other_organisation', value: 5 },
  { ...NOW, id: 'quota.subject.other_organisation', value: 2 },
  { ...PUBLIC_BODIES, id: 'quota.subject.media', value: 50 },
  { ...PUBLIC_BODIES, id: 'quota.subject.government', value: 50 },
  {
    id: 'quota.subject.overseas_enterprise',
    value: null,
    kind: 'unknown',
    source: 'nobody_knows',
    validFrom: NOVEMBER,
    ...CHECKED_WEAK,
  },
  {
    id: 'quota.kept_above',
    value: true,
    kind: 'hard',
    source: 'kept_accounts_report',
    validFrom: NOVEMBER,
    confidence: 'M',
    ...CHECKED,
  },
  {
    id: 'quota.held_in_freeze',
    value: true,
    kind: 'hard',
    source: 'deregistration_guides',
    validFrom: '2019-01-01',
    confidence: 'M',
    ...CHECKED,
  },
  { ...FORM, id: 'quota.admin_id', value: 5, alsoSources: ['admin_faq'] },
  { ...FORM, id: 'quota.admin_id.legal_representative', value: 50 },
  { ...FORM, id: 'quota.admin_phone', value: 5, alsoSources: ['admin_faq'] },
  { ...FORM, id: 'quota.admin_phone.legal_representative', value: 50 },
  { ...FORM, id: 'quota.admin_wechat', value: 50, disputedBy: ['operators_post'], confidence: 'M' },
  {
    id: 'quota.small_transfer_per_subject',
    value: 1,
    kind: 'hard',
    source: 'registration_form',
    validFrom: FORM_KNOWN,
    confidence: 'H',
    ...CHECKED,
  },
  { ...FORM, id: 'quota_raise.reason_length', value: 200, form: CHARACTERS },
  {
    id: 'quota_raise.subject_types',
    value: ['enterprise', 'media', 'government', 'other_organisation', 'overseas_enterprise'],
    kind: 'hard',
    source: 'rule_digests_2025',
    disputedBy: ['registration_form'],
    validFrom: FORM_KNOWN,
    confidence: 'M',
    ...CHECKED,
  },
  {
    ...FORM,
    id: 'quota_raise.working_days',
    value: { from: 1, to: 3 },
    form: WORKING_DAY_RANGE,
    source: 'rule_digests_2025',
    confidence: 'M',
  },
  {
    id: 'quota_raise.blocked_by_restriction',
    value: true,
    kind: 'hard',
    source: 'raise_question_2023',
    validFrom: '2023-12-20',
    confidence: 'M',
    ...CHECKED,
  },
  {
    id: 'quota_raise.regulator',
    value: true,
    kind: 'hard',
    source: 'limits_notice',
    alsoSources: ['registration_form'],
    validFrom: NOVEMBER,
    confidence: 'H',
    ...CHECKED,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
