/** The choices that can never be changed after submission, which the client signs off in words. Called by guards, the case screen, the portal. */
import type { RegistrationFacts } from './registration-facts.js';

/** Version of the text the client signs; a new text does not void what was signed under an old one. */
export const SIGN_OFF_TEXT_VERSION = '2026-11';

/** Choices by name, in the order they are shown; null: not yet chosen. */
export type IrreversibleChoices = Readonly<Record<string, string | null>>;

/** Type, subject, region, route (and with it whether a fee stands before live) and name, in their present form. */
export function listIrreversibleChoices(
  facts: Pick<RegistrationFacts, 'registration' | 'subject'>,
): IrreversibleChoices {
  const { registration, subject } = facts;
  return {
    accountType: registration.accountType,
    subjectType: subject.type,
    subjectClass: subject.class,
    subjectName: subject.name,
    subjectCode: subject.code,
    countryCode: subject.countryCode,
    licenceOf: subject.licenceOf,
    route: registration.route,
    proposedName: registration.proposedName,
  };
}

/** Names of the choices that differ from what was signed; empty: the sign-off holds. */
export function changedChoices(signed: IrreversibleChoices, present: IrreversibleChoices): string[] {
  return Object.keys(present).filter((name) => (signed[name] ?? null) !== present[name]);
}

/** Whether the last sign-off stands for the choices as they are now. */
export function isSignedOff(facts: Pick<RegistrationFacts, 'registration' | 'subject' | 'signOff'>): boolean {
  const { signOff } = facts;
  if (signOff === null || signOff.voidedAt !== null) return false;
  return changedChoices(signOff.choices, listIrreversibleChoices(facts)).length === 0;
}
