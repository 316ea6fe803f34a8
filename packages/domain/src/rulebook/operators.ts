/** Who may work on an account beside its admin: seats, their terms, and what an operator must be. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { ACCOUNTS, MONTHS, SEATS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const POST = { source: 'operators_post', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const OPERATOR_RULES = [
  { ...POST, id: 'operator.long_seats', value: 5, kind: 'policy', form: SEATS },
  { ...POST, id: 'operator.short_seats', value: 20, kind: 'policy', form: SEATS },
  { ...POST, id: 'operator.short_months', value: 1, kind: 'policy', form: MONTHS },
  { ...POST, id: 'operator.accounts', value: 5, kind: 'policy', form: ACCOUNTS },
  { ...POST, id: 'operator.follows', value: true, kind: 'hard' },
  { ...POST, id: 'operator.own_card', value: true, kind: 'hard' },
] as const satisfies readonly ShippedRule<RuleValues>[];
