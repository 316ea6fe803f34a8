/** Which years of the calendar are announced, and how an owner loads the next one: checked against what a notice can say, compared over the open cases, written into the agency's history. */
import type {
  CalendarYear,
  listCalendarYears,
  OperationInput,
  OperationResult,
  setCalendarYear,
} from '@daiban/contracts';
import {
  deriveCase,
  HOLIDAYS_BY_LAW,
  WORK_DAYS,
  type Finding,
  type JudgingContext,
  type RegistrationFacts,
  type RuleId,
} from '@daiban/domain';
import { addDays, checkWorkYear, type WorkYearProblem } from '@daiban/domain/calendar';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toRefusals } from '../../platform/refusal/to-refusals.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { TouchedCasesService } from '../registrations/touched-cases.service.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarService, withYears, type KnownYear } from './calendar.service.js';

/** A notice comes in the autumn before its year; what lies further ahead is a slip of the pen. */
const YEARS_AHEAD = 5;

@Injectable()
export class CalendarYearsService {
  constructor(
    private readonly calendar: CalendarService,
    private readonly repository: CalendarRepository,
    private readonly agencies: AgenciesService,
    private readonly judging: JudgingService,
    private readonly touched: TouchedCasesService,
    private readonly database: Database,
  ) {}

  /** The years as the agency has them, and whether the next one should be there by now. */
  async listYears({ agencyId }: StaffActor): Promise<OperationResult<typeof listCalendarYears>> {
    const [{ years, calendar }, { rules, today }, version] = await Promise.all([
      this.calendar.yearsOf(agencyId),
      this.judging.now(agencyId),
      this.agencies.getVersion(agencyId),
    ]);
    const year = Number(addDays(calendar.officialUntil, 1).slice(0, 4));
    const warnFromOn = `${year - 1}-${rules.entries['calendar.warn_from'].value}`;
    return {
      items: years.map(toYear),
      officialFrom: calendar.officialFrom ?? calendar.officialUntil,
      officialUntil: calendar.officialUntil,
      missing: {
        year,
        warnFromOn,
        isDue: today >= warnFromOn,
        fixedDaysOff: WORK_DAYS.fixedByLaw.map((day) => `${year}-${day}`),
      },
      holidaysByLaw: HOLIDAYS_BY_LAW,
      version,
    };
  }

  /**
   * Puts a year in the place of the one the agency has; from then on every decision counts by it. Refused: a year that is over (what was decided
   * in it stands), and what no notice can say. What is only unlike every notice so far is told and stored.
   * @param memberId who acts, or in whose name a program acts
   */
  async setYear(
    actor: StaffActor,
    memberId: string,
    { params, query, body }: OperationInput<typeof setCalendarYear>,
  ): Promise<OperationResult<typeof setCalendarYear> | Refused> {
    const { agencyId } = actor;
    const { year } = params;
    const before = await this.judging.now(agencyId);
    const thisYear = Number(before.today.slice(0, 4));
    if (year < thisYear || year > thisYear + YEARS_AHEAD)
      return Refused.of('calendar.year_over', { params: { year, from: thisYear, to: thisYear + YEARS_AHEAD } });
    const given = { year, off: sorted(body.daysOff), makeUp: sorted(body.makeUpDays), source: body.source };
    const law = { fixedByLaw: WORK_DAYS.fixedByLaw, holidays: HOLIDAYS_BY_LAW };
    const { problems, warnings } = checkWorkYear(given, law);
    if (problems.length > 0)
      return Refused.because(
        problems.map((each) => toFinding(each, 'hard')),
        this.judging.ruleOf(before),
      );

    const { years } = await this.calendar.yearsOf(agencyId);
    const replaced = years.find((each) => each.year === year);
    const setBy = await this.repository.nameOf(agencyId, memberId);
    const own: KnownYear = { ...given, origin: 'agency', setBy, setAt: before.now };
    const after = { ...before, calendar: this.calendar.calendarWith(withYears(years, [own])) };
    const isDryRun = query.dryRun === 'true';
    const version = isDryRun
      ? await this.#versionFor(agencyId, body.expectedVersion)
      : await this.database.withAgency<number | Refused>(agencyId, async (transaction) => {
          const payload = {
            year,
            source: given.source,
            daysOff: given.off,
            makeUpDays: given.makeUp,
            replaced: replaced ? { source: replaced.source, daysOff: replaced.off, makeUpDays: replaced.makeUp } : null,
          };
          const draft = { kind: 'calendar_year_set', payload } as const;
          const moved = await this.agencies.recordChange(transaction, actor, body.expectedVersion ?? null, draft);
          if (!(moved instanceof Refused)) await this.repository.setOwnYear(transaction, own, memberId);
          return moved;
        });
    if (version instanceof Refused) return version;
    if (!isDryRun) this.calendar.forget(agencyId);
    return {
      year: toYear(own),
      warnings: toRefusals(
        warnings.map((each) => toFinding(each, 'soft')),
        actor.locale,
        this.judging.ruleOf(before),
      ),
      casesTouched: await this.touched.compare(agencyId, before, after, datesOf, !isDryRun),
      version,
    };
  }

  /** The agency's version, or the conflict that the real call would meet. */
  async #versionFor(agencyId: string, expected: number | undefined): Promise<number | Refused> {
    const version = await this.agencies.getVersion(agencyId);
    return expected === undefined || expected === version ? version : Refused.versionConflict();
  }
}

/** What a case answers that working days move. */
function datesOf(facts: RegistrationFacts, context: JudgingContext): Readonly<Record<string, unknown>> {
  const { promise, expectedRange, deadlines, dueAt } = deriveCase(facts, context);
  return { promise, expectedRange, deadlines, dueAt };
}

function toFinding({ code, params }: WorkYearProblem, kind: 'hard' | 'soft'): Finding {
  const clearing = { clearedBy: 'correct_calendar_year', clearedByHolder: 'agency' } as const;
  return { code, kind, ruleId: ruleBehind(code, params), params, ...clearing };
}

/** 1 January is the one holiday with a rule of its own; of all others the notice tells. */
function ruleBehind(code: WorkYearProblem['code'], { days }: WorkYearProblem['params']): RuleId {
  const missesNewYear = code === 'calendar.fixed_holiday_missing' && String(days).includes('-01-01');
  return missesNewYear ? 'calendar.new_year' : 'calendar.notice';
}

function toYear(year: KnownYear): CalendarYear {
  const { source, off, makeUp, origin } = year;
  const set = origin === 'agency' ? { setBy: year.setBy, setAt: year.setAt } : { setBy: null, setAt: null };
  return { year: year.year, daysOff: [...off], makeUpDays: [...makeUp], source, origin, ...set };
}

function sorted(days: readonly string[]): string[] {
  return [...new Set(days)].sort();
}
