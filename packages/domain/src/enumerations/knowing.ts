/** The words of what is asked and answered: advice and identifiers. */

/** What a company wants an account for. */
export const ADVICE_GOALS = ['content', 'customer_service', 'ecommerce', 'internal', 'app'] as const;
export type AdviceGoal = (typeof ADVICE_GOALS)[number];

/** The right to the name that an account would carry. */
export const TRADEMARK_RIGHTS = ['own', 'licensed', 'none'] as const;
export type TrademarkRight = (typeof TRADEMARK_RIGHTS)[number];

/** `unknown` is an answer of its own: nobody knows, and here is whom to ask. */
export const VERDICTS = ['allowed', 'refused', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whose licence an account would stand on: the ways that a foreign company has. */
export const LICENCE_OPTIONS = ['own_mainland', 'another_party', 'own_overseas'] as const;
export type LicenceOption = (typeof LICENCE_OPTIONS)[number];

/** What can be checked by its form and arithmetic alone. */
export const IDENTIFIER_KINDS = [
  'uscc',
  'licence_code',
  'organisation_code',
  'resident_id',
  'email',
  'phone',
  'account_name',
] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Whether WeChat takes it: a question of its own, since a well-formed number may still be one that its form refuses. */
export const ACCEPTANCES = ['accepted', 'refused', 'unknown'] as const;
export type Acceptance = (typeof ACCEPTANCES)[number];
