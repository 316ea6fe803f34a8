/** Puts together what every decision takes beside the facts: the rules and the calendar of today, and today itself. Called wherever the domain is asked. */
import { Injectable } from '@nestjs/common';
import type { JudgingContext } from '@daiban/domain';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { RuleLookup } from '../../platform/refusal/refused.js';
import { shanghaiDate } from '@daiban/domain/calendar';
import { CalendarService } from '../calendar/calendar.service.js';
import { RulesService } from '../rules/rules.service.js';
import { OwnReviewsService } from './own-reviews.service.js';

@Injectable()
export class JudgingService {
  constructor(
    private readonly businessClock: BusinessClock,
    private readonly calendar: CalendarService,
    private readonly rules: RulesService,
    private readonly ownReviews: OwnReviewsService,
  ) {}

  /** The context of this moment of business time, with rules and calendar as the agency keeps them. */
  async now(agencyId: string): Promise<JudgingContext> {
    const now = await this.businessClock.now();
    const today = shanghaiDate(now);
    const [rulesOn, calendar, ownReviews] = await Promise.all([
      this.rules.booksOf(agencyId),
      this.calendar.calendarOf(agencyId),
      this.ownReviews.listFinished(agencyId),
    ]);
    return { rules: rulesOn(today), rulesOn, calendar, ownReviews, now, today };
  }

  /** Finds the rules that a finding names, in the book it was judged by. */
  ruleOf(context: JudgingContext): RuleLookup {
    return this.rules.ruleLookup(context.rules, context.rulesOn);
  }
}
