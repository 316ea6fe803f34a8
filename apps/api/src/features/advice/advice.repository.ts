/** Rows of `advice`: questions and the answers as they were given. Never changed. */
import { Injectable } from '@nestjs/common';
import type { AdviceAnswer, AdviceQuestion } from '@daiban/domain';
import type { Verdict } from '@daiban/domain/enumerations';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';

/** An answer with what it was asked and judged by. */
export interface AdviceRow {
  readonly id: string;
  readonly question: AdviceQuestion;
  /** In codes, as the domain gave it. */
  readonly answer: AdviceAnswer;
  readonly rulebookVersion: string;
  /** Shanghai day of the rules. */
  readonly asOf: string;
  readonly askedAt: string;
}

/** What a case's history says of the answer it was opened on. */
export interface GivenAdvice {
  readonly id: string;
  readonly verdict: Verdict;
  /** Shanghai day of its rules. */
  readonly asOf: string;
}

const BY_ID = prepared(
  'advice.by_id',
  `SELECT id, question, answer, rulebook_version AS "rulebookVersion", as_of AS "asOf",
     to_char(asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "askedAt"
   FROM advice WHERE agency_id = $1::uuid AND id = $2::uuid`,
);
const GIVEN = prepared(
  'advice.given',
  'SELECT id, verdict, as_of AS "asOf" FROM advice WHERE agency_id = $1::uuid AND id = $2::uuid',
);
const INSERT = prepared(
  'advice.insert',
  `INSERT INTO advice (id, agency_id, question, answer, verdict, rulebook_version, as_of, asked_by, asked_at)
   VALUES ($1::uuid, $2::uuid, $3::jsonb, $4::jsonb, $5, $6, $7::date, $8::uuid, $9::timestamptz)`,
);

@Injectable()
export class AdviceRepository {
  constructor(private readonly database: Database) {}

  async find(agencyId: string, id: string): Promise<AdviceRow | null> {
    return (await this.database.read<AdviceRow>(agencyId, BY_ID, [agencyId, id]))[0] ?? null;
  }

  async findGiven(transaction: AgencyTransaction, id: string): Promise<GivenAdvice | null> {
    return (await transaction.query<GivenAdvice>(GIVEN, [transaction.agencyId, id]))[0] ?? null;
  }

  /** @param askedBy the member who asks, or in whose name a program does */
  async insert(transaction: AgencyTransaction, row: AdviceRow, askedBy: string | null): Promise<void> {
    const { id, question, answer, rulebookVersion, asOf, askedAt } = row;
    await transaction.query(INSERT, [
      id,
      transaction.agencyId,
      JSON.stringify(question),
      JSON.stringify(answer),
      answer.verdict,
      rulebookVersion,
      asOf,
      askedBy,
      askedAt,
    ]);
  }
}
