/** Bringing in an agency's spreadsheet: look first, then import, row by row. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { IdParamsSchema, IdSchema, InstantSchema } from './values.contract.js';

/** What is wrong, or worth knowing, about one row. */
export const ImportProblemSchema = z
  .object({
    code: z.string(),
    /** One sentence in the caller's language: what, why, what to do. */
    message: z.string(),
    /** Our field it is about; null for the row as a whole. */
    field: z.string().nullable(),
    /** refuses: the row cannot come in · drops: it comes in without this value · warns: it comes in as it is · notes: good to know. */
    severity: z.enum(['refuses', 'drops', 'warns', 'notes']),
    /** The cell's column as the sheet names it; never its content. */
    column: z.string().nullable(),
  })
  .meta({ id: 'ImportProblem' });

export const ImportRowSchema = z
  .object({
    /** 1 is the first row below the header. */
    row: z.number().int(),
    /** create: comes in · create_with_problems: comes in without what is wrong · refused: stays out, kept here · created, already_there: after the import. */
    outcome: z.enum([
      'create',
      'create_with_problems',
      'refused',
      'created',
      'created_with_problems',
      'already_there',
      'failed',
    ]),
    problems: z.array(ImportProblemSchema),
    registrationId: IdSchema.nullable(),
    /** What will be made, in short. */
    plan: z.object({
      client: z.string().nullable(),
      accountName: z.string().nullable(),
      accountType: z.string().nullable(),
      state: z.string().nullable(),
      stage: z.string().nullable(),
    }),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof ImportRowSchema>;

export const ImportRunSchema = z
  .object({
    id: IdSchema,
    status: z.enum(['waiting', 'running', 'done', 'failed']),
    dryRun: z.boolean(),
    fileName: z.string(),
    /** The sheet's columns in order, each with our field; null: kept with the row as it is. */
    columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
    /** What only a person can say; send the answers as `answers`. */
    questions: z.array(
      z.discriminatedUnion('kind', [
        /** A type cell that leaves it open (公众号): which type is meant. */
        z.object({ kind: z.literal('account_type'), cell: z.string() }),
        /** A date column in which nothing says whether day or month comes first. */
        z.object({ kind: z.literal('date_order'), field: z.string() }),
      ]),
    ),
    /** Counts by outcome, `rows` in all, `clients` among those that come in. */
    summary: z.record(z.string(), z.number().int()),
    rows: z.array(ImportRowSchema),
    createdAt: InstantSchema,
    endedAt: InstantSchema.nullable(),
  })
  .meta({ id: 'ImportRun' });
export type ImportRun = z.infer<typeof ImportRunSchema>;

export const importSheet = defineOperation({
  id: 'importSheet',
  method: 'POST',
  path: '/imports',
  permission: 'imports.write',
  summary:
    'Takes a CSV or XLSX sheet. `dryRun=true` answers what would become of each row; without it the import runs and `getImport` shows how far it is.',
  input: {
    query: z.strictObject({
      dryRun: z.enum(['true', 'false']).optional(),
      fileName: z.string().trim().min(1).max(200).optional(),
      /** JSON array, one of our fields or null a column; our guess when not given. */
      mapping: z.string().max(10_000).optional(),
      /** JSON `{"accountTypes": {cell: account type}, "dateOrder": "day_first" | "month_first"}`. */
      answers: z.string().max(10_000).optional(),
    }),
    contentType: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
  },
  output: { schema: ImportRunSchema, otherStatuses: [202] },
  refusals: [
    'import.unreadable',
    'import.empty',
    'import.too_many_rows',
    'import.mapping_invalid',
    'import.answers_invalid',
    'import.already_running',
  ],
});

export const getImport = defineOperation({
  id: 'getImport',
  method: 'GET',
  path: '/imports/{id}',
  permission: 'imports.write',
  summary: 'Reads an import: how far it is, each row with its outcome and problems.',
  input: { params: IdParamsSchema },
  output: { schema: ImportRunSchema },
});

export const listImports = defineOperation({
  id: 'listImports',
  method: 'GET',
  path: '/imports',
  permission: 'imports.write',
  summary: 'Lists imports, newest first.',
  input: {},
  output: { schema: z.object({ items: z.array(ImportRunSchema.omit({ rows: true })) }) },
});
