/** By when a renewal must be started so that it ends in time, and by when the client must have decided. Pure; called for the reminder mail. */
import { deriveOrderRange, type JudgingContext } from '@daiban/domain';
import type { AccountType, SubjectType } from '@daiban/domain/enumerations';
import { addWorkingDays } from '@daiban/domain/calendar';

export interface RenewalDates {
  /** Working days the review takes; null: nobody knows for this kind of account. */
  readonly reviewDays: { readonly min: number; readonly max: number } | null;
  /** Last day on which a decision leaves time to prepare; null: it is past, or cannot be said. */
  readonly decideByOn: string | null;
  /** Last day on which the review can begin and still end in time, at its longest; null as above. */
  readonly startByOn: string | null;
}

/** @param endsOn last day of the verification */
export function renewalDates(
  account: {
    readonly accountType: AccountType;
    readonly subjectType: SubjectType;
  },
  endsOn: string,
  context: JudgingContext,
): RenewalDates {
  const { accountType, subjectType } = account;
  const range = deriveOrderRange(
    { state: 'awaiting_dispatch', reviewStartedAt: null, paidAt: context.now, enteredStateAt: context.now },
    { registration: { accountType }, subject: { type: subjectType } },
    context,
  );
  if (range === null) return { reviewDays: null, decideByOn: null, startByOn: null };
  const startByOn = addWorkingDays(context.calendar, endsOn, -range.maxDays).date;
  const preparationDays = context.rules.entries['renewal.preparation_working_days'].value;
  const decideByOn = addWorkingDays(context.calendar, startByOn, -preparationDays).date;
  const ahead = (on: string) => (on > context.today ? on : null);
  return {
    reviewDays: { min: range.minDays, max: range.maxDays },
    decideByOn: ahead(decideByOn),
    startByOn: ahead(startByOn),
  };
}
