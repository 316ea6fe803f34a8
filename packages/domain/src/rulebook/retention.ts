/** How long papers that prove who somebody is are kept. Read by the retention sweep and by whoever shows when a paper goes. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { CHECKED, FORM_KNOWN } from './checked.js';
import { DAYS } from './forms.js';
import type { RuleValues } from './rule-values.js';

const HOUSE = { source: 'house', validFrom: FORM_KNOWN, confidence: 'H', ...CHECKED } as const;

export const RETENTION_RULES = [
  {
    ...HOUSE,
    id: 'retention.identity_documents',
    value: ['admin_id', 'admin_phone', 'legal_representative', 'operator_passport', 'operator_phone_bill'],
    kind: 'hard',
  },
  { ...HOUSE, id: 'retention.identity_documents_days', value: 30, kind: 'policy', form: DAYS },
] as const satisfies readonly ShippedRule<RuleValues>[];
