/** Decides on which day a paper's files are deleted by themselves. Called by the retention sweep and by whoever shows a paper. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { Rulebook } from '../rulebook/rule-values.js';

/** What the day hangs on. */
export interface KeptPaper {
  /** Which paper: a code of the rulebook. */
  readonly code: string;
  readonly uploadedAt: string;
  /** When the account went live; null: not yet. */
  readonly liveAt: string | null;
  /** When the case ended for good; null: it goes on. */
  readonly endedAt: string | null;
  /** A verification order is under way: its review may ask for the paper again. */
  readonly inReview: boolean;
}

/**
 * The first day (Shanghai) on which the paper's files are no longer kept: so many days after the account is live or the case has ended, and
 * as many after they came, which may be later at a renewal. Null: the paper proves nobody's identity, or nothing has set its days going yet.
 */
export function deletionDay(paper: KeptPaper, { entries }: Pick<Rulebook, 'entries'>): string | null {
  if (!entries['retention.identity_documents'].value.includes(paper.code)) return null;
  const concludedAt = paper.liveAt ?? paper.endedAt;
  if (concludedAt === null || (paper.inReview && paper.endedAt === null)) return null;
  const days = entries['retention.identity_documents_days'].value;
  const [from] = [shanghaiDate(concludedAt), shanghaiDate(paper.uploadedAt)].toSorted().reverse();
  return from === undefined ? null : addDays(from, days);
}
