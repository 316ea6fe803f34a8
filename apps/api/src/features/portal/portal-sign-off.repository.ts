/** Reads whose sign-off page it is and who of the client may say yes. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import type { SignOffFrame } from './portal-sign-off.mapper.js';

const FRAME = prepared(
  'portal_sign_off.frame',
  `SELECT a.name AS "agencyName", a.name_zh AS "agencyNameZh",
     coalesce((SELECT json_agg(json_build_object('id', k.id, 'name', k.name, 'isDecider', k.role = 'decider') ORDER BY k.position, k.id)
       FROM client_contact k WHERE k.agency_id = $1 AND k.client_id = $2 AND k.removed_at IS NULL), '[]') AS contacts
   FROM agency a WHERE a.id = $1`,
);

@Injectable()
export class PortalSignOffRepository {
  constructor(private readonly database: Database) {}

  async findFrame(agencyId: string, clientId: string): Promise<SignOffFrame | null> {
    return (await this.database.read<SignOffFrame>(agencyId, FRAME, [agencyId, clientId]))[0] ?? null;
  }
}
