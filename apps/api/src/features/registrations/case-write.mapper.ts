/** Makes the one write out of a case before and after: what changed, and nothing else. Called by `CasesService`. */
import { isScanAhead, sealFillSheet, verificationEndsAt, type DerivedCase, type Rulebook } from '@daiban/domain';
import { shanghaiInstant } from '@daiban/domain/calendar';
import type { ChainedEntry } from '../history/history-chain.js';
import type { Beside } from './case-decision.js';
import type { CaseWrite, SlotWrite } from './case-write.js';
import { toOrderColumns, toPaperColumns, toRegistrationColumns, type Projections } from './case-columns.js';
import type { Case } from './case.js';
import { searchTerms } from './search-terms.js';

/** What was worked out beside the case itself. */
export interface CaseWriteExtras {
  readonly derived: DerivedCase;
  readonly entries: readonly ChainedEntry[];
  readonly slots: readonly SlotWrite[] | undefined;
  readonly subjectKey: string | null;
  readonly rules: Rulebook;
  readonly now: string;
}

export function toCaseWrite(before: Case, after: Case, beside: Beside, extras: CaseWriteExtras): CaseWrite {
  const { facts, particulars } = after;
  const { now, rules, slots, subjectKey } = extras;
  // Oldest first: an order that ends makes room for the one that begins, since only one may be open.
  const orders = facts.orders
    .toReversed()
    .filter((order) => before.facts.orders.find((known) => known.id === order.id) !== order)
    .map((order) => {
      const place = particulars.orders[order.id];
      if (!place) throw new Error(`order ${order.id} has no number`);
      return toOrderColumns(order, place);
    });
  const papers = facts.prerequisites
    .filter((paper) => before.facts.prerequisites.find((known) => known.id === paper.id) !== paper)
    .map((paper) => toPaperColumns(paper, particulars.papers[paper.id], now));
  return {
    agencyId: particulars.agencyId,
    id: facts.registration.id,
    expectedVersion: before.facts.registration.version,
    registration: toRegistrationColumns(after, toProjections(after, extras.derived), now),
    entries: extras.entries.map(toEntryColumns),
    orders,
    papers,
    ...(slots && { slots }),
    ...(beside.transferRunning === false && { transfer: 'ended' as const }),
    ...(beside.transferRunning === true && subjectKey !== null && { transfer: { key: subjectKey, since: now } }),
    ...(beside.emailMoved && {
      email: {
        id: beside.emailMoved.emailId,
        state: beside.emailMoved.state,
        at: now,
        registrationId: beside.emailMoved.kept ? facts.registration.id : null,
        controlProven: beside.emailMoved.controlProven,
      },
    }),
    ...(beside.emailReplaced && { emailLetGo: { id: beside.emailReplaced.emailId, at: now } }),
    ...(beside.signOffVoidedAt !== undefined && { signOffVoidedAt: beside.signOffVoidedAt }),
    ...(beside.signOff && { signOff: beside.signOff }),
    ...(beside.consentWithdrawnOf !== undefined && {
      consentWithdrawn: { personId: beside.consentWithdrawnOf, at: now },
    }),
    ...appointmentEnd(before, after, now),
    ...(beside.sealed && { sealedSheet: toSheet(after, rules, now) }),
    ...(isNamedAnew(before, after) && { terms: searchTerms(particulars.agencyId, namesOf(after)) }),
  };
}

/** Seen scanning, the admin kept the time that stood; a case that lets go of the time itself cancels it. */
function appointmentEnd(
  { facts: before }: Case,
  { facts: after }: Case,
  now: string,
): Pick<CaseWrite, 'appointmentEnded'> {
  if (before.registration.appointmentAt === null) return {};
  if (after.registration.appointmentAt === null) return { appointmentEnded: { state: 'cancelled', at: now } };
  const isSeen = !isScanAhead(after.registration.state) && isScanAhead(before.registration.state);
  return isSeen ? { appointmentEnded: { state: 'kept', at: now } } : {};
}

/** What a case is found by. */
function namesOf({ facts, particulars }: Case): (string | null)[] {
  return [particulars.client.name, facts.registration.proposedName, facts.email?.address ?? null];
}

/** Its search terms lie in a table of their own, written only when there is something new. A bare row has none yet. */
function isNamedAnew(before: Case, after: Case): boolean {
  if (before.facts.registration.version === 0) return true;
  const names = namesOf(after);
  return namesOf(before).some((name, index) => name !== names[index]);
}

/** What lists filter and sort by. */
export function toProjections({ facts }: Case, derived: DerivedCase): Projections {
  const { window } = derived.verification;
  return {
    holder: derived.holder,
    boardStage: derived.boardStage,
    dueAt: derived.dueAt,
    expectedFromOn: derived.expectedRange?.fromOn ?? null,
    expectedToOn: derived.expectedRange?.toOn ?? null,
    verificationEndsAt: facts.verification.qualification === 'passed' ? verificationEndsAt(facts.verification) : null,
    renewalOpensAt: window ? shanghaiInstant(window.opensOn, '00:00') : null,
  };
}

/** The form as it was handed in, and which versions of whose records it was made from. */
function toSheet({ facts, particulars }: Case, rules: Rulebook, now: string): object {
  const { registration, subject, admin } = facts;
  return {
    ...sealFillSheet({ facts, admin: particulars.admin }, rules, registration.submittedAt ?? now),
    madeFrom: {
      subject: { id: subject.id, version: particulars.subjectVersion },
      admin: admin && { personId: admin.personId, version: particulars.admin?.version },
    },
  };
}

function toEntryColumns(entry: ChainedEntry): object {
  const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');
  return {
    id: entry.id,
    sequence: entry.sequence,
    kind: entry.kind,
    voice: entry.voice,
    visibility: entry.visibility,
    payload: entry.payload,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId,
    occurred_at: entry.occurredAt,
    recorded_at: entry.recordedAt,
    previous: hex(entry.previous),
    hash: hex(entry.hash),
  };
}
