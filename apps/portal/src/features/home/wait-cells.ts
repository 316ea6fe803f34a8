/** Turns the days of a wait into what the gauge draws, and names the closed weeks and the worked weekend days in it. */
import type { ExpectedRange } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import type { WaitCell } from '@daiban/ui';
import { formatDate, formatDateRange } from '@daiban/i18n';
import { text } from '../../lib/texts.js';

/** Runs of days off this long are a public holiday and get their dates; a weekend needs none. */
const HOLIDAY_DAYS = 3;

type WaitDay = ExpectedRange['days'][number];

/** Days off that follow each other, as one run. */
function runsOff(days: readonly WaitDay[]): WaitDay[][] {
  const runs: WaitDay[][] = [];
  days.forEach((day, index) => {
    if (day.kind !== 'off') return;
    if (days[index - 1]?.kind === 'off') runs.at(-1)!.push(day);
    else runs.push([day]);
  });
  return runs;
}

/** @param today Beijing's date: it need not be a working day; then no cell is marked as today */
export function waitCells(range: ExpectedRange, today: string, locale: Locale): WaitCell[] {
  const runs = runsOff(range.days);
  return range.days.flatMap((day): WaitCell[] => {
    if (day.kind === 'off') {
      const run = runs.find((each) => each[0] === day);
      if (!run) return [];
      return [{ kind: 'closed', days: run.length, label: formatDateRange(run[0]!.on, run.at(-1)!.on, locale) }];
    }
    const number = day.number ?? 0;
    return [
      {
        kind: 'day',
        number,
        label: day.on === today ? text(locale, 'portal.journey.today') : String(Number(day.on.slice(8))),
        state: day.on < today ? 'past' : day.on === today ? 'today' : 'ahead',
        expected: number >= range.minDays && number <= range.maxDays,
        ...(day.kind === 'make_up' ? { makeUp: makeUpSentence(day.on, today, locale) } : {}),
      },
    ];
  });
}

function makeUpSentence(on: string, today: string, locale: Locale): string {
  return text(locale, 'portal.wait.make_up', { date: formatDate(on, locale, today) });
}

/** Working days gone by today; past the last day of the range it stays at that range's end. */
export function dayNumber(range: ExpectedRange, today: string): number {
  return range.days.reduce((highest, day) => (day.on <= today ? Math.max(highest, day.number ?? 0) : highest), 0);
}

/** What a reader outside China does not know of those days, in sentences. */
export function waitNotes(range: ExpectedRange, today: string, locale: Locale): string[] {
  const holidays = runsOff(range.days).filter((run) => run.length >= HOLIDAY_DAYS);
  return [
    ...(today > range.toOn ? [text(locale, 'portal.wait.late')] : []),
    ...holidays.map((run) =>
      text(locale, 'portal.wait.closed', { range: formatDateRange(run[0]!.on, run.at(-1)!.on, locale) }),
    ),
    ...range.days.filter((day) => day.kind === 'make_up').map((day) => makeUpSentence(day.on, today, locale)),
    ...(range.provisional ? [text(locale, 'portal.wait.provisional')] : []),
  ];
}
