/** Rows of the fill sheet: its ticks, and the sealed copy on the registration's row. */
import { Injectable } from '@nestjs/common';
import type { SealedSheet } from '@daiban/domain';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** Somebody typed a field on WeChat's page. */
export interface SheetTick {
  readonly field: string;
  /** Print of what the field read when it was ticked. */
  readonly print: string;
  readonly at: string;
  readonly by: string | null;
}

/** What is kept beside a case's own rows. */
export interface KeptSheet {
  /** null: nothing was sealed, or by a version that kept no fields. */
  readonly sealed: SealedSheet | null;
  readonly ticks: readonly SheetTick[];
}

const KEPT = prepared(
  'fill_sheet.kept',
  `SELECT CASE WHEN r.sealed_sheet ? 'fields' THEN r.sealed_sheet END AS sealed,
    coalesce((SELECT jsonb_agg(jsonb_build_object('field', k.field, 'print', k.value_print, 'at', k.ticked_at, 'by', k.ticked_by))
      FROM sheet_tick k WHERE k.agency_id = r.agency_id AND k.registration_id = r.id), '[]'::jsonb) AS ticks
  FROM registration r WHERE r.agency_id = $1 AND r.id = $2`,
);
const TICK = prepared(
  'fill_sheet.tick',
  `INSERT INTO sheet_tick (agency_id, registration_id, field, value_print, ticked_by, ticked_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (agency_id, registration_id, field) DO UPDATE
    SET value_print = excluded.value_print, ticked_by = excluded.ticked_by, ticked_at = excluded.ticked_at`,
);
const UNTICK = prepared(
  'fill_sheet.untick',
  `DELETE FROM sheet_tick WHERE agency_id = $1 AND registration_id = $2 AND field = $3`,
);

@Injectable()
export class FillSheetRepository {
  constructor(private readonly database: Database) {}

  async read(agencyId: string, registrationId: string): Promise<KeptSheet> {
    const [row] = await this.database.read<KeptSheet>(agencyId, KEPT, [agencyId, registrationId]);
    return row ?? { sealed: null, ticks: [] };
  }

  /** Ticks a field as it reads now, in place of an older tick. */
  async tick(agencyId: string, registrationId: string, tick: SheetTick): Promise<void> {
    const { field, print, at, by } = tick;
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(TICK, [agencyId, registrationId, field, print, by, at]),
    );
  }

  async untick(agencyId: string, registrationId: string, field: string): Promise<void> {
    await this.database.withAgency(agencyId, (transaction) =>
      transaction.commitWith(UNTICK, [agencyId, registrationId, field]),
    );
  }
}
