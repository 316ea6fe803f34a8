/** Door of the domain: the rulebook, the machines and the decisions. Pure: no clock, no input or output. */
export * from './enumerations/index.js';
export * from './identity/index.js';
export * from './calendar/index.js';

export * from './machine/draw-machine.js';
export * from './machine/engine-findings.js';
export * from './machine/fact-spec.js';
export * from './machine/finding.js';
export * from './machine/judgement.js';
export * from './machine/money.js';
export * from './machine/resolve-rulebook.js';
export * from './machine/rule-entry.js';
export * from './machine/transition-row.js';

export * from './rulebook/findings.js';
export * from './rulebook/history-entries.js';
export { IMPORT_WORDS } from './rulebook/import-words.js';
export * from './rulebook/order-transitions.js';
export * from './rulebook/permissions.js';
export { PHONE_PLANS } from './rulebook/phone-plans.js';
export * from './rulebook/prerequisites.js';
export * from './rulebook/registration-transitions.js';
export * from './rulebook/rule-values.js';
export * from './rulebook/shipped-rules.js';
export * from './rulebook/sources.js';
export * from './rulebook/work-days.js';

export * from './registration/apply-changes.js';
export * from './registration/derive-case.js';
export * from './registration/event-facts.js';
export * from './registration/expected-range.js';
export * from './registration/holder.js';
export { judgeRegistrationEvent, listAvailableEvents } from './registration/judge-registration-event.js';
export type { JudgingContext } from './registration/judging.js';
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

export * from './verification/fee.js';
export { judgeOrderEvent, listAvailableOrderEvents } from './verification/judge-order-event.js';
export * from './verification/verification-status.js';
export * from './verification/weigh-evidence.js';

export * from './quota/admin-quota.js';
export * from './quota/subject-quota.js';
export * from './renewal/renewal-ladder.js';
export * from './renewal/renewal-window.js';
export * from './history/replay-history.js';
export * from './history/derive-journey.js';

export * from './import/guess-columns.js';
export * from './import/import-plan.js';
export * from './import/import-words.js';
export * from './import/mask-numbers.js';
export * from './import/plan-import.js';
export { cleanCell } from './import/read-row.js';
export { keyOfName } from './import/row-memory.js';
export * from './import/sheet-field.js';
