/** What becomes of its address when Tencent knows the account, whatever was let go before. Called for every move of a registration, and when a conflict about the address is resolved. */
import type { EmailState, RegistrationState } from '../enumerations/index.js';
import type { JudgingInput } from './judging.js';
import type { Change } from './registration-change.js';

/** States in which the address is the account's, by what it is then. */
const WHILE: Readonly<Partial<Record<RegistrationState, EmailState>>> = {
  proving_subject: 'in_use',
  live: 'in_use',
  restricted: 'in_use',
  migrating: 'in_use',
  closing: 'cooling',
};

/**
 * In these states the account has its address. When another one took it meanwhile the two cannot both be right: a conflict names the
 * other, for a person to settle, since what Tencent tells is recorded in any case.
 * @param state where the registration is from now on
 */
export function keepEmail(
  { facts, occurredAt }: Pick<JudgingInput, 'facts' | 'occurredAt'>,
  state: RegistrationState | null,
): Change[] {
  const to = state === null ? undefined : WHILE[state];
  if (to === undefined) return [];
  const { email, emailTakenBy } = facts;
  if (emailTakenBy !== null && !email?.reservedHere) {
    const conflict = { code: 'email.held_by_other', raisedAt: occurredAt, observed: null, email: emailTakenBy };
    return [{ kind: 'verification_set', fields: { conflict } }];
  }
  return email === null || email.state === to ? [] : [{ kind: 'email_moved', to }];
}
