/** Whether a mail about a scan is still wanted when its turn comes. Called for each before it is written. */
import { hasScan, isScanAhead } from '@daiban/domain';
import type { SkipReason } from '@daiban/domain/enumerations';
import type { AppointmentMailRow } from './appointment-mails.repository.js';

/** Why not; null: it is wanted. */
export function skipReasonOf(row: AppointmentMailRow, now: string): SkipReason | null {
  const { kind, receiver, appointment, adminPersonId, state } = row;
  if (receiver === null) return 'contact_removed';
  if (kind === 'admin_ready') return appointment?.state === 'ready' ? null : 'over';
  if (kind === 'admin_other_times') return isScanAhead(state) ? null : 'over';
  if (kind === 'appointment_cancelled')
    return appointment?.state === 'cancelled' && appointment.startsAt > now ? null : 'over';
  // Somebody else is the administrator by now.
  if (receiver.id !== adminPersonId) return 'superseded';
  switch (kind) {
    case 'admin_invitation':
      return isScanAhead(state) ? null : 'over';
    case 'appointment_booked':
    case 'appointment_reminder':
      return appointment?.state === 'booked' && appointment.startsAt > now ? null : 'over';
    case 'appointment_missed':
      return appointment?.state === 'missed' && isScanAhead(state) && hasScan({ subject: { type: row.subjectType } })
        ? null
        : 'over';
    default:
      throw new Error(`No mail about a scan is called ${kind}.`);
  }
}
