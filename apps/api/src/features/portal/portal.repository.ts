/** Reads whose page it is and which registrations stand on it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** The page's frame. */
export interface PortalPageRow {
  readonly clientName: string;
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  /** Every registration of the client and who looks after it, oldest first. */
  readonly registrations: readonly { readonly id: string; readonly assigneeName: string | null }[];
}

const PAGE = prepared(
  'portal.page',
  `SELECT c.name AS "clientName", a.name AS "agencyName", a.name_zh AS "agencyNameZh",
     coalesce((SELECT json_agg(json_build_object('id', r.id, 'assigneeName', m.name) ORDER BY r.created_at, r.id)
       FROM registration r LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
       WHERE r.agency_id = $1 AND r.client_id = c.id), '[]') AS registrations
   FROM client c JOIN agency a ON a.id = c.agency_id WHERE c.agency_id = $1 AND c.id = $2`,
);
const SUBMITTED = prepared(
  'portal.submitted',
  `SELECT k.id, k.submitted_at AS "submittedAt" FROM prerequisite k JOIN registration r ON r.agency_id = $1 AND r.id = k.registration_id
   WHERE k.agency_id = $1 AND r.client_id = $2 AND k.submitted_at IS NOT NULL`,
);

@Injectable()
export class PortalRepository {
  constructor(private readonly database: Database) {}

  async findPage(agencyId: string, clientId: string): Promise<PortalPageRow | null> {
    const [row] = await this.database.read<PortalPageRow>(agencyId, PAGE, [agencyId, clientId]);
    return row ?? null;
  }

  /** When each of the client's papers was sent last, by its id. */
  async listSubmitted(agencyId: string, clientId: string): Promise<ReadonlyMap<string, string>> {
    const values = [agencyId, clientId];
    const rows = await this.database.read<{ id: string; submittedAt: string }>(agencyId, SUBMITTED, values);
    return new Map(rows.map(({ id, submittedAt }) => [id, submittedAt]));
  }
}
