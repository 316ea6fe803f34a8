/** Builds the contract's import from its rows: counts as they are now, each problem as a sentence in the reader's language. */
import type { ImportRow, ImportRun } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { RunRow, SheetRow } from './import-rows.js';
import type { KeptProblem } from './kept-problem.js';

export type RunSummary = Omit<ImportRun, 'rows'>;

export function toRun(run: RunRow): RunSummary {
  return {
    id: run.id,
    status: run.state,
    dryRun: run.dry_run,
    fileName: run.file_name,
    columns: [...run.columns],
    questions: [...run.questions],
    summary: { ...run.summary, ...run.outcomes },
    createdAt: run.created_at,
    endedAt: run.ended_at,
  };
}

export function toRunWithRows(run: RunRow, rows: readonly SheetRow[], locale: Locale): ImportRun {
  return { ...toRun(run), rows: rows.map((row) => toRow(row, run, locale)) };
}

function toRow(row: SheetRow, { columns }: RunRow, locale: Locale): ImportRow {
  return {
    row: row.row,
    outcome: row.outcome,
    problems: row.problems.map((problem) => toProblem(problem, columns, locale)),
    registrationId: row.registration_id,
    plan: row.plan,
  };
}

function toProblem(
  { code, text: key, field, severity, params }: KeptProblem,
  columns: RunRow['columns'],
  locale: Locale,
): ImportRow['problems'][number] {
  const column = field === null ? undefined : columns.find((each) => each.field === field);
  return { code, message: text(locale, key, params), field, severity, column: column?.header ?? null };
}
