/** Door of the domain: the rulebook, the machines and the decisions. Pure: no clock, no input or output. */
export * from './enumerations/index.js';
export * from './identity/index.js';
export * from './calendar/index.js';

export * from './machine/check-override.js';
export * from './machine/draw-machine.js';
export * from './machine/engine-findings.js';
export * from './machine/fact-spec.js';
export * from './machine/finding.js';
export * from './machine/judgement.js';
export * from './machine/money.js';
export * from './machine/resolve-rulebook.js';
export * from './machine/rule-entry.js';
export * from './machine/transition-row.js';
export * from './machine/value-form.js';

export * from './preflight/account-name-rule.js';
export {
  ILLUSTRATED_REASONS,
  RETURN_REASONS,
  USUAL_EXAMPLES,
  type IllustratedReason,
  type ReturnReason,
} from './rulebook/documents.js';
export * from './retention/deletion-day.js';
export * from './rulebook/findings.js';
export * from './rulebook/history-entries.js';
export * from './rulebook/identifier-rules.js';
export { IMPORT_WORDS } from './rulebook/import-words.js';
export * from './rulebook/order-transitions.js';
export * from './rulebook/permissions.js';
export { PHONE_PLANS } from './rulebook/phone-plans.js';
export * from './rulebook/prerequisites.js';
export * from './rulebook/quota-raise-transitions.js';
export * from './rulebook/registration-transitions.js';
export * from './rulebook/rule-values.js';
export * from './rulebook/shipped-rules.js';
export * from './rulebook/sources.js';
export * from './rulebook/work-days.js';
export { WORK_DAYS } from './calendar/shipped-work-days.js';

export * from './registration/apply-changes.js';
export * from './registration/derive-case.js';
export * from './registration/event-facts.js';
export * from './registration/expected-range.js';
export * from './registration/own-review-times.js';
export * from './registration/holder.js';
export { judgeRegistrationEvent, listAvailableEvents } from './registration/judge-registration-event.js';
export { emailBlocked } from './registration/email-blocked.js';
export { openOrder, type JudgingContext } from './registration/judging.js';
export * from './registration/last-review-day.js';
export { ownTargetOf } from './registration/migration-target.js';
export * from './registration/registration-change.js';
export * from './registration/registration-command.js';
export * from './registration/registration-deadlines.js';
export { emailStateAfterRelease } from './registration/registration-effects.js';
export * from './registration/registration-facts.js';
export * from './registration/required-prerequisites.js';
export * from './registration/sign-off.js';
export * from './registration/stage.js';
export * from './registration/states-page.js';
export * from './registration/update-promise.js';

export * from './preflight/derive-preflight.js';
export * from './preflight/fee-doubts.js';
export * from './fill-sheet/build-fill-sheet.js';
export * from './fill-sheet/seal-fill-sheet.js';
export * from './fill-sheet/sheet-rows.js';

export * from './verification/fee.js';
export { judgeOrderEvent, listAvailableOrderEvents } from './verification/judge-order-event.js';
export * from './verification/verification-status.js';
export * from './verification/weigh-evidence.js';

export type * from './advice/advice-answer.js';
export type { AdviceContext, AdviceQuestion, ExistingAccount } from './advice/advice-question.js';
export { ADVICE_FINDINGS } from './advice/advice-findings.js';
export { getAdvice } from './advice/get-advice.js';
export { ADVICE_STATEMENTS, type AdviceStatementCode } from './advice/statement-codes.js';

export * from './appointment/judge-appointment.js';

export * from './passport/build-passport.js';

export * from './quota/admin-quota.js';
export * from './quota/judge-operator.js';
export * from './quota/judge-quota-raise.js';
export * from './quota/ended-elsewhere.js';
export * from './quota/restricted-elsewhere.js';
export * from './quota/subject-quota.js';
export * from './quota/what-if.js';
export * from './renewal/renewal-ladder.js';
export * from './renewal/renewal-window.js';
export * from './history/replay-history.js';
export { keptRules, type KeptRule } from './history/rules-of-decision.js';
export * from './history/derive-journey.js';

export * from './import/guess-columns.js';
export * from './import/import-plan.js';
export * from './import/import-words.js';
export * from './import/mask-numbers.js';
export * from './import/plan-import.js';
export { cleanCell } from './import/read-row.js';
export { keyOfName } from './import/row-memory.js';
export * from './import/sheet-field.js';
