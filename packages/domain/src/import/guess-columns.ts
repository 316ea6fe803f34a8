/**
 * Guesses which column of a sheet is which of our fields, from its header and, where that says nothing, from what stands
 * below. Called by the importer's preview; a person confirms it.
 */
import { checkResidentId } from '../identity/resident-id.js';
import { checkUscc } from '../identity/uscc.js';
import type { ImportWords } from './import-words.js';
import { isWholly, longestMatch } from './match-words.js';
import { parseAccountType } from './parse-account-type.js';
import { parseCountry } from './parse-country.js';
import { parseSheetStatus } from './parse-sheet-status.js';
import type { SheetField } from './sheet-field.js';

export interface ColumnGuess {
  /** Counted from 0. */
  column: number;
  header: string;
  /** Null: none of ours; the column is kept with the notes. */
  field: SheetField | null;
  basis: 'header' | 'values' | 'none';
}

/** How many of a column's cells must look alike before they name it. */
const SHARE = 0.6;
const HEADER_ROWS = 20;

/** Index of the row that holds the headers: of the first 20 the one with most known header words; the first if none has any. */
export function findHeaderRow(rows: readonly (readonly string[])[], words: ImportWords): number {
  let best = { index: 0, known: 0 };
  for (const [index, row] of rows.slice(0, HEADER_ROWS).entries()) {
    // A header cell is short, and never an address or a long number.
    const known = new Set(
      row
        .filter((cell) => cell.length < 60 && !/@|\d{5}/.test(cell))
        .map((cell) => headerScores(cell, words)[0]?.field),
    ).size;
    if (known >= 2 && known > best.known) best = { index, known };
  }
  return best.index;
}

/** One guess a column. A field is given once (notes as often as they occur), to the column that fits best. */
export function guessColumns(
  headers: readonly string[],
  sampleRows: readonly (readonly string[])[],
  words: ImportWords,
): ColumnGuess[] {
  const width = Math.max(headers.length, ...sampleRows.map((row) => row.length), 0);
  const guesses: ColumnGuess[] = Array.from({ length: width }, (_, column) => ({
    column,
    header: headers[column] ?? '',
    field: null,
    basis: 'none',
  }));
  const candidates = guesses
    .flatMap((guess) => headerScores(guess.header, words).map((score) => ({ guess, ...score })))
    .sort((a, b) => b.score - a.score || a.guess.column - b.guess.column);
  const taken = new Set<SheetField>();
  for (const { guess, field } of candidates) {
    if (guess.field !== null || (taken.has(field) && field !== 'notes')) continue;
    guess.field = field;
    guess.basis = 'header';
    taken.add(field);
  }
  for (const guess of guesses) {
    if (guess.field !== null) continue;
    const field = fieldOfValues(
      sampleRows.map((row) => row[guess.column] ?? ''),
      words,
    );
    if (field === null || taken.has(field)) continue;
    guess.field = field;
    guess.basis = 'values';
    taken.add(field);
  }
  return guesses;
}

function headerScores(header: string, words: ImportWords): { field: SheetField; score: number }[] {
  if (header.trim() === '') return [];
  const scores: { field: SheetField; score: number }[] = [];
  for (const { field, exact, strong, weak } of words.headers) {
    if (isWholly(header, exact)) scores.push({ field, score: 1000 });
    else {
      const [strongly, weakly] = [longestMatch(header, strong), longestMatch(header, weak)];
      if (strongly > 0) scores.push({ field, score: 100 + strongly });
      else if (weakly > 0) scores.push({ field, score: weakly });
    }
  }
  return scores.sort((a, b) => b.score - a.score);
}

function fieldOfValues(cells: readonly string[], words: ImportWords): SheetField | null {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (values.length === 0) return null;
  const mostly = (test: (value: string) => boolean) => values.filter(test).length >= values.length * SHARE;
  if (mostly((value) => /^\S+@\S+\.\S+$/.test(value))) return 'email';
  // Far in the future, so that nobody's age matters to the shape of a number.
  if (mostly((value) => checkResidentId(value, '9999-12-31').valid)) return 'adminId';
  if (mostly((value) => checkUscc(value).valid)) return 'licenceCode';
  if (mostly((value) => /^\+?[\d\s()-]{8,20}$/.test(value) && /(?:^|\D)1[3-9]\d/.test(value))) return 'phone';
  if (mostly((value) => parseAccountType(value, words).kind === 'type')) return 'accountType';
  if (mostly((value) => parseCountry(value, words).kind === 'country')) return 'country';
  if (mostly((value) => parseSheetStatus(value, words).state !== null)) return 'status';
  return null;
}
