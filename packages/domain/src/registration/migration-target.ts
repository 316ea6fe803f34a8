/** The account a migration leads into: what we hold of an own case, and what was told of any other. Called by the guards of `migration_started`, by its effect, and by the API, which reads an own case. */
import type { AccountType, SubjectType } from '../enumerations/index.js';
import { deriveVerificationStatus } from '../verification/verification-status.js';
import { countFact, textFact, type JudgingContext, type JudgingInput } from './judging.js';
import type { MigrationTarget, OwnTargetFacts, RegistrationFacts } from './registration-facts.js';

/** The target as far as it is known; null where nobody said. */
export type KnownTarget = {
  [Field in keyof MigrationTarget]: MigrationTarget[Field] | null;
} & {
  /** null: nobody said; of an own case that we hold no result of, the word of whoever starts the migration. */
  verified: boolean | null;
};

/** Of an own case what we hold counts, and what was typed beside it only where we hold nothing. */
export function readTarget({ facts: { ownTarget }, command }: Pick<JudgingInput, 'facts' | 'command'>): KnownTarget {
  const said = command.facts?.['targetVerified'];
  const typed: KnownTarget = {
    name: textFact(command, 'targetName'),
    registrationId: null,
    accountType: textFact(command, 'targetAccountType') as AccountType | null,
    subjectType: textFact(command, 'targetSubjectType') as SubjectType | null,
    countryCode: textFact(command, 'targetCountryCode')?.toUpperCase() ?? null,
    followers: countFact(command, 'targetFollowers'),
    verified: typeof said === 'boolean' ? said : null,
  };
  if (ownTarget === null) return typed;
  return {
    ...ownTarget,
    followers: ownTarget.followers ?? typed.followers,
    verified: ownTarget.verified ?? typed.verified,
  };
}

/** What a migration asks of an own case that it is to lead into. The API has read the case by the id in the command. */
export function ownTargetOf(
  { registration, subject, verification }: RegistrationFacts,
  { now }: Pick<JudgingContext, 'now'>,
): OwnTargetFacts {
  const { id, proposedName, state, accountType, followers } = registration;
  const status = deriveVerificationStatus(verification, { accountType, subjectType: subject.type }, now);
  const isHearsay = status === 'claimed' || (status === 'unverified' && verification.qualification === null);
  return {
    registrationId: id,
    name: proposedName ?? subject.name,
    state: state ?? 'draft',
    accountType,
    subjectType: subject.type,
    countryCode: subject.countryCode,
    verified: isHearsay ? null : status === 'verified' || status === 'verified_without_name',
    followers,
  };
}
