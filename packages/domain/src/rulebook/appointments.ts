/** The administrator's scan as an appointment: how long, at what hours, when both sides are reminded, and from when the administrator may say that they are there. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { HOURS_BEFORE, MINUTES, TIME_OF_DAY } from './forms.js';
import type { RuleValues } from './rule-values.js';

const HOUSE = { kind: 'policy', source: 'house', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const APPOINTMENT_RULES = [
  { ...HOUSE, id: 'appointment.minutes', value: 30, form: MINUTES },
  { ...HOUSE, id: 'appointment.earliest', value: '09:00', form: TIME_OF_DAY },
  { ...HOUSE, id: 'appointment.latest', value: '20:00', form: TIME_OF_DAY },
  { ...HOUSE, id: 'appointment.reminder_hours', value: [24, 1], form: HOURS_BEFORE },
  { ...HOUSE, id: 'appointment.ready_minutes', value: 15, form: MINUTES },
] as const satisfies readonly ShippedRule<RuleValues>[];
