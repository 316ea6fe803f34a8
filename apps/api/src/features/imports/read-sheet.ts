/** Reads the bytes of an uploaded sheet, CSV or XLSX, into headers and rows of text. Called by the imports service; pure but for the wait. */
import { findHeaderRow, IMPORT_WORDS } from '@daiban/domain';
import { parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.js';
import { isArchive, readWorkbook } from './read-workbook.js';

export interface Sheet {
  /** One a column, trimmed; '' where the header is empty. */
  readonly headers: readonly string[];
  /** Below the header, each cell as it was. Empty rows between others stay, so that row numbers agree with the sheet's. */
  readonly rows: readonly (readonly string[])[];
}

/** Why a sheet cannot be taken, as a refusal code of the contract. */
export type SheetFailure = 'import.unreadable' | 'import.empty' | 'import.too_many_rows';

/** Most rows of one sheet. */
export const MAX_ROWS = 5000;

const DELIMITERS = [',', ';', '\t'] as const;
const SAMPLE_ROWS = 20;
const MAX_COLUMNS = 200;

export async function readSheet(bytes: Uint8Array): Promise<Sheet | SheetFailure> {
  if (bytes.length === 0) return 'import.empty';
  const cells = isArchive(bytes) ? await readWorkbook(bytes) : readCsv(bytes);
  if (cells === null) return 'import.unreadable';
  const last = cells.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  if (last < 0) return 'import.empty';
  const header = findHeaderRow(cells, IMPORT_WORDS);
  const rows = cells.slice(header + 1, last + 1);
  if (rows.length === 0) return 'import.empty';
  if (rows.length > MAX_ROWS) return 'import.too_many_rows';
  const width = Math.max(...[cells[header] ?? [], ...rows].map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  if (width > MAX_COLUMNS) return 'import.unreadable';
  return {
    headers: Array.from({ length: width }, (_, column) => (cells[header]?.[column] ?? '').trim()),
    rows: rows.map((row) => row.slice(0, width)),
  };
}

function readCsv(bytes: Uint8Array): string[][] | null {
  const text = decodeText(bytes);
  if (text === null) return null;
  try {
    return parseCsv(text, delimiterOf(text));
  } catch {
    // A quote that is never closed: where the rows end is anybody's guess.
    return null;
  }
}

function parseCsv(text: string, delimiter: string, to?: number): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    ...(to !== undefined && { to }),
  });
}

/** The one that cuts the first rows into most columns: the others stand within cells, here and there. */
function delimiterOf(text: string): string {
  const columns = DELIMITERS.map((delimiter) => {
    try {
      const widths = parseCsv(text, delimiter, SAMPLE_ROWS).map((row) => row.length);
      return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
    } catch {
      return 0;
    }
  });
  return DELIMITERS[columns.indexOf(Math.max(...columns))] ?? ',';
}
