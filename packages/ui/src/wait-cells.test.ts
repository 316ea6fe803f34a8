import { describe, expect, test } from '@jest/globals';
import { waitCells, type WaitDay } from './wait-cells.js';

const words = {
  today: 'today',
  closed: (from: string, to: string) => `closed ${from} ${to}`,
  makeUp: (on: string) => `${on} is worked`,
};
const day = (on: string, number: number, kind: WaitDay['kind'] = 'working'): WaitDay => ({ on, kind, number });
const off = (on: string): WaitDay => ({ on, kind: 'off', number: null });

const nationalWeek: WaitDay[] = [
  day('2026-09-28', 0),
  day('2026-09-29', 1),
  day('2026-09-30', 2),
  ...[1, 2, 3, 4, 5, 6, 7].map((date) => off(`2026-10-0${date}`)),
  day('2026-10-08', 3),
  day('2026-10-09', 4),
  day('2026-10-10', 5, 'make_up'),
  off('2026-10-11'),
  day('2026-10-12', 6),
  day('2026-10-13', 7),
];
const expected = { fromOn: '2026-10-10', toOn: '2026-10-13' };

describe('the cells of a wait over the National Day week', () => {
  const cells = waitCells(nationalWeek, expected, '2026-09-28', words);

  test('has one cell a working day, and the week as one closed cell', () => {
    expect(cells.map((cell) => (cell.kind === 'day' ? cell.number : `${cell.days} closed`))).toEqual([
      0,
      1,
      2,
      '7 closed',
      3,
      4,
      5,
      '1 closed',
      6,
      7,
    ]);
  });

  test('puts the expected days under the bracket, the make-up Saturday among them', () => {
    expect(cells.flatMap((cell) => (cell.kind === 'day' && cell.expected ? [cell.number] : []))).toEqual([5, 6, 7]);
    expect(cells.flatMap((cell) => (cell.kind === 'day' && cell.makeUp ? [cell.makeUp] : []))).toEqual([
      '2026-10-10 is worked',
    ]);
  });

  test('names today', () => {
    expect(cells[0]).toMatchObject({ state: 'today', label: 'today' });
  });

  test('lets the oldest days of a long wait give way, never today or what is ahead', () => {
    const long = Array.from({ length: 40 }, (_, index) =>
      day(new Date(Date.UTC(2026, 2, 1 + index)).toISOString().slice(0, 10), index),
    );
    const shown = waitCells(long, { fromOn: '2026-04-08', toOn: '2026-04-09' }, '2026-03-31', words);
    expect(shown.length).toBeLessThanOrEqual(16);
    expect(shown.some((cell) => cell.kind === 'day' && cell.state === 'today')).toBe(true);
    expect(shown.at(-1)).toMatchObject({ number: 39 });
  });
});
