/** Effects of what happens to an account once it is live: restriction, changes of admin, address and names, migration, deregistration. Part of `REGISTRATION_EFFECTS`. */
import { addDays, shanghaiDate } from '../calendar/index.js';
import type { RegistrationState, RestrictionKind } from '../enumerations/index.js';
import type { Move } from '../machine/transition-row.js';
import type { RegistrationEffectName } from '../rulebook/registration-transitions.js';
import type { FreezeTier } from '../rulebook/rule-values.js';
import { countFact, textFact, type JudgingInput } from './judging.js';
import { readTarget } from './migration-target.js';
import type { Change, RegistrationFields } from './registration-change.js';
import type { RegistrationRow } from './registration-facts.js';

type Effect = (input: JudgingInput, move: Move<RegistrationState>) => readonly Change[];

export const LIFE_AFTER_EFFECTS = {
  restrict,
  lift_restriction: (input) => [...set({ restrictionKind: null }), ...noteStanding(input)],
  note_standing: noteStanding,
  release_slots: ({ occurredAt }) => set({ slotsReleasedAt: occurredAt }),
  change_admin: ({ facts: { successor }, command }) =>
    successor === null
      ? []
      : [
          {
            kind: 'admin_set',
            personId: successor.admin.personId,
            isLegalRepresentative: command.facts?.['isLegalRepresentative'] === true,
          },
        ],
  change_email: ({ facts }) => (facts.nextEmail === null ? [] : [{ kind: 'email_replaced' }]),
  change_name: ({ facts: { registration }, command, occurredAt }) => {
    const proposedName = textFact(command, 'newName');
    if (proposedName === null || proposedName === registration.proposedName) return [];
    return set({ proposedName, nameChangedAt: [...registration.nameChangedAt, occurredAt].toSorted() });
  },
  correct_subject_name: ({ facts: { subject }, command }) => {
    const name = textFact(command, 'registeredName');
    return name === null || name === subject.name ? [] : [{ kind: 'subject_set', fields: { name } }];
  },
  start_migration: startMigration,
  // Told again, the days go on from the first time. An account that Tencent lets move is not frozen any more.
  approve_migration: ({ facts, occurredAt }, move) => [
    ...(facts.registration.migrationApprovedAt === null ? set({ migrationApprovedAt: occurredAt }) : []),
    ...(move.from === 'restricted' ? set({ restrictionKind: null }) : []),
  ],
  end_migration: ({ facts }) => endMigration(facts.registration),
  start_closing: startClosing,
  start_freeze: (input) => {
    const { followers } = input.facts.registration;
    return set({ freezeEndsOn: textFact(input.command, 'freezeEndsOn') ?? freezeEnd(input, followers) });
  },
  hold_slots: ({ facts }) => (facts.slots === 'reserved' ? [] : [{ kind: 'slots_set', state: 'reserved' }]),
  end_closing: ({ facts }) => (facts.registration.freezeEndsOn === null ? [] : set({ freezeEndsOn: null })),
} as const satisfies Partial<Record<RegistrationEffectName, Effect>>;

function set(fields: RegistrationFields): Change[] {
  return [{ kind: 'registration_set', fields }];
}

/** The newest word about the standing, by its own time. */
function noteStanding({ facts, occurredAt }: JudgingInput): Change[] {
  const { standingToldAt } = facts.registration;
  return standingToldAt !== null && standingToldAt >= occurredAt ? [] : set({ standingToldAt: occurredAt });
}

function restrict(input: JudgingInput): Change[] {
  const restrictionKind = (textFact(input.command, 'restriction') as RestrictionKind | null) ?? 'other';
  const isNewlyStruckOff = restrictionKind === 'struck_off' && input.facts.subject.standing !== 'struck_off';
  return [
    ...set({ restrictionKind }),
    ...noteStanding(input),
    ...(isNewlyStruckOff ? [{ kind: 'subject_set', fields: { standing: 'struck_off' } } as const] : []),
  ];
}

function startMigration(input: JudgingInput): Change[] {
  const { name, registrationId, accountType, subjectType, countryCode, followers } = readTarget(input);
  // Without an own case the facts are asked for.
  if (accountType === null || subjectType === null) return [];
  const migrationTarget = {
    name: name ?? '',
    registrationId,
    accountType,
    subjectType,
    countryCode: countryCode ?? 'CN',
    followers,
  };
  return set({ migrationApprovedAt: null, migrationTarget });
}

function endMigration({ migrationTarget, migrationApprovedAt }: RegistrationRow): Change[] {
  return migrationTarget === null && migrationApprovedAt === null
    ? []
    : set({ migrationTarget: null, migrationApprovedAt: null });
}

/** An individual's own scan is the proof, so that their freeze runs at once; the others prove themselves first. */
function startClosing(input: JudgingInput): Change[] {
  const { facts, command, context, occurredAt } = input;
  const { registration, subject } = facts;
  const followers = countFact(command, 'followers');
  const rules = context.rulesOn(shanghaiDate(occurredAt));
  const isProven = rules.entries['deregistration.proof'].value[subject.type] === 'own_scan';
  return set({
    followers,
    freezeEndsOn: isProven ? freezeEnd(input, followers) : null,
    // Whoever calls it off finds the account restricted again.
    ...(registration.state === 'restricted' && registration.restrictionKind === null
      ? { restrictionKind: 'other' as const }
      : {}),
  });
}

/** Last day of the freeze, by the followers and the rules of its first day; with none known, the longest. */
function freezeEnd({ context, occurredAt }: JudgingInput, followers: number | null): string {
  const startedOn = shanghaiDate(occurredAt);
  const tiers: readonly FreezeTier[] = context.rulesOn(startedOn).entries['deregistration.freeze_days'].value;
  const tier = followers === null ? undefined : tiers.find(({ upTo }) => upTo === null || followers <= upTo);
  const days = tier?.days ?? Math.max(...tiers.map((one) => one.days));
  return addDays(startedOn, days);
}
