/** What an account may be called, and how often that may change. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { CHANGES, DAYS, HOURS, UNITS, WORKING_DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const HARD = { kind: 'hard', source: 'naming_guides', validFrom: '2016-01-01', confidence: 'M', ...CHECKED } as const;
const VALUE = { ...HARD, kind: 'policy' } as const;
const FORM = { ...HARD, source: 'registration_form', validFrom: FORM_KNOWN, confidence: 'H' } as const;

export const NAME_RULES = [
  { ...HARD, id: 'name.form', value: true, alsoSources: ['verification_form'] },
  {
    ...VALUE,
    id: 'name.units',
    value: { min: 4, max: 30 },
    form: UNITS,
    disputedBy: ['verification_form'],
  },
  {
    ...VALUE,
    id: 'name.units_verified',
    value: { min: 4, max: 32 },
    form: UNITS,
    source: 'verification_form',
    validFrom: '2014-12-01',
  },
  { ...HARD, id: 'name.characters', value: ['han', 'latin', 'digit'] },
  { ...HARD, id: 'name.unique', value: true },
  { ...VALUE, id: 'name.individual_changes', value: 1, form: CHANGES, validTo: '2017-01-01' },
  { ...VALUE, id: 'name.individual_changes', value: 2, form: CHANGES, validFrom: '2017-01-01' },
  { ...VALUE, id: 'name.cooling_hours', value: 24, form: HOURS },
  { ...VALUE, id: 'name.kept_days', value: 2, form: DAYS },
  { ...VALUE, id: 'name.protected_word_working_days', value: 7, form: WORKING_DAYS },
  { ...HARD, id: 'name.by_order', value: true },
  { ...FORM, id: 'name.brackets', value: true },
  { ...FORM, id: 'name.bank_route_weight', value: { min: 12, max: 90 } },
  { ...FORM, id: 'name.sole_proprietor_nameless', value: '个体户', source: 'fast_registration_interface' },
] as const satisfies readonly ShippedRule<RuleValues>[];
