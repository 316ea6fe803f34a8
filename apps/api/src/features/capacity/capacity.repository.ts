/** Reads who holds which places and what hangs on whom. Writes nothing. */
import { Injectable } from '@nestjs/common';
import type {
  AccountType,
  LicenceOwner,
  OperatorTerm,
  RegistrationState,
  Route,
  SlotState,
  SubjectStanding,
  SubjectType,
} from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { prepared, type SqlValue } from '../../platform/database/statement.js';
import { takesPlace } from '../../platform/database/accounts-elsewhere.js';

/** A licence with what counts against its limit. */
export interface SubjectCapacityRow {
  readonly id: string;
  readonly name: string;
  readonly type: SubjectType;
  readonly licenceOf: LicenceOwner;
  readonly standing: SubjectStanding;
  readonly reserved: number;
  readonly planned: number;
  /** Places still to be had; a licence without a known limit comes after all others. */
  readonly free: number;
  readonly elsewhere: readonly {
    readonly accountType: AccountType;
    readonly state: string;
    readonly since: string | null;
    readonly note: string | null;
  }[];
  readonly grantedAccounts: number;
  readonly raise: {
    readonly id: string;
    readonly state: 'requested' | 'pre_approved';
    readonly requestedAt: string;
  } | null;
}

/** A registration that takes one of a licence's places. */
export interface HolderRow {
  readonly subjectId: string;
  readonly registrationId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly accountName: string;
  readonly accountType: AccountType;
  readonly state: RegistrationState;
  readonly slot: SlotState;
  readonly since: string;
  readonly frozenUntilOn: string | null;
}

/** Which licences to show. */
export interface CapacityQuery {
  /** One licence alone; null: all of them. */
  readonly subjectId: string | null;
  /** Free places, name and id of the last one seen. */
  readonly after: readonly [number, string, string] | null;
  readonly pattern: string | null;
  readonly licenceOf: LicenceOwner | null;
  readonly show: 'all' | 'full' | 'planned' | 'free';
  /** The rule's limit for each type of subject; a type without one is left out. */
  readonly limits: Readonly<Partial<Record<SubjectType, number>>>;
  readonly limit: number;
}

/** An account that hangs on a person or a licence. */
export interface TiedRow {
  readonly registrationId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly accountName: string;
  readonly accountType: AccountType;
  readonly subjectType: SubjectType;
  readonly route: Route;
  readonly state: RegistrationState;
  readonly tie: 'admin' | 'operator' | 'subject';
  readonly term: OperatorTerm | null;
  /** Of a short-term operator's seat. */
  readonly endsOn: string | null;
  readonly verificationEndsAt: string | null;
  readonly hasOpenOrder: boolean;
}

export interface ConcentrationRow {
  readonly accounts: number;
  readonly byLicenceOwner: { licenceOf: LicenceOwner; accounts: number }[];
  readonly topSubjects: { id: string; name: string; accounts: number }[];
  readonly topAdmins: { id: string; name: string; accounts: number }[];
}

const OVER = `('withdrawn', 'closed', 'migrated', 'handed_over')`;

/** In the place of free places where no limit is known. */
const NO_LIMIT = 1_000_000;

const SUBJECTS = prepared(
  'capacity.subjects',
  // An individual's cases each have a subject of their own and count together, by the key their places lie under. Places are counted once for
  // all: a count for each licence would, before the first statistics, look through every place for every place.
  `WITH own AS MATERIALIZED (
     SELECT DISTINCT r.subject_id, o.key_index FROM slot o JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id
     WHERE o.agency_id = $1::uuid AND o.kind = 'subject' AND ($2::uuid IS NULL OR r.subject_id = $2)),
   counted AS MATERIALIZED (
     SELECT k.key_index, count(*) FILTER (WHERE k.state = 'reserved') AS reserved, count(*) FILTER (WHERE k.state = 'planned') AS planned
     FROM slot k WHERE k.agency_id = $1::uuid AND k.kind = 'subject' GROUP BY k.key_index),
   places AS MATERIALIZED (
     SELECT own.subject_id, sum(counted.reserved)::int AS reserved, sum(counted.planned)::int AS planned
     FROM own JOIN counted ON counted.key_index = own.key_index GROUP BY own.subject_id)
   SELECT s.id, s.name, s.type, s.licence_of AS "licenceOf", s.standing, taken.reserved, taken.planned, known.elsewhere, raised.granted AS "grantedAccounts", raised.open AS raise, left_over.free
   FROM subject s
   LEFT JOIN places ON places.subject_id = s.id
   CROSS JOIN LATERAL (SELECT coalesce(places.reserved, 0) AS reserved, coalesce(places.planned, 0) AS planned) taken
   CROSS JOIN LATERAL (
     SELECT count(*) FILTER (WHERE ${takesPlace('e')})::int AS count, coalesce(jsonb_agg(jsonb_build_object('accountType', e.account_type, 'state', e.state, 'since', e.since, 'note', e.note) ORDER BY e.id), '[]') AS elsewhere
     FROM account_elsewhere e WHERE e.agency_id = $1::uuid AND e.subject_id = s.id AND e.account_type IN ('subscription', 'service')) known
   CROSS JOIN LATERAL (
     SELECT coalesce(sum(q.granted_accounts), 0)::int AS granted,
       (jsonb_agg(jsonb_build_object('id', q.id, 'state', q.state, 'requestedAt', to_char(q.requested_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
         FILTER (WHERE q.state IN ('requested', 'pre_approved')))->0 AS open
     FROM quota_raise q WHERE q.agency_id = $1::uuid AND q.subject_id = s.id) raised
   CROSS JOIN LATERAL (SELECT ($7::jsonb->>s.type)::int + raised.granted AS places) allowed
   CROSS JOIN LATERAL (SELECT coalesce(allowed.places - taken.reserved - known.count, ${NO_LIMIT}) AS free) left_over
   WHERE s.agency_id = $1::uuid AND ($2::uuid IS NULL OR s.id = $2)
     AND ($3::text IS NULL OR (left_over.free, s.name, s.id) > ($10::int, $3, $4::uuid))
     AND ($5::text IS NULL OR s.name ILIKE $5 OR s.code ILIKE $5)
     AND ($6::text IS NULL OR s.licence_of = $6)
     AND CASE $8::text
       WHEN 'full' THEN left_over.free <= 0
       WHEN 'planned' THEN taken.planned > 0
       WHEN 'free' THEN left_over.free > 0 AND allowed.places IS NOT NULL
       ELSE true END
   ORDER BY left_over.free, s.name, s.id LIMIT $9`,
);
const HOLDERS = prepared(
  'capacity.holders',
  `SELECT mine.subject_id AS "subjectId", r.id AS "registrationId", c.id AS "clientId", c.name AS "clientName", r.proposed_name AS "accountName",
     r.account_type AS "accountType", r.state, k.state AS slot, k.since, CASE WHEN r.state = 'closing' THEN r.freeze_ends_on END AS "frozenUntilOn"
   FROM (SELECT DISTINCT own.subject_id, o.key_index FROM slot o JOIN registration own ON own.agency_id = o.agency_id AND own.id = o.registration_id
     WHERE o.agency_id = $1::uuid AND o.kind = 'subject' AND own.subject_id = ANY($2::uuid[])) mine
   JOIN slot k ON k.agency_id = $1::uuid AND k.kind = 'subject' AND k.key_index = mine.key_index
   JOIN registration r ON r.agency_id = $1::uuid AND r.id = k.registration_id
   JOIN client c ON c.agency_id = $1::uuid AND c.id = r.client_id
   ORDER BY mine.subject_id, k.position NULLS LAST, k.since, r.id`,
);
const CONCENTRATION = prepared(
  'capacity.concentration',
  `WITH alive AS (SELECT r.subject_id, r.admin_person_id FROM registration r WHERE r.agency_id = $1::uuid AND r.state NOT IN ${OVER}),
     owners AS (SELECT s.licence_of, count(*)::int AS accounts FROM alive a JOIN subject s ON s.agency_id = $1::uuid AND s.id = a.subject_id GROUP BY s.licence_of),
     subjects AS (SELECT a.subject_id AS id, count(*)::int AS accounts FROM alive a GROUP BY a.subject_id ORDER BY count(*) DESC, a.subject_id LIMIT 5),
     admins AS (SELECT a.admin_person_id AS id, count(*)::int AS accounts FROM alive a WHERE a.admin_person_id IS NOT NULL GROUP BY a.admin_person_id ORDER BY count(*) DESC, a.admin_person_id LIMIT 5)
   SELECT (SELECT count(*)::int FROM alive) AS accounts,
     (SELECT coalesce(jsonb_agg(jsonb_build_object('licenceOf', o.licence_of, 'accounts', o.accounts) ORDER BY o.accounts DESC, o.licence_of), '[]') FROM owners o) AS "byLicenceOwner",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'accounts', t.accounts) ORDER BY t.accounts DESC, s.id), '[]')
       FROM subjects t JOIN subject s ON s.agency_id = $1::uuid AND s.id = t.id) AS "topSubjects",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'accounts', t.accounts) ORDER BY t.accounts DESC, p.id), '[]')
       FROM admins t JOIN person p ON p.agency_id = $1::uuid AND p.id = t.id) AS "topAdmins"`,
);
const TIED_COLUMNS = `r.id AS "registrationId", c.id AS "clientId", c.name AS "clientName", r.proposed_name AS "accountName", r.account_type AS "accountType",
  s.type AS "subjectType", r.route, r.state, r.verification_ends_at AS "verificationEndsAt",
  EXISTS (SELECT FROM verification_order v WHERE v.agency_id = r.agency_id AND v.registration_id = r.id
    AND v.state NOT IN ('passed', 'failed', 'payment_expired', 'cancelled')) AS "hasOpenOrder"`;
const TIED_TABLES = `JOIN client c ON c.agency_id = r.agency_id AND c.id = r.client_id JOIN subject s ON s.agency_id = r.agency_id AND s.id = r.subject_id`;
const TIED_TO_PERSON = prepared(
  'capacity.tied_to_person',
  `SELECT 'admin' AS tie, NULL AS term, NULL::date AS "endsOn", ${TIED_COLUMNS} FROM registration r ${TIED_TABLES}
   WHERE r.agency_id = $1::uuid AND r.admin_person_id = $2::uuid AND r.state NOT IN ${OVER}
   UNION ALL
   SELECT 'operator', o.term, o.ends_on, ${TIED_COLUMNS} FROM operator o JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id ${TIED_TABLES}
   WHERE o.agency_id = $1::uuid AND o.person_id = $2::uuid AND o.unbound_at IS NULL AND (o.ends_on IS NULL OR o.ends_on >= $3::date) AND r.state NOT IN ${OVER}
   ORDER BY tie, "accountName", "registrationId"`,
);
const TIED_TO_SUBJECT = prepared(
  'capacity.tied_to_subject',
  `SELECT 'subject' AS tie, NULL AS term, NULL::date AS "endsOn", ${TIED_COLUMNS} FROM registration r ${TIED_TABLES}
   WHERE r.agency_id = $1::uuid AND r.subject_id = $2::uuid AND r.state NOT IN ('withdrawn', 'closed', 'migrated')
   ORDER BY "accountName", "registrationId"`,
);
const NAME_OF_SUBJECT = prepared(
  'capacity.name_of_subject',
  'SELECT name FROM subject WHERE agency_id = $1::uuid AND id = $2::uuid',
);
const SEATS_OF_PEOPLE = prepared(
  'capacity.seats_of_people',
  `SELECT o.person_id AS "personId", count(DISTINCT o.registration_id)::int AS used FROM operator o
   JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id
   WHERE o.agency_id = $1::uuid AND o.person_id = ANY($2::uuid[]) AND o.unbound_at IS NULL AND (o.ends_on IS NULL OR o.ends_on >= $3::date)
     AND r.state NOT IN ('withdrawn', 'closed', 'migrated')
   GROUP BY o.person_id`,
);

@Injectable()
export class CapacityRepository {
  constructor(private readonly database: Database) {}

  /** The fullest first, then by name; one row more than the limit when there is a next page. */
  listSubjects(agencyId: string, query: CapacityQuery): Promise<SubjectCapacityRow[]> {
    const [free, name, id] = query.after ?? [null, null, null];
    const values: SqlValue[] = [
      agencyId,
      query.subjectId,
      name,
      id,
      query.pattern,
      query.licenceOf,
      JSON.stringify(query.limits),
      query.show,
      query.limit + 1,
      free,
    ];
    return this.database.read<SubjectCapacityRow>(agencyId, SUBJECTS, values);
  }

  /** Who holds the places of these licences: what counts first, in the order of the places. */
  listHolders(agencyId: string, subjectIds: readonly string[]): Promise<HolderRow[]> {
    return this.database.read<HolderRow>(agencyId, HOLDERS, [agencyId, subjectIds]);
  }

  async concentration(agencyId: string): Promise<ConcentrationRow> {
    const [row] = await this.database.read<ConcentrationRow>(agencyId, CONCENTRATION, [agencyId]);
    if (!row) throw new Error('a count of everything is always one row');
    return row;
  }

  /** Accounts, not over yet, that a person administers, and those on which they have an operator's seat on a day. */
  listTiedToPerson(agencyId: string, personId: string, today: string): Promise<TiedRow[]> {
    return this.database.read<TiedRow>(agencyId, TIED_TO_PERSON, [agencyId, personId, today]);
  }

  /** Accounts that stand on a licence, those in other hands by now too. */
  listTiedToSubject(agencyId: string, subjectId: string): Promise<TiedRow[]> {
    return this.database.read<TiedRow>(agencyId, TIED_TO_SUBJECT, [agencyId, subjectId]);
  }

  async findSubjectName(agencyId: string, id: string): Promise<string | null> {
    return (await this.database.read<{ name: string }>(agencyId, NAME_OF_SUBJECT, [agencyId, id]))[0]?.name ?? null;
  }

  /** Accounts on which each of these people has a seat on a day. */
  async countSeats(
    agencyId: string,
    personIds: readonly string[],
    today: string,
  ): Promise<ReadonlyMap<string, number>> {
    const values = [agencyId, personIds, today];
    const rows = await this.database.read<{ personId: string; used: number }>(agencyId, SEATS_OF_PEOPLE, values);
    return new Map(rows.map(({ personId, used }) => [personId, used]));
  }
}
