/** Spells out the announced years of the rulebook day by day. The API seeds the work calendar's table from it. */
import { ANNOUNCED_WORK_DAYS, DAYS_OFF_BY_LAW } from '../rulebook/work-days.js';
import type { WorkDayTable } from './build-work-calendar.js';
import { parseDayList } from './parse-day-list.js';

/** A year as the rulebook notes it: days off and weekend days worked in exchange, each `MM-DD` or a range `MM-DD..MM-DD`. */
export type AnnouncedYear = readonly [year: number, off: string, makeUp: string];

export const WORK_DAYS: WorkDayTable = {
  years: ANNOUNCED_WORK_DAYS.map(([year, off, makeUp]) => ({
    year,
    off: parseDayList(off, year).days,
    makeUp: parseDayList(makeUp, year).days,
  })),
  fixedByLaw: DAYS_OFF_BY_LAW,
};
