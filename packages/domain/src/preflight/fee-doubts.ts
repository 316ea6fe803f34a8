/** What no decision is refused for and what still costs fees: said by the pre-flight, answered nowhere. Called by `derivePreflight`. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import { keyOfRegisteredName } from '../identity/index.js';
import type { FindingDefinition } from '../machine/engine-findings.js';
import type { Finding } from '../machine/finding.js';
import { found, type JudgingInput } from '../registration/judging.js';
import type { OrderFacts, RegistrationFacts } from '../registration/registration-facts.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { verificationEndsOn } from '../verification/verification-status.js';
import { licenceOutlivesReview, reviewEnd } from './run-preflight.js';

export const PREFLIGHT_FINDINGS = {
  /** The wanted name is no part of the registered one, and nobody has shown the right to it. */
  'name.right_not_shown': { kind: 'soft', clearedBy: 'show_name_right', clearedByHolder: 'client' },
  /** The check of the address is older than a reservation lasts. */
  'email.check_old': { kind: 'soft', clearedBy: 'check_email', clearedByHolder: 'agency' },
  /** The review may reach into days whose holidays are not announced. */
  'calendar.review_provisional': { kind: 'soft', clearedBy: 'load_calendar_year', clearedByHolder: 'agency' },
  /** One more incomplete answer ends the order. */
  'supplement.last_chance': { kind: 'soft', clearedBy: 'check_supplement_twice', clearedByHolder: 'agency' },
  /** The verification may end before Tencent answers the renewal. */
  'verification.ends_in_review': { kind: 'soft', clearedBy: 'tell_client_of_gap', clearedByHolder: 'agency' },
  /** WeChat told us something that does not fit: the account may be verified already. */
  'verification.conflict_open': { kind: 'soft', clearedBy: 'settle_conflict', clearedByHolder: 'agency' },
  /** The client has said that they do not want this renewal. */
  'renewal.client_declined': { kind: 'soft', clearedBy: 'client_decides_again', clearedByHolder: 'client' },
} as const satisfies Record<string, FindingDefinition>;

export type PreflightFindingCode = keyof typeof PREFLIGHT_FINDINGS;

/** Doubts about what is handed in next. `order` null: the registration itself, without a fee behind it. */
export function listFeeDoubts({ facts, order, context }: JudgingInput): Finding[] {
  const { registration, subject, verification } = facts;
  const doubts: Finding[] = [];
  if (order?.state === 'awaiting_supplement') {
    const left = context.rules.entries['supplement.chances'].value - order.chancesUsed;
    return left === 1 ? [doubt('supplement.last_chance', 'supplement.chances')] : [];
  }
  if (isCheckOld(facts, context.now, context.rules.entries['email.reservation_days'].value)) {
    const checkedOn = shanghaiDate(facts.email?.check?.checkedAt ?? context.now);
    doubts.push(doubt('email.check_old', 'email.reservation_days', { checkedOn }));
  }
  if (order === null) return doubts;
  if (lacksNameRight(facts, order)) doubts.push(doubt('name.right_not_shown', 'prerequisites.papers'));
  if (subject.standing === 'struck_off') doubts.push(found('subject.struck_off', 'subject.struck_off'));
  if (verification.conflict !== null) doubts.push(doubt('verification.conflict_open', null));
  if (order.kind === 'renewal' && registration.renewalDecision?.decision === 'declined') {
    doubts.push(doubt('renewal.client_declined', null));
  }
  const end = reviewEnd(facts, context);
  const reviewRule = subject.type === 'overseas_enterprise' ? 'review.overseas' : 'review.mainland';
  if (end.provisional) doubts.push(doubt('calendar.review_provisional', reviewRule, { neededUntil: end.date }));
  const endsOn = verificationEndsOn(verification);
  if (order.kind === 'renewal' && endsOn !== null && endsOn >= context.today && endsOn < end.date) {
    doubts.push(doubt('verification.ends_in_review', reviewRule, { endsOn, neededUntil: end.date }));
  }
  return doubts;
}

/** What was sent in may no longer hold on the day the fee is due: an application that ran out while it waited. */
export function listSpoiledSince(input: JudgingInput): readonly Finding[] {
  return input.order?.state === 'awaiting_fee' ? licenceOutlivesReview(input) : [];
}

function isCheckOld({ registration, email }: RegistrationFacts, now: string, days: number): boolean {
  if (registration.emailConfirmedAt !== null || email === null || email.check === null) return false;
  return addDays(shanghaiDate(email.check.checkedAt), days) < shanghaiDate(now);
}

/** A name drawn from the registered one, letter by letter in its order, needs no other right; a brand does. */
function lacksNameRight({ subject, prerequisites }: RegistrationFacts, order: OrderFacts): boolean {
  if (order.wantedName === null || subject.type === 'individual') return false;
  if (isDrawnFrom(keyOfRegisteredName(order.wantedName), keyOfRegisteredName(subject.name))) return false;
  // What was shown for the first name says nothing of another one.
  const isItsOwn = (orderId: string | null) => orderId === order.id || (orderId === null && order.kind === 'first');
  return !prerequisites.some(
    ({ code, state, orderId }) => code === 'name_right' && state === 'accepted' && isItsOwn(orderId),
  );
}

function isDrawnFrom(wanted: string, registered: string): boolean {
  let from = 0;
  return [...wanted].every((character) => {
    const at = registered.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}

function doubt(code: PreflightFindingCode, ruleId: RuleId | null, params: Finding['params'] = {}): Finding {
  return { code, ruleId, params, ...PREFLIGHT_FINDINGS[code] };
}
