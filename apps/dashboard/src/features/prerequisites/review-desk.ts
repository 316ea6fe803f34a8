/** Which papers lie on the reviewer's desk, and which pages of them can be looked at. Pure; the review page shows it. */
import type { Document, Paper, RegistrationCase, ReviewSitting } from '@daiban/contracts';

/** What the desk needs to know of the case. */
export type ReviewedCase = Pick<RegistrationCase, 'id' | 'proposedName' | 'subject' | 'admin'>;

/** What waits for a decision, the longest first, and what was decided in the sitting that goes on. */
export function papersOnDesk(papers: readonly Paper[], sitting: ReviewSitting | null): Paper[] {
  return papers
    .filter((paper) => paper.prerequisite.state === 'submitted' || decisionOf(paper, sitting) !== null)
    .toSorted((one, other) => (one.submittedAt ?? '').localeCompare(other.submittedAt ?? ''));
}

export type Decision = ReviewSitting['decisions'][number];

/** What the reader decided of a paper and can still take back; null: nothing. */
export function decisionOf({ prerequisite }: Paper, sitting: ReviewSitting | null): Decision | null {
  return sitting?.decisions.find(({ prerequisiteId }) => prerequisiteId === prerequisite.id) ?? null;
}

/** The next paper without a decision after this one, round the desk; null: all are decided. */
export function nextUndecided(desk: readonly Paper[], sitting: ReviewSitting | null, after: string): Paper | null {
  const from = desk.findIndex(({ prerequisite }) => prerequisite.id === after) + 1;
  const round = [...desk.slice(from), ...desk.slice(0, from)];
  return round.find((paper) => paper.prerequisite.id !== after && decisionOf(paper, sitting) === null) ?? null;
}

/** Versions with anything in them, newest first. */
export function versionsOf(documents: readonly Document[]): number[] {
  return [...new Set(documents.map(({ version }) => version))].toSorted((one, other) => other - one);
}

/** One picture to look at: a whole image, or a page of a PDF. */
export interface DeskPage {
  readonly document: Document;
  /** From 1. */
  readonly page: number;
}

/** All pages of a version in their order; a file that cannot be shown stands there once, to say why. Taken-back and replaced files are left out while others are there. */
export function pagesOf(documents: readonly Document[], version: number): DeskPage[] {
  const ofVersion = documents.filter((document) => document.version === version);
  const kept = ofVersion.filter(({ state }) => state !== 'deleted');
  return (kept.length > 0 ? kept : ofVersion)
    .toSorted((one, other) => one.page - other.page)
    .flatMap((document) =>
      Array.from({ length: document.state === 'available' ? (document.pageCount ?? 1) : 1 }, (_, index) => ({
        document,
        page: index + 1,
      })),
    );
}
