/** Makes the history entry of an applied event: what happened, in which of the three voices, and who may read it. Called by the judges. */
import type { OrderEvent, RegistrationEvent, Voice } from '../enumerations/index.js';
import type { Outcome } from '../machine/apply-event.js';
import type { JudgingInput } from '../registration/judging.js';
import type { Change, HistoryDraft } from '../registration/registration-change.js';
import { rulesOfDecision } from './rules-of-decision.js';
import type { Finding } from '../machine/finding.js';
import { HISTORY_VISIBILITY } from '../rulebook/history-entries.js';

export interface AppliedEvent {
  type: RegistrationEvent | OrderEvent;
  orderId: string | null;
  from: string | null;
  to: string | null;
  way: 'decision' | 'observation';
  outcome: Outcome;
  notSeen: readonly string[];
  /** Findings that were passed with a person's word. */
  acknowledged?: readonly Finding[];
}

/** The entry as a change. What time brought is the clock's: it has no word of anybody's; what Tencent told is heard, all else is ours. */
export function historyOf(input: JudgingInput, applied: AppliedEvent): Change {
  const { command, occurredAt, provenance } = input;
  const isOurs = applied.type === command.event;
  const isClock = command.actor.kind === 'system' && (applied.way === 'decision' || provenance === null);
  const voice: Voice = isClock ? 'the_clock' : applied.way === 'observation' ? 'we_heard' : 'we_did';
  const payload: Record<string, unknown> = {};
  // An entry that follows from another event's command repeats none of its words.
  if (isOurs) {
    if (command.facts && Object.keys(command.facts).length > 0) payload['facts'] = command.facts;
    if (command.evidence) payload['evidence'] = command.evidence;
    if (command.acknowledgements?.length) payload['acknowledgements'] = command.acknowledgements;
    if (command.reason) payload['reason'] = command.reason;
    const rules = rulesOfDecision(input, applied);
    if (rules.length > 0) payload['rules'] = rules;
  } else {
    payload['because'] = command.event;
  }
  if (provenance !== null) payload['provenance'] = provenance;
  const entry: HistoryDraft = {
    type: applied.type,
    orderId: applied.orderId,
    voice,
    // A jump, old news or a conflict is first for us to understand.
    visibility:
      applied.outcome === 'already' || applied.outcome === 'conflict' ? 'internal' : HISTORY_VISIBILITY[applied.type],
    occurredAt,
    from: applied.from,
    to: applied.to,
    outcome: applied.outcome,
    notSeen: applied.notSeen,
    payload,
  };
  return { kind: 'history', entry };
}
