/** By when the client hears from us again, whatever happens. Called by `deriveCase`. */
import { addDays, addWorkingDays, shanghaiDate, shanghaiInstant } from '../calendar/index.js';
import type { Stage } from '../enumerations/index.js';
import type { RuleId } from '../rulebook/rule-values.js';
import { renewalWindow } from '../renewal/renewal-window.js';
import type { JudgingContext } from './judging.js';
import type { RegistrationFacts } from './registration-facts.js';

export interface UpdatePromise {
  /** Instant by which the client hears from us. */
  by: string;
  /** The instant has passed. */
  broken: boolean;
  /** It was counted over days whose holidays are not announced. */
  provisional: boolean;
  ruleId: RuleId;
}

/**
 * The stage's working days after the client's last news, at the rule's time of day; null where nothing is owed, and while
 * the case is paused. A stage that time itself brought begins on its day: a year of silence about a quiet live account
 * breaks nothing.
 */
export function deriveUpdatePromise(
  facts: Pick<RegistrationFacts, 'registration' | 'verification'>,
  stage: Stage,
  context: JudgingContext,
): UpdatePromise | null {
  const { registration } = facts;
  const ruleId = 'promise.working_days';
  const workingDays = context.rules.entries[ruleId].value[stage];
  if (workingDays === null || registration.pausedAt !== null) return null;
  const lastNewsOn = shanghaiDate(registration.lastClientNewsAt ?? registration.enteredStateAt);
  const beganOn = stageBroughtByTimeOn(facts, stage, context);
  const countedFrom = beganOn !== null && beganOn > lastNewsOn ? beganOn : lastNewsOn;
  const { date, provisional } = addWorkingDays(context.calendar, countedFrom, workingDays);
  const by = shanghaiInstant(date, context.rules.entries['promise.time'].value);
  return { by, broken: Date.parse(context.now) > Date.parse(by), provisional, ruleId };
}

/** First day of a stage that no event but the calendar brings; null for the others. */
function stageBroughtByTimeOn(
  { verification }: Pick<RegistrationFacts, 'verification'>,
  stage: Stage,
  context: JudgingContext,
): string | null {
  const window = renewalWindow(verification, context.rules);
  if (stage === 'renewal_due') return window?.opensOn ?? null;
  return stage === 'verification_expired' && window ? addDays(window.untilOn, 1) : null;
}
