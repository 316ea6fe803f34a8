/** Every guard of the registration's table by its name; the compiler misses none. */
import { preflightClean, preflightHasNoBlocker } from '../../preflight/run-preflight.js';
import type { RegistrationGuardName } from '../../rulebook/registration-transitions.js';
import type { Guard } from '../judging.js';
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
};
