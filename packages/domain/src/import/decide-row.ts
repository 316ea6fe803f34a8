/**
 * Decides what one readable row creates, in the light of the rows above it: subject, case, dates, admin. Called by
 * `planImport`.
 */
import { addDays, addMonths } from '../calendar/calendar-date.js';
import {
  OFFICIAL_ACCOUNT_TYPES,
  type LicenceOwner,
  type OrderState,
  type RegistrationState,
  type SubjectType,
} from '../enumerations/index.js';
import { checkLicenceCode } from '../identity/licence-code.js';
import { subjectTypeOfUscc } from '../identity/uscc.js';
import type { ImportAdmin, ImportContext, ImportRowPlan } from './import-plan.js';
import type { WordMatcher } from './match-words.js';
import type { RowReading } from './read-row.js';
import { keyOfName, remember, type RowMemory, type Say } from './row-memory.js';

/** From here on Tencent knows the address. */
const NEEDS_EMAIL: readonly RegistrationState[] = [
  'awaiting_admin_verification',
  'ready_to_submit',
  'proving_subject',
  'live',
  'restricted',
  'migrating',
  'closing',
];
const BEFORE_SUBMISSION: readonly RegistrationState[] = [
  'draft',
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
];
/** States in which an account stands, or stood, at Tencent. */
const EXISTS: readonly RegistrationState[] = [
  'live',
  'restricted',
  'migrating',
  'closing',
  'migrated',
  'closed',
  'handed_over',
];
const COUNTS: readonly RegistrationState[] = [
  'proving_subject',
  'live',
  'restricted',
  'migrating',
  'closing',
  'handed_over',
];
const PAID: readonly OrderState[] = ['awaiting_dispatch', 'in_review', 'awaiting_supplement', 'failed'];

/** What all rows of a sheet share. */
export interface RowSetting {
  context: ImportContext;
  memory: RowMemory;
  licenceOwners: WordMatcher<LicenceOwner>;
  soleProprietor: WordMatcher<true>;
}

/** What the row creates; every doubt is said through `say`. Pure but for the memory of the rows above. */
export function decideRow(
  setting: RowSetting,
  row: number,
  reading: RowReading,
  clientKey: string,
  countryCode: string,
  accountType: ImportRowPlan['accountType'],
  say: Say,
): ImportRowPlan {
  const { memory, context } = setting;
  const written = reading.client ?? '';
  const name = remember(memory.clientName, clientKey, written);
  if (name !== written) say('client.spelled_differently', 'client', 'notes', { name });
  const firstCountry = remember(memory.countryOf, clientKey, countryCode);
  if (firstCountry !== countryCode) {
    say('client.country_differs', 'country', 'warns', { countryCode, firstCountryCode: firstCountry });
  }
  const licenceOf: LicenceOwner = setting.licenceOwners(reading.notes)[0]?.value ?? 'client';
  const { type, code } = readSubject(setting, reading, name, countryCode, licenceOf, clientKey, say);
  const subjectKey = code === null ? `client:${clientKey}:${countryCode}:${licenceOf}` : `code:${code}`;
  const { state, order, route, paused } = readCase(reading, type, say);
  if (type === 'overseas_enterprise' && accountType === 'subscription') {
    say('account_type.not_for_overseas', 'accountType', 'warns');
  }
  if (reading.email === null && NEEDS_EMAIL.includes(state))
    say('email.missing_for_state', 'email', 'warns', { state });
  if ((OFFICIAL_ACCOUNT_TYPES as readonly string[]).includes(accountType) && COUNTS.includes(state)) {
    const limit = context.limits.subject[type];
    const count = memory.count(`subject:${subjectKey}`);
    if (limit !== undefined && count > limit) say('subject.over_limit', null, 'warns', { count, limit });
  }
  if (reading.accountName === null) say('account_name.empty', 'accountName', 'warns');
  return {
    client: { key: clientKey, name, countryCode: firstCountry },
    subject: {
      key: subjectKey,
      name,
      type,
      code,
      countryCode: type === 'overseas_enterprise' ? countryCode : 'CN',
      licenceOf,
    },
    accountType,
    route,
    proposedName: reading.accountName ?? name,
    state,
    order,
    paused,
    email: reading.email?.normalised ?? null,
    submittedOn: readSubmittedOn(setting, reading, state, say),
    verifiedUntilOn: readVerifiedUntil(setting, reading, state, say),
    fee: { paid: reading.fee.paid ?? reading.status.feePaid, amount: reading.fee.amount },
    admin: readAdmin(setting, row, reading, clientKey, state, say),
    notes: reading.notes,
  };
}

function readSubject(
  { memory, soleProprietor }: RowSetting,
  reading: RowReading,
  name: string,
  countryCode: string,
  licenceOf: LicenceOwner,
  clientKey: string,
  say: Say,
): { type: SubjectType; code: string | null } {
  if (licenceOf !== 'client') say('licence.not_clients_own', 'notes', 'warns', { licenceOf });
  // A licence that is not the client's is a mainland one: a foreign company has no need to lend another foreign one.
  const mainland = countryCode === 'CN' || licenceOf !== 'client';
  const named = soleProprietor(name).length > 0 ? 'sole_proprietor' : 'enterprise';
  const fromCode = reading.licenceCode === null ? null : subjectTypeOfUscc(reading.licenceCode);
  const type: SubjectType = mainland ? (fromCode ?? named) : 'overseas_enterprise';
  if (mainland && fromCode === null) say('subject.type_assumed', 'licenceCode', 'notes', { type });
  if (reading.licenceCode === null) {
    if (mainland && licenceOf === 'client') say('licence_code.missing', 'licenceCode', 'notes');
    return { type, code: null };
  }
  const check = checkLicenceCode(reading.licenceCode, type);
  for (const { code, params } of check.problems) say(code, 'licenceCode', 'drops', params);
  for (const { code, params } of check.warnings) say(code, 'licenceCode', 'notes', params);
  const code = check.problems.length === 0 ? check.normalised : null;
  if (code === null) return { type: mainland ? named : type, code };
  if (licenceOf === 'client') {
    const other = remember(memory.clientOfCode, code, clientKey);
    if (other !== clientKey) say('licence_code.used_by_other_client', 'licenceCode', 'warns');
    if (remember(memory.codeOfClient, `${clientKey}:${countryCode}`, code) !== code) {
      say('licence_code.differs_for_client', 'licenceCode', 'warns');
    }
  }
  return { type, code };
}

function readCase(
  { status, fee }: RowReading,
  type: SubjectType,
  say: Say,
): Pick<ImportRowPlan, 'state' | 'order' | 'route' | 'paused'> {
  const state = status.state ?? 'draft';
  const route = (type === 'overseas_enterprise' ? null : status.route) ?? 'wechat_verification';
  let orderState = status.orderState;
  if (state === 'proving_subject' && route === 'wechat_verification') {
    // "submitted" alone: how far it is follows from whether the fee is paid.
    orderState ??= fee.paid === true || status.feePaid === true ? 'awaiting_dispatch' : 'awaiting_fee';
  }
  const paid = fee.paid ?? status.feePaid;
  if (orderState !== null && PAID.includes(orderState) && fee.paid === false) {
    say('fee.contradicts_status', 'feePaid', 'warns', { orderState });
  } else if (orderState === 'awaiting_fee' && paid === true) {
    say('fee.contradicts_status', 'feePaid', 'warns', { orderState });
  } else if (BEFORE_SUBMISSION.includes(state) && paid === true) {
    say('fee.before_submission', 'feePaid', 'notes', { state });
  }
  const order =
    orderState === null
      ? null
      : {
          kind: status.orderKind ?? 'first',
          state: orderState,
          timesReturned: status.rejections ?? (orderState === 'awaiting_supplement' ? 1 : 0),
        };
  return { state, order, route, paused: status.paused };
}

function readSubmittedOn(
  { context }: RowSetting,
  { submittedOn }: RowReading,
  state: RegistrationState,
  say: Say,
): string | null {
  if (submittedOn === null) return null;
  if (submittedOn > context.today) {
    say('date.in_future', 'submittedOn', 'drops', { on: submittedOn });
    return null;
  }
  if (!BEFORE_SUBMISSION.includes(state)) return submittedOn;
  say('submitted.before_submission', 'submittedOn', 'drops', { on: submittedOn, state });
  return null;
}

function readVerifiedUntil(
  { context }: RowSetting,
  { verifiedUntil, status }: RowReading,
  state: RegistrationState,
  say: Say,
): string | null {
  if (verifiedUntil === null) {
    if (state === 'live') say('verified_until.missing', 'verifiedUntil', status.renewalDue ? 'warns' : 'notes');
    return null;
  }
  if (!EXISTS.includes(state)) {
    say('verified_until.not_live', 'verifiedUntil', 'drops', { on: verifiedUntil, state });
    return null;
  }
  // A renewal may be added to the old year; more than that no verification lasts.
  const latest = addDays(addMonths(context.today, context.renewal.validityMonths), context.renewal.windowDays);
  if (verifiedUntil > latest) say('verified_until.too_late', 'verifiedUntil', 'warns', { on: verifiedUntil });
  if (verifiedUntil < context.today) say('verified_until.past', 'verifiedUntil', 'notes', { on: verifiedUntil });
  return verifiedUntil;
}

function readAdmin(
  { memory, context }: RowSetting,
  row: number,
  { adminName, adminId, phone }: RowReading,
  clientKey: string,
  state: RegistrationState,
  say: Say,
): ImportAdmin | null {
  if (adminName === null) {
    if (adminId !== null || phone !== null) say('admin.name_missing', 'adminName', 'drops');
    return null;
  }
  if (adminId) {
    const first = remember(memory.nameOfId, adminId.number, { row, name: adminName });
    // One number is one person: which of the names is right, only a person can say.
    if (keyOfName(first.name) !== keyOfName(adminName))
      say('admin_id.other_name', 'adminId', 'warns', { row: first.row });
  }
  if (phone !== null) {
    const first = remember(memory.nameOfPhone, phone, { row, name: adminName });
    if (keyOfName(first.name) !== keyOfName(adminName)) say('phone.other_name', 'phone', 'notes', { row: first.row });
  }
  if (COUNTS.includes(state)) {
    for (const [kind, value, limit] of [
      ['adminId', adminId?.number, context.limits.adminId],
      ['phone', phone, context.limits.phone],
    ] as const) {
      if (!value) continue;
      const count = memory.count(`${kind}:${value}`);
      if (count > limit) say('admin.over_limit', kind, 'warns', { count, limit });
    }
  }
  const own = adminId?.number ?? phone ?? clientKey;
  return {
    key: `${keyOfName(adminName)}|${own}`,
    name: adminName,
    idKind: adminId?.kind ?? null,
    idNumber: adminId?.number ?? null,
    phone,
  };
}
