/** When the client is reminded of a renewal, and from when on one may be made. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED } from './checked.js';
import type { RuleValues } from './rule-values.js';

export const REMINDER_RULES = [
  {
    id: 'renewal.window_days',
    value: 90,
    kind: 'policy',
    source: 'account_api',
    validFrom: '2018-11-16',
    confidence: 'H',
    ...CHECKED,
  },
  {
    id: 'renewal.reminder_days',
    value: [90, 60, 30, 14, 7, 3, 1, 0],
    kind: 'policy',
    source: 'house',
    validFrom: '2018-11-16',
    confidence: 'H',
    ...CHECKED,
  },
  {
    id: 'renewal.preparation_working_days',
    value: 5,
    kind: 'policy',
    source: 'house',
    validFrom: '2018-11-16',
    confidence: 'H',
    ...CHECKED,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
