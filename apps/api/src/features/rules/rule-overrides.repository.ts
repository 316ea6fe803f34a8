/** An agency's own values of policy rules. They are never changed: a newer one takes the place of an older one. */
import { Injectable } from '@nestjs/common';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** An own value as it was set. */
export interface OverrideRow {
  readonly id: string;
  readonly ruleId: string;
  /** In the shape of that rule; null: as shipped again from this day on. */
  readonly value: unknown;
  /** First day on which it holds. */
  readonly validFrom: string;
  readonly reason: string;
  /** Who set it, by their name of today; null: that member is no longer known. */
  readonly by: string | null;
  /** Business time. */
  readonly createdAt: string;
}

export interface NewOverride extends Omit<OverrideRow, 'by'> {
  /** The member who acts, or in whose name a program acts. */
  readonly createdBy: string | null;
}

const LIST = prepared(
  'rules.overrides',
  `SELECT o.id, o.rule_id AS "ruleId", o.value, o.valid_from AS "validFrom", o.reason, m.name AS by, o.created_at AS "createdAt"
   FROM rule_override o LEFT JOIN member m ON m.agency_id = o.agency_id AND m.id = o.created_by
   WHERE o.agency_id = $1 ORDER BY o.valid_from, o.created_at, o.id`,
);
const INSERT = prepared(
  'rules.override',
  `INSERT INTO rule_override (id, agency_id, rule_id, value, valid_from, reason, created_by, created_at)
   VALUES ($1, $2, $3, $4::jsonb, $5::date, $6, $7, $8::timestamptz)`,
);

@Injectable()
export class RuleOverridesRepository {
  constructor(private readonly database: Database) {}

  /** All of them, in the order in which they come into force; of one day the one set last comes last. */
  list(agencyId: string): Promise<OverrideRow[]> {
    return this.database.read<OverrideRow>(agencyId, LIST, [agencyId]);
  }

  async insert(transaction: AgencyTransaction, row: NewOverride): Promise<void> {
    const { id, ruleId, value, validFrom, reason, createdBy, createdAt } = row;
    const { agencyId } = transaction;
    await transaction.query(INSERT, [
      id,
      agencyId,
      ruleId,
      JSON.stringify(value),
      validFrom,
      reason,
      createdBy,
      createdAt,
    ]);
  }
}
