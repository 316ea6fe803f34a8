/** Builds the contract's account email from a row. */
import type { AccountEmail, Refusal } from '@daiban/contracts';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import type { AccountEmailRow } from './account-emails.repository.js';

/**
 * @param why what a reservation by another case would be refused with
 * @param warnings what is doubtful about the address itself
 */
export function toEmail(row: AccountEmailRow, why: Refusal | null, warnings: Refusal[]): AccountEmail {
  const { registrationId, accountName, clientName, registrationState, checkResult, checkRank, checkedAt } = row;
  return {
    id: row.id,
    address: row.address,
    state: row.state,
    stateSince: row.stateSince,
    holder: row.holder,
    registration:
      registrationId !== null && accountName !== null && clientName !== null && registrationState !== null
        ? { id: registrationId, accountName, clientName, state: registrationState }
        : null,
    reservedUntil: row.reservedUntil,
    until: untilOf(row),
    why,
    warnings,
    lastCheck:
      checkResult !== null && checkRank !== null && checkedAt !== null
        ? { result: checkResult, evidenceRank: checkRank, checkedAt }
        : null,
    version: row.version,
  };
}

/** A freeze counts to the end of its last day. */
function untilOf({ state, reservedUntil, freezeEndsOn }: AccountEmailRow): string | null {
  if (state === 'reserved') return reservedUntil;
  return state === 'cooling' && freezeEndsOn !== null ? shanghaiInstant(addDays(freezeEndsOn, 1), '00:00') : null;
}
