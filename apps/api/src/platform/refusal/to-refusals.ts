/** Writes findings as the contract's refusals, in the reader's language. Called by mappers (available events, previews) and by the error filter. */
import type { Refusal } from '@daiban/contracts';
import type { Finding } from '@daiban/domain';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { RuleLookup } from './refused.js';

/** @param ruleOf finds the rule a finding rests on, in the rulebook that was judged by */
export function toRefusals(findings: readonly Finding[], locale: Locale, ruleOf: RuleLookup): Refusal[] {
  return findings.map((finding) => ({
    code: finding.code,
    message: text(locale, `refusals.${finding.code}`, finding.params),
    kind: finding.kind,
    rule: finding.ruleId === null ? null : ruleOf(finding.ruleId, locale, finding.ruledOn),
    clearedBy: text(locale, `clearedBy.${finding.clearedBy}`, finding.params),
    clearedByHolder: finding.clearedByHolder,
    ...(finding.acknowledgedBy && { acknowledgedBy: finding.acknowledgedBy }),
  }));
}
