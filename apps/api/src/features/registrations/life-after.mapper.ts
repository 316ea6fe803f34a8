/** What became of an account after it was live, as the contract shows it. Called by the registration's mapper. */
import type { LifeAfter } from '@daiban/contracts';
import type { CaseView } from './cases.service.js';
import type { Wording } from './order.mapper.js';

export function toLifeAfter(
  { case: { facts, particulars }, context }: CaseView,
  { locale, ruleOf }: Wording,
): LifeAfter {
  const { registration, subject, nextEmail } = facts;
  const { entries } = context.rules;
  const { migrationTarget: target } = registration;
  return {
    restriction: registration.restrictionKind,
    migration: target && {
      target: {
        name: target.name,
        registrationId: target.registrationId,
        accountType: target.accountType,
        followers: target.followers,
      },
      approvedAt: registration.migrationApprovedAt,
      fee: { ...entries['migration.fee'].value },
      feeRule: ruleOf('migration.fee', locale),
      openIdDays: subject.type === 'individual' ? null : entries['migration.openid_days'].value,
    },
    closing:
      registration.state === 'closing'
        ? { proof: entries['deregistration.proof'].value[subject.type], freezeEndsOn: registration.freezeEndsOn }
        : null,
    nameChangedAt: [...registration.nameChangedAt],
    slotsHeld: registration.state === 'closed' && facts.slots !== null,
    slotsReleasedAt: registration.slotsReleasedAt,
    nextEmail:
      nextEmail && particulars.nextEmailId !== null
        ? {
            id: particulars.nextEmailId,
            address: nextEmail.address,
            reservedUntil: nextEmail.reservedUntil,
            lastCheck: nextEmail.check && { result: nextEmail.check.result, checkedAt: nextEmail.check.checkedAt },
          }
        : null,
  };
}
