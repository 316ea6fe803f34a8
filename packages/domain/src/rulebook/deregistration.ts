/** Closing an account (注销), and what Tencent does with accounts that nobody uses or whose company is gone. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK, FORM_KNOWN } from './checked.js';
import { DAYS, FREEZE_TIERS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const GUIDES = {
  kind: 'policy',
  source: 'deregistration_guides',
  validFrom: '2019-01-01',
  confidence: 'M',
  ...CHECKED,
} as const;

export const DEREGISTRATION_RULES = [
  {
    ...GUIDES,
    id: 'deregistration.services_closed',
    value: ['wechat_pay', 'advertising', 'third_party_services'],
    kind: 'hard',
  },
  {
    ...GUIDES,
    id: 'deregistration.proof',
    value: {
      individual: 'own_scan',
      sole_proprietor: 'small_transfer',
      enterprise: 'small_transfer',
      media: 'small_transfer',
      government: 'without_bank',
      other_organisation: 'small_transfer',
      overseas_enterprise: 'unknown',
    },
    kind: 'hard',
  },
  { ...GUIDES, id: 'deregistration.transfer_days', value: 10, form: DAYS },
  {
    ...GUIDES,
    id: 'deregistration.freeze_days',
    value: [
      { upTo: 10_000, days: 15 },
      { upTo: 100_000, days: 30 },
      { upTo: null, days: 60 },
    ],
    form: FREEZE_TIERS,
    source: 'deregistration_older_text',
    validFrom: FORM_KNOWN,
    validTo: '2019-01-01',
  },
  {
    ...GUIDES,
    id: 'deregistration.freeze_days',
    value: [
      { upTo: 1_000, days: 7 },
      { upTo: 10_000, days: 15 },
      { upTo: 100_000, days: 30 },
      { upTo: null, days: 60 },
    ],
    form: FREEZE_TIERS,
    disputedBy: ['deregistration_older_text'],
  },
  { ...GUIDES, id: 'deregistration.confirm_days', value: 7, form: DAYS },
  {
    ...GUIDES,
    id: 'deregistration.frees',
    value: ['subject', 'admin_id', 'admin_phone', 'admin_wechat'],
    kind: 'hard',
  },
  {
    ...GUIDES,
    id: 'deregistration.name_kept_days',
    value: 15,
    form: DAYS,
    alsoSources: ['deregistration_older_text'],
  },
  {
    ...GUIDES,
    id: 'restriction.dormancy',
    value: { days: 210, noticeDays: 14 },
    kind: 'soft',
    source: 'inactivity_report_2017',
    validFrom: '2017-03-01',
    validTo: '2022-04-01',
  },
  {
    ...GUIDES,
    id: 'restriction.dormancy',
    value: { days: 90, noticeDays: null },
    kind: 'soft',
    source: 'inactivity_report_2022',
    disputedBy: ['inactivity_report_2017'],
    validFrom: '2022-04-01',
    ...CHECKED_WEAK,
  },
  {
    ...GUIDES,
    id: 'restriction.dormant_warn_days',
    value: 60,
    form: DAYS,
    source: 'house',
    validFrom: FORM_KNOWN,
    ...CHECKED_WEAK,
  },
  {
    ...GUIDES,
    id: 'restriction.struck_off',
    value: true,
    kind: 'hard',
    source: 'struck_off_question',
    validFrom: FORM_KNOWN,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
