/** A case in memory: the facts that decisions look at, and beside them the names, ids and places that only writing and answering need. Plain values, so that a result can be kept for a repeated request. */
import type { HistoryDraft, HistoryKind, JourneyMove, RegistrationFacts } from '@daiban/domain';
import type { Locale, SlotKind } from '@daiban/domain/enumerations';

export interface Case {
  readonly facts: RegistrationFacts;
  readonly particulars: CaseParticulars;
}

/** What no decision looks at. */
export interface CaseParticulars {
  readonly agencyId: string;
  readonly client: {
    readonly id: string;
    readonly name: string;
    readonly countryCode: string;
    readonly locale: Locale;
    readonly timeZone: string;
  };
  readonly subjectVersion: number;
  readonly admin: {
    readonly name: string;
    readonly version: number;
    readonly idNumberMasked: string | null;
    readonly phoneMasked: string | null;
    /** When they took back their agreement for this case; null: they have not, or agreed anew. */
    readonly consentWithdrawnAt: string | null;
    /** Blind indexes, hexadecimal: the keys of the limits on ID number and phone. */
    readonly idNumberIndex: string | null;
    readonly phoneIndex: string | null;
  } | null;
  /** The address it reserved; `facts.email` is null when that is another case's by now. */
  readonly emailId: string | null;
  /** The address of `facts.nextEmail`. */
  readonly nextEmailId: string | null;
  readonly signOff: { readonly id: string; readonly contactId: string } | null;
  /** By order id. */
  readonly orders: Readonly<
    Record<
      string,
      { readonly number: number; readonly awaitingFeeSince: string | null; readonly closedAt: string | null }
    >
  >;
  /** By paper id. */
  readonly papers: Readonly<Record<string, PaperReview>>;
  /** Places of other registrations under the limits this one counts against. */
  readonly takenPositions: Readonly<Record<SlotKind, readonly number[]>>;
  /** Places this registration itself holds. */
  readonly ownPositions: Readonly<Partial<Record<SlotKind, number>>>;
  /** Where its history stands. */
  readonly chain: { readonly head: Uint8Array | null; readonly length: number };
  /** What the journey is drawn from, oldest first. */
  readonly moves: readonly JourneyMove[];
  readonly holder: JourneyMove['holder'];
  readonly assigneeId: string | null;
  readonly createdFromId: string | null;
  readonly adviceId: string | null;
  readonly originalId: string | null;
  readonly appId: string | null;
  readonly liveAt: string | null;
  readonly createdAt: string;
}

/** What a reviewer said of a paper. */
export interface PaperReview {
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
}

/** A history entry of a case: an event's, or one of the things people do beside events. */
export type CaseEntry = Omit<HistoryDraft, 'type'> & { readonly type: HistoryKind };
