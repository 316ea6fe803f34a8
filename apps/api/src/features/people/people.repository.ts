/** Rows of `person`; numbers only as they are sealed, indexed and masked. */
import { Injectable } from '@nestjs/common';
import type { AccountType, Employer, IdKind, Locale } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** An account outside this installation. */
export interface PersonAccountElsewhereRow {
  readonly accountType: AccountType;
  readonly state: string;
  readonly since: string | null;
  readonly note: string | null;
}

/** A number as the database holds it. */
export interface SealedNumber {
  readonly sealed: Buffer;
  readonly index: Buffer;
  readonly masked: string;
}

/** The fields that a change writes. */
export interface PersonFields {
  readonly name: string;
  readonly idKind: IdKind;
  readonly idNumber: SealedNumber | null;
  /** Member who brought the ID number in. */
  readonly idUploadedBy: string | null;
  readonly idCheckedBy: string | null;
  readonly idCheckedAt: string | null;
  /** When another number took the place of one known before. */
  readonly idReplacedAt: string | null;
  readonly phone: SealedNumber | null;
  readonly wechatHasPhone: boolean;
  readonly wechatHasOwnCard: boolean;
  readonly employer: Employer;
  readonly email: string | null;
  readonly locale: Locale;
  readonly timeZone: string;
}

export interface PersonRow extends PersonFields {
  readonly id: string;
  readonly createdAt: string;
  readonly version: number;
  readonly accountsElsewhere: readonly PersonAccountElsewhereRow[];
}

type FlatRow = Omit<PersonRow, 'idNumber' | 'phone'> & {
  readonly idNumberSealed: Buffer | null;
  readonly idNumberIndex: Buffer | null;
  readonly idNumberMasked: string | null;
  readonly phoneSealed: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly phoneMasked: string | null;
};

const SELECT = `SELECT p.id, p.name, p.id_kind AS "idKind", p.id_number_sealed AS "idNumberSealed", p.id_number_index AS "idNumberIndex",
    p.id_number_masked AS "idNumberMasked", p.id_uploaded_by AS "idUploadedBy", p.id_checked_by AS "idCheckedBy", p.id_checked_at AS "idCheckedAt",
    p.id_replaced_at AS "idReplacedAt",
    p.phone_sealed AS "phoneSealed", p.phone_index AS "phoneIndex", p.phone_masked AS "phoneMasked",
    p.wechat_has_phone AS "wechatHasPhone", p.wechat_has_own_card AS "wechatHasOwnCard", p.employer, p.email, p.locale, p.time_zone AS "timeZone", p.created_at AS "createdAt", p.version,
    coalesce((SELECT jsonb_agg(jsonb_build_object('accountType', e.account_type, 'state', e.state, 'since', e.since, 'note', e.note) ORDER BY e.id)
      FROM account_elsewhere e WHERE e.agency_id = p.agency_id AND e.person_id = p.id), '[]') AS "accountsElsewhere"
  FROM person p`;

const BY_ID = prepared('people.by_id', `${SELECT} WHERE p.agency_id = $1::uuid AND p.id = $2::uuid`);
const LOCK_BY_ID = prepared('people.lock_by_id', `${BY_ID.text} FOR UPDATE OF p`);
const PAGE = prepared(
  'people.page',
  `${SELECT} WHERE p.agency_id = $1::uuid AND ($2::text IS NULL OR (p.name, p.id) > ($2, $3::uuid)) AND ($4::text IS NULL OR p.name ILIKE $4)
   ORDER BY p.name, p.id LIMIT $5`,
);
const BY_ID_NUMBER = prepared(
  'people.by_id_number',
  `${SELECT} WHERE p.agency_id = $1::uuid AND p.id_number_index = $2 ORDER BY p.name, p.id`,
);
const BY_PHONE = prepared(
  'people.by_phone',
  `${SELECT} WHERE p.agency_id = $1::uuid AND p.phone_index = $2 ORDER BY p.name, p.id`,
);
const INSERT = prepared(
  'people.insert',
  `INSERT INTO person (agency_id, id, history_head, name, id_kind, id_number_sealed, id_number_index, id_number_masked, id_uploaded_by, id_checked_by, id_checked_at,
     id_replaced_at, phone_sealed, phone_index, phone_masked, wechat_has_phone, wechat_has_own_card, employer, email, locale, time_zone, created_at)
   VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9::uuid, $10::uuid, $11::timestamptz, $12::timestamptz, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22::timestamptz)`,
);
const UPDATE = prepared(
  'people.update',
  `UPDATE person SET history_head = $3, name = $4, id_kind = $5, id_number_sealed = $6, id_number_index = $7, id_number_masked = $8, id_uploaded_by = $9::uuid,
     id_checked_by = $10::uuid, id_checked_at = $11::timestamptz, id_replaced_at = $12::timestamptz, phone_sealed = $13, phone_index = $14, phone_masked = $15,
     wechat_has_phone = $16, wechat_has_own_card = $17, employer = $18, email = $19, locale = $20, time_zone = $21, version = version + 1
   WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $22 RETURNING id`,
);
const TOUCH = prepared(
  'people.touch',
  `UPDATE person SET history_head = $3, version = version + 1 WHERE agency_id = $1::uuid AND id = $2::uuid AND version = $4 RETURNING id`,
);
const CLIENTS = prepared(
  'people.clients',
  `SELECT r.client_id AS id FROM registration r WHERE r.agency_id = $1::uuid AND r.admin_person_id = $2::uuid
   UNION SELECT r.client_id FROM operator o JOIN registration r ON r.agency_id = o.agency_id AND r.id = o.registration_id WHERE o.agency_id = $1::uuid AND o.person_id = $2::uuid
   UNION SELECT r.client_id FROM consent c JOIN registration r ON r.agency_id = c.agency_id AND r.id = c.registration_id WHERE c.agency_id = $1::uuid AND c.person_id = $2::uuid`,
);
const REPLACE_ELSEWHERE = prepared(
  'people.replace_elsewhere',
  `WITH gone AS (DELETE FROM account_elsewhere WHERE agency_id = $1::uuid AND person_id = $2::uuid)
   INSERT INTO account_elsewhere (id, agency_id, person_id, account_type, state, since, note, created_at)
   SELECT id, $1::uuid, $2::uuid, "accountType", state, since, note, $4::timestamptz
   FROM jsonb_to_recordset($3::jsonb) AS e (id uuid, "accountType" text, state text, since date, note text)`,
);

@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, id: string): Promise<PersonRow | null> {
    const [row] = await this.database.read<FlatRow>(agencyId, BY_ID, [agencyId, id]);
    return row ? toRow(row) : null;
  }

  /** The one client in whose cases a person stands; null: none, or several. */
  async findOnlyClient(agencyId: string, id: string): Promise<string | null> {
    const rows = await this.database.read<{ id: string }>(agencyId, CLIENTS, [agencyId, id]);
    return rows.length === 1 ? (rows[0]?.id ?? null) : null;
  }

  /** Reads a person who is about to be changed: nobody else changes them meanwhile. */
  async lock(transaction: AgencyTransaction, id: string): Promise<PersonRow | null> {
    const [row] = await transaction.query<FlatRow>(LOCK_BY_ID, [transaction.agencyId, id]);
    return row ? toRow(row) : null;
  }

  /** By name; one row more than the limit when there is a next page. `pattern` is an ILIKE pattern. */
  async listPage(
    agencyId: string,
    query: { after: readonly [string, string] | null; pattern: string | null; limit: number },
  ): Promise<PersonRow[]> {
    const [name, id] = query.after ?? [null, null];
    const values = [agencyId, name, id, query.pattern, query.limit + 1];
    return (await this.database.read<FlatRow>(agencyId, PAGE, values)).map(toRow);
  }

  /** People with this number, by its blind index. */
  async listByNumber(agencyId: string, kind: 'id_number' | 'phone', index: Buffer): Promise<PersonRow[]> {
    const statement = kind === 'id_number' ? BY_ID_NUMBER : BY_PHONE;
    return (await this.database.read<FlatRow>(agencyId, statement, [agencyId, index])).map(toRow);
  }

  async create(
    transaction: AgencyTransaction,
    id: string,
    fields: PersonFields,
    head: Uint8Array,
    createdAt: string,
  ): Promise<void> {
    await transaction.query(INSERT, [transaction.agencyId, id, Buffer.from(head), ...valuesOf(fields), createdAt]);
  }

  /** Rows moved: 0 when the version is another by now. */
  async update(
    transaction: AgencyTransaction,
    id: string,
    fromVersion: number,
    fields: PersonFields,
    head: Uint8Array,
  ): Promise<number> {
    const values = [transaction.agencyId, id, Buffer.from(head), ...valuesOf(fields), fromVersion];
    return (await transaction.query(UPDATE, values)).length;
  }

  /** Moves version and head alone: something of the person that stands in another table changed. */
  async touch(transaction: AgencyTransaction, id: string, fromVersion: number, head: Uint8Array): Promise<number> {
    return (await transaction.query(TOUCH, [transaction.agencyId, id, Buffer.from(head), fromVersion])).length;
  }

  /** Makes the accounts known elsewhere those of the list. */
  async replaceElsewhere(
    transaction: AgencyTransaction,
    personId: string,
    accounts: readonly PersonAccountElsewhereRow[],
    at: string,
  ): Promise<void> {
    const rows = JSON.stringify(accounts.map((account) => ({ ...account, id: v7() })));
    await transaction.query(REPLACE_ELSEWHERE, [transaction.agencyId, personId, rows, at]);
  }
}

function valuesOf(fields: PersonFields): (string | boolean | Buffer | null)[] {
  const { idNumber, phone } = fields;
  return [
    fields.name,
    fields.idKind,
    idNumber?.sealed ?? null,
    idNumber?.index ?? null,
    idNumber?.masked ?? null,
    fields.idUploadedBy,
    fields.idCheckedBy,
    fields.idCheckedAt,
    fields.idReplacedAt,
    phone?.sealed ?? null,
    phone?.index ?? null,
    phone?.masked ?? null,
    fields.wechatHasPhone,
    fields.wechatHasOwnCard,
    fields.employer,
    fields.email,
    fields.locale,
    fields.timeZone,
  ];
}

function toRow(row: FlatRow): PersonRow {
  const { idNumberSealed, idNumberIndex, idNumberMasked, phoneSealed, phoneIndex, phoneMasked, ...rest } = row;
  return {
    ...rest,
    idNumber:
      idNumberSealed && idNumberIndex
        ? { sealed: idNumberSealed, index: idNumberIndex, masked: idNumberMasked ?? '' }
        : null,
    phone: phoneSealed && phoneIndex ? { sealed: phoneSealed, index: phoneIndex, masked: phoneMasked ?? '' } : null,
  };
}
