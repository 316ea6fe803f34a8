/** When the client is reminded of a renewal, and how long its preparation takes us. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { DAYS_BEFORE, WORKING_DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const HOUSE = { kind: 'policy', source: 'house', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const REMINDER_RULES = [
  { ...HOUSE, id: 'renewal.reminder_days', value: [90, 60, 30, 14, 7, 3, 1, 0], form: DAYS_BEFORE },
  { ...HOUSE, id: 'renewal.preparation_working_days', value: 5, form: WORKING_DAYS },
] as const satisfies readonly ShippedRule<RuleValues>[];
