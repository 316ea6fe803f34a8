/** Which accounts known elsewhere take a place under a limit, as SQL. For every statement that counts them. */
import { ENDED_ELSEWHERE } from '@daiban/domain';

const ENDED = ENDED_ELSEWHERE.map((word) => `'${word}'`).join(', ');

/** A condition on a row of `account_elsewhere` under this name: it has not ended (`isEndedElsewhere`). */
export function takesPlace(alias: string): string {
  return `lower(btrim(${alias}.state)) NOT IN (${ENDED})`;
}
