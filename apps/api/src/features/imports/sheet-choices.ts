/** What a person said about a sheet: which column is what, what an open word means. Read from the query of `importSheet`; pure. */
import { SHEET_FIELDS, type ColumnMapping, type DateOrder } from '@daiban/domain';
import { ACCOUNT_TYPES, type AccountType } from '@daiban/domain/enumerations';
import { z } from 'zod';

const MappingSchema = z.array(z.enum(SHEET_FIELDS).nullable());
const AnswersSchema = z.strictObject({
  accountTypes: z.record(z.string(), z.enum(ACCOUNT_TYPES)).optional(),
  dateOrder: z.enum(['day_first', 'month_first']).optional(),
});

export interface SheetAnswers {
  /** Cell of the type column → the type that is meant. */
  readonly accountTypes: ReadonlyMap<string, AccountType>;
  readonly dateOrder: DateOrder | undefined;
}

/** One entry a column, each field but the notes once. Null: it is not of that form, or not of this sheet. */
export function readMapping(json: string, columns: number): ColumnMapping | null {
  const mapping = MappingSchema.safeParse(parseJson(json)).data;
  if (!mapping || mapping.length !== columns) return null;
  const fields = mapping.filter((field) => field !== null && field !== 'notes');
  return new Set(fields).size === fields.length ? mapping : null;
}

/** Null: it is not of that form. Absent: nothing was answered yet. */
export function readAnswers(json: string | undefined): SheetAnswers | null {
  const answers = AnswersSchema.safeParse(json === undefined ? {} : parseJson(json)).data;
  if (!answers) return null;
  return { accountTypes: new Map(Object.entries(answers.accountTypes ?? {})), dateOrder: answers.dateOrder };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
