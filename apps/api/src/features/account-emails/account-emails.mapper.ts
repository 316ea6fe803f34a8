/** Builds the contract's account email from a row. */
import type { AccountEmail } from '@daiban/contracts';
import type { AccountEmailRow } from './account-emails.repository.js';

export function toEmail(row: AccountEmailRow): AccountEmail {
  const { registrationId, accountName, clientName, checkResult, checkRank, checkedAt } = row;
  return {
    id: row.id,
    address: row.address,
    state: row.state,
    stateSince: row.stateSince,
    holder: row.holder,
    registration:
      registrationId !== null && accountName !== null && clientName !== null
        ? { id: registrationId, accountName, clientName }
        : null,
    reservedUntil: row.reservedUntil,
    lastCheck:
      checkResult !== null && checkRank !== null && checkedAt !== null
        ? { result: checkResult, evidenceRank: checkRank, checkedAt }
        : null,
    version: row.version,
  };
}
