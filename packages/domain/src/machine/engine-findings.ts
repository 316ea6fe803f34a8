/** The refusals of the engine itself: the same for every machine, resting on the table and not on a rule. */
import type { Finding } from './finding.js';

/** What clears a finding, and who. `acknowledgedBy`: only a member of this role may acknowledge it. */
export type FindingDefinition = Pick<Finding, 'kind' | 'clearedBy' | 'clearedByHolder' | 'acknowledgedBy'>;

export const ENGINE_FINDINGS = {
  /** The event has no row from this state. */
  'state.not_possible': { kind: 'hard', clearedBy: 'reach_state', clearedByHolder: 'agency' },
  /** The event may lead to several states, and the one asked for is not among them from here. */
  'state.target_not_open': { kind: 'hard', clearedBy: 'choose_other_target', clearedByHolder: 'agency' },
  /** The table does not name this actor for the event. */
  'actor.not_allowed': { kind: 'hard', clearedBy: 'ask_allowed_actor', clearedByHolder: 'agency' },
  'reason.missing': { kind: 'hard', clearedBy: 'give_reason', clearedByHolder: 'agency' },
  'facts.missing': { kind: 'hard', clearedBy: 'give_fact', clearedByHolder: 'agency' },
  'evidence.missing': { kind: 'hard', clearedBy: 'give_evidence', clearedByHolder: 'agency' },
  /** `occurredAt` lies after now. */
  'time.in_future': { kind: 'hard', clearedBy: 'give_past_time', clearedByHolder: 'agency' },
  /** A fact tells the day of something that has happened, and that day lies after today. */
  'time.day_in_future': { kind: 'hard', clearedBy: 'give_past_time', clearedByHolder: 'agency' },
} as const satisfies Record<string, FindingDefinition>;

export type EngineFindingCode = keyof typeof ENGINE_FINDINGS;

/** A refusal of the engine with the values of its text. */
export function engineFinding(code: EngineFindingCode, params: Finding['params'] = {}): Finding {
  return { code, ruleId: null, params, ...ENGINE_FINDINGS[code] };
}
