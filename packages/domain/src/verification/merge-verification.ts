/** Joins what was observed of a verification with what we hold, whatever the order the news comes in. Called by the effects of both machines. */
import { PROVENANCES, type Provenance } from '../enumerations/index.js';
import type { ObservedVerification, VerificationFacts } from '../registration/registration-facts.js';
import { verificationEndsAt } from './verification-status.js';
import { isHeard } from './weigh-evidence.js';

/**
 * The fields to write. A later end replaces an earlier one, never the other way round; an end WeChat told replaces one we
 * assumed or were told by hand. What we know well is not made worse by a typed note. A refusal by WeChat of what we hold as
 * verified and running is a conflict for a person.
 */
export function mergeVerification(
  held: VerificationFacts,
  observed: ObservedVerification,
  at: string,
): Partial<VerificationFacts> {
  const heldEnd = verificationEndsAt(held);
  const isRunning = held.qualification === 'passed' && (heldEnd === null || Date.parse(heldEnd) > Date.parse(at));
  if (observed.qualification !== 'passed') {
    if (!isRunning)
      return held.qualification === 'passed'
        ? {}
        : { qualification: observed.qualification, provenance: observed.provenance };
    // A pending review says nothing about the verification that still runs.
    if (observed.qualification === 'pending') return {};
    if (isHeard(held.provenance) && !isHeard(observed.provenance)) return {};
    return { conflict: { code: 'verification.result_differs', raisedAt: at, observed } };
  }
  const fields: Partial<VerificationFacts> = {};
  if (held.qualification !== 'passed') fields.qualification = 'passed';
  if (held.qualification !== 'passed' || isStronger(observed.provenance, held.provenance)) {
    fields.provenance = observed.provenance;
  }
  if (observed.naming !== null && !(held.naming === 'passed' && observed.naming === 'pending')) {
    if (observed.naming !== held.naming) fields.naming = observed.naming;
  }
  const observedEnd = verificationEndsAt(observed);
  const untilProvenance = observedEnd === null ? null : observed.provenance;
  if (observedEnd !== null && replacesEnd(heldEnd, held.untilProvenance, observedEnd, untilProvenance)) {
    fields.until = observed.until;
    fields.untilOn = observed.until === null ? observed.untilOn : null;
    fields.untilProvenance = untilProvenance;
    // The window belongs to the end that it was told with.
    if (heldEnd !== observedEnd) fields.windowOpensOn = null;
  }
  return fields;
}

/** Whether a newly told end takes the place of the held one. */
function replacesEnd(
  heldEnd: string | null,
  heldBy: Provenance | null,
  observedEnd: string,
  observedBy: Provenance | null,
): boolean {
  if (heldEnd === null) return true;
  if (!isHeard(heldBy) && isHeard(observedBy)) return true;
  if (isHeard(heldBy) && !isHeard(observedBy)) return false;
  const isLater = Date.parse(observedEnd) > Date.parse(heldEnd);
  return (
    isLater ||
    (Date.parse(observedEnd) === Date.parse(heldEnd) && observedBy !== null && isStronger(observedBy, heldBy))
  );
}

function isStronger(one: Provenance, other: Provenance | null): boolean {
  return other === null || PROVENANCES.indexOf(one) < PROVENANCES.indexOf(other);
}
