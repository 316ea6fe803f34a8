/** The work calendar's two tables; they belong to the installation, not to an agency. */
import { Injectable } from '@nestjs/common';
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
}
