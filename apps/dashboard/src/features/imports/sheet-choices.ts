/** A sheet with all that a person decided about it, and the call that carries it. Used by the preview and by the import, so that both say the same. */
import type { importSheet, OperationCall } from '@daiban/contracts';
import type { AccountType } from '@daiban/domain/enumerations';

/** Our fields a column can be, in the order of the choice list. */
export const SHEET_FIELDS = [
  'client',
  'country',
  'accountName',
  'accountType',
  'email',
  'status',
  'licenceCode',
  'adminName',
  'adminId',
  'phone',
  'feePaid',
  'submittedOn',
  'verifiedUntil',
  'notes',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which of day and month comes first in dates written in digits. */
export type DateOrder = 'day_first' | 'month_first';

export interface SheetChoices {
  file: File;
  /** One entry a column; null: the API's guess stands. */
  mapping: readonly (string | null)[] | null;
  /** Cell of the type column → the type that is meant. */
  accountTypes: Readonly<Record<string, AccountType>>;
  dateOrder: DateOrder | null;
}

/** Largest file that the API takes, in bytes. */
export const LARGEST_SHEET = 10 * 1024 * 1024;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file is, by its name: systems disagree about the type of a CSV. Null: neither of the two. */
export function sheetType(name: string): string | null {
  if (/\.xlsx$/i.test(name)) return XLSX;
  return /\.(csv|txt|tsv)$/i.test(name) ? 'text/csv' : null;
}

export function sheetCall(
  { file, mapping, accountTypes, dateOrder }: SheetChoices,
  dryRun: boolean,
): OperationCall<typeof importSheet> {
  const answers = {
    ...(Object.keys(accountTypes).length > 0 ? { accountTypes } : {}),
    ...(dateOrder ? { dateOrder } : {}),
  };
  return {
    body: new Blob([file], { type: sheetType(file.name) ?? 'text/csv' }),
    query: {
      dryRun: dryRun ? 'true' : 'false',
      fileName: file.name.slice(-200),
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
      ...(Object.keys(answers).length > 0 ? { answers: JSON.stringify(answers) } : {}),
    },
  };
}
