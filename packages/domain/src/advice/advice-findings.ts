/** What only the advisor finds, before there is a case whose guards could: a licence to come, payments, how long Tencent takes. i18n has a text for each. */
import type { FindingDefinition } from '../machine/engine-findings.js';
import type { Finding } from '../machine/finding.js';
import type { RuleId } from '../rulebook/rule-values.js';

export const ADVICE_FINDINGS = {
  'subject.licence_missing': { kind: 'hard', clearedBy: 'bring_licence', clearedByHolder: 'client' },
  'wechat_pay.not_open': { kind: 'hard', clearedBy: 'go_without_pay', clearedByHolder: 'client' },
  'review.time_unknown': { kind: 'unknown', clearedBy: 'ask_tencent', clearedByHolder: 'agency' },
  'wechat_pay.unknown': { kind: 'unknown', clearedBy: 'ask_wechat_pay', clearedByHolder: 'agency' },
} as const satisfies Record<string, FindingDefinition>;

/** One of them, with the rule it rests on and the values of its text. */
export function advised(code: keyof typeof ADVICE_FINDINGS, ruleId: RuleId, params: Finding['params']): Finding {
  return { code, ruleId, params, ...ADVICE_FINDINGS[code] };
}
