/** What a verification costs, by account type and subject, how it may be paid, and what bill there is. `null`: nobody knows, the payment page will show it. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN, OVERSEAS_OPENED } from './checked.js';
import { DOLLARS, PAYMENT_MEANS_ALLOWED, WORKING_DAY_RANGE, YUAN } from './forms.js';
import type { RuleValues } from './rule-values.js';

const REPORTED = {
  kind: 'policy',
  form: YUAN,
  source: 'fee_reports',
  validFrom: '2013-10-01',
  confidence: 'H',
  ...CHECKED,
} as const;
const FREE = { ...REPORTED, value: { amountMinor: 0, currency: 'CNY' }, confidence: 'M' } as const;
const UNKNOWN = {
  kind: 'unknown',
  source: 'nobody_knows',
  validFrom: '2013-10-01',
  ...CHECKED_WEAK,
} as const;
const MINI_PROGRAM = { ...REPORTED, source: 'mini_program_prices', validFrom: FORM_KNOWN, confidence: 'M' } as const;
const WECOM = { ...REPORTED, source: 'wecom_prices', validFrom: FORM_KNOWN, confidence: 'M' } as const;
const MEANS = {
  kind: 'policy',
  form: PAYMENT_MEANS_ALLOWED,
  source: 'verification_form',
  validFrom: '2016-04-01',
  confidence: 'M',
  ...CHECKED,
} as const;
const HARD = {
  kind: 'hard',
  source: 'verification_form',
  validFrom: '2016-04-01',
  confidence: 'M',
  ...CHECKED,
} as const;

export const FEE_RULES = [
  {
    ...UNKNOWN,
    id: 'fee.official_account.individual',
    value: null,
    disputedBy: ['individual_verification_blogs'],
  },
  {
    ...UNKNOWN,
    id: 'fee.official_account.sole_proprietor',
    value: null,
    disputedBy: ['fee_reports', 'mini_program_prices'],
    confidence: 'M',
  },
  {
    ...REPORTED,
    id: 'fee.official_account.enterprise',
    value: { amountMinor: 300_00, currency: 'CNY' },
    alsoSources: ['registration_guide_2020', 'account_types_article_2014'],
  },
  { ...REPORTED, id: 'fee.official_account.media', value: { amountMinor: 300_00, currency: 'CNY' } },
  { ...FREE, id: 'fee.official_account.government' },
  { ...REPORTED, id: 'fee.official_account.other_organisation', value: { amountMinor: 300_00, currency: 'CNY' } },
  {
    ...REPORTED,
    id: 'fee.official_account.overseas_enterprise',
    value: { amountMinor: 99_00, currency: 'USD' },
    form: DOLLARS,
    source: 'overseas_reports',
    validFrom: OVERSEAS_OPENED,
    confidence: 'M',
  },
  { ...FREE, id: 'fee.class.foundation' },
  { ...FREE, id: 'fee.class.foreign_mission' },
  { ...MINI_PROGRAM, id: 'fee.mini_program.enterprise', value: { amountMinor: 300_00, currency: 'CNY' } },
  { ...MINI_PROGRAM, id: 'fee.mini_program.sole_proprietor', value: { amountMinor: 30_00, currency: 'CNY' } },
  { ...UNKNOWN, id: 'fee.mini_program.others', value: null },
  { ...WECOM, id: 'fee.wecom.small', value: { amountMinor: 300_00, currency: 'CNY' } },
  { ...WECOM, id: 'fee.wecom.medium', value: { amountMinor: 3_000_00, currency: 'CNY' } },
  { ...WECOM, id: 'fee.wecom.large', value: { amountMinor: 30_000_00, currency: 'CNY' } },
  {
    ...REPORTED,
    id: 'fee.open_platform.mainland',
    value: { amountMinor: 300_00, currency: 'CNY' },
    source: 'open_platform_fee_note_2017',
    validFrom: '2017-01-01',
    ...CHECKED_WEAK,
  },
  {
    ...REPORTED,
    id: 'fee.open_platform.overseas',
    value: { amountMinor: 120_00, currency: 'USD' },
    form: DOLLARS,
    source: 'open_platform_fee_note_2017',
    validFrom: '2017-01-01',
    ...CHECKED_WEAK,
  },
  {
    ...HARD,
    id: 'fee.per_application',
    value: true,
    source: 'fee_reports',
    alsoSources: ['verification_questions', 'account_types_article_2014'],
    disputedBy: ['registration_guide_2020'],
    validFrom: '2013-10-01',
    confidence: 'H',
  },
  { ...MEANS, id: 'payment.overseas_means', value: ['bank_transfer'], validFrom: OVERSEAS_OPENED },
  { ...MEANS, id: 'payment.first_registration_means', value: ['wechat_pay'] },
  { ...HARD, id: 'payment.own_receiving_number', value: true },
  {
    ...MEANS,
    id: 'payment.transfer_arrival',
    value: { from: 1, to: 3 },
    form: WORKING_DAY_RANGE,
  },
  { ...HARD, id: 'payment.pay_once', value: true, kind: 'soft' },
  {
    ...HARD,
    id: 'payment.refund',
    value: 'none',
    source: 'fee_reports',
    alsoSources: ['verification_questions'],
    validFrom: '2013-10-01',
    confidence: 'H',
  },
  {
    ...HARD,
    id: 'invoice.kinds',
    value: ['none', 'e_invoice', 'vat_special'],
    source: 'invoice_reports',
    validFrom: '2023-01-01',
  },
  {
    ...HARD,
    id: 'invoice.kind_is_final',
    value: true,
    source: 'invoice_reports',
    validFrom: '2025-06-10',
    ...CHECKED_WEAK,
  },
  {
    ...HARD,
    id: 'invoice.individual_without_vat',
    value: true,
    source: 'invoice_reports',
    validFrom: '2025-06-10',
    ...CHECKED_WEAK,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
