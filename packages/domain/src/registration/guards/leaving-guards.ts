/** Guards on the two ways an account ends by Tencent: moving into another one, and deregistration. */
import type { OFFICIAL_ACCOUNT_TYPES, AccountType } from '../../enumerations/index.js';
import { SERVICES_TO_CLOSE } from '../event-facts.js';
import { found, foundOn, type Guard } from '../judging.js';
import { readTarget } from '../migration-target.js';
import { closingEndsOn, migrationEndsOn } from '../registration-deadlines.js';

/** Source and target both stand in the mainland. */
export const migrationInMainland: Guard = (input) => {
  const { subject } = input.facts;
  const target = readTarget(input);
  const isAbroad = (type: string | null, countryCode: string | null) =>
    type === 'overseas_enterprise' || (countryCode !== null && countryCode !== 'CN');
  if (isAbroad(subject.type, subject.countryCode))
    return [found('migration.source_overseas', 'migration.mainland_only')];
  return isAbroad(target.subjectType, target.countryCode)
    ? [found('migration.target_overseas', 'migration.mainland_only')]
    : [];
};

/** The target is another account in use, a verified organisation's, and small enough to take the followers in. */
export const migrationTargetFits: Guard = (input) => {
  const { command, context, facts, isProbe } = input;
  if (isProbe) return [];
  const { ownTarget, registration } = facts;
  if (ownTarget?.registrationId === registration.id)
    return [found('migration.target_is_itself', 'migration.source_ends')];
  const { subjectType, verified, followers } = readTarget(input);
  const limit = context.rules.entries['migration.target_followers'].value;
  const moves = command.facts?.['moveFollowers'] === true;
  return [
    ...(ownTarget !== null && ownTarget.state !== 'live'
      ? [found('migration.target_not_live', 'migration.target_organisation', { state: ownTarget.state })]
      : []),
    ...(subjectType === 'individual'
      ? [found('migration.target_not_organisation', 'migration.target_organisation')]
      : []),
    ...(verified === true ? [] : [found('migration.target_not_verified', 'migration.target_organisation')]),
    ...(moves && followers === null ? [found('migration.target_followers_unknown', 'migration.target_followers')] : []),
    ...(moves && followers !== null && followers > limit
      ? [found('migration.target_too_large', 'migration.target_followers', { followers, limit })]
      : []),
  ];
};

/** This type of account may move into that one. Asked without a target, it may move into some. */
export const migrationDirectionOpen: Guard = (input) => {
  const from = input.facts.registration.accountType;
  const to = readTarget(input).accountType;
  const directions: readonly { from: AccountType; to: (typeof OFFICIAL_ACCOUNT_TYPES)[number] }[] =
    input.context.rules.entries['migration.directions'].value;
  if (directions.some((direction) => direction.from === from && (to === null || direction.to === to))) return [];
  return [
    to === null
      ? found('migration.type_closed', 'migration.directions', { from })
      : found('migration.direction_closed', 'migration.directions', { from, to }),
  ];
};

/** Told by a note of ours alone, a migration ends only inside the days both admins have. */
export const migrationConfirmable: Guard = ({ facts, context, isProbe }) => {
  if (isProbe) return [];
  const ends = facts.registration.state === 'migrating' ? migrationEndsOn(facts, context) : null;
  if (ends === null) return [found('migration.not_approved', 'migration.review')];
  return context.today > ends.on
    ? [foundOn(ends.ruledOn, 'migration.days_over', ends.ruleId, { endedOn: ends.on })]
    : [];
};

/** Without a word of Tencent's, a migration ends only after the days to confirm it. */
export const migrationDaysOver: Guard = ({ facts, context, provenance, isProbe }) => {
  if (isProbe || provenance !== null) return [];
  const ends = migrationEndsOn(facts, context);
  if (ends !== null && context.today > ends.on) return [];
  return [
    ends === null
      ? found('migration.days_left', 'migration.confirm_days')
      : foundOn(ends.ruledOn, 'migration.days_left', ends.ruleId, { endsOn: ends.on }),
  ];
};

/** Payments, advertisements and other services on it are closed first. */
export const servicesClosed: Guard = ({ command, isProbe }) => {
  if (isProbe) return [];
  const open = SERVICES_TO_CLOSE.filter((fact) => command.facts?.[fact] !== true);
  return open.length === 0
    ? []
    : [found('closing.services_open', 'deregistration.services_closed', { items: open.join(', ') })];
};

/** Told by a note of ours alone, an account is deregistered after its freeze, inside the admin's days. */
export const deregistrationConfirmable: Guard = ({ facts, context, isProbe }) => {
  if (isProbe) return [];
  const { state, freezeEndsOn } = facts.registration;
  if (state !== 'closing') return [found('closing.not_started', 'deregistration.confirm_days')];
  if (freezeEndsOn === null) return [found('closing.not_proven', 'deregistration.transfer_days')];
  if (context.today <= freezeEndsOn)
    return [found('closing.freeze_running', 'deregistration.freeze_days', { endsOn: freezeEndsOn })];
  const ends = closingEndsOn(facts, context);
  return ends !== null && context.today > ends.on
    ? [foundOn(ends.ruledOn, 'closing.days_over', ends.ruleId, { endedOn: ends.on })]
    : [];
};

/** We may call it off at any time; the clock only after the days of the proof or of the confirmation. */
export const closingDaysOver: Guard = ({ facts, command, context }) => {
  if (command.actor.kind !== 'system') return [];
  const ends = closingEndsOn(facts, context);
  if (ends !== null && context.today > ends.on) return [];
  return [
    ends === null
      ? found('closing.days_left', 'deregistration.confirm_days')
      : foundOn(ends.ruledOn, 'closing.days_left', ends.ruleId, { endsOn: ends.on }),
  ];
};
