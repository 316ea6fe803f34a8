/** How long Tencent took over the agency's own finished reviews of the same kind of account, in working days. Called for the expected range, which tells experience rather than the rule once there is enough of it. */
import { addDays, countWorkingDays, type WorkCalendar } from '../calendar/index.js';
import type { AccountType, Route, SubjectType } from '../enumerations/index.js';
import type { Rulebook, WorkingDayRange } from '../rulebook/rule-values.js';

/** What makes two reviews comparable. */
export interface ReviewGroup {
  readonly accountType: AccountType;
  readonly subjectType: SubjectType;
  readonly route: Route;
}

/** A review that ended with Tencent's answer, yes or no. */
export interface FinishedReview extends ReviewGroup {
  /** Day 0 of its last stretch (Shanghai): a correction starts it anew, as it does for the range. */
  readonly startedOn: string;
  /** Day of the answer. */
  readonly endedOn: string;
}

export interface OwnReviewTimes {
  /** Working days within which half of them were answered, and nine of ten. */
  readonly range: WorkingDayRange;
  /** How many there are. */
  readonly cases: number;
}

/**
 * The times of the reviews that were over before a day and not too long before, so that a range, once told, is not moved by what other cases bring
 * later. Null: there are fewer of them than the rule asks for.
 * @param before day 0 of the review that is asked about
 */
export function ownReviewTimes(
  reviews: readonly FinishedReview[],
  { accountType, subjectType, route }: ReviewGroup,
  before: string,
  { rules, calendar }: { readonly rules: Rulebook; readonly calendar: WorkCalendar },
): OwnReviewTimes | null {
  const earliest = addDays(before, -rules.entries['review.own_cases_days'].value);
  const days = reviews
    .filter(
      (review) =>
        review.accountType === accountType &&
        review.subjectType === subjectType &&
        review.route === route &&
        review.endedOn < before &&
        review.endedOn >= earliest,
    )
    .map(({ startedOn, endedOn }) => countWorkingDays(calendar, startedOn, endedOn).workingDays)
    .toSorted((one, other) => one - other);
  if (days.length < rules.entries['review.own_cases_min'].value) return null;
  const from = percentile(days, 50);
  // A single day is never promised.
  return { range: { from, to: Math.max(percentile(days, 90), from + 1) }, cases: days.length };
}

/** By nearest rank: a number of days that really happened, within which so many of a hundred were over. */
function percentile(ascending: readonly number[], percent: number): number {
  return ascending[Math.ceil((ascending.length * percent) / 100) - 1] ?? 0;
}
