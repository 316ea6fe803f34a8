/** Goes through an agency's open cases in order and rewrites what lists sort them by. Called by `TouchedCasesService`. */
import { Injectable } from '@nestjs/common';
import type { DerivedCase } from '@daiban/domain';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { prepared } from '../../platform/database/statement.js';
import type { Projections } from './case-columns.js';
import { toProjections } from './case-write.mapper.js';
import type { Case } from './case.js';

/** What the lists sort one case by, as derived at one moment. */
export interface ProjectedRow extends Pick<
  Projections,
  'dueAt' | 'expectedFromOn' | 'expectedToOn' | 'renewalOpensAt'
> {
  readonly id: string;
  /** Entries of its history then: each write of the case adds one, whether its version moves or not. */
  readonly entries: number;
}

/** What the lists sort a case by. */
export function toProjectedRow(known: Case, derived: DerivedCase): ProjectedRow {
  const { dueAt, expectedFromOn, expectedToOn, renewalOpensAt } = toProjections(known, derived);
  const { id } = known.facts.registration;
  return { id, entries: known.particulars.chain.length, dueAt, expectedFromOn, expectedToOn, renewalOpensAt };
}

// Ids are UUIDv7: in their order a case that is opened meanwhile comes last, under the new book already.
const OPEN_AFTER = prepared(
  'touched_cases.open_after',
  `SELECT id FROM registration WHERE agency_id = $1::uuid AND board_stage <> 'closed' AND ($2::uuid IS NULL OR id > $2::uuid)
   ORDER BY id LIMIT $3`,
);
// Somebody who wrote the case in the meantime has derived it as well.
const PROJECT = prepared(
  'touched_cases.project',
  `UPDATE registration r SET due_at = n."dueAt", expected_from_on = n."expectedFromOn", expected_to_on = n."expectedToOn",
     renewal_opens_at = n."renewalOpensAt", projected_at = $3::timestamptz
   FROM jsonb_to_recordset($2::jsonb)
     AS n(id uuid, entries int, "dueAt" timestamptz, "expectedFromOn" date, "expectedToOn" date, "renewalOpensAt" timestamptz)
   WHERE r.agency_id = $1::uuid AND r.id = n.id AND r.history_length = n.entries`,
);

@Injectable()
export class TouchedCasesRepository {
  /** Ids of open cases in their order, from the one after `after` on. */
  async listOpen(transaction: AgencyTransaction, after: string | null, limit: number): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(OPEN_AFTER, [transaction.agencyId, after, limit]);
    return rows.map(({ id }) => id);
  }

  async project(transaction: AgencyTransaction, rows: readonly ProjectedRow[], now: string): Promise<void> {
    await transaction.query(PROJECT, [transaction.agencyId, JSON.stringify(rows), now]);
  }
}
