/** Builds what the contract says of a time from its row, and the case's next form when a time changes. */
import { APPOINTMENT_WISHES, type Appointment, type AppointmentWish } from '@daiban/contracts';
import type { RegistrationFacts } from '@daiban/domain';
import type { CaseDecision } from '../registrations/case-decision.js';
import type { Case, CaseEntry } from '../registrations/case.js';
import type { AppointmentRow } from './appointments.repository.js';

export function toAppointment({ id, startsAt, minutes, state, stateSince, version }: AppointmentRow): Appointment {
  return { id, startsAt, minutes, state, stateSince, version };
}

/** What the history keeps of a wish; a word that is none any more is left out. */
export function toWishes(kept: unknown): AppointmentWish[] {
  return Array.isArray(kept) ? APPOINTMENT_WISHES.filter((wish) => kept.includes(wish)) : [];
}

/** The case with another entry, and the booked time as it is from now on. */
export function withEntry(
  { facts, particulars }: Case,
  entry: CaseEntry,
  fields: Pick<RegistrationFacts['registration'], 'appointmentAt'>,
): CaseDecision {
  const registration = { ...facts.registration, ...fields, version: facts.registration.version + 1 };
  return { facts: { ...facts, registration }, particulars, entries: [entry], beside: {}, amongOthers: true };
}
