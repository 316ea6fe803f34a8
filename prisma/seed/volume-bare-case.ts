/** What every case of the volume begins from, with placeholders where each copy puts something of its own. Called by `volume-case.ts`. */
import type { CaseParticulars } from '../../apps/api/dist/features/registrations/case.js';
import type { AccountType, RegistrationFacts, Route } from '../../packages/domain/dist/index.js';

/** What each copy of a case puts something of its own in the place of. Ids are UUIDs of version 8, which nothing else here makes. */
export const PLACEHOLDER = {
  agencyId: '00000000-0000-8000-8000-000000000001',
  registrationId: '00000000-0000-8000-8000-000000000002',
  clientId: '00000000-0000-8000-8000-000000000003',
  contactId: '00000000-0000-8000-8000-000000000004',
  subjectId: '00000000-0000-8000-8000-000000000005',
  personId: '00000000-0000-8000-8000-000000000006',
  emailId: '00000000-0000-8000-8000-000000000007',
  signOffId: '00000000-0000-8000-8000-000000000008',
  consentId: '00000000-0000-8000-8000-000000000009',
  specialistId: '00000000-0000-8000-8000-00000000000a',
  managerId: '00000000-0000-8000-8000-00000000000b',
  clientName: 'Placeholder Client',
  accountName: '占位账号名称',
  subjectName: '占位主体名称有限公司',
  subjectCode: '91350100M000100Y43',
  address: 'placeholder@volume.test',
} as const;

/** A case of a mainland company before anything happened, with an address reserved for it. */
export function bareFacts(
  now: string,
  accountType: AccountType,
  route: Route,
  reservedUntil: string,
): RegistrationFacts {
  const noOther = { reserved: 0, planned: 0, elsewhere: 0 };
  return {
    registration: {
      id: PLACEHOLDER.registrationId,
      state: null,
      version: 0,
      accountType,
      route,
      proposedName: PLACEHOLDER.accountName,
      nameAlternatives: [],
      enteredStateAt: now,
      holderSince: now,
      emailConfirmedAt: null,
      submittedAt: null,
      routeStartedAt: null,
      proof: 'none',
      transferAmount: null,
      appointmentAt: null,
      pausedAt: null,
      quotaRaise: 'none',
      renewalDecision: null,
      importedConflict: null,
      rulebookVersion: null,
      lastClientNewsAt: now,
    },
    verification: {
      qualification: null,
      naming: null,
      until: null,
      untilOn: null,
      provenance: null,
      untilProvenance: null,
      windowOpensOn: null,
      conflict: null,
      readable: false,
      lastReadAt: null,
      inherited: false,
    },
    client: { id: PLACEHOLDER.clientId, countryCode: 'MY', locale: 'en' },
    subject: {
      id: PLACEHOLDER.subjectId,
      type: 'enterprise',
      class: null,
      name: PLACEHOLDER.subjectName,
      code: PLACEHOLDER.subjectCode,
      countryCode: 'CN',
      licenceOf: 'client',
      standing: 'active',
      licenceExpiresOn: null,
      hasRestrictedAccount: false,
    },
    email: {
      address: PLACEHOLDER.address,
      state: 'reserved',
      reservedUntil,
      reservedHere: true,
      check: null,
      controlProven: false,
      holder: 'client',
    },
    admin: null,
    counters: { subject: noOther, admin_id: noOther, admin_phone: noOther, admin_wechat: noOther },
    slots: null,
    otherSmallTransferRunning: false,
    prerequisites: [],
    signOff: null,
    orders: [],
    agency: { memberIds: [PLACEHOLDER.specialistId, PLACEHOLDER.managerId], fileIds: [] },
  };
}

/** What stands beside those facts. */
export function bareParticulars(createdAt: string): CaseParticulars {
  return {
    agencyId: PLACEHOLDER.agencyId,
    client: {
      id: PLACEHOLDER.clientId,
      name: PLACEHOLDER.clientName,
      countryCode: 'MY',
      locale: 'en',
      timeZone: 'Asia/Kuala_Lumpur',
    },
    subjectVersion: 1,
    admin: null,
    emailId: PLACEHOLDER.emailId,
    signOff: null,
    orders: {},
    papers: {},
    takenPositions: { subject: [], admin_id: [], admin_phone: [], admin_wechat: [] },
    ownPositions: {},
    chain: { head: null, length: 0 },
    moves: [],
    holder: 'agency',
    assigneeId: PLACEHOLDER.specialistId,
    createdFromId: null,
    adviceId: null,
    followers: null,
    originalId: null,
    appId: null,
    liveAt: null,
    createdAt,
  };
}
