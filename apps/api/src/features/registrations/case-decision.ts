/** What a change of a case comes down to: the facts as they will be, what stands beside them, and what the history says. Made by judges' changes or by the services; written by `CasesService`. */
import {
  applyChanges,
  NEW_ORDER,
  type Change,
  type Finding,
  type HistoryDraft,
  type RegistrationFacts,
} from '@daiban/domain';
import type { SlotState } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { Case, CaseEntry, CaseParticulars } from './case.js';

export interface CaseDecision {
  /** As they are afterwards; their version is one more. */
  readonly facts: RegistrationFacts;
  readonly particulars: CaseParticulars;
  readonly entries: readonly CaseEntry[];
  readonly beside: Beside;
  /** What does not forbid the change and should be said at once. */
  readonly warnings?: readonly Finding[];
  /** Other statements of this transaction have written something: COMMIT waits for the case's own answer. */
  readonly amongOthers?: boolean;
}

/** Rows beside the case's own that the change touches. */
export interface Beside {
  /** The state of all its places under limits from now on; null frees them. Absent: as before. */
  readonly slots?: SlotState | null;
  readonly transferRunning?: boolean;
  readonly emailMoved?: { readonly emailId: string; readonly state: string; readonly kept: boolean; readonly controlProven: boolean };
  readonly signOffVoidedAt?: string;
  readonly signOff?: { readonly id: string; readonly contactId: string; readonly textVersion: string; readonly choices: object; readonly signedAt: string; readonly recordedBy: string | null };
  readonly consentWithdrawnOf?: string;
  readonly sealed?: true;
}

/** The decision that a judgement's changes make. */
export function decisionOf(before: Case, changes: readonly Change[]): CaseDecision {
  const facts = applyChanges(before.facts, changes, v7);
  const { particulars } = before;
  let beside: Beside = {};
  const drafts: HistoryDraft[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'slots_set':
        beside = { ...beside, slots: change.state };
        break;
      case 'small_transfer_set':
        beside = { ...beside, transferRunning: change.running };
        break;
      case 'email_moved':
        if (particulars.emailId) {
          const kept = change.to !== 'free' && change.to !== 'recheck';
          beside = { ...beside, emailMoved: { emailId: particulars.emailId, state: change.to, kept, controlProven: change.controlProven === true } };
        }
        break;
      case 'sign_off_voided':
        beside = { ...beside, signOffVoidedAt: change.at };
        break;
      case 'admin_papers_deleted':
        beside = { ...beside, consentWithdrawnOf: change.personId };
        break;
      case 'snapshot_sealed':
        beside = { ...beside, sealed: true };
        break;
      case 'history':
        drafts.push(change.entry);
        break;
      default:
        // The rest changes the case's own facts, which are written whole.
        break;
    }
  }
  const known = new Set(before.facts.orders.map((order) => order.id));
  const opened = facts.orders.find((order) => !known.has(order.id));
  const entries = drafts.map((entry) => (entry.orderId === NEW_ORDER ? { ...entry, orderId: opened?.id ?? null } : entry));
  return {
    facts,
    particulars: { ...particulars, emailId: facts.email ? particulars.emailId : null },
    entries,
    beside,
  };
}

/** A change that is no event of a machine: an entry of the history beside new facts. */
export function plainEntry(
  type: string,
  occurredAt: string,
  payload: Readonly<Record<string, unknown>>,
  more: Partial<CaseEntry> = {},
): CaseEntry {
  return {
    type,
    orderId: null,
    voice: 'we_did',
    visibility: 'internal',
    occurredAt,
    from: null,
    to: null,
    outcome: 'stayed',
    notSeen: [],
    payload,
    ...more,
  };
}
