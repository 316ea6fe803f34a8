/** What a verification costs, by account type and subject, and how it may be paid. `null`: nobody knows, the payment page will show it. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED } from './checked.js';
import type { RuleValues } from './rule-values.js';

const REPORTED = {
  kind: 'policy',
  source: 'fee_reports',
  validFrom: '2013-10-01',
  confidence: 'H',
  ...CHECKED,
} as const;
const UNKNOWN = {
  kind: 'unknown',
  source: 'nobody_knows',
  validFrom: '2013-10-01',
  confidence: 'L',
  ...CHECKED,
} as const;
const MINI_PROGRAM = {
  kind: 'policy',
  source: 'mini_program_prices',
  validFrom: '2018-11-16',
  confidence: 'M',
  ...CHECKED,
} as const;
const WECOM = { kind: 'policy', source: 'wecom_prices', validFrom: '2018-11-16', confidence: 'M', ...CHECKED } as const;
const FORM = {
  kind: 'policy',
  source: 'verification_form',
  validFrom: '2016-04-01',
  confidence: 'M',
  ...CHECKED,
} as const;

export const FEE_RULES = [
  { id: 'fee.official_account.individual', value: null, ...UNKNOWN },
  { id: 'fee.official_account.sole_proprietor', value: null, ...UNKNOWN },
  { id: 'fee.official_account.enterprise', value: { amountMinor: 300_00, currency: 'CNY' }, ...REPORTED },
  { id: 'fee.official_account.media', value: { amountMinor: 300_00, currency: 'CNY' }, ...REPORTED },
  { id: 'fee.official_account.government', value: { amountMinor: 0, currency: 'CNY' }, ...REPORTED, confidence: 'M' },
  { id: 'fee.official_account.other_organisation', value: { amountMinor: 300_00, currency: 'CNY' }, ...REPORTED },
  {
    id: 'fee.official_account.overseas_enterprise',
    value: { amountMinor: 99_00, currency: 'USD' },
    ...REPORTED,
    source: 'overseas_reports',
    confidence: 'M',
  },
  { id: 'fee.class.foundation', value: { amountMinor: 0, currency: 'CNY' }, ...REPORTED, confidence: 'M' },
  { id: 'fee.class.foreign_mission', value: { amountMinor: 0, currency: 'CNY' }, ...REPORTED, confidence: 'M' },
  { id: 'fee.mini_program.enterprise', value: { amountMinor: 300_00, currency: 'CNY' }, ...MINI_PROGRAM },
  { id: 'fee.mini_program.sole_proprietor', value: { amountMinor: 30_00, currency: 'CNY' }, ...MINI_PROGRAM },
  { id: 'fee.mini_program.others', value: null, ...UNKNOWN },
  { id: 'fee.wecom.small', value: { amountMinor: 300_00, currency: 'CNY' }, ...WECOM },
  { id: 'fee.wecom.medium', value: { amountMinor: 3_000_00, currency: 'CNY' }, ...WECOM },
  { id: 'fee.wecom.large', value: { amountMinor: 30_000_00, currency: 'CNY' }, ...WECOM },
  { id: 'payment.overseas_means', value: ['bank_transfer'], ...FORM },
  { id: 'payment.first_registration_means', value: ['wechat_pay'], ...FORM },
  { id: 'payment.own_receiving_number', value: true, ...FORM, kind: 'hard' },
] as const satisfies readonly ShippedRule<RuleValues>[];
