/** Reads the pages of the table and the counts of the board. */
import { Injectable } from '@nestjs/common';
import type {
  AccountType,
  Holder,
  NamingResult,
  Provenance,
  QualificationResult,
  RegistrationState,
  Stage,
  SubjectType,
} from '@daiban/domain/enumerations';
import { Database } from '../../platform/database/database.js';
import { listStatement, PIPELINE, type ListQuery } from './registration-list.statements.js';

/** A line of the table as the database has it. */
export interface RegistrationListRow {
  readonly id: string;
  readonly version: number;
  readonly client_id: string;
  readonly client_name: string;
  readonly account_type: AccountType;
  readonly proposed_name: string;
  readonly address: string | null;
  readonly state: RegistrationState;
  readonly board_stage: Stage;
  readonly holder: Holder;
  readonly holder_since: string;
  readonly due_at: string | null;
  readonly expected_from_on: string | null;
  readonly expected_to_on: string | null;
  readonly verification_qualification: QualificationResult | null;
  readonly verification_naming: NamingResult | null;
  readonly verified_until: string | null;
  readonly verified_until_on: string | null;
  readonly verification_provenance: Provenance | null;
  readonly until_provenance: Provenance | null;
  readonly verification_inherited: boolean;
  readonly verification_ends_at: string | null;
  readonly renewal_opens_at: string | null;
  readonly renewal_decision: 'accepted' | 'declined' | null;
  readonly paused_at: string | null;
  readonly assignee_id: string | null;
  readonly created_at: string;
  readonly subject_type: SubjectType;
}

/** Cases of one stage and one holder. */
export interface PipelineRow {
  readonly stage: Stage;
  readonly holder: Holder;
  readonly count: number;
}

@Injectable()
export class RegistrationListRepository {
  constructor(private readonly database: Database) {}

  list(query: ListQuery): Promise<RegistrationListRow[]> {
    const { statement, values } = listStatement(query);
    return this.database.read<RegistrationListRow>(query.agencyId, statement, values);
  }

  countByStage(agencyId: string, now: string): Promise<PipelineRow[]> {
    return this.database.read<PipelineRow>(agencyId, PIPELINE, [agencyId, now]);
  }
}
