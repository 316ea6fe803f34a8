/** What a guard answers when it does not simply pass: a refusal, a warning or an unknown, with its rule and what clears it. */
import type { Holder, Role } from '../enumerations/index.js';

/**
 * hard: nature of the matter or Tencent's own rule, nobody can lift it · policy: a value of the rulebook that the owner may
 * override from a date on · soft: a warning, passed with an acknowledgement · unknown: nobody knows, passed with a named person's answer.
 */
export const FINDING_KINDS = ['hard', 'policy', 'soft', 'unknown'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  /** `noun.problem`, stable: screens and programs switch on it, i18n `refusals` has its text. */
  code: string;
  kind: FindingKind;
  /** Id of the rule in the rulebook it rests on; null when it rests on the machine itself (a wrong state, a missing reason). */
  ruleId: string | null;
  /** Day in Asia/Shanghai whose rules it was judged by, where something that began earlier keeps its own; absent: today. */
  ruledOn?: string;
  /** Values for the text: plain strings and numbers, never a personal number. */
  params: Readonly<Record<string, string | number>>;
  /** What clears it: key of an i18n text `clearedBy.<key>`. */
  clearedBy: string;
  /** Who can clear it. */
  clearedByHolder: Holder;
  /** Only a member with this role may acknowledge it; absent: anyone who may apply the event. */
  acknowledgedBy?: Role;
}

/** A person's answer to a soft or unknown finding; kept in the history. */
export interface Acknowledgement {
  code: string;
  /** Why we go on all the same. */
  reason: string;
  /** For `unknown`: whom we asked. */
  answeredBy?: string;
  evidenceId?: string;
}
