/** The whole shipped book and its version. `resolveRulebook` makes the rules of a day from it; nothing else reads the values. */
import type { ShippedRule } from '../machine/rule-entry.js';
import { ACCOUNT_EMAIL_RULES } from './account-emails.js';
import { ACCOUNT_TYPE_RULES } from './account-types.js';
import { ADMIN_RULES } from './admins.js';
import { APPOINTMENT_RULES } from './appointments.js';
import { CALENDAR_RULES } from './calendar-rules.js';
import { DEREGISTRATION_RULES } from './deregistration.js';
import { DOCUMENT_RULES } from './documents.js';
import { FEE_RULES } from './fees.js';
import { MIGRATION_RULES } from './migration.js';
import { NAME_RULES } from './names.js';
import { OPERATOR_RULES } from './operators.js';
import { PAPER_RULES } from './papers.js';
import { POSTING_RULES } from './posting.js';
import { PREREQUISITE_RULES } from './prerequisites.js';
import { PRIVACY_RULES } from './privacy.js';
import { QUOTA_RULES } from './quotas.js';
import { REMINDER_RULES } from './reminder-policy.js';
import { RENEWAL_RULES } from './renewals.js';
import { RETENTION_RULES } from './retention.js';
import { RIGHTS_RULES } from './rights.js';
import { ROUTE_RULES } from './routes.js';
import type { RuleId, RuleValues } from './rule-values.js';
import { SUBJECT_RULES } from './subjects.js';
import { TIMER_RULES } from './timers.js';
import { VERIFICATION_RULES } from './verification.js';

export { RULEBOOK_VERSION } from './rulebook-versions.js';

export const SHIPPED_RULES = [
  ...ACCOUNT_TYPE_RULES,
  ...SUBJECT_RULES,
  ...POSTING_RULES,
  ...RIGHTS_RULES,
  ...QUOTA_RULES,
  ...OPERATOR_RULES,
  ...ACCOUNT_EMAIL_RULES,
  ...ADMIN_RULES,
  ...APPOINTMENT_RULES,
  ...ROUTE_RULES,
  ...PAPER_RULES,
  ...PREREQUISITE_RULES,
  ...DOCUMENT_RULES,
  ...RETENTION_RULES,
  ...PRIVACY_RULES,
  ...NAME_RULES,
  ...FEE_RULES,
  ...TIMER_RULES,
  ...VERIFICATION_RULES,
  ...RENEWAL_RULES,
  ...REMINDER_RULES,
  ...MIGRATION_RULES,
  ...DEREGISTRATION_RULES,
  ...CALENDAR_RULES,
] as const satisfies readonly ShippedRule<RuleValues>[];

type ShippedId = (typeof SHIPPED_RULES)[number]['id'];
/** Does not compile while an id of `RuleValues` has no shipped entry. */
SHIPPED_RULES satisfies readonly { id: RuleId extends ShippedId ? RuleId : never }[];
