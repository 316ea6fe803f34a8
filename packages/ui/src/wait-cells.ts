/** Turns the days of a wait into the cells of the gauge: days off side by side become one hatched cell. Called by both apps. */
import type { WaitCell } from './wait-gauge.js';

export interface WaitDay {
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  on: string;
  /** off: not counted · make_up: a weekend day that is worked. */
  kind: 'working' | 'off' | 'make_up';
  /** Number of the working day, 0 on the first; null on a day off. */
  number: number | null;
}

export interface WaitCellWords {
  /** Below today's cell. */
  today: string;
  /** Below a longer closure, from its first and last day. */
  closed(fromOn: string, toOn: string): string;
  /** Says that a weekend day is worked. */
  makeUp(on: string): string;
}

/** More cells than these make each too narrow to read; the oldest days, which no longer matter, give way. */
const MOST_CELLS = 16;

/** @param expected the days on which the answer is expected, both included */
export function waitCells(
  days: readonly WaitDay[],
  expected: { fromOn: string; toOn: string },
  today: string,
  words: WaitCellWords,
): WaitCell[] {
  const cells: WaitCell[] = [];
  let closedFrom: string | null = null;
  let closedDays = 0;
  const close = (toOn: string): void => {
    if (closedFrom === null) return;
    cells.push({ kind: 'closed', label: words.closed(closedFrom, toOn), days: closedDays });
    closedFrom = null;
    closedDays = 0;
  };
  let previous = '';
  for (const day of days) {
    if (day.kind === 'off' || day.number === null) {
      closedFrom ??= day.on;
      closedDays += 1;
    } else {
      close(previous);
      cells.push({
        kind: 'day',
        number: day.number,
        label: day.on === today ? words.today : String(Number(day.on.slice(8))),
        state: day.on < today ? 'past' : day.on === today ? 'today' : 'ahead',
        expected: day.on >= expected.fromOn && day.on <= expected.toOn,
        makeUp: day.kind === 'make_up' ? words.makeUp(day.on) : undefined,
      });
    }
    previous = day.on;
  }
  close(previous);
  const firstLeft = cells.findIndex((cell) => cell.kind === 'day' && cell.state !== 'past');
  const surplus = cells.length - MOST_CELLS;
  return cells.slice(Math.max(0, firstLeft < 0 ? surplus : Math.min(surplus, firstLeft)));
}
