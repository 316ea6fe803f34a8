/** Reads whose page it is and which registrations stand on it; remembers that a visitor came. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
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

/** `kind` of the entry that a visit leaves in the client's history. */
export const PORTAL_VISITED = 'portal_visited';

const PAGE = prepared(
  'portal.page',
  `SELECT c.name AS "clientName", a.name AS "agencyName", a.name_zh AS "agencyNameZh",
     coalesce((SELECT json_agg(json_build_object('id', r.id, 'assigneeName', m.name) ORDER BY r.created_at, r.id)
       FROM registration r LEFT JOIN member m ON m.agency_id = $1 AND m.id = r.assignee_id AND m.disabled_at IS NULL
       WHERE r.agency_id = $1 AND r.client_id = c.id), '[]') AS registrations
   FROM client c JOIN agency a ON a.id = c.agency_id WHERE c.agency_id = $1 AND c.id = $2`,
);
const VISITED = prepared(
  'portal.visited',
  `SELECT id FROM history_entry WHERE agency_id = $1 AND record_id = $2 AND kind = '${PORTAL_VISITED}' AND payload->>'sessionId' = $3 LIMIT 1`,
);
const LOCK_CLIENT = prepared('portal.lock_client', 'SELECT id FROM client WHERE agency_id = $1 AND id = $2 FOR UPDATE');
const MOVE_CLIENT = prepared(
  'portal.move_client',
  'UPDATE client SET version = $4, history_head = $5 WHERE agency_id = $1 AND id = $2 AND version = $3 RETURNING id',
);

@Injectable()
export class PortalRepository {
  constructor(private readonly database: Database) {}

  async findPage(agencyId: string, clientId: string): Promise<PortalPageRow | null> {
    const [row] = await this.database.read<PortalPageRow>(agencyId, PAGE, [agencyId, clientId]);
    return row ?? null;
  }

  /** Whether this visit stands in the client's history. */
  async hasVisit(agencyId: string, clientId: string, sessionId: string): Promise<boolean> {
    return (await this.database.read(agencyId, VISITED, [agencyId, clientId, sessionId])).length > 0;
  }

  /** The same, once nobody else is writing this client's history. */
  async hasVisitLocked(transaction: AgencyTransaction, clientId: string, sessionId: string): Promise<boolean> {
    const { agencyId } = transaction;
    await transaction.query(LOCK_CLIENT, [agencyId, clientId]);
    return (await transaction.query(VISITED, [agencyId, clientId, sessionId])).length > 0;
  }

  /** Moves the client's version and the head of its history together. */
  async moveClient(
    transaction: AgencyTransaction,
    clientId: string,
    move: { readonly fromVersion: number; readonly version: number; readonly head: Uint8Array },
  ): Promise<number> {
    const { fromVersion, version, head } = move;
    const values = [transaction.agencyId, clientId, fromVersion, version, Buffer.from(head)];
    return (await transaction.query(MOVE_CLIENT, values)).length;
  }
}
