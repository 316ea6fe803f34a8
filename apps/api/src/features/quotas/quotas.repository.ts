/** Rows of `slot`: places under Tencent's limits, and the accounts known elsewhere that count against them. */
import { Injectable } from '@nestjs/common';
import type { SlotKind } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared, type SqlValue } from '../../platform/database/statement.js';
import { takesPlace } from '../../platform/database/accounts-elsewhere.js';
import type { SlotKey } from './slot-keys.js';

/** What stands against one key. */
export interface SlotCountRow {
  readonly reserved: number;
  readonly planned: number;
  readonly elsewhere: number;
}

/** A place to take. */
export interface WantedSlot extends SlotKey {
  /** Highest place that may be taken: the limit less the accounts elsewhere; null: the limit is unknown or lifted. */
  readonly cap: number | null;
}

// `ref` is the subject or the person: accounts elsewhere are typed at a record, and count for every record with the same number or code.
const COUNT = prepared(
  'quotas.count',
  `SELECT
     (SELECT count(*) FROM slot s WHERE s.agency_id = $1::uuid AND s.kind = k.kind AND s.key_index = k.key AND s.state = 'reserved' AND s.registration_id IS DISTINCT FROM $5::uuid)::int AS reserved,
     (SELECT count(*) FROM slot s WHERE s.agency_id = $1::uuid AND s.kind = k.kind AND s.key_index = k.key AND s.state = 'planned' AND s.registration_id IS DISTINCT FROM $5::uuid)::int AS planned,
     CASE k.kind
       WHEN 'subject' THEN
         (SELECT count(*) FROM account_elsewhere e JOIN subject s ON s.agency_id = e.agency_id AND s.id = e.subject_id
          WHERE e.agency_id = $1::uuid AND ${takesPlace('e')} AND e.account_type IN ('subscription', 'service')
            AND (s.id = k.ref OR s.code = (SELECT code FROM subject WHERE agency_id = $1::uuid AND id = k.ref)))
       ELSE
         (SELECT count(*) FROM account_elsewhere e JOIN person p ON p.agency_id = e.agency_id AND p.id = e.person_id
          WHERE e.agency_id = $1::uuid AND ${takesPlace('e')} AND CASE k.kind WHEN 'admin_id' THEN p.id_number_index = k.key WHEN 'admin_phone' THEN p.phone_index = k.key ELSE p.id = k.ref END)
     END::int AS elsewhere
   FROM unnest($2::text[], $3::bytea[], $4::uuid[]) WITH ORDINALITY AS k (kind, key, ref, number) ORDER BY k.number`,
);

/** The smallest free place up to the cap; no row when there is none. Its unique index makes one of two racers for the same place lose. */
const RESERVE = prepared(
  'quotas.reserve',
  `INSERT INTO slot (id, agency_id, kind, key_index, state, position, registration_id, since)
   SELECT $2::uuid, $1::uuid, $3, $4::bytea, 'reserved', place, $5::uuid, $6::timestamptz
   FROM (SELECT min(place) AS place FROM generate_series(1, least($7::int, (SELECT count(*) + 1 FROM slot WHERE agency_id = $1::uuid AND kind = $3 AND key_index = $4::bytea))) AS place
         WHERE NOT EXISTS (SELECT FROM slot WHERE agency_id = $1::uuid AND kind = $3 AND key_index = $4::bytea AND position = place AND registration_id <> $5::uuid)) AS free
   WHERE place IS NOT NULL
   ON CONFLICT (registration_id, kind) DO UPDATE
     SET key_index = excluded.key_index, state = excluded.state, position = excluded.position, since = excluded.since
   RETURNING position`,
);
const PLAN = prepared(
  'quotas.plan',
  `INSERT INTO slot (id, agency_id, kind, key_index, state, position, registration_id, since)
   VALUES ($2::uuid, $1::uuid, $3, $4::bytea, 'planned', NULL, $5::uuid, $6::timestamptz)
   ON CONFLICT (registration_id, kind) DO UPDATE
     SET key_index = excluded.key_index, state = excluded.state, position = NULL, since = excluded.since`,
);
const FREE = prepared('quotas.free', 'DELETE FROM slot WHERE agency_id = $1::uuid AND registration_id = $2::uuid');
const HELD_BY_PERSON = prepared(
  'quotas.held_by_person',
  `SELECT s.kind, s.state, s.registration_id AS "registrationId", s.since
   FROM slot s JOIN registration r ON r.agency_id = s.agency_id AND r.id = s.registration_id
   JOIN subject b ON b.agency_id = r.agency_id AND b.id = r.subject_id
   WHERE s.agency_id = $1::uuid AND r.admin_person_id = $2::uuid
     AND (s.kind = $3 OR ($3 = 'admin_id' AND s.kind = 'subject' AND b.type = 'individual'))
   ORDER BY s.registration_id FOR UPDATE OF s`,
);
/** A person's WeChat counts from the first; a case that counts there and not under the number came in before the number was known. */
const UNCOUNTED_OF_PERSON = prepared(
  'quotas.uncounted_of_person',
  `SELECT $3 AS kind, s.state, s.registration_id AS "registrationId", s.since
   FROM slot s JOIN registration r ON r.agency_id = s.agency_id AND r.id = s.registration_id
   WHERE s.agency_id = $1::uuid AND r.admin_person_id = $2::uuid AND s.kind = 'admin_wechat'
     AND NOT EXISTS (SELECT FROM slot n WHERE n.agency_id = s.agency_id AND n.registration_id = s.registration_id AND n.kind = $3)
   ORDER BY s.registration_id FOR UPDATE OF s`,
);
const REKEY_PLANNED = prepared(
  'quotas.rekey_subject',
  `UPDATE slot s SET key_index = $3::bytea FROM registration r
   WHERE s.agency_id = $1::uuid AND s.kind = 'subject' AND s.state = 'planned'
     AND r.agency_id = s.agency_id AND r.id = s.registration_id AND r.subject_id = $2::uuid`,
);

/** A slot that hangs on a person's number. */
export interface HeldSlotRow {
  readonly kind: SlotKind;
  readonly state: 'planned' | 'reserved';
  readonly registrationId: string;
  readonly since: string;
}

@Injectable()
export class QuotasRepository {
  constructor(private readonly database: Database) {}

  /** Counts in the order of the keys. `exceptRegistrationId`: its own slots do not count against it. */
  async count(
    where: AgencyTransaction | string,
    keys: readonly SlotKey[],
    exceptRegistrationId: string | null,
  ): Promise<SlotCountRow[]> {
    if (keys.length === 0) return [];
    const agencyId = typeof where === 'string' ? where : where.agencyId;
    const values: SqlValue[] = [
      agencyId,
      keys.map((key) => key.kind),
      keys.map((key) => Buffer.from(key.key)),
      keys.map((key) => key.ref),
      exceptRegistrationId,
    ];
    return typeof where === 'string'
      ? this.database.read<SlotCountRow>(agencyId, COUNT, values)
      : where.query<SlotCountRow>(COUNT, values);
  }

  /** False: no place is left up to the cap. */
  async reserve(
    transaction: AgencyTransaction,
    registrationId: string,
    wanted: WantedSlot,
    since: string,
  ): Promise<boolean> {
    const rows = await transaction.query(RESERVE, [
      transaction.agencyId,
      v7(),
      wanted.kind,
      Buffer.from(wanted.key),
      registrationId,
      since,
      wanted.cap,
    ]);
    return rows.length === 1;
  }

  async plan(transaction: AgencyTransaction, registrationId: string, slot: SlotKey, since: string): Promise<void> {
    const { agencyId } = transaction;
    await transaction.query(PLAN, [agencyId, v7(), slot.kind, Buffer.from(slot.key), registrationId, since]);
  }

  async free(transaction: AgencyTransaction, registrationId: string): Promise<void> {
    await transaction.query(FREE, [transaction.agencyId, registrationId]);
  }

  /** Locks the slots that hang on a person's number of this kind; an individual's own subject slot hangs on the ID number too. */
  listHeldByPerson(transaction: AgencyTransaction, personId: string, kind: SlotKind): Promise<HeldSlotRow[]> {
    return transaction.query<HeldSlotRow>(HELD_BY_PERSON, [transaction.agencyId, personId, kind]);
  }

  /** Cases of a person that count against them and not under a number of this kind, since they had none. */
  listUncountedOfPerson(transaction: AgencyTransaction, personId: string, kind: SlotKind): Promise<HeldSlotRow[]> {
    return transaction.query<HeldSlotRow>(UNCOUNTED_OF_PERSON, [transaction.agencyId, personId, kind]);
  }

  /** A subject's code was corrected before anything was submitted: what its cases plan is counted under the new one. */
  async rekeySubject(transaction: AgencyTransaction, subjectId: string, key: Uint8Array): Promise<void> {
    await transaction.query(REKEY_PLANNED, [transaction.agencyId, subjectId, Buffer.from(key)]);
  }
}
