/** Reads what the mails about a scan are written from. */
import { Injectable } from '@nestjs/common';
import type {
  AccountType,
  AppointmentState,
  Locale,
  RegistrationState,
  SubjectType,
} from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** A mail's facts as they are now, whatever they were when it was queued. */
export interface AppointmentMailRow {
  readonly deliveryId: string;
  readonly kind: string;
  /** Hours before, for a reminder. */
  readonly step: number | null;
  readonly registrationId: string;
  readonly accountName: string;
  readonly accountType: AccountType;
  readonly state: RegistrationState;
  readonly subjectType: SubjectType;
  readonly subjectName: string;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  readonly agencyTimeZone: string;
  readonly assigneeName: string | null;
  /** Address of the member who looks after the case, else of the agency's owner. */
  readonly replyTo: string;
  /** The admin of today. */
  readonly adminPersonId: string | null;
  readonly adminName: string | null;
  /** The receiver; null once they are gone or have no address. */
  readonly receiver: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: Locale;
    readonly timeZone: string;
  } | null;
  /** What it is about; null: none was named, or it is gone. */
  readonly appointment: {
    readonly id: string;
    readonly startsAt: string;
    readonly minutes: number;
    readonly state: AppointmentState;
    readonly stateSince: string;
    readonly version: number;
  } | null;
}

const MAILS = prepared(
  'appointment_mails.rows',
  `SELECT d.id AS "deliveryId", d.kind, d.step, r.id AS "registrationId", r.proposed_name AS "accountName", r.account_type AS "accountType", r.state,
     s.type AS "subjectType", s.name AS "subjectName", ag.name AS "agencyName", ag.name_zh AS "agencyNameZh", ag.time_zone AS "agencyTimeZone",
     m.name AS "assigneeName",
     coalesce(m.email, (SELECT k.email FROM member k WHERE k.agency_id = $1 AND k.role = 'owner' AND k.disabled_at IS NULL ORDER BY k.created_at LIMIT 1)) AS "replyTo",
     r.admin_person_id AS "adminPersonId", ap.name AS "adminName",
     CASE WHEN p.email IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'locale', p.locale, 'timeZone', p.time_zone)
          WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.name, 'email', w.email, 'locale', w.locale, 'timeZone', ag.time_zone) END AS receiver,
     CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'startsAt', to_char(a.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'minutes', a.minutes, 'state', a.state, 'stateSince', to_char(a.state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', a.version) END AS appointment
   FROM delivery d
   JOIN registration r ON r.agency_id = $1 AND r.id = d.registration_id
   JOIN subject s ON s.agency_id = $1 AND s.id = r.subject_id
   JOIN agency ag ON ag.id = $1
   LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
   LEFT JOIN member w ON w.agency_id = $1 AND w.id = d.member_id AND w.disabled_at IS NULL
   LEFT JOIN person ap ON ap.agency_id = $1 AND ap.id = r.admin_person_id
   LEFT JOIN person p ON p.agency_id = $1 AND p.id = d.person_id
   LEFT JOIN appointment a ON a.agency_id = $1 AND a.id = d.about_id
   WHERE d.agency_id = $1 AND d.id = ANY($2::uuid[])`,
);
const PERSON = prepared(
  'appointment_mails.person',
  'SELECT locale FROM person WHERE agency_id = $1 AND id = $2 AND email IS NOT NULL',
);

@Injectable()
export class AppointmentMailsRepository {
  constructor(private readonly database: Database) {}

  listMails(agencyId: string, deliveryIds: readonly string[]): Promise<AppointmentMailRow[]> {
    return this.database.read<AppointmentMailRow>(agencyId, MAILS, [agencyId, deliveryIds]);
  }

  /** Language to write to a person in; null: they have no address. */
  async findLocale(transaction: AgencyTransaction, personId: string): Promise<Locale | null> {
    const rows = await transaction.query<{ locale: Locale }>(PERSON, [transaction.agencyId, personId]);
    return rows[0]?.locale ?? null;
  }
}
