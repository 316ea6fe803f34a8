import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { Refused } from '../refusal/refused.js';
import { decodeCursor, encodeCursor, toPage } from './cursor.js';
import { toSearchPattern } from './search-pattern.js';

const SHAPE = z.tuple([z.string(), z.number()]);

describe('a cursor', () => {
  test('gives the sort key back, whatever its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (text, number) => {
        fc.pre(!text.includes('\0'));
        expect(decodeCursor(encodeCursor([text, number]), SHAPE)).toEqual([text, number]);
      }),
    );
  });
  test('is refused when we did not write it', () => {
    for (const foreign of ['', '%%%', 'bnVsbA', encodeCursor(['a']), encodeCursor([1, 2]), encodeCursor(['a\0', 1])]) {
      const read = decodeCursor(foreign, SHAPE);
      expect(read instanceof Refused && read.code).toBe('cursor.invalid');
    }
    expect(decodeCursor(undefined, SHAPE)).toBeNull();
  });
});

describe('a page', () => {
  test('names the next one only when there is more', () => {
    const of = (rows: number[]) =>
      toPage(
        rows,
        2,
        (row) => [row],
        (row) => row * 10,
      );
    expect(of([1, 2])).toEqual({ items: [10, 20], nextCursor: null });
    expect(of([1, 2, 3])).toEqual({ items: [10, 20], nextCursor: encodeCursor([2]) });
    expect(of([])).toEqual({ items: [], nextCursor: null });
  });
});

test('a search means the typed characters themselves', () => {
  expect(toSearchPattern('50%_\\')).toBe('%50\\%\\_\\\\%');
  expect(toSearchPattern('')).toBeNull();
});
