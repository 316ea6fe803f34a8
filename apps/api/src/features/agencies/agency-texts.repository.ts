/** Rows of `agency_text`: what agencies wrote themselves. Inserted, never changed. */
import type { AgencyTextKind, Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** One language of one version. */
export interface AgencyTextRow {
  readonly kind: AgencyTextKind;
  readonly locale: Locale;
  readonly version: number;
  readonly body: string;
  readonly setAt: string;
  readonly setBy: string | null;
}

/** A text in both languages, as it is written. */
export interface NewAgencyText {
  readonly kind: AgencyTextKind;
  readonly bodies: Readonly<Record<Locale, string>>;
  readonly version: number;
  readonly setAt: string;
  /** Member who writes it. */
  readonly setBy: string | null;
}

const NEWEST = prepared(
  'agency_texts.newest',
  `SELECT DISTINCT ON (t.kind, t.locale) t.kind, t.locale, t.version, t.body,
     to_char(t.set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "setAt", m.name AS "setBy"
   FROM agency_text t LEFT JOIN member m ON m.agency_id = t.agency_id AND m.id = t.set_by
   WHERE t.agency_id = $1::uuid ORDER BY t.kind, t.locale, t.version DESC`,
);
const LAST_VERSION = prepared(
  'agency_texts.last_version',
  'SELECT coalesce(max(version), 0)::int AS version FROM agency_text WHERE agency_id = $1::uuid AND kind = $2',
);
const INSERT = prepared(
  'agency_texts.insert',
  `INSERT INTO agency_text (id, agency_id, kind, locale, version, body, set_by, set_at)
   VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7::uuid, $8::timestamptz)`,
);

@Injectable()
export class AgencyTextsRepository {
  constructor(private readonly database: Database) {}

  /** The newest of each kind and language. */
  listNewest(agencyId: string): Promise<AgencyTextRow[]> {
    return this.database.read<AgencyTextRow>(agencyId, NEWEST, [agencyId]);
  }

  /** 0: the agency wrote none of this kind. Asked while the agency's row is locked. */
  async lastVersion(transaction: AgencyTransaction, kind: AgencyTextKind): Promise<number> {
    const [row] = await transaction.query<{ version: number }>(LAST_VERSION, [transaction.agencyId, kind]);
    return row?.version ?? 0;
  }

  async insert(transaction: AgencyTransaction, { kind, bodies, version, setAt, setBy }: NewAgencyText): Promise<void> {
    for (const [locale, body] of Object.entries(bodies))
      await transaction.query(INSERT, [v7(), transaction.agencyId, kind, locale, version, body, setBy, setAt]);
  }
}
