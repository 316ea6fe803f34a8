/** How soon somebody who asks about their own data is answered, and how long the address of a stranger who asked the advisor is kept. Read by the data requests, the leads and the privacy notice. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, CHECKED_WEAK } from './checked.js';
import { DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

/** The day the law holds from. */
const LAW = '2021-11-01';

export const PRIVACY_RULES = [
  {
    // The law says "in time" and names no number: fifteen days are what we promise.
    id: 'data_request.answer_days',
    value: 15,
    kind: 'policy',
    form: DAYS,
    source: 'personal_information_law',
    alsoSources: ['house'],
    validFrom: LAW,
    ...CHECKED_WEAK,
  },
  {
    id: 'lead.keep_days',
    value: 365,
    kind: 'policy',
    form: DAYS,
    source: 'house',
    validFrom: LAW,
    confidence: 'H',
    ...CHECKED,
  },
] as const satisfies readonly ShippedRule<RuleValues>[];
