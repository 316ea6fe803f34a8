/** When an account may be renewed. Called by the order's guards, the stage, and the renewals screen. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { VerificationFacts } from '../registration/registration-facts.js';
import type { Rulebook } from '../rulebook/rule-values.js';
import { verificationEndsOn } from '../verification/verification-status.js';

export interface RenewalWindow {
  /** First day of the window. */
  opensOn: string;
  /** Last day on which the verification holds. */
  untilOn: string;
  /** `wechat`: told by WeChat · `computed`: the rule's days before the end, "about". */
  basis: 'wechat' | 'computed';
}

/** The window of the verification we hold; null while no end is known or nothing was ever passed. */
export function renewalWindow(facts: VerificationFacts, rules: Rulebook): RenewalWindow | null {
  const untilOn = verificationEndsOn(facts);
  if (untilOn === null || facts.qualification !== 'passed') return null;
  if (facts.windowOpensOn !== null) return { opensOn: facts.windowOpensOn, untilOn, basis: 'wechat' };
  const days = rules.entries['renewal.window_days'].value;
  // WeChat counts whole days back from the instant, which may lie at midnight.
  const opensOn = addDays(facts.until === null ? untilOn : shanghaiDate(facts.until), -days);
  return { opensOn, untilOn, basis: 'computed' };
}
