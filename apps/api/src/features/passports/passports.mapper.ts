/** Writes a passport as the contract's. Called by `PassportsService`. */
import type { CustodyPassport, PortalAgency, RuleReference } from '@daiban/contracts';
import type { Passport } from '@daiban/domain';
import type { Case } from '../registrations/case.js';

/** What stands around the passport itself. */
export interface PassportFrame {
  readonly agency: PortalAgency;
  readonly generatedAt: string;
  readonly rulebookVersion: string;
  readonly ruleOf: (id: string) => RuleReference | null;
}

/** @throws Error for a case that does not exist yet */
export function toCustodyPassport(
  { facts, particulars }: Case,
  passport: Passport,
  { agency, generatedAt, rulebookVersion, ruleOf }: PassportFrame,
): CustodyPassport {
  const { registration, subject } = facts;
  if (registration.state === null) throw new Error('A passport of no case.');
  const { ruleId, ...verification } = passport.verification;
  const { name, nameZh, legalName } = agency;
  return {
    registrationId: registration.id,
    generatedAt,
    rulebookVersion,
    agency: { name, nameZh, legalName },
    clientName: particulars.client.name,
    account: {
      name: registration.proposedName ?? '',
      type: registration.accountType,
      state: registration.state,
      originalId: particulars.originalId,
      appId: particulars.appId,
      submittedAt: registration.submittedAt,
      liveAt: particulars.liveAt,
    },
    registrant: {
      name: subject.name,
      type: subject.type,
      code: subject.code,
      countryCode: subject.countryCode,
      licenceOf: subject.licenceOf,
      licenceExpiresOn: subject.licenceExpiresOn,
    },
    admin: passport.admin,
    email: passport.email,
    operators: passport.operators,
    verification: { ...verification, rule: ruleId === null ? null : ruleOf(ruleId) },
    orders: passport.orders,
    paidTotals: passport.paidTotals,
    exit: { route: passport.exit.route, steps: passport.exit.steps, rule: ruleOf(passport.exit.ruleId) },
    custody: passport.custody,
  };
}

/** For a link that shows no persons: what is left is the account and its owner. An owner who is a person is named by their account. */
export function withoutPersons(passport: CustodyPassport): CustodyPassport {
  const { registrant, account } = passport;
  const owner = registrant.type === 'individual' ? { ...registrant, name: account.name, code: null } : registrant;
  return { ...passport, registrant: owner, admin: null, email: null, operators: [] };
}
