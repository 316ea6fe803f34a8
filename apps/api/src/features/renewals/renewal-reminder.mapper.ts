/** Writes down what the reminder mail says, from the facts as they are now. Called by the reminders service for each mail. */
import { ladderSteps, verificationEndsOn, verificationFee, type JudgingContext } from '@daiban/domain';
import type { RenewalReminderParams, RenewalStep } from '@daiban/emails';
import { renewalDates } from './renewal-dates.js';
import type { ReminderRow } from './renewals.repository.js';

/** @param actionUrl the contact's address in the portal */
export function toReminderParams(row: ReminderRow, actionUrl: string, context: JudgingContext): RenewalReminderParams {
  const endsOn = verificationEndsOn(row) ?? context.today;
  const account = {
    registration: { accountType: row.accountType },
    subject: { type: row.subjectType, class: row.subjectClass },
  };
  const next = ladderSteps(endsOn, context.rules)
    .filter(({ on }) => on > context.today)
    .at(0);
  return {
    accountName: row.accountName,
    accountType: row.accountType,
    agencyName: row.locale === 'zh' ? (row.agencyNameZh ?? row.agencyName) : row.agencyName,
    assigneeName: row.assigneeName,
    step: toneStep(row.step),
    today: context.today,
    endsOn,
    provenance: row.untilProvenance ?? row.provenance ?? 'typed',
    ...renewalDates(row, endsOn, context),
    officialFee: verificationFee(account, null, context.rules).fee,
    agencyFee: null,
    // Which papers still hold for another year is known once documents are kept.
    papers: null,
    nextReminderOn: next?.on ?? null,
    actionUrl,
  };
}

const TONES = [90, 60, 30, 14, 7, 3, 1, 0] as const satisfies readonly RenewalStep[];

/** An agency's own ladder may have other steps than the mail has tones: such a step sounds like the one before it. */
function toneStep(step: number): RenewalStep {
  return TONES.findLast((tone) => tone >= step) ?? TONES[0];
}
