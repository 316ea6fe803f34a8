/** Reads the consent texts that an agency wrote itself. */
import { Injectable } from '@nestjs/common';
import type { AgencyTextKind, Locale } from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

export interface AgencyTextRow {
  readonly kind: AgencyTextKind;
  readonly locale: Locale;
  readonly version: number;
  readonly body: string;
}

const NEWEST = prepared(
  'consent_texts.newest',
  `SELECT DISTINCT ON (kind, locale) kind, locale, version, body FROM agency_text
   WHERE agency_id = $1 AND kind LIKE 'consent.%' ORDER BY kind, locale, version DESC`,
);

@Injectable()
export class ConsentTextsRepository {
  constructor(private readonly database: Database) {}

  /** The newest of each kind and language. */
  listNewest(agencyId: string): Promise<AgencyTextRow[]> {
    return this.database.read<AgencyTextRow>(agencyId, NEWEST, [agencyId]);
  }
}
