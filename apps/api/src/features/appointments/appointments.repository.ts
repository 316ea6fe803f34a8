/** Reads and writes the times of administrators' scans. */
import { Injectable } from '@nestjs/common';
import type { AppointmentState, Locale } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface AppointmentRow {
  readonly id: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly state: AppointmentState;
  readonly stateSince: string;
  readonly version: number;
}

export interface NewAppointment {
  readonly id: string;
  readonly startsAt: string;
  readonly minutes: number;
}

/** Times of one case with one administrator. */
export interface AppointmentPair {
  readonly registrationId: string;
  readonly personId: string;
}

/** The administrator's side of a case: what letters and the second clock need. */
export interface AdminRow {
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
}

export interface ReadyRow {
  readonly appointmentId: string;
  readonly registrationId: string;
  readonly accountName: string;
  readonly adminName: string;
  readonly startsAt: string;
  readonly readyAt: string;
}

/** The last wish for other times, if none were offered since. */
export interface OtherTimesRow {
  readonly wishes: unknown;
  readonly askedAt: string;
}

/** A time that was let go with its case, of which the administrator has not heard. */
export interface CancelledRow extends AppointmentPair {
  readonly id: string;
  readonly clientId: string;
  readonly startsAt: string;
  readonly locale: Locale;
}

const COLUMNS = `id, starts_at AS "startsAt", minutes, state, state_since AS "stateSince", version`;

const LIST = prepared(
  'appointments.list',
  `SELECT ${COLUMNS} FROM appointment WHERE agency_id = $1 AND registration_id = $2 AND person_id = $3 ORDER BY starts_at, id`,
);
const PLACE = prepared(
  'appointments.place',
  'SELECT registration_id AS "registrationId", person_id AS "personId" FROM appointment WHERE agency_id = $1 AND id = $2',
);
const INSERT = prepared(
  'appointments.insert',
  `INSERT INTO appointment (id, agency_id, registration_id, person_id, starts_at, minutes, state, state_since, offered_by, created_at)
   SELECT n.id, $1::uuid, $2::uuid, $3::uuid, n."startsAt", n.minutes, 'offered', $5::timestamptz, $6::uuid, $5::timestamptz
   FROM jsonb_to_recordset($4::jsonb) AS n(id uuid, "startsAt" timestamptz, minutes int)
   RETURNING ${COLUMNS}`,
);
const MOVE = prepared(
  'appointments.move',
  `UPDATE appointment SET state = $4, state_since = $5, version = version + 1
   WHERE agency_id = $1 AND id = $2 AND state = ANY($3::text[]) AND ($6::int IS NULL OR version = $6) RETURNING ${COLUMNS}`,
);
const ADMIN = prepared(
  'appointments.admin',
  `SELECT p.name, p.email, p.locale, p.time_zone AS "timeZone" FROM registration r
   JOIN person p ON p.agency_id = $1 AND p.id = r.admin_person_id WHERE r.agency_id = $1 AND r.id = $2`,
);
const READY = prepared(
  'appointments.ready',
  `SELECT a.id AS "appointmentId", a.registration_id AS "registrationId", r.proposed_name AS "accountName", p.name AS "adminName", a.starts_at AS "startsAt",
     a.state_since AS "readyAt"
   FROM appointment a JOIN registration r ON r.agency_id = $1 AND r.id = a.registration_id JOIN person p ON p.agency_id = $1 AND p.id = a.person_id
   WHERE a.agency_id = $1 AND a.state = 'ready' AND a.starts_at > $2::timestamptz - interval '1 day' ORDER BY a.state_since LIMIT 20`,
);
// An offer made later than the wish answers it.
const OTHER_TIMES = prepared(
  'appointments.other_times',
  `SELECT h.payload->'wishes' AS wishes, h.occurred_at AS "askedAt" FROM history_entry h
   WHERE h.agency_id = $1 AND h.record_type = 'registration' AND h.record_id = $2 AND h.kind = 'appointment_other_times' AND h.actor_id = $3
     AND NOT EXISTS (SELECT FROM history_entry o WHERE o.agency_id = $1 AND o.record_type = 'registration' AND o.record_id = $2
       AND o.kind = 'appointment_offered' AND o.sequence > h.sequence)
   ORDER BY h.sequence DESC LIMIT 1`,
);
const UNTOLD = prepared(
  'appointments.untold',
  `SELECT a.id, a.registration_id AS "registrationId", a.person_id AS "personId", r.client_id AS "clientId", a.starts_at AS "startsAt", p.locale
   FROM appointment a JOIN registration r ON r.agency_id = $1 AND r.id = a.registration_id JOIN person p ON p.agency_id = $1 AND p.id = a.person_id
   WHERE a.agency_id = $1 AND a.state = 'cancelled' AND a.state_since > $2::timestamptz - interval '1 day' AND a.starts_at > $2 AND p.email IS NOT NULL
     AND EXISTS (SELECT FROM delivery d WHERE d.agency_id = $1 AND d.about_id = a.id AND d.kind = 'appointment_booked' AND d.registration_id = a.registration_id)
     AND NOT EXISTS (SELECT FROM delivery d WHERE d.agency_id = $1 AND d.about_id = a.id AND d.kind = 'appointment_cancelled' AND d.registration_id = a.registration_id)
   LIMIT 100`,
);
const AGENCIES = prepared('lookup.agencies', 'SELECT agency_id FROM lookup_agencies()');

@Injectable()
export class AppointmentsRepository {
  constructor(private readonly database: Database) {}

  /** All there ever were, by when they start. */
  list(agencyId: string, { registrationId, personId }: AppointmentPair): Promise<AppointmentRow[]> {
    return this.database.read<AppointmentRow>(agencyId, LIST, [agencyId, registrationId, personId]);
  }

  /** The same inside a transaction that holds the case. */
  listWithin(transaction: AgencyTransaction, { registrationId, personId }: AppointmentPair): Promise<AppointmentRow[]> {
    return transaction.query<AppointmentRow>(LIST, [transaction.agencyId, registrationId, personId]);
  }

  /** Of whose scan it is; null: no such time in this agency. */
  async findPlace(agencyId: string, id: string): Promise<AppointmentPair | null> {
    return (await this.database.read<AppointmentPair>(agencyId, PLACE, [agencyId, id]))[0] ?? null;
  }

  /** @param offeredBy the member; null: the agency's program */
  insert(
    transaction: AgencyTransaction,
    { registrationId, personId }: AppointmentPair,
    times: readonly NewAppointment[],
    { now, offeredBy }: { readonly now: string; readonly offeredBy: string | null },
  ): Promise<AppointmentRow[]> {
    const { agencyId } = transaction;
    const values = [agencyId, registrationId, personId, JSON.stringify(times), now, offeredBy];
    return transaction.query<AppointmentRow>(INSERT, values);
  }

  /** Null: it is in none of those states, or has another version. */
  async move(
    transaction: AgencyTransaction,
    id: string,
    move: {
      readonly from: readonly AppointmentState[];
      readonly to: AppointmentState;
      readonly now: string;
      readonly expectedVersion?: number;
    },
  ): Promise<AppointmentRow | null> {
    const values = [transaction.agencyId, id, move.from, move.to, move.now, move.expectedVersion ?? null];
    return (await transaction.query<AppointmentRow>(MOVE, values))[0] ?? null;
  }

  async findAdmin(agencyId: string, registrationId: string): Promise<AdminRow | null> {
    return (await this.database.read<AdminRow>(agencyId, ADMIN, [agencyId, registrationId]))[0] ?? null;
  }

  async findOtherTimes(agencyId: string, { registrationId, personId }: AppointmentPair): Promise<OtherTimesRow | null> {
    const rows = await this.database.read<OtherTimesRow>(agencyId, OTHER_TIMES, [agencyId, registrationId, personId]);
    return rows[0] ?? null;
  }

  /** Those who wait at this moment; after a day nobody does. */
  listReady(agencyId: string, now: string): Promise<ReadyRow[]> {
    return this.database.read<ReadyRow>(agencyId, READY, [agencyId, now]);
  }

  listUntold(agencyId: string, now: string): Promise<CancelledRow[]> {
    return this.database.read<CancelledRow>(agencyId, UNTOLD, [agencyId, now]);
  }

  async listAgenciesUnscoped(): Promise<string[]> {
    return (await this.database.lookup<{ agency_id: string }>(AGENCIES)).map((row) => row.agency_id);
  }
}
