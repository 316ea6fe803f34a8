/** What a paper's state lets people do with its files: which version is being brought, whether something can still be brought, whether a sender can take a file back. Asked by uploads, papers and reviews. */
import type { Rulebook } from '@daiban/domain';
import { FINAL_REGISTRATION_STATES, OPEN_ORDER_STATES, type DocumentState } from '@daiban/domain/enumerations';
import type { Actor } from '../../platform/auth/actor.js';
import type { DocumentRow, PaperRow } from './documents.repository.js';

/** States in which a file has its page to itself. */
const ON_ITS_PAGE: readonly DocumentState[] = ['receiving', 'quarantined', 'available'];

/** Why nothing can be brought any more, or now. */
export type PaperClosed = 'sealed' | 'accepted' | 'being_checked';

/** Null: files can be brought. */
export function closedBy(paper: PaperRow): PaperClosed | null {
  if (isSealed(paper)) return 'sealed';
  if (paper.state === 'accepted') return 'accepted';
  return paper.state === 'submitted' ? 'being_checked' : null;
}

/** A picture of the administrator's identity is kept with their consent alone, whoever brings it. */
export function needsConsent({ holder, code }: PaperRow, { entries }: Rulebook): boolean {
  return holder === 'admin_person' && entries['retention.identity_documents'].value.includes(code);
}

/** What was handed in stays as it was: a registration's papers once it is submitted or over, an order's once it has ended. */
export function isSealed({
  orderId,
  orderState,
  registrationState,
  registrationSubmittedAt,
}: Pick<PaperRow, 'orderId' | 'orderState' | 'registrationState' | 'registrationSubmittedAt'>): boolean {
  if (FINAL_REGISTRATION_STATES.some((state) => state === registrationState)) return true;
  if (orderId === null) return registrationSubmittedAt !== null;
  return !OPEN_ORDER_STATES.some((state) => state === orderState);
}

/** Whether a file takes up its page; one that was refused or deleted makes room for another. */
export function isOnItsPage({ state }: Pick<DocumentRow, 'state'>): boolean {
  return ON_ITS_PAGE.includes(state);
}

/** The version that files belong to which come now: the newest, or the next one when that was looked at. */
export function currentVersion(documents: readonly Pick<DocumentRow, 'version' | 'reviewedAt'>[]): number {
  const newest = Math.max(0, ...documents.map(({ version }) => version));
  if (newest === 0) return 1;
  return documents.some(({ version, reviewedAt }) => version === newest && reviewedAt !== null) ? newest + 1 : newest;
}

/** The files that are sent, checked or accepted together: those of the newest version that take up a page. */
export function filesOfPaper(documents: readonly DocumentRow[]): DocumentRow[] {
  const version = Math.max(0, ...documents.filter(isOnItsPage).map((document) => document.version));
  return documents
    .filter((document) => document.version === version && isOnItsPage(document))
    .toSorted((one, other) => one.page - other.page);
}

/**
 * Whether somebody who brings files for the paper may take this one away: it is their own, or it never came whole. An upload that was broken off
 * has nobody to come back for it, and must not stand in the way of the others.
 */
export function mayTakeAway({ state, uploadedByKind, uploadedById }: DocumentRow, actor: Actor): boolean {
  if (state === 'receiving' || state === 'quarantined') return true;
  return uploadedByKind === actor.kind && uploadedById === actor.id;
}

/** How long its sender can take a file back. */
export interface TakingBack {
  readonly free: boolean;
  /** Until then; null with `free`: until the paper is sent. */
  readonly until: string | null;
}

/** @param minutes of rule `document.fix_minutes`, counted from the file's arrival @param now business time */
export function takingBack(document: DocumentRow, paper: PaperRow, minutes: number, now: string): TakingBack {
  const over = { free: false, until: null };
  if (document.state === 'deleted' || document.reviewedAt !== null) return over;
  const closed = closedBy(paper);
  if (closed === null) return { free: true, until: null };
  if (closed !== 'being_checked') return over;
  const until = new Date(Date.parse(document.uploadedAt) + minutes * 60_000).toISOString();
  return now < until ? { free: true, until } : over;
}
