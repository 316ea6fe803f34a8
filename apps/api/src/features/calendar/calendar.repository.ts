/** The work calendar: the published years, which belong to the installation, and the years an agency loaded for itself. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** One published year. */
export interface CalendarYear {
  readonly year: number;
  /** Where it was published. */
  readonly source: string;
  readonly off: readonly string[];
  readonly makeUp: readonly string[];
}

/** A year that the agency's owner loaded. */
export interface OwnCalendarYear extends CalendarYear {
  /** By their name of today; null: that member is no longer known. */
  readonly setBy: string | null;
  /** Business time. */
  readonly setAt: string;
}

const SEED = prepared(
  'calendar.seed',
  `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS y (year smallint, source text, off date[], "makeUp" date[])),
   added AS (INSERT INTO work_calendar_year (year, source) SELECT year, source FROM given ON CONFLICT (year) DO NOTHING RETURNING year)
   INSERT INTO work_calendar_day ("on", kind)
   SELECT day, 'off' FROM given JOIN added USING (year), unnest(given.off) AS day
   UNION ALL SELECT day, 'make_up' FROM given JOIN added USING (year), unnest(given."makeUp") AS day
   ON CONFLICT ("on") DO NOTHING`,
);
const READ = prepared(
  'calendar.read',
  `SELECT y.year, y.source,
     coalesce(array_agg(d."on"::text ORDER BY d."on") FILTER (WHERE d.kind = 'off'), '{}') AS off,
     coalesce(array_agg(d."on"::text ORDER BY d."on") FILTER (WHERE d.kind = 'make_up'), '{}') AS "makeUp"
   FROM work_calendar_year y LEFT JOIN work_calendar_day d ON extract(year FROM d."on") = y.year
   GROUP BY y.year, y.source ORDER BY y.year`,
);
const OWN = prepared(
  'calendar.own_years',
  `SELECT y.year, y.source, y.days_off::text[] AS off, y.make_up_days::text[] AS "makeUp", m.name AS "setBy", y.set_at AS "setAt"
   FROM calendar_year y LEFT JOIN member m ON m.agency_id = y.agency_id AND m.id = y.set_by
   WHERE y.agency_id = $1::uuid ORDER BY y.year`,
);
const MEMBER = prepared('calendar.member', 'SELECT name FROM member WHERE agency_id = $1::uuid AND id = $2::uuid');
const SET = prepared(
  'calendar.set_year',
  `INSERT INTO calendar_year (agency_id, year, source, days_off, make_up_days, set_by, set_at)
   VALUES ($1::uuid, $2, $3, $4::date[], $5::date[], $6::uuid, $7::timestamptz)
   ON CONFLICT (agency_id, year) DO UPDATE SET source = excluded.source, days_off = excluded.days_off,
     make_up_days = excluded.make_up_days, set_by = excluded.set_by, set_at = excluded.set_at`,
);

@Injectable()
export class CalendarRepository {
  constructor(private readonly database: Database) {}

  /** Adds the years that are not there yet; a year that is there stays as somebody corrected it. */
  async addMissingYearsUnscoped(years: readonly CalendarYear[]): Promise<void> {
    await this.database.lookup(SEED, [JSON.stringify(years)]);
  }

  listYearsUnscoped(): Promise<CalendarYear[]> {
    return this.database.lookup<CalendarYear>(READ);
  }

  /** The years the agency loaded, oldest first. */
  listOwnYears(agencyId: string): Promise<OwnCalendarYear[]> {
    return this.database.read<OwnCalendarYear>(agencyId, OWN, [agencyId]);
  }

  /** The name that a year loaded by this member will be shown with; null: no such member. */
  async nameOf(agencyId: string, memberId: string): Promise<string | null> {
    const [member] = await this.database.read<{ name: string }>(agencyId, MEMBER, [agencyId, memberId]);
    return member?.name ?? null;
  }

  /** Puts a year of the agency in the place of the one it had. */
  async setOwnYear(
    transaction: AgencyTransaction,
    { year, source, off, makeUp, setAt }: Omit<OwnCalendarYear, 'setBy'>,
    setBy: string,
  ): Promise<void> {
    await transaction.query(SET, [transaction.agencyId, year, source, [...off], [...makeUp], setBy, setAt]);
  }
}
