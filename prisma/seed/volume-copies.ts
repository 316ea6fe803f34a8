/** Makes the rows of one copy of a life: ids and names of its own in the places of the placeholders, its history linked, its numbers indexed. Called by `volume.ts`. */
import { chainEntries } from '../../apps/api/dist/features/history/history-chain.js';
import { slotKeysOf } from '../../apps/api/dist/features/quotas/slot-keys.js';
import { searchTerms } from '../../apps/api/dist/features/registrations/search-terms.js';
import { PLACEHOLDER } from './volume-bare-case.ts';
import type { LivedCase } from './volume-case.ts';
import type { Owner } from './volume-owners.ts';
import type { VolumeRows } from './volume-rows.ts';
import type { Life } from './volume-stories.ts';

const ANY_UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const ANY_NAME = new RegExp(
  [
    PLACEHOLDER.subjectName,
    PLACEHOLDER.accountName,
    PLACEHOLDER.clientName,
    PLACEHOLDER.subjectCode,
    PLACEHOLDER.address,
  ].join('|'),
  'g',
);

export class VolumeCopies {
  readonly #rows: VolumeRows;

  constructor(rows: VolumeRows) {
    this.#rows = rows;
  }

  /** One copy of a life. @param position the place it takes under each limit that its owner has */
  copy(owner: Owner, life: Life, position: number): void {
    const number = this.#rows.nextNumber();
    const { openedAt } = life.lived;
    const accountName = this.#rows.names.account(number);
    const address = `wx.${number}@volume.test`;
    const [id, emailId] = [this.#rows.id(openedAt), this.#rows.id(openedAt)];
    const own = new Map<string, string>([
      [PLACEHOLDER.agencyId, owner.agencyId],
      [PLACEHOLDER.registrationId, id],
      [PLACEHOLDER.clientId, owner.clientId],
      [PLACEHOLDER.contactId, owner.contactId],
      [PLACEHOLDER.subjectId, owner.subjectId],
      [PLACEHOLDER.personId, owner.personId],
      [PLACEHOLDER.emailId, emailId],
      [PLACEHOLDER.specialistId, owner.specialistId],
      [PLACEHOLDER.managerId, owner.managerId],
      [PLACEHOLDER.clientName, owner.clientName],
      [PLACEHOLDER.accountName, accountName],
      [PLACEHOLDER.subjectName, owner.subjectName],
      [PLACEHOLDER.subjectCode, owner.subjectCode],
      [PLACEHOLDER.address, address],
    ]);
    const idOf = (placeholder: string) => {
      const known = own.get(placeholder);
      if (known) return known;
      const made = this.#rows.id(openedAt);
      own.set(placeholder, made);
      return made;
    };
    const text = life.text.replaceAll(ANY_UUID, idOf).replaceAll(ANY_NAME, (name) => own.get(name) ?? name);
    const lived = JSON.parse(text) as LivedCase;
    const owned = { agency_id: owner.agencyId, registration_id: id };

    const { email } = lived;
    this.#rows.add('account_email', {
      id: emailId,
      agency_id: owner.agencyId,
      address,
      address_index: this.#rows.encryption.blindIndex('account_email', address),
      state: email.state,
      state_since: email.at,
      holder: 'client',
      registration_id: email.registrationId,
      reserved_until: email.reservedUntil,
      control_proven_at: email.provenAt,
      version: 1,
      created_at: openedAt,
    });
    if (email.checkedAt) {
      this.#rows.add('account_email_check', {
        id: this.#rows.id(email.checkedAt),
        agency_id: owner.agencyId,
        account_email_id: emailId,
        result: 'unused',
        evidence_rank: 'screenshot',
        evidence: { rank: 'screenshot' },
        checked_by: owner.specialistId,
        checked_at: email.checkedAt,
      });
    }
    this.#history(owner, id, lived);
    for (const order of lived.orders) this.#rows.add('verification_order', { ...order, ...owned });
    for (const paper of lived.papers) this.#rows.add('prerequisite', { ...paper, ...owned });
    if (lived.consentAt) {
      this.#rows.add('consent', {
        id: idOf(PLACEHOLDER.consentId),
        ...owned,
        person_id: owner.personId,
        purpose: 'admin_identity',
        text_version: '2026-11',
        given_at: lived.consentAt,
        recorded_by: owner.specialistId,
      });
    }
    if (lived.signOff) {
      this.#rows.add('sign_off', {
        id: idOf(PLACEHOLDER.signOffId),
        ...owned,
        contact_id: owner.contactId,
        text_version: '2026-11',
        choices: lived.signOff.choices,
        signed_at: lived.signOff.signedAt,
        recorded_by: owner.specialistId,
      });
    }
    this.#slots(owner, id, lived, position);
    this.#rows.add('registration_search', {
      ...owned,
      terms: searchTerms(owner.agencyId, [owner.clientName, accountName, address]),
    });
  }

  /** The case's row together with its history, whose last hash stands on it. */
  #history(owner: Owner, id: string, lived: LivedCase): void {
    const record = { agencyId: owner.agencyId, recordType: 'registration', recordId: id } as const;
    const entries = lived.entries.map((entry) => ({ id: this.#rows.id(entry.recordedAt), ...entry }));
    const { rows, head, length } = chainEntries({ head: null, length: 0 }, record, entries);
    this.#rows.add('registration', {
      ...lived.registration,
      id,
      agency_id: owner.agencyId,
      created_at: lived.openedAt,
      sealed_sheet: lived.sealedSheet,
      history_head: head && Buffer.from(head),
      history_length: length,
    });
    for (const row of rows) {
      this.#rows.add('history_entry', {
        id: row.id,
        agency_id: row.agencyId,
        record_type: row.recordType,
        record_id: row.recordId,
        sequence: row.sequence,
        kind: row.kind,
        voice: row.voice,
        visibility: row.visibility,
        payload: row.payload,
        actor_kind: row.actorKind,
        actor_id: row.actorId,
        occurred_at: row.occurredAt,
        recorded_at: row.recordedAt,
        previous: row.previous && Buffer.from(row.previous),
        hash: Buffer.from(row.hash),
      });
    }
  }

  #slots(owner: Owner, id: string, lived: LivedCase, position: number): void {
    if (lived.slots === null) return;
    const owners = {
      subject: { id: owner.subjectId, type: 'enterprise', code: owner.subjectCode },
      admin: { personId: owner.personId, idNumberIndex: owner.idNumberIndex, phoneIndex: owner.phoneIndex },
    } as const;
    const blindIndex = (kind: string, canonical: string) => this.#rows.encryption.blindIndex(kind, canonical);
    // Before an admin is named only the licence counts.
    const keys = slotKeysOf(lived.consentAt ? owners : { ...owners, admin: null }, true, blindIndex);
    for (const { kind, key } of keys) {
      this.#rows.add('slot', {
        id: this.#rows.id(lived.openedAt),
        agency_id: owner.agencyId,
        registration_id: id,
        kind,
        key_index: Buffer.from(key),
        state: lived.slots,
        position: lived.slots === 'reserved' ? position : null,
        since: lived.openedAt,
      });
    }
    if (lived.transferSince) {
      const key_index = blindIndex('subject', owner.subjectCode);
      // One a licence at a time; of two copies the first has it.
      if (position === 1)
        this.#rows.add('running_transfer', {
          agency_id: owner.agencyId,
          key_index,
          registration_id: id,
          since: lived.transferSince,
        });
    }
  }
}
