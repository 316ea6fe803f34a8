/** Turns the row of `READ_CASE` into the facts that the domain judges. Called by `CasesService` for every case it reads. */
import { spellInstant } from '@daiban/domain/calendar';
import { ADMIN_ID_PAPERS, type OrderFacts, type RegistrationFacts, type SlotCount } from '@daiban/domain';
import { OFFICIAL_ACCOUNT_TYPES, type SlotKind } from '@daiban/domain/enumerations';
import type { Case, CaseParticulars } from './case.js';
import type { CaseRow, EmailCheckRecord, EmailRecord, OrderRecord, PersonRecord, SlotRecord } from './case-rows.js';

/** What the sealed ID number says, without the number. */
export interface AdminIdentity {
  readonly hasIdNumber: boolean;
  readonly idNumberValid: boolean | null;
  readonly adultOn: string | null;
}

/** @param identity of the row's admin person; null when there is none */
export function toCase(row: CaseRow, identity: AdminIdentity | null): Case {
  return { facts: toFacts(row, identity), particulars: toParticulars(row) };
}

/** PostgreSQL's `2026-09-28T03:20:00+00:00` as the one form the domain compares. */
export function instant(text: string): string;
export function instant(text: string | null): string | null;
export function instant(text: string | null): string | null {
  return text === null ? null : spellInstant(text);
}

/** Bytes as JSON has them (`\x0a…`) in hexadecimal. */
export function hexOf(bytes: string | null): string | null {
  return bytes === null ? null : bytes.slice(2);
}

function toFacts(row: CaseRow, identity: AdminIdentity | null): RegistrationFacts {
  const { registration: r, subject } = row;
  const email = emailOf(row);
  const isOfficial = OFFICIAL_ACCOUNT_TYPES.some((type) => type === r.account_type);
  return {
    registration: {
      id: r.id,
      state: r.state,
      version: r.version,
      accountType: r.account_type,
      route: r.route,
      proposedName: r.proposed_name,
      nameAlternatives: r.name_alternatives ?? [],
      enteredStateAt: instant(r.state_since),
      holderSince: instant(r.holder_since),
      emailConfirmedAt: instant(r.email_confirmed_at),
      submittedAt: instant(r.submitted_at),
      routeStartedAt: instant(r.route_started_at),
      proof: r.proof_state,
      transferAmount: money(r.transfer_amount_minor, r.transfer_currency),
      appointmentAt: instant(r.appointment_at),
      pausedAt: instant(r.paused_at),
      renewalDecision:
        r.renewal_decision === null || r.renewal_decided_at === null
          ? null
          : { decision: r.renewal_decision, at: instant(r.renewal_decided_at), by: r.renewal_decided_by },
      followers: r.followers,
      restrictionKind: r.restriction_kind,
      standingToldAt: instant(row.standing_told_at),
      migrationTarget: r.migration_target,
      migrationApprovedAt: instant(r.migration_approved_at),
      freezeEndsOn: r.freeze_ends_on,
      nameChangedAt: (r.name_changed_at ?? []).map((at) => instant(at)),
      slotsReleasedAt: instant(r.slots_released_at),
      importedConflict: r.imported_conflict,
      rulebookVersion: r.rulebook_version,
      lastClientNewsAt: instant(r.client_heard_at),
    },
    verification: {
      qualification: r.verification_qualification,
      naming: r.verification_naming,
      until: instant(r.verified_until),
      untilOn: r.verified_until_on,
      provenance: r.verification_provenance,
      untilProvenance: r.until_provenance,
      windowOpensOn: r.window_opens_on,
      conflict: r.verification_conflict,
      readable: r.verification_readable,
      lastReadAt: instant(r.verification_read_at),
      inherited: r.verification_inherited,
    },
    client: { id: row.client.id, countryCode: row.client.country_code, locale: row.client.locale },
    subject: {
      id: subject.id,
      type: subject.type,
      class: subject.class,
      name: subject.name,
      code: subject.code,
      countryCode: subject.country_code,
      licenceOf: subject.licence_of,
      standing: subject.standing,
      licenceExpiresOn: subject.licence_expires_on,
      quotaRaise: row.quota_raise,
    },
    email: email && toEmailFacts(email, row.email_check, r.id),
    emailTakenBy: row.email_taken_by,
    nextEmail: row.next_email && toEmailFacts(row.next_email, row.next_email.check, r.id),
    successor: null,
    ownTarget: null,
    admin: row.admin && toAdminFacts(row, row.admin, identity),
    counters: toCounters(row, isOfficial),
    slots: (row.slots ?? []).find((slot) => slot.own)?.state ?? null,
    otherSmallTransferRunning: row.other_transfer,
    prerequisites: (row.prerequisites ?? []).map((paper) => ({
      id: paper.id,
      code: paper.code,
      holder: paper.holder,
      state: paper.state,
      required: paper.required,
      expiresOn: paper.expires_on,
      orderId: paper.order_id,
    })),
    signOff: row.sign_off && {
      signedAt: instant(row.sign_off.signed_at),
      textVersion: row.sign_off.text_version,
      choices: row.sign_off.choices,
      voidedAt: instant(row.sign_off.voided_at),
    },
    orders: (row.orders ?? []).map(toOrderFacts),
    // There is no store of files yet, so a statement can name none.
    agency: { memberIds: row.members ?? [], fileIds: [] },
  };
}

/** An address whose reservation ran out may be another case's by now; then it is no longer this one's. */
function emailOf({ registration, email }: CaseRow): CaseRow['email'] {
  if (email === null || email.registration_id === null) return email;
  return email.registration_id === registration.id ? email : null;
}

function toEmailFacts(
  email: EmailRecord,
  check: EmailCheckRecord | null,
  registrationId: string,
): NonNullable<RegistrationFacts['email']> {
  return {
    address: email.address,
    state: email.state,
    reservedUntil: instant(email.reserved_until),
    reservedHere: email.registration_id === registrationId,
    check: check && {
      result: check.result,
      evidenceRank: check.evidence_rank,
      checkedAt: instant(check.checked_at),
    },
    controlProven: email.control_proven_at !== null,
    holder: email.holder,
  };
}

function toAdminFacts(row: CaseRow, admin: PersonRecord, identity: AdminIdentity | null): RegistrationFacts['admin'] {
  return {
    personId: admin.id,
    idKind: admin.id_kind,
    hasIdNumber: identity?.hasIdNumber ?? false,
    idNumberValid: identity?.idNumberValid ?? null,
    adultOn: identity?.adultOn ?? null,
    wechatHasPhone: admin.wechat_has_phone,
    wechatHasOwnCard: admin.wechat_has_own_card,
    employer: admin.employer,
    isLegalRepresentative: row.registration.admin_is_legal_representative,
    idUploadedBy: admin.id_uploaded_by,
    idCheckedBy: admin.id_checked_by,
    idPaperAcceptedBy: reviewerOfIdPaper(row, admin),
    consent:
      row.consent?.withdrawn_at === null
        ? {
            id: row.consent.id,
            textVersion: row.consent.text_version,
            givenAt: instant(row.consent.given_at),
          }
        : null,
    isSubject: row.subject.type === 'individual' && row.subject.name === admin.name,
  };
}

/** Who accepted the admin's ID paper compared it with the number, also when the person was named afterwards; but not with a number that came later in its place. */
function reviewerOfIdPaper({ prerequisites }: CaseRow, { id_replaced_at: replacedAt }: PersonRecord): string | null {
  const paper = (prerequisites ?? []).find(({ code, order_id: orderId, state }) => {
    return ADMIN_ID_PAPERS.some((one) => one === code) && orderId === null && state === 'accepted';
  });
  if (paper?.reviewed_at == null) return null;
  return replacedAt === null || instant(paper.reviewed_at) > instant(replacedAt) ? paper.reviewed_by : null;
}

function toOrderFacts(order: OrderRecord): OrderFacts {
  return {
    id: order.id,
    kind: order.kind,
    state: order.state,
    version: order.version,
    payer: order.payer,
    openedAt: instant(order.opened_at),
    enteredStateAt: instant(order.state_since),
    wantedName: order.wanted_name,
    organisationSize: order.organisation_size,
    invoiceKind: order.invoice_kind,
    fee: money(order.fee_amount_minor, order.fee_currency),
    receivingNumber: order.receiving_number,
    payment: toPayment(order),
    feeWaived: order.fee_waived,
    paidAt: instant(order.paid_at),
    qualification: order.qualification,
    naming: order.naming,
    chancesUsed: order.chances_used,
    supplementDueOn: order.supplement_due_on,
    supplementReason: order.supplement_reason,
    auditor:
      order.auditor_provider === null ? null : { provider: order.auditor_provider, contact: order.auditor_contact },
    reviewStartedAt: instant(order.review_started_at),
    missedCalls: order.missed_calls,
  };
}

function toPayment(order: OrderRecord): OrderFacts['payment'] {
  const amount = money(order.paid_amount_minor, order.paid_currency);
  if (amount === null || order.payment_means === null || order.paid_on === null) return null;
  return { amount, means: order.payment_means, paidOn: order.paid_on };
}

function money(amountMinor: number | null, currency: string | null): OrderFacts['fee'] {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}

/** Counted without this registration. Nothing to count: an account type without the limit, an admin without the number. */
function toCounters(row: CaseRow, isOfficial: boolean): RegistrationFacts['counters'] {
  const others = (row.slots ?? []).filter((slot) => !slot.own);
  const count = (kind: SlotKind, elsewhere: number): SlotCount => ({
    reserved: others.filter((slot) => slot.kind === kind && slot.state === 'reserved').length,
    planned: others.filter((slot) => slot.kind === kind && slot.state === 'planned').length,
    elsewhere,
  });
  const subjectKey = row.subject.type === 'individual' ? row.admin?.id_number_index : row.subject.code;
  return {
    subject: isOfficial && subjectKey ? count('subject', row.subject_elsewhere) : null,
    admin_id: row.admin?.id_number_index ? count('admin_id', row.admin_elsewhere) : null,
    admin_phone: row.admin?.phone_index ? count('admin_phone', row.admin_elsewhere) : null,
    admin_wechat: row.admin ? count('admin_wechat', row.admin_elsewhere) : null,
  };
}

function toParticulars(row: CaseRow): CaseParticulars {
  const { registration: r } = row;
  const slots = row.slots ?? [];
  return {
    agencyId: r.agency_id,
    client: {
      id: row.client.id,
      name: row.client.name,
      countryCode: row.client.country_code,
      locale: row.client.locale,
      timeZone: row.client.time_zone,
    },
    subjectVersion: row.subject.version,
    admin: row.admin && {
      name: row.admin.name,
      version: row.admin.version,
      idNumberMasked: row.admin.id_number_masked,
      phoneMasked: row.admin.phone_masked,
      consentWithdrawnAt: instant(row.consent?.withdrawn_at ?? null),
      idNumberIndex: hexOf(row.admin.id_number_index),
      phoneIndex: hexOf(row.admin.phone_index),
    },
    emailId: r.account_email_id,
    nextEmailId: row.next_email?.id ?? null,
    signOff: row.sign_off && { id: row.sign_off.id, contactId: row.sign_off.contact_id },
    orders: Object.fromEntries(
      (row.orders ?? []).map((order) => [
        order.id,
        {
          number: order.number,
          awaitingFeeSince: instant(order.awaiting_fee_since),
          closedAt: instant(order.closed_at),
        },
      ]),
    ),
    papers: Object.fromEntries(
      (row.prerequisites ?? []).map((paper) => [
        paper.id,
        {
          reasonCode: paper.reason_code,
          note: paper.note,
          reviewedBy: paper.reviewed_by,
          reviewedAt: instant(paper.reviewed_at),
        },
      ]),
    ),
    takenPositions: {
      subject: positionsOf(slots, 'subject'),
      admin_id: positionsOf(slots, 'admin_id'),
      admin_phone: positionsOf(slots, 'admin_phone'),
      admin_wechat: positionsOf(slots, 'admin_wechat'),
    },
    ownPositions: Object.fromEntries(
      slots.filter((slot) => slot.own && slot.position !== null).map((slot) => [slot.kind, slot.position]),
    ),
    chain: {
      head: r.history_head === null ? null : Buffer.from(r.history_head.slice(2), 'hex'),
      length: r.history_length,
    },
    moves: (row.moves ?? []).map((move) => ({
      orderId: move.order_id,
      to: move.to,
      at: instant(move.at),
      holder: move.holder ?? 'none',
    })),
    holder: r.holder,
    assigneeId: r.assignee_id,
    createdFromId: r.created_from_id,
    adviceId: r.advice_id,
    originalId: r.original_id,
    appId: r.app_id,
    liveAt: instant(r.live_at),
    createdAt: instant(r.created_at),
  };
}

function positionsOf(slots: readonly SlotRecord[], kind: SlotKind): number[] {
  return slots.flatMap((slot) => (slot.kind === kind && !slot.own && slot.position !== null ? [slot.position] : []));
}
