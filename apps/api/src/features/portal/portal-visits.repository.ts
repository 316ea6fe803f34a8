/** Reads whose page a visit shows; writes that it took place. */
import type { PortalAgency } from '@daiban/contracts';
import { FINAL_REGISTRATION_STATES } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface PortalFrameRow extends PortalAgency {
  readonly clientName: string;
}

const FRAME = prepared(
  'portal_visits.frame',
  `SELECT c.name AS "clientName", a.name, a.name_zh AS "nameZh", a.slug, a.brand_colour AS "brandColour", a.legal_name AS "legalName",
     a.address, a.contact_email AS "contactEmail", a.website
   FROM client c JOIN agency a ON a.id = c.agency_id WHERE c.agency_id = $1 AND c.id = $2`,
);
// Of a client whose cases are all over, whoever looked after the last one.
const ASSIGNEE = prepared(
  'portal_visits.assignee',
  `SELECT m.name FROM registration r JOIN member m ON m.agency_id = r.agency_id AND m.id = r.assignee_id AND m.disabled_at IS NULL
   WHERE r.agency_id = $1 AND r.client_id = $2 ORDER BY r.state = ANY($3::text[]), r.created_at DESC LIMIT 1`,
);
@Injectable()
export class PortalVisitsRepository {
  constructor(private readonly database: Database) {}

  async findFrame(agencyId: string, clientId: string): Promise<PortalFrameRow | null> {
    const [row] = await this.database.read<PortalFrameRow>(agencyId, FRAME, [agencyId, clientId]);
    return row ?? null;
  }

  /** Who looks after the client's cases; null: nobody at present. */
  async findAssigneeName(agencyId: string, clientId: string): Promise<string | null> {
    const values = [agencyId, clientId, FINAL_REGISTRATION_STATES];
    const [row] = await this.database.read<{ name: string }>(agencyId, ASSIGNEE, values);
    return row?.name ?? null;
  }
}
