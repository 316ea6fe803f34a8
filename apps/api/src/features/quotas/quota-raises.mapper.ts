/** Builds the contract's quota raise from a row, with when an answer is to be expected. */
import type { QuotaRaise } from '@daiban/contracts';
import { expectedAnswer, type JudgingContext } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import type { QuotaRaiseRow } from './quota-raises.repository.js';

export function toQuotaRaise(
  row: QuotaRaiseRow,
  context: JudgingContext,
  { locale, ruleOf }: { locale: Locale; ruleOf: RuleLookup },
): QuotaRaise {
  const isUnderWay = row.state === 'requested' || row.state === 'pre_approved';
  return {
    id: row.id,
    subjectId: row.subjectId,
    registrationId: row.registrationId,
    reason: row.reason,
    state: row.state,
    stateSince: row.stateSince,
    grantedAccounts: row.grantedAccounts,
    note: row.note,
    expected: isUnderWay
      ? { ...expectedAnswer(row.requestedAt, context), rule: ruleOf('quota_raise.working_days', locale) }
      : null,
    requestedAt: row.requestedAt,
    requestedBy: row.requestedBy,
    version: row.version,
  };
}
