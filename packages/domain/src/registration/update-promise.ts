/** By when the client hears from us again, whatever happens. Called by `deriveCase`. */
import { addWorkingDays, shanghaiDate, shanghaiInstant } from '../calendar/index.js';
import type { Stage } from '../enumerations/index.js';
import type { RuleId } from '../rulebook/rule-values.js';
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

/** The stage's working days after the client's last news, at the rule's time of day; null where nothing is owed, and while the case is paused. */
export function deriveUpdatePromise(
  facts: Pick<RegistrationFacts, 'registration'>,
  stage: Stage,
  context: JudgingContext,
): UpdatePromise | null {
  const { registration } = facts;
  const ruleId = 'promise.working_days';
  const workingDays = context.rules.entries[ruleId].value[stage];
  if (workingDays === null || registration.pausedAt !== null) return null;
  const lastNewsOn = shanghaiDate(registration.lastClientNewsAt ?? registration.enteredStateAt);
  const { date, provisional } = addWorkingDays(context.calendar, lastNewsOn, workingDays);
  const by = shanghaiInstant(date, context.rules.entries['promise.time'].value);
  return { by, broken: Date.parse(context.now) > Date.parse(by), provisional, ruleId };
}
