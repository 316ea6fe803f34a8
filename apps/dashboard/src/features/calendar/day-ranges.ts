/** Writes days as the ranges they make: the picture's twin in text, and what the form is filled with. */
import { addDays } from '@daiban/domain/calendar';
import { formatDateRange } from '@daiban/i18n';
import type { Locale } from '@daiban/domain/enumerations';

/** Neighbouring days together, first and last of each run, in order. */
export function rangesOf(days: readonly string[]): [string, string][] {
  const ranges: [string, string][] = [];
  for (const on of [...days].sort()) {
    const last = ranges.at(-1);
    if (last && addDays(last[1], 1) === on) last[1] = on;
    else ranges.push([on, on]);
  }
  return ranges;
}

/** `1–3 Jan, 15–23 Feb` · `1月1日至3日、2月15日至23日`. */
export function writeDays(days: readonly string[], locale: Locale): string {
  return rangesOf(days)
    .map(([from, to]) => formatDateRange(from, to, locale))
    .join(locale === 'zh' ? '、' : ', ');
}

/** In the form that `parseDayList` reads back: a line for each run. */
export function toDayList(days: readonly string[]): string {
  return rangesOf(days)
    .map(([from, to]) => (from === to ? from : `${from}..${to}`))
    .join('\n');
}
