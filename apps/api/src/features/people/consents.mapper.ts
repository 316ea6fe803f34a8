/** Builds the contract's consent from a row. */
import type { Consent } from '@daiban/contracts';
import type { ConsentRow } from './consents.repository.js';

export function toConsent(row: Omit<ConsentRow, 'ofAdmin'>): Consent {
  const { id, personId, registrationId, purpose, textVersion, givenAt, withdrawnAt } = row;
  return { id, personId, registrationId, purpose, textVersion, givenAt, withdrawnAt };
}
