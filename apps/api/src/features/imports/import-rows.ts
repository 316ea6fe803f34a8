/** Rows of `import_run` and `import_row` as they are read and written. Used by the repository, the mapper and the services of imports. */
import type { Locale, Role } from '@daiban/domain/enumerations';
import type { KeptProblem } from './kept-problem.js';

export type RunState = 'waiting' | 'running' | 'done' | 'failed';
export type RowOutcome =
  'create' | 'create_with_problems' | 'refused' | 'created' | 'created_with_problems' | 'already_there' | 'failed';

/** A question as it is kept: the contract's own form. */
export type KeptQuestion = { kind: 'account_type'; cell: string } | { kind: 'date_order'; field: string };

/** What a row makes, in short. */
export interface KeptPlan {
  readonly client: string | null;
  readonly accountName: string | null;
  readonly accountType: string | null;
  readonly state: string | null;
  readonly stage: string | null;
}

export interface RunRow {
  readonly id: string;
  readonly file_name: string;
  readonly dry_run: boolean;
  readonly state: RunState;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly questions: readonly KeptQuestion[];
  /** Rows in all and distinct clients. */
  readonly summary: Readonly<Record<string, number>>;
  /** Rows by outcome, as they are now. */
  readonly outcomes: Readonly<Partial<Record<RowOutcome, number>>>;
  readonly created_by: string | null;
  readonly created_at: string;
  readonly ended_at: string | null;
}

export interface SheetRow {
  readonly id: string;
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly problems: readonly KeptProblem[];
  readonly plan: KeptPlan;
  readonly registration_id: string | null;
}

/** A row that still has to come in. */
export interface OpenRow extends SheetRow {
  readonly row_key: string | null;
  readonly original_sealed: Buffer;
}

export type NewRun = Pick<RunRow, 'columns' | 'questions' | 'summary'> & {
  readonly id: string;
  readonly fileName: string;
  readonly dryRun: boolean;
  readonly state: RunState;
  readonly createdBy: string;
  readonly createdAt: string;
};

export interface NewRow extends Omit<SheetRow, 'registration_id'> {
  readonly registrationId: string | null;
  readonly sealed: Buffer;
  readonly key: string | null;
}

/** Who an import acts for. */
export interface Importer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  /** Zone of the agency's office. */
  readonly time_zone: string;
}
