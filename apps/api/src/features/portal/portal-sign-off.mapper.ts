/** Builds what the client agrees to before submission, and how their yes stands. Pure; called by its service and by the home page's mapper. */
import type { PortalSignOff } from '@daiban/contracts';
import {
  changedChoices,
  isSignedOff,
  listIrreversibleChoices,
  SIGN_OFF_TEXT_VERSION,
  verificationFee,
  type JudgingContext,
  type RegistrationFacts,
} from '@daiban/domain';
import type { RegistrationState } from '@daiban/domain/enumerations';
import type { Case } from '../registrations/case.js';

/** The choices are made, and nothing is submitted yet. */
export const SIGNING_STATES: readonly RegistrationState[] = [
  'awaiting_prerequisites',
  'awaiting_email',
  'awaiting_admin_verification',
  'ready_to_submit',
];

/** Whose page it is, and who of the client is there. */
export interface SignOffFrame {
  readonly agencyName: string;
  readonly agencyNameZh: string | null;
  /** Present ones, in the order in which they are asked. */
  readonly contacts: readonly { readonly id: string; readonly name: string; readonly isDecider: boolean }[];
}

/** Who says yes for the client: its deciders; where it has none, whoever is asked first. */
export function decidersOf({ contacts }: SignOffFrame): SignOffFrame['contacts'] {
  const deciders = contacts.filter(({ isDecider }) => isDecider);
  return deciders.length > 0 ? deciders : contacts.slice(0, 1);
}

/** @param contactId of the visitor who may act; null: whoever looks cannot sign */
export function toPortalSignOff(
  { facts, particulars }: Case,
  { rules, now }: JudgingContext,
  frame: SignOffFrame,
  contactId: string | null,
): PortalSignOff {
  const { registration, subject, signOff } = facts;
  const choices = listIrreversibleChoices(facts);
  const state = stateOf(facts);
  const deciders = decidersOf(frame);
  const signer = particulars.signOff?.contactId;
  return {
    registrationId: registration.id,
    accountName: registration.proposedName ?? '',
    agencyName: frame.agencyName,
    agencyNameZh: frame.agencyNameZh,
    state,
    last: signOff && {
      signedAt: signOff.signedAt,
      contactName: frame.contacts.find(({ id }) => id === signer)?.name ?? null,
      textVersion: signOff.textVersion,
    },
    changes:
      state === 'changed' && signOff
        ? changedChoices(signOff.choices, choices).map((choice) => ({
            choice,
            was: signOff.choices[choice] ?? null,
            now: choices[choice] ?? null,
          }))
        : [],
    textVersion: SIGN_OFF_TEXT_VERSION,
    choices: Object.entries(choices).map(([choice, value]) => ({ choice, value })),
    fee: toFee(facts, rules),
    owner: {
      subjectName: subject.name,
      licenceOf: subject.licenceOf,
      adminName: particulars.admin?.name ?? null,
    },
    deciders: deciders.map(({ name }) => name),
    maySign:
      (state === 'wanted' || state === 'changed') && contactId !== null && deciders.some(({ id }) => id === contactId),
    now,
  };
}

function stateOf(facts: RegistrationFacts): PortalSignOff['state'] {
  const { registration, signOff } = facts;
  if (registration.submittedAt !== null) return 'submitted';
  if (!SIGNING_STATES.some((state) => state === registration.state)) return 'early';
  if (isSignedOff(facts)) return 'signed';
  return signOff === null ? 'wanted' : 'changed';
}

/** As it would be today; null where no verification exists for such an account. */
function toFee(facts: RegistrationFacts, rules: JudgingContext['rules']): PortalSignOff['fee'] {
  const { fee: amount, ruleId } = verificationFee(facts, facts.orders[0]?.organisationSize ?? null, rules);
  if (ruleId === null) return null;
  return { amount, ruleId, ruleValidFrom: rules.entries[ruleId].validFrom };
}
