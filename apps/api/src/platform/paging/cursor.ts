/** Where a list goes on: the sort key of the last row a page showed, opaque to callers. Called by the services of every list. */
import { z } from 'zod';
import { Refused } from '../refusal/refused.js';

type Key = readonly (string | number | null)[];

/** Writes a row's sort key as a cursor. */
export function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * Reads a cursor back; null for none (the first page), `cursor.invalid` (400) for one that we did not write. A cursor carries no rights:
 * the list it goes on with is filtered by the caller's agency all the same.
 */
export function decodeCursor<Shape extends z.ZodType<Key>>(
  cursor: string | undefined,
  shape: Shape,
): z.output<Shape> | null | Refused {
  if (cursor === undefined) return null;
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const parsed = shape.safeParse(JSON.parse(text));
    // PostgreSQL stores no NUL, so no key of ours has one.
    if (parsed.success && !text.includes('\\u0000') && text.isWellFormed()) return parsed.data;
  } catch {
    // Not base64 or not JSON: answered like any other cursor that is not ours.
  }
  return Refused.of('cursor.invalid');
}

/** One page of a list as the contract answers it. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/**
 * Makes a page out of rows read with `limit + 1`: the row too many says that there is a next page and is not shown.
 * @param keyOf the sort key of a row, as `decodeCursor` will read it
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
