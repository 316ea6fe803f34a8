/** The day by which a review that begins today has ended at the latest. Called by whoever asks whether a paper holds that long. */
import { addWorkingDays } from '../calendar/index.js';
import { reviewDays } from './guards/papers-guards.js';
import type { JudgingContext } from './judging.js';
import type { RegistrationFacts } from './registration-facts.js';

export function lastReviewDay(
  facts: Pick<RegistrationFacts, 'subject'>,
  { rules, calendar, today }: Pick<JudgingContext, 'rules' | 'calendar' | 'today'>,
): string {
  return addWorkingDays(calendar, today, reviewDays(rules, facts)).date;
}
