/** Turns what an event needs (facts, evidence, answers to warnings) into a form's fields and back into the call's body. Pure; the action dialog shows it. */
import type { Refusal } from '@daiban/contracts';
import type { EvidenceRank } from '@daiban/domain/enumerations';

/** A fact an event takes, as the API describes it. */
export interface FactField {
  name: string;
  kind: 'date' | 'instant' | 'money' | 'count' | 'enum' | 'text' | 'boolean' | 'uuid' | 'evidence';
  required: boolean;
  /** With this fact given, it may be absent. */
  unless?: string | undefined;
  /** It is asked only where this yes-or-no fact is a yes. */
  onlyWith?: string | undefined;
  /** Of an id: the record of the agency that it names. */
  of?: 'registration' | 'person' | undefined;
  options?: readonly string[] | undefined;
  maxLength?: number | undefined;
  /** A date that has come already. */
  past?: true | undefined;
}

/** An event as the API offers it, of a registration or of an order. */
export interface OfferedEvent<Event extends string = string> {
  event: Event;
  allowed: boolean;
  refusals: readonly Refusal[];
  warnings: readonly Refusal[];
  unknowns: readonly Refusal[];
  factsNeeded: readonly FactField[];
}

/** What stands in the form, all as typed. Money is kept under `<name>` and `<name>.currency`. */
export interface EventDraft {
  facts: Readonly<Record<string, string>>;
  reason: string;
  /** Beijing time as a `datetime-local` field writes it; empty: now. */
  occurredAt: string;
  evidence: { rank: EvidenceRank | ''; note: string; countersignedBy: string };
  /** By the finding's code. */
  answers: Readonly<Record<string, { reason: string; answeredBy: string }>>;
}

export const EMPTY_DRAFT: EventDraft = {
  facts: {},
  reason: '',
  occurredAt: '',
  evidence: { rank: '', note: '', countersignedBy: '' },
  answers: {},
};

/** What every event may carry, as `applyRegistrationEvent` and `applyOrderEvent` take it. */
export interface EventInput {
  facts?: Record<string, string | boolean | number | { amountMinor: number; currency: string }>;
  evidence?: { rank: EvidenceRank; note?: string; countersignedBy?: string };
  occurredAt?: string;
  acknowledgements?: { code: string; reason: string; answeredBy?: string }[];
  reason?: string;
}

/** Events whose `reason` is Tencent's own words, a fact of the event; everywhere else it is why we do it. */
export const TOLD_BY_TENCENT: ReadonlySet<string> = new Set([
  'supplement_requested',
  'qualification_failed',
  'naming_failed',
]);

/** Beijing's `datetime-local` value as an instant. */
function fromBeijing(value: string): string {
  return new Date(`${value}:00+08:00`).toISOString();
}

/** `300`, `300.5`, `1,200.00` as whole minor units; null when it is no amount. All currencies of the product have two decimals. */
export function parseAmount(value: string): number | null {
  const plain = value.replace(/[,，\s]/g, '');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return null;
  const [whole = '0', cents = ''] = plain.split('.');
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
}

/** `1000`, `1,000`: a whole number; null when it is none. */
function parseCount(value: string): number | null {
  const plain = value.replace(/[,，\s]/g, '');
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

function isUnreadable(kind: FactField['kind'], value: string): boolean {
  return (kind === 'money' && parseAmount(value) === null) || (kind === 'count' && parseCount(value) === null);
}

/** Whether the form asks for a fact beside the others as they stand: not for what a chosen record of ours tells, nor for what a "no" makes idle. */
export function isAsked({ kind, unless, onlyWith }: FactField, facts: EventDraft['facts']): boolean {
  const isTold = unless !== undefined && Boolean(facts[unless]) && (kind === 'text' || kind === 'enum');
  return !isTold && (onlyWith === undefined || facts[onlyWith] === 'true');
}

/** Whether a fact that is asked for may stay empty. */
export function isRequired({ required, unless }: FactField, facts: EventDraft['facts']): boolean {
  return required && (unless === undefined || !facts[unless]);
}

/** The names of the fields that are empty though required, or filled with something unreadable. */
export function findFieldProblems(
  event: OfferedEvent,
  draft: EventDraft,
  findings: readonly Refusal[],
): ReadonlySet<string> {
  const wrong = new Set<string>();
  for (const fact of event.factsNeeded) {
    const { name, kind } = fact;
    if (kind === 'evidence') {
      if (fact.required && !draft.evidence.rank) wrong.add(name);
      continue;
    }
    if (!isAsked(fact, draft.facts)) continue;
    const value = (name === 'reason' ? draft.reason : (draft.facts[name] ?? '')).trim();
    if (kind === 'boolean') continue;
    if (!value ? isRequired(fact, draft.facts) : isUnreadable(kind, value)) wrong.add(name);
  }
  for (const { code, kind } of findings) {
    const answer = draft.answers[code];
    if (!answer?.reason.trim()) wrong.add(`${code}.reason`);
    if (kind === 'unknown' && !answer?.answeredBy.trim()) wrong.add(`${code}.answeredBy`);
  }
  return wrong;
}

/** The call's body without event and version; empty fields are left out, not sent as empty texts. */
export function buildEventInput(event: OfferedEvent, draft: EventDraft, findings: readonly Refusal[]): EventInput {
  const input: EventInput = {};
  const facts: NonNullable<EventInput['facts']> = {};
  for (const fact of event.factsNeeded) {
    const { name, kind } = fact;
    if (name === 'reason' || kind === 'evidence' || !isAsked(fact, draft.facts)) continue;
    const value = (draft.facts[name] ?? '').trim();
    if (kind === 'boolean') facts[name] = value === 'true';
    else if (!value) continue;
    else if (kind === 'money') {
      facts[name] = { amountMinor: parseAmount(value) ?? 0, currency: draft.facts[`${name}.currency`] || 'CNY' };
    } else if (kind === 'count') facts[name] = parseCount(value) ?? 0;
    else facts[name] = kind === 'instant' ? fromBeijing(value) : value;
  }
  const reason = draft.reason.trim();
  if (reason && TOLD_BY_TENCENT.has(event.event)) facts['reason'] = reason;
  else if (reason) input.reason = reason;
  if (Object.keys(facts).length > 0) input.facts = facts;
  if (draft.occurredAt) input.occurredAt = fromBeijing(draft.occurredAt);
  if (draft.evidence.rank) {
    input.evidence = { rank: draft.evidence.rank };
    if (draft.evidence.note.trim()) input.evidence.note = draft.evidence.note.trim();
    if (draft.evidence.countersignedBy) input.evidence.countersignedBy = draft.evidence.countersignedBy;
  }
  const acknowledgements = findings.map(({ code }) => {
    const answer = draft.answers[code] ?? { reason: '', answeredBy: '' };
    const answeredBy = answer.answeredBy.trim();
    return { code, reason: answer.reason.trim(), ...(answeredBy ? { answeredBy } : {}) };
  });
  if (acknowledgements.length > 0) input.acknowledgements = acknowledgements;
  return input;
}

/** Findings that a person may answer: those offered with the event, and those the API found only with the facts. One per code. */
export function findingsToAnswer(event: OfferedEvent, refused: readonly Refusal[]): Refusal[] {
  const answerable = [...event.warnings, ...event.unknowns, ...refused].filter(
    ({ kind }) => kind === 'soft' || kind === 'unknown',
  );
  return [...new Map(answerable.map((finding) => [finding.code, finding])).values()];
}
