/** How an agency shows itself: the columns of `agency` that clients and strangers see. */
import type { Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** What anybody may see. */
export interface PublicProfile {
  readonly name: string;
  readonly nameZh: string | null;
  readonly slug: string | null;
  readonly brandColour: string | null;
  readonly legalName: string | null;
  readonly address: string | null;
  readonly contactEmail: string | null;
  readonly website: string | null;
}

export interface ProfileRow extends PublicProfile {
  readonly id: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly version: number;
}

const FIND = prepared(
  'agency_profile.find',
  `SELECT id, name, name_zh AS "nameZh", time_zone AS "timeZone", locale, slug, brand_colour AS "brandColour", legal_name AS "legalName",
     address, contact_email AS "contactEmail", website, version
   FROM agency WHERE id = $1::uuid`,
);
const BY_SLUG = prepared('lookup.agency_by_slug', 'SELECT agency_id FROM lookup_agency_by_slug($1)');
const WRITE = prepared(
  'agency_profile.write',
  `UPDATE agency SET name = $2, name_zh = $3, slug = $4, brand_colour = $5, legal_name = $6, address = $7, contact_email = $8, website = $9
   WHERE id = $1::uuid RETURNING id`,
);

@Injectable()
export class AgencyProfileRepository {
  constructor(private readonly database: Database) {}

  /** @throws Error when there is no such agency: ids of agencies come from sessions and look-ups */
  async get(agencyId: string): Promise<ProfileRow> {
    return found(agencyId, await this.database.read<ProfileRow>(agencyId, FIND, [agencyId]));
  }

  async getIn(transaction: AgencyTransaction): Promise<ProfileRow> {
    const { agencyId } = transaction;
    return found(agencyId, await transaction.query<ProfileRow>(FIND, [agencyId]));
  }

  /** The agency of a public address; null: nobody's. */
  async findIdBySlugUnscoped(slug: string): Promise<string | null> {
    return (await this.database.lookup<{ agency_id: string }>(BY_SLUG, [slug]))[0]?.agency_id ?? null;
  }

  async write(transaction: AgencyTransaction, profile: PublicProfile): Promise<void> {
    const { name, nameZh, slug, brandColour, legalName, address, contactEmail, website } = profile;
    const values = [name, nameZh, slug, brandColour, legalName, address, contactEmail, website];
    await transaction.query(WRITE, [transaction.agencyId, ...values]);
  }
}

function found(agencyId: string, [row]: readonly ProfileRow[]): ProfileRow {
  if (!row) throw new Error(`There is no agency ${agencyId}.`);
  return row;
}
