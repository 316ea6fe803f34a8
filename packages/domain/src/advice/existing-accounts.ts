/** What the accounts that are already there mean for another one: places taken, and blocks of a raise. Called by `judgeWish` and by what would change the verdict. */
import { RESTRICTION_KINDS } from '../enumerations/index.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import type { ExistingAccount } from './advice-question.js';

/** States of a registration that take no place: nothing is submitted yet, or Tencent gave the place back. A handed-over account still stands on its licence. */
const TAKES_NO_PLACE: readonly string[] = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
  'lapsed',
  'withdrawn',
  'closed',
  'migrated',
];
const RESTRICTED: readonly string[] = ['restricted', 'frozen', ...RESTRICTION_KINDS];

/** Official Accounts that count against the licence's limit. */
export function countTaken(accounts: readonly ExistingAccount[]): number {
  return accounts.filter(
    ({ accountType, state }) => isOfficialAccount(accountType) && !TAKES_NO_PLACE.includes(state.toLowerCase()),
  ).length;
}

/** One of them is frozen or banned: Tencent then raises no limit. */
export function hasRestricted(accounts: readonly ExistingAccount[]): boolean {
  return accounts.some(({ state }) => RESTRICTED.includes(state.toLowerCase()));
}

/** An account of this type is there and in use. */
export function hasAccount(accounts: readonly ExistingAccount[], type: ExistingAccount['accountType']): boolean {
  return accounts.some(
    ({ accountType, state }) => accountType === type && !TAKES_NO_PLACE.includes(state.toLowerCase()),
  );
}
