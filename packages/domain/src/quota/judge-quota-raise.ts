/** May a subject ask for more accounts, and what an answer of Tencent's does to the request: `judgeQuotaRaise`, called by the API. */
import { addWorkingDays, shanghaiDate } from '../calendar/index.js';
import type { SubjectType } from '../enumerations/index.js';
import { applyEvent, type Outcome } from '../machine/apply-event.js';
import type { CommandFacts, FactSpec } from '../machine/fact-spec.js';
import type { Acknowledgement, Finding } from '../machine/finding.js';
import type { Machine } from '../machine/transition-row.js';
import { actorClassesOf, found, type JudgingContext } from '../registration/judging.js';
import type { CommandActor, Evidence } from '../registration/registration-command.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import {
  QUOTA_RAISE_PATH,
  QUOTA_RAISE_TRANSITIONS,
  type QuotaRaiseEvent,
  type QuotaRaiseGuardName,
  type QuotaRaiseState,
} from '../rulebook/quota-raise-transitions.js';
import type { Rulebook, WorkingDayRange } from '../rulebook/rule-values.js';
import { subjectLimit } from './subject-quota.js';
import { evidenceFindings, isHeard, weighEvidence } from '../verification/weigh-evidence.js';

/** What a decision about a raise looks at. */
export interface QuotaRaiseCase {
  subjectType: SubjectType;
  /** One of the subject's accounts is restricted, ours or one elsewhere. */
  hasRestrictedAccount: boolean;
  /** Places of the subject that are taken, by our accounts and those elsewhere. */
  used: number;
  /** Accounts that earlier requests were granted. */
  grantedAccounts: number;
  /** Another request of the subject has no answer yet. */
  hasOtherUnderWay: boolean;
  agency: RegistrationFacts['agency'];
  /** The request itself; null: it is about to be made. */
  raise: { state: QuotaRaiseState; stateSince: string; grantedAccounts: number | null } | null;
}

/** What somebody asks of a raise. */
export interface QuotaRaiseCommand {
  event: QuotaRaiseEvent;
  actor: CommandActor;
  /** `raise_requested`: what Tencent is told. */
  reason?: string | undefined;
  evidence?: Evidence | undefined;
  /** `raise_granted`: `grantedAccounts`, the accounts above the limit. */
  facts?: CommandFacts | undefined;
  acknowledgements?: readonly Acknowledgement[] | undefined;
}

export interface QuotaRaiseJudgement {
  /** What stands against it, unacknowledged warnings and unknowns included; none: it is allowed. */
  findings: readonly Finding[];
  /** null while anything stands against it. `already`: old news, nothing to write but the history · `stayed`: granted as before, another number. */
  applied: { state: QuotaRaiseState; outcome: Outcome; grantedAccounts: number | null } | null;
}

interface GuardInput {
  raise: QuotaRaiseCase;
  command: QuotaRaiseCommand;
  rules: Rulebook;
}
type Guard = (input: GuardInput) => readonly Finding[];

const GUARDS: Record<QuotaRaiseGuardName, Guard> = {
  raise_open_to_subject: ({ raise: { subjectType }, rules }) => {
    if (rules.entries[`quota.subject.${subjectType}`].value === null) {
      return [found('quota_raise.limit_unknown', `quota.subject.${subjectType}`, { subjectType })];
    }
    return mayAsk(rules, subjectType)
      ? []
      : [found('quota_raise.not_open', 'quota_raise.subject_types', { subjectType })];
  },
  limit_reached: ({ raise, rules }) => {
    const { subjectType, used, grantedAccounts } = raise;
    const limit = subjectLimit(rules, { type: subjectType, quotaRaise: { grantedAccounts } });
    // To somebody who may not ask at all it is no help.
    if (limit === null || used >= limit || !mayAsk(rules, subjectType)) return [];
    return [found('quota_raise.limit_not_reached', `quota.subject.${subjectType}`, { used, limit })];
  },
  no_restricted_account: ({ raise, rules }) =>
    raise.hasRestrictedAccount && rules.entries['quota_raise.blocked_by_restriction'].value
      ? [found('quota_raise.blocked', 'quota_raise.blocked_by_restriction')]
      : [],
  no_other_raise: ({ raise }) =>
    raise.hasOtherUnderWay ? [found('quota_raise.already_open', 'quota_raise.regulator')] : [],
  reason_fits: ({ command, rules }) => {
    const length = [...(command.reason ?? '')].length;
    const max = rules.entries['quota_raise.reason_length'].value;
    return length > max ? [found('quota_raise.reason_too_long', 'quota_raise.reason_length', { length, max })] : [];
  },
};

function mayAsk(rules: Rulebook, subjectType: SubjectType): boolean {
  return rules.entries['quota_raise.subject_types'].value.some((type) => type === subjectType);
}

const FACTS: Record<QuotaRaiseEvent, readonly FactSpec[]> = {
  raise_requested: [],
  raise_pre_approved: [],
  raise_granted: [{ name: 'grantedAccounts', kind: 'count', required: true }],
  raise_refused: [],
};

const MACHINE: Machine<QuotaRaiseState, QuotaRaiseEvent, GuardInput, never> = {
  rows: QUOTA_RAISE_TRANSITIONS,
  path: QUOTA_RAISE_PATH,
  facts: FACTS,
  guards: GUARDS,
  conditions: {},
  effects: {},
};

/** Judges one event of a raise at this moment; an expected no is in the answer. */
export function judgeQuotaRaise(
  raise: QuotaRaiseCase,
  command: QuotaRaiseCommand,
  { rules, now, today }: Pick<JudgingContext, 'rules' | 'now' | 'today'>,
): QuotaRaiseJudgement {
  const provenance = weighEvidence(command.evidence, command.actor);
  const acknowledgements = command.acknowledgements ?? [];
  const { refusals, warnings, unknowns, applied } = applyEvent(MACHINE, {
    state: raise.raise?.state ?? null,
    enteredStateAt: raise.raise?.stateSince ?? now,
    event: command.event,
    actorClasses: actorClassesOf(command.actor),
    role: command.actor.role,
    facts: command.facts ?? {},
    hasReason: (command.reason ?? '').trim() !== '',
    hasEvidence: provenance !== null,
    isHeard: isHeard(provenance),
    inadmissible: evidenceFindings(command.evidence, acknowledgements, command.actor, raise.agency),
    acknowledgements,
    occurredAt: now,
    now,
    today,
    isProbe: false,
    input: { raise, command, rules },
  });
  return {
    findings: [...refusals, ...warnings, ...unknowns],
    applied: applied && settle(raise.raise?.grantedAccounts ?? null, command, applied),
  };
}

/** What stands after an answer; the same number told twice is old news. */
function settle(
  before: number | null,
  { facts }: QuotaRaiseCommand,
  { outcome, move }: { outcome: Outcome; move: { to: QuotaRaiseState } },
): NonNullable<QuotaRaiseJudgement['applied']> {
  const state = move.to;
  if (outcome === 'already' || outcome === 'conflict') return { state, outcome, grantedAccounts: before };
  const grantedAccounts = state === 'granted' ? Number(facts?.['grantedAccounts']) : null;
  return { state, outcome: outcome === 'stayed' && grantedAccounts === before ? 'already' : outcome, grantedAccounts };
}

/** When Tencent and the regulator should have answered a request, from the day it was made; `provisional` beyond the published calendar. */
export function expectedAnswer(
  requestedAt: string,
  { rules, calendar }: Pick<JudgingContext, 'rules' | 'calendar'>,
): { fromOn: string; toOn: string; provisional: boolean } {
  const range: WorkingDayRange = rules.entries['quota_raise.working_days'].value;
  const from = addWorkingDays(calendar, shanghaiDate(requestedAt), range.from);
  const to = addWorkingDays(calendar, shanghaiDate(requestedAt), range.to);
  return { fromOn: from.date, toOn: to.date, provisional: to.provisional };
}
