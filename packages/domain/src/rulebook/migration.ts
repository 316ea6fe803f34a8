/** Moving an account's followers into another one (账号迁移): who may, what it costs, how long it takes. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { DAY_RANGE, DAYS, FOLLOWERS, HOURS, WORKING_DAY_RANGE, YUAN } from './forms.js';
import type { RuleValues } from './rule-values.js';

const HARD = {
  kind: 'hard',
  source: 'migration_guides',
  validFrom: FORM_KNOWN,
  confidence: 'M',
  ...CHECKED,
} as const;
const VALUE = { ...HARD, kind: 'policy' } as const;
/** About this month a subscription account could no longer be moved into a service account. */
const UPGRADE_CLOSED = '2023-06-01';

export const MIGRATION_RULES = [
  { ...HARD, id: 'migration.mainland_only', value: true, disputedBy: ['overseas_migration_article'] },
  { ...HARD, id: 'migration.target_organisation', value: true },
  {
    ...HARD,
    id: 'migration.directions',
    value: [
      { from: 'service', to: 'service' },
      { from: 'service', to: 'subscription' },
      { from: 'subscription', to: 'subscription' },
      { from: 'subscription', to: 'service' },
    ],
    validTo: UPGRADE_CLOSED,
  },
  {
    ...HARD,
    id: 'migration.directions',
    value: [
      { from: 'service', to: 'service' },
      { from: 'service', to: 'subscription' },
      { from: 'subscription', to: 'subscription' },
    ],
    validFrom: UPGRADE_CLOSED,
  },
  { ...VALUE, id: 'migration.target_followers', value: 1_000, form: FOLLOWERS, validFrom: '2023-11-24' },
  { ...VALUE, id: 'migration.fee', value: { amountMinor: 300_00, currency: 'CNY' }, form: YUAN },
  { ...HARD, id: 'migration.notarised_letter', value: true },
  { ...VALUE, id: 'migration.review', value: { from: 1, to: 3 }, form: WORKING_DAY_RANGE },
  { ...VALUE, id: 'migration.confirm_days', value: 15, form: DAYS },
  { ...VALUE, id: 'migration.freeze_hours', value: 24, form: HOURS },
  { ...VALUE, id: 'migration.days', value: { from: 7, to: 10 }, form: DAY_RANGE },
  { ...VALUE, id: 'migration.openid_days', value: 15, form: DAYS, source: 'openid_interface' },
  { ...HARD, id: 'migration.openid_batch', value: 100, source: 'openid_interface' },
  { ...HARD, id: 'migration.openid_not_individual', value: true, source: 'openid_interface' },
  { ...HARD, id: 'migration.moves', value: ['followers', 'articles', 'violations'] },
  { ...HARD, id: 'migration.source_ends', value: true },
] as const satisfies readonly ShippedRule<RuleValues>[];
