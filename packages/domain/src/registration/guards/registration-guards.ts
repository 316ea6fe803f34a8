/** Every guard and every condition of the registration's table by its name; the compiler misses none. */
import { preflightClean, preflightHasNoBlocker } from '../../preflight/run-preflight.js';
import type { RegistrationEvent } from '../../enumerations/index.js';
import type { RegistrationConditionName, RegistrationGuardName } from '../../rulebook/registration-transitions.js';
import { isHeard } from '../../verification/weigh-evidence.js';
import { textFact, type Condition, type Guard } from '../judging.js';
import {
  adminAge,
  adminConsent,
  adminIdentity,
  adminIdFourEyes,
  adminIsSubject,
  adminNotOutsider,
  adminScan,
  adminSlots,
  adminWechat,
} from './admin-guards.js';
import { mayLapse, noPaidOrderUndecided, notPaused, paused, somethingToResolve, timeIsOver } from './ending-guards.js';
import {
  closingDaysOver,
  deregistrationConfirmable,
  migrationConfirmable,
  migrationDaysOver,
  migrationDirectionOpen,
  migrationInMainland,
  migrationTargetFits,
  servicesClosed,
} from './leaving-guards.js';
import {
  custodyChanged,
  nameChangeOpen,
  newNameFits,
  nextEmailReady,
  ownLicence,
  registeredNameNew,
  sameLicenceCode,
  slotsHeld,
  successorReady,
} from './live-account-guards.js';
import { emailReady, papersComplete, signedOff } from './papers-guards.js';
import { noOtherTransfer, proofNotByOrder, routeMayChange, transferExact, transferExpected } from './proof-guards.js';
import {
  classFitsSubject,
  codeFitsSubject,
  licenceOwnerAccepted,
  newRouteOpen,
  regionFitsSubject,
  routeOpenToSubject,
  subjectAsRegistered,
  subjectSlotFree,
  subjectSlotFreeOrRaise,
  typeOpenToSubject,
} from './subject-guards.js';

export const REGISTRATION_GUARDS: Record<RegistrationGuardName, Guard> = {
  type_open_to_subject: typeOpenToSubject,
  route_open_to_subject: routeOpenToSubject,
  new_route_open: newRouteOpen,
  region_fits_subject: regionFitsSubject,
  code_fits_subject: codeFitsSubject,
  class_fits_subject: classFitsSubject,
  subject_as_registered: subjectAsRegistered,
  subject_slot_free_or_raise: subjectSlotFreeOrRaise,
  subject_slot_free: subjectSlotFree,
  licence_owner_accepted: licenceOwnerAccepted,
  papers_complete: papersComplete,
  signed_off: signedOff,
  email_ready: emailReady,
  admin_scan: adminScan,
  admin_identity: adminIdentity,
  admin_wechat: adminWechat,
  admin_age: adminAge,
  admin_slots: adminSlots,
  admin_consent: adminConsent,
  admin_id_four_eyes: adminIdFourEyes,
  admin_is_subject: adminIsSubject,
  admin_not_outsider: adminNotOutsider,
  preflight_clean: preflightClean,
  preflight_has_no_blocker: preflightHasNoBlocker,
  no_other_transfer: noOtherTransfer,
  transfer_expected: transferExpected,
  transfer_exact: transferExact,
  proof_not_by_order: proofNotByOrder,
  route_may_change: routeMayChange,
  time_is_over: timeIsOver,
  may_lapse: mayLapse,
  no_paid_order_undecided: noPaidOrderUndecided,
  not_paused: notPaused,
  paused,
  something_to_resolve: somethingToResolve,
  slots_held: slotsHeld,
  successor_ready: successorReady,
  next_email_ready: nextEmailReady,
  name_change_open: nameChangeOpen,
  new_name_fits: newNameFits,
  same_licence_code: sameLicenceCode,
  registered_name_new: registeredNameNew,
  migration_in_mainland: migrationInMainland,
  migration_target_fits: migrationTargetFits,
  migration_direction_open: migrationDirectionOpen,
  migration_confirmable: migrationConfirmable,
  migration_days_over: migrationDaysOver,
  services_closed: servicesClosed,
  deregistration_confirmable: deregistrationConfirmable,
  closing_days_over: closingDaysOver,
  own_licence: ownLicence,
  custody_changed: custodyChanged,
};

/** Nothing newer was told about the account's standing. */
const standingIsNews: Condition = ({ facts: { registration }, occurredAt }) =>
  registration.standingToldAt === null || occurredAt >= registration.standingToldAt;
/** A reason was told, and it is another than the one we hold. */
const otherRestriction: Condition = ({ facts: { registration }, command }) => {
  const told = textFact(command, 'restriction');
  return told !== null && told !== registration.restrictionKind;
};
/** Tencent's own word, not a decision of ours. */
const toldByTencent: Condition = ({ provenance }) => isHeard(provenance);
const stillRestricted: Condition = ({ facts }) => facts.registration.restrictionKind !== null;

export const REGISTRATION_CONDITIONS: Record<RegistrationConditionName, Condition> = {
  standing_is_news: standingIsNews,
  other_restriction_is_news: (input) => otherRestriction(input) && standingIsNews(input),
  restricted_and_standing_is_news: (input) => stillRestricted(input) && standingIsNews(input),
  still_restricted: stillRestricted,
  told_by_tencent: toldByTencent,
  told_by_tencent_and_still_restricted: (input) => toldByTencent(input) && stillRestricted(input),
};

/** Steps off the straight way that the case itself remembers. */
export const REGISTRATION_ON_RECORD: Partial<Record<RegistrationEvent, Condition>> = {
  account_restricted: stillRestricted,
  migration_started: ({ facts: { registration } }) => registration.state === 'migrating',
  migration_approved: ({ facts: { registration } }) => registration.migrationApprovedAt !== null,
  deregistration_started: ({ facts: { registration } }) => registration.state === 'closing',
  deregistration_proven: ({ facts: { registration } }) => registration.freezeEndsOn !== null,
};
