/** Derives an account's verification status at the moment of asking; nothing stores it. Called by `deriveCase`, guards, lists. */
import { addDays, shanghaiDate, shanghaiInstant } from '../calendar/index.js';
import {
  OFFICIAL_ACCOUNT_TYPES,
  type AccountType,
  type SubjectType,
  type VerificationStatus,
} from '../enumerations/index.js';
import type { VerificationFacts } from '../registration/registration-facts.js';
import { isHeard } from './weigh-evidence.js';

/** Official Accounts count against a subject's limit and are never verified for an individual. */
export function isOfficialAccount(accountType: AccountType): boolean {
  return OFFICIAL_ACCOUNT_TYPES.some((type) => type === accountType);
}

/** The instant from which the verification no longer holds; a date counts to its end in Shanghai. null: no end known. */
export function verificationEndsAt(facts: Pick<VerificationFacts, 'until' | 'untilOn'>): string | null {
  if (facts.until !== null) return facts.until;
  return facts.untilOn === null ? null : shanghaiInstant(addDays(facts.untilOn, 1), '00:00');
}

/** The last Shanghai day on which it still holds; an end at midnight is the end of the day before. null: no end known. */
export function verificationEndsOn(facts: Pick<VerificationFacts, 'until' | 'untilOn'>): string | null {
  return facts.until === null ? facts.untilOn : shanghaiDate(new Date(Date.parse(facts.until) - 1).toISOString());
}

/**
 * `expired` is `now ≥ end`, also while an order is in review and also for what was only claimed. A typed note alone is
 * `claimed`. An individual's Official Account has no verification unless WeChat itself told of one.
 */
export function deriveVerificationStatus(
  facts: VerificationFacts,
  account: { accountType: AccountType; subjectType: SubjectType },
  now: string,
): VerificationStatus {
  if (facts.qualification !== 'passed') {
    if (facts.inherited) return 'inherited';
    return account.subjectType === 'individual' && isOfficialAccount(account.accountType)
      ? 'not_available'
      : 'unverified';
  }
  const endsAt = verificationEndsAt(facts);
  if (endsAt !== null && Date.parse(now) >= Date.parse(endsAt)) return 'expired';
  if (!isHeard(facts.provenance)) return 'claimed';
  return facts.naming === 'passed' || facts.naming === 'unchanged' ? 'verified' : 'verified_without_name';
}
