/** What a slot is counted under. Called by the quotas service; pure. */
import type { SlotKind, SubjectType } from '@daiban/domain/enumerations';

/** One key: HMACs only, so that the table tells nobody a number. */
export interface SlotKey {
  readonly kind: SlotKind;
  readonly key: Uint8Array;
  /** The subject or the person whose accounts elsewhere count with it. */
  readonly ref: string;
}

/** What keys are made of. */
export interface SlotOwners {
  readonly subject: { readonly id: string; readonly type: SubjectType; readonly code: string | null };
  readonly admin: {
    readonly personId: string;
    readonly idNumberIndex: Uint8Array | null;
    readonly phoneIndex: Uint8Array | null;
  } | null;
}

/** Makes an HMAC of a value of a kind; `Encryption.blindIndex`. */
export type BlindIndex = (kind: string, canonical: string) => Uint8Array;

/**
 * The keys that a registration's slots are counted under; a kind without anything to count is left out. An individual has no code: subject
 * and admin are one person, so their ID number counts. Official Accounts alone take a subject's slots, so others leave `subject` out.
 */
export function slotKeysOf(owners: SlotOwners, isOfficialAccount: boolean, blindIndex: BlindIndex): SlotKey[] {
  const { subject, admin } = owners;
  const keys: SlotKey[] = [];
  const subjectKey = subjectKeyOf(subject, admin?.idNumberIndex ?? null, blindIndex);
  if (isOfficialAccount && subjectKey) keys.push({ kind: 'subject', key: subjectKey, ref: subject.id });
  if (admin) keys.push(...personKeysOf(admin, blindIndex));
  return keys;
}

/** Key of a subject's own limit; null while nothing tells it from another. */
export function subjectKeyOf(
  subject: SlotOwners['subject'],
  idNumberIndex: Uint8Array | null,
  blindIndex: BlindIndex,
): Uint8Array | null {
  if (subject.type === 'individual') return idNumberIndex;
  return subject.code === null ? null : blindIndex('subject', subject.code);
}

/** Keys of an admin's three limits. */
export function personKeysOf(person: NonNullable<SlotOwners['admin']>, blindIndex: BlindIndex): SlotKey[] {
  const ref = person.personId;
  const keys: SlotKey[] = [];
  if (person.idNumberIndex) keys.push({ kind: 'admin_id', key: person.idNumberIndex, ref });
  if (person.phoneIndex) keys.push({ kind: 'admin_phone', key: person.phoneIndex, ref });
  keys.push({ kind: 'admin_wechat', key: blindIndex('admin_wechat', ref), ref });
  return keys;
}
