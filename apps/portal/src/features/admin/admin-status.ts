/** The one sentence at the top of the administrator's page: what is asked of them now, or that nothing is. */
import type { AdminPage } from '@daiban/contracts';

export type AdminStatus =
  | 'agree'
  | 'choose'
  | 'wait_times'
  | 'asked_times'
  | 'booked'
  | 'soon'
  | 'ready'
  | 'no_scan'
  | 'no_scan_done'
  | 'done'
  | 'not_theirs';

/** In the order in which things are asked: agree, choose a time, be there. */
export function adminStatus(page: AdminPage): AdminStatus {
  const { scan, standing, readyFrom, consents, times, papers } = page;
  if (scan === 'not_theirs' || scan === 'done') return scan;
  const hasAgreed = consents.every(({ required, given }) => !required || given !== null);
  if (scan === 'none') {
    if (!hasAgreed) return 'agree';
    return papers.some(({ state }) => state === 'open' || state === 'returned') ? 'no_scan' : 'no_scan_done';
  }
  if (standing?.state === 'ready') return 'ready';
  if (standing) return readyFrom !== null && readyFrom <= page.now ? 'soon' : 'booked';
  if (!hasAgreed) return 'agree';
  if (times.length > 0) return 'choose';
  return page.askedOtherTimes ? 'asked_times' : 'wait_times';
}
