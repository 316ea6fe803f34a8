/** The Chinese working calendar as published: seeded from the rulebook at the start, read from its tables, given to every decision. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { getWorkingDay, OperationInput, OperationResult } from '@daiban/contracts';
import { WORK_DAYS, WORK_DAYS_SOURCE } from '@daiban/domain';
import { addWorkingDays, buildWorkCalendar, countWorkingDays, type WorkCalendar } from '@daiban/domain/calendar';
import { SystemClock } from '../../platform/clock/clock.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CalendarRepository } from './calendar.repository.js';

/** How long a year that another process corrected may go unseen. */
const FRESH_MS = 60_000;

@Injectable()
export class CalendarService implements OnModuleInit {
  #known: { readonly calendar: WorkCalendar; readonly readAtMs: number } | null = null;

  constructor(
    private readonly repository: CalendarRepository,
    private readonly systemClock: SystemClock,
  ) {}

  /** Adds the shipped years that the tables do not have. */
  async onModuleInit(): Promise<void> {
    await this.repository.addMissingYearsUnscoped(
      WORK_DAYS.years.map((year) => ({ ...year, source: WORK_DAYS_SOURCE.title })),
    );
  }

  /** The calendar that decisions take. */
  async calendar(): Promise<WorkCalendar> {
    const nowMs = Date.parse(this.systemClock.now());
    if (this.#known && nowMs - this.#known.readAtMs < FRESH_MS) return this.#known.calendar;
    const years = await this.repository.listYearsUnscoped();
    const calendar = buildWorkCalendar({ years, fixedByLaw: WORK_DAYS.fixedByLaw });
    this.#known = { calendar, readAtMs: nowMs };
    return calendar;
  }

  /** With `days`: that many working days on. With `to`: the working days between. Exactly one of them, else 400. */
  async getWorkingDay(
    input: OperationInput<typeof getWorkingDay>,
  ): Promise<OperationResult<typeof getWorkingDay> | Refused> {
    const { from, days, to } = input.query;
    if ((days === undefined) === (to === undefined)) return Refused.of('calendar.days_or_to');
    const calendar = await this.calendar();
    return to === undefined ? addWorkingDays(calendar, from, days ?? 0) : countWorkingDays(calendar, from, to);
  }
}
