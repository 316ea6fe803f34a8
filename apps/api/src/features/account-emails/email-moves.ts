/** What a look at an address does to it, and where an address goes when its case moves. Pure; called by the account-emails service. */
import type { EmailCheckResult, EmailState } from '@daiban/domain/enumerations';
import type { EmailMove } from './account-emails.repository.js';

/**
 * The state after somebody looked whether anything of WeChat uses the address; null: it stays. Unused frees what waited for a look or was
 * blocked; used blocks what is not yet Tencent's to know (an address in use by our own account is used, of course); unknown changes nothing.
 */
export function stateAfterCheck(state: EmailState, result: EmailCheckResult): EmailState | null {
  if (result === 'unknown') return null;
  if (result === 'unused') return state === 'recheck' || state === 'blocked' ? 'free' : null;
  return state === 'free' || state === 'reserved' || state === 'recheck' ? 'blocked' : null;
}

/** An address that goes on with its case keeps it; one that leaves it belongs to nobody and its control must be proven anew. */
export function moveWithCase(
  to: EmailState,
  registrationId: string | null,
  at: string,
  reservedUntil: string | null,
  controlProven: boolean,
): EmailMove {
  const stays = to === 'reserved' || to === 'in_use' || to === 'cooling';
  return {
    state: to,
    at,
    registrationId: stays ? registrationId : null,
    reservedUntil: to === 'reserved' ? reservedUntil : null,
    holder: null,
    controlProven: stays ? controlProven || null : false,
  };
}
