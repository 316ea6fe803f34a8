/** Asks the domain with the agency's rules of today, and keeps what a case may come of. Called by its controller and, for a new case, by registrations. */
import { Injectable } from '@nestjs/common';
import type { Advice } from '@daiban/contracts';
import { getAdvice, type AdviceQuestion } from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import { v7 } from 'uuid';
import type { Actor, StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { RulesService } from '../rules/rules.service.js';
import { toAdvice } from './advice.mapper.js';
import { AdviceRepository, type AdviceRow, type GivenAdvice } from './advice.repository.js';

@Injectable()
export class AdviceService {
  constructor(
    private readonly repository: AdviceRepository,
    private readonly database: Database,
    private readonly rules: RulesService,
    private readonly calendar: CalendarService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** Answers, and keeps nothing. */
  async answer(actor: Actor, question: AdviceQuestion): Promise<Advice> {
    return toAdvice({ ...(await this.#ask(actor, question)), id: null }, actor.locale);
  }

  /** Answers, and keeps both: a case can name it. */
  async keep(actor: StaffActor, question: AdviceQuestion): Promise<Advice> {
    const row: AdviceRow = { ...(await this.#ask(actor, question)), id: v7() };
    const askedBy = actor.memberId ?? (actor.kind === 'member' ? actor.id : null);
    await this.database.withAgency<void>(actor.agencyId, (transaction) =>
      this.repository.insert(transaction, row, askedBy),
    );
    return toAdvice(row, actor.locale);
  }

  /** An answer that `keepIn` keeps later, with whatever else its asker leaves. */
  async answerToKeep(actor: Actor, question: AdviceQuestion): Promise<AdviceRow> {
    return { ...(await this.#ask(actor, question)), id: v7() };
  }

  /** Keeps an answer of `answerToKeep`: of somebody who is no member. */
  keepIn(transaction: AgencyTransaction, row: AdviceRow): Promise<void> {
    return this.repository.insert(transaction, row, null);
  }

  /** The answer as it was given, in the reader's language of now. */
  async get(actor: StaffActor, id: string): Promise<Advice | Refused> {
    const row = await this.repository.find(actor.agencyId, id);
    return row ? toAdvice(row, actor.locale) : Refused.notFound();
  }

  /** What a case opened on it says of it; null when the agency keeps no such answer. */
  given(transaction: AgencyTransaction, id: string): Promise<GivenAdvice | null> {
    return this.repository.findGiven(transaction, id);
  }

  async #ask({ agencyId }: Actor, question: AdviceQuestion): Promise<Omit<AdviceRow, 'id'>> {
    const now = await this.businessClock.now();
    const today = shanghaiDate(now);
    const [rules, calendar] = await Promise.all([
      this.rules.rulesOn(agencyId, today),
      this.calendar.calendarOf(agencyId),
    ]);
    const answer = getAdvice(question, { rules, calendar, today });
    return { question, answer, rulebookVersion: rules.version, asOf: today, askedAt: now };
  }
}
