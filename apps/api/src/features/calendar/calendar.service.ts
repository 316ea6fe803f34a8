/** The Chinese working calendar: the published years, seeded from the rulebook at the start, under those an agency loaded itself. Given to every decision. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { getWorkingDay, OperationInput, OperationResult } from '@daiban/contracts';
import { WORK_DAYS, WORK_DAYS_SOURCE } from '@daiban/domain';
import { addWorkingDays, buildWorkCalendar, countWorkingDays, type WorkCalendar } from '@daiban/domain/calendar';
import type { Actor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { AgencyMemory } from '../../platform/memory/agency-memory.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CalendarRepository, type CalendarYear, type OwnCalendarYear } from './calendar.repository.js';

/** A year as decisions of an agency take it. */
export type KnownYear =
  (CalendarYear & { readonly origin: 'shipped' }) | (OwnCalendarYear & { readonly origin: 'agency' });

/** The years of an agency and the calendar they make. */
export interface AgencyCalendar {
  /** Oldest first. */
  readonly years: readonly KnownYear[];
  readonly calendar: WorkCalendar;
}

@Injectable()
export class CalendarService implements OnModuleInit {
  readonly #memory: AgencyMemory<AgencyCalendar>;

  constructor(
    private readonly repository: CalendarRepository,
    systemClock: SystemClock,
  ) {
    this.#memory = new AgencyMemory((agencyId) => this.#read(agencyId), systemClock);
  }

  /** Adds the shipped years that the tables do not have. */
  async onModuleInit(): Promise<void> {
    await this.repository.addMissingYearsUnscoped(
      WORK_DAYS.years.map((year) => ({ ...year, source: WORK_DAYS_SOURCE.title })),
    );
  }

  /** The calendar that decisions of an agency take. Without a question to the database, but for the first. */
  async calendarOf(agencyId: string): Promise<WorkCalendar> {
    return (await this.#memory.get(agencyId)).calendar;
  }

  /** The same with the years it is made of. */
  yearsOf(agencyId: string): Promise<AgencyCalendar> {
    return this.#memory.get(agencyId);
  }

  /** The calendar that these years make. */
  calendarWith(years: readonly CalendarYear[]): WorkCalendar {
    return buildWorkCalendar({ years, fixedByLaw: WORK_DAYS.fixedByLaw });
  }

  /** After a year was loaded and committed. */
  forget(agencyId: string): void {
    this.#memory.forget(agencyId);
  }

  /** With `days`: that many working days on. With `to`: the working days between. Exactly one of them, else 400. */
  async getWorkingDay(
    actor: Actor,
    input: OperationInput<typeof getWorkingDay>,
  ): Promise<OperationResult<typeof getWorkingDay> | Refused> {
    const { from, days, to } = input.query;
    if ((days === undefined) === (to === undefined)) return Refused.of('calendar.days_or_to');
    const calendar = await this.calendarOf(actor.agencyId);
    return to === undefined ? addWorkingDays(calendar, from, days ?? 0) : countWorkingDays(calendar, from, to);
  }

  async #read(agencyId: string): Promise<AgencyCalendar> {
    const [shipped, own] = await Promise.all([
      this.repository.listYearsUnscoped(),
      this.repository.listOwnYears(agencyId),
    ]);
    const years = withYears<KnownYear>(
      shipped.map((year) => ({ ...year, origin: 'shipped' as const })),
      own.map((year) => ({ ...year, origin: 'agency' as const })),
    );
    return { years, calendar: this.calendarWith(years) };
  }
}

/** Years by their number, the later list's in the place of the earlier's. */
export function withYears<Year extends CalendarYear>(years: readonly Year[], others: readonly Year[]): Year[] {
  const byNumber = new Map([...years, ...others].map((each) => [each.year, each]));
  return [...byNumber.values()].sort((a, b) => a.year - b.year);
}
