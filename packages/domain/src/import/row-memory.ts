/** What the rows above a row have said already; contradictions between rows are found against it. */
import type { ImportProblem, ImportProblemCode, ImportSeverity, SheetField } from './sheet-field.js';

/** Notes one problem of the row being planned. */
export type Say = (
  code: ImportProblemCode,
  field: SheetField | null,
  severity: ImportSeverity,
  params?: ImportProblem['params'],
) => void;

/** One memory a sheet; every map keeps what was said first. */
export class RowMemory {
  readonly countryOf = new Map<string, string>();
  readonly clientName = new Map<string, string>();
  readonly codeOfClient = new Map<string, string>();
  readonly clientOfCode = new Map<string, string>();
  readonly rowOfEmail = new Map<string, { row: number; clientKey: string }>();
  readonly rowOfMailbox = new Map<string, number>();
  readonly nameOfId = new Map<string, { row: number; name: string }>();
  readonly nameOfPhone = new Map<string, { row: number; name: string }>();
  readonly #counts = new Map<string, number>();

  /** How often this was asked, this time included. */
  count(what: string): number {
    const count = (this.#counts.get(what) ?? 0) + 1;
    this.#counts.set(what, count);
    return count;
  }
}

/** What was put there first; the value itself when it is the first. */
export function remember<T>(map: Map<string, T>, key: string, value: T): T {
  const held = map.get(key);
  if (held !== undefined) return held;
  map.set(key, value);
  return value;
}

/** One key for a name however it is spaced, punctuated or capitalised; empty when it holds no letter or digit. */
export function keyOfName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
