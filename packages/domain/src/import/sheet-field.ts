/** The fields a spreadsheet's column can be, and what can be said about a row. Shared by the readers and `planImport`. */
import type { IdentifierProblemCode } from '../identity/identifier-check.js';

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

/** One entry a column, in the sheet's order; null: not ours, kept with the notes. */
export type ColumnMapping = readonly (SheetField | null)[];

/** How day, month and year follow each other where a date is written in digits alone. */
export const DATE_ORDERS = ['day_first', 'month_first', 'year_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What the importer itself finds; a number's or an address's own problems come with their own codes. */
export const IMPORT_PROBLEM_CODES = [
  'row.empty',
  'row.duplicate',
  'row.already_imported',
  'row.over_limit',
  'cell.formula_as_text',
  'cell.control_characters',
  'cell.too_long',
  'cell.number_damaged',
  'client.missing',
  'client.spelled_differently',
  'client.country_differs',
  'country.missing',
  'country.unknown',
  'country.taken_from_client',
  'account_type.missing',
  'account_type.unknown',
  'account_type.undecided',
  'account_type.not_for_overseas',
  'account_type.not_for_individual',
  'status.missing',
  'status.unknown',
  'status.several_states',
  'status.paused_state_unknown',
  'status.rejection_unclear',
  'email.duplicate_in_file',
  'email.already_used',
  'email.same_mailbox',
  'email.missing_for_state',
  'licence_code.missing',
  'licence_code.used_by_other_client',
  'licence_code.differs_for_client',
  'licence.not_clients_own',
  'subject.over_limit',
  'subject.type_assumed',
  'admin.name_missing',
  'admin.over_limit',
  'admin_id.other_name',
  'admin_id.kind_unknown',
  'phone.other_name',
  'fee.unknown',
  'fee.contradicts_status',
  'fee.before_submission',
  'date.unknown',
  'date.no_such_day',
  'date.no_year',
  'date.no_day',
  'date.ambiguous',
  'date.in_future',
  'date.implausible',
  'submitted.before_submission',
  'verified_until.not_live',
  'verified_until.missing',
  'verified_until.past',
  'verified_until.too_late',
] as const;
export type ImportProblemCode = (typeof IMPORT_PROBLEM_CODES)[number] | IdentifierProblemCode;

/**
 * refuses: the row cannot come in · drops: it comes in without this value, which stays in the stored original ·
 * warns: it comes in, a person should look · notes: for information.
 */
export const IMPORT_SEVERITIES = ['refuses', 'drops', 'warns', 'notes'] as const;
export type ImportSeverity = (typeof IMPORT_SEVERITIES)[number];

export interface ImportProblem {
  code: ImportProblemCode;
  /** The column it is about; null: the row as a whole. */
  field: SheetField | null;
  severity: ImportSeverity;
  /** Values for the text; never an ID number, a phone or an address. */
  params: Readonly<Record<string, string | number>>;
}
