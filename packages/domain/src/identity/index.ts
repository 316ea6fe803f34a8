/** Door of identity: checks of numbers, addresses and names; pure, safe for the browser. */
export * from './account-name.js';
export * from './email.js';
export {
  IDENTIFIER_PROBLEM_CODES,
  type IdentifierCheck,
  type IdentifierProblem,
  type IdentifierProblemCode,
} from './identifier-check.js';
export * from './licence-code.js';
export * from './mask.js';
export * from './phone.js';
export * from './punycode.js';
export * from './registered-name.js';
export * from './resident-id.js';
export * from './uscc.js';
