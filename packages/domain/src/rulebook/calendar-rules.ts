/** How far the working-day calendar may be trusted. The days themselves stand in work-days.ts. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { DAY_OF_YEAR } from './forms.js';
import type { RuleValues } from './rule-values.js';

const NOTICE = { kind: 'hard', source: 'holiday_notice', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const CALENDAR_RULES = [
  { ...NOTICE, id: 'calendar.notice', value: true },
  { ...NOTICE, id: 'calendar.warn_from', value: '11-01', kind: 'policy', form: DAY_OF_YEAR, source: 'house' },
  {
    ...NOTICE,
    id: 'calendar.make_up_soft',
    value: true,
    kind: 'soft',
    source: 'verification_questions',
    confidence: 'M',
  },
  { ...NOTICE, id: 'calendar.beyond_official', value: 'unknown', kind: 'unknown', source: 'nobody_knows' },
  { ...NOTICE, id: 'calendar.new_year', value: true, source: 'own_knowledge' },
] as const satisfies readonly ShippedRule<RuleValues>[];
