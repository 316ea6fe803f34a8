/** Door of the domain: the rulebook, the machines and the decisions. Pure: no clock, no input or output. */
export * from './enumerations/index.js';
export * from './identity/index.js';
export * from './calendar/index.js';
export * from './machine/finding.js';
export * from './machine/fact-spec.js';
export * from './machine/judgement.js';
export * from './machine/money.js';
export * from './registration/event-facts.js';
export * from './registration/registration-change.js';
export * from './registration/registration-command.js';
export * from './registration/registration-facts.js';
