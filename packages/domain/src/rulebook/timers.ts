/** Days and hours that run: Tencent's clocks, its review ranges, the supplement's chances, and our promises to write. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED } from './checked.js';
import type { RuleValues } from './rule-values.js';

const HOUSE = { kind: 'policy', source: 'house', validFrom: '2018-11-16', confidence: 'H', ...CHECKED } as const;
const GUIDES = {
  kind: 'policy',
  source: 'registration_guides',
  validFrom: '2018-11-16',
  confidence: 'M',
  ...CHECKED,
} as const;
const UNKNOWN = {
  kind: 'unknown',
  source: 'nobody_knows',
  validFrom: '2018-11-16',
  confidence: 'L',
  ...CHECKED,
} as const;
const EVENTS = { source: 'verification_events', validFrom: '2018-11-16', confidence: 'H', ...CHECKED } as const;

export const TIMER_RULES = [
  { id: 'timer.half_registration_days', value: 30, ...GUIDES, source: 'operating_rules' },
  { id: 'timer.verification_route_days', value: 30, ...GUIDES },
  { id: 'timer.transfer_days', value: 10, ...GUIDES },
  { id: 'timer.payment_link_hours', value: 24, ...GUIDES, source: 'mini_program_prices' },
  { id: 'supplement.chances', value: 3, ...GUIDES, source: 'supplement_reports' },
  { id: 'review.mainland', value: { from: 5, to: 7 }, ...GUIDES, source: 'review_reports' },
  { id: 'review.overseas', value: { from: 5, to: 10 }, ...GUIDES, source: 'overseas_reports' },
  { id: 'review.other_types', value: null, ...UNKNOWN },
  { id: 'review.small_transfer', value: { from: 1, to: 1 }, ...GUIDES },
  { id: 'verification.validity_months', value: 12, ...EVENTS, kind: 'policy' },
  { id: 'verification.individual', value: 'unknown', ...UNKNOWN },
  { id: 'verification.rename_effect', value: 'unknown', ...UNKNOWN },
  { id: 'verification.inherited', value: true, ...EVENTS, kind: 'hard', source: 'account_api' },
  { id: 'verification.one_order', value: true, ...EVENTS, kind: 'hard', source: 'verification_form' },
  {
    id: 'promise.working_days',
    value: {
      draft: 5,
      prerequisites: 3,
      email: 3,
      admin_verification: 2,
      ready: 1,
      proof: 2,
      fee: 2,
      review: 3,
      supplement: 1,
      rejected: 1,
      live: null,
      renewal_due: 10,
      renewal_in_progress: 3,
      verification_expired: 3,
      restricted: 3,
      migrating: 3,
      closing: 5,
      lapsed: 2,
      closed: null,
    },
    ...HOUSE,
  },
  { id: 'promise.time', value: '17:00', ...HOUSE },
  { id: 'sign_off.irreversible', value: true, ...HOUSE, kind: 'hard', source: 'registration_form' },
  { id: 'prerequisites.complete', value: true, ...HOUSE, kind: 'hard', source: 'registration_form' },
] as const satisfies readonly ShippedRule<RuleValues>[];
