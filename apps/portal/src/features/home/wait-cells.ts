/** Turns the days of a wait into what the gauge draws, and names the closed weeks and the worked weekend days in it. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import type { WaitCell } from '@daiban/ui';
import { formatDate, formatDateRange } from '@daiban/i18n';
import { text } from '../../lib/texts.js';

/** Runs of days off this long are a public holiday and get their dates; a weekend needs none. */
const HOLIDAY_DAYS = 3;

/** Tencent's answer is awaited since a day, expected within a range. */
export type Wait = NonNullable<PortalRegistration['wait']>;
type WaitDay = Wait['days'][number];

/** Days off that follow each other, as one run. */
function runsOff(days: readonly WaitDay[]): WaitDay[][] {
  const runs: WaitDay[][] = [];
  days.forEach((day, index) => {
    if (day.working) return;
    if (days[index - 1]?.working === false) runs.at(-1)!.push(day);
    else runs.push([day]);
  });
  return runs;
}

/** @param today Beijing's date: it need not be a working day; then no cell is marked as today */
export function waitCells(wait: Wait, today: string, locale: Locale): WaitCell[] {
  const runs = runsOff(wait.days);
  let workingDays = 0;
  return wait.days.flatMap((day): WaitCell[] => {
    if (!day.working) {
      const run = runs.find((each) => each[0] === day);
      if (!run) return [];
      const range = formatDateRange(run[0]!.on, run.at(-1)!.on, locale);
      return [{ kind: 'closed', days: run.length, label: text(locale, 'portal.wait.closed_label', { range }) }];
    }
    // The wait begins on day 0, working or not: the first working day after it is day 1.
    const number = day.on === wait.startedOn ? 0 : ++workingDays;
    return [
      {
        kind: 'day',
        number,
        label: day.on === today ? text(locale, 'portal.wait.today') : String(Number(day.on.slice(8))),
        state: day.on < today ? 'past' : day.on === today ? 'today' : 'ahead',
        expected: number >= wait.minDays && number <= wait.maxDays,
        ...(day.makeUp ? { makeUp: makeUpSentence(day.on, today, locale) } : {}),
      },
    ];
  });
}

function makeUpSentence(on: string, today: string, locale: Locale): string {
  return text(locale, 'portal.wait.make_up', { date: formatDate(on, locale, today) });
}

/** What a reader outside China does not know of those days, in sentences. */
export function waitNotes(wait: Wait, today: string, locale: Locale): string[] {
  const holidays = runsOff(wait.days).filter((run) => run.length >= HOLIDAY_DAYS);
  return [
    ...(today > wait.toOn ? [text(locale, 'portal.wait.late')] : []),
    ...holidays.map((run) =>
      text(locale, 'portal.wait.closed', {
        range: formatDateRange(run[0]!.on, run.at(-1)!.on, locale),
      }),
    ),
    ...wait.days.filter(({ makeUp }) => makeUp).map((day) => makeUpSentence(day.on, today, locale)),
    ...(wait.provisional ? [text(locale, 'portal.wait.provisional')] : []),
  ];
}
