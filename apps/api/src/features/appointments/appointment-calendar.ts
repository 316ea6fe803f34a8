/** Writes an appointment as a calendar file (iCalendar, RFC 5545): for the mail and for the administrator's page. Pure; holds no personal number. */
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { MailAddress } from '../../platform/mail/mailer.js';
import type { AppointmentRow } from './appointments.repository.js';

export interface CalendarAppointment extends Pick<
  AppointmentRow,
  'id' | 'startsAt' | 'minutes' | 'stateSince' | 'version'
> {
  readonly accountName: string;
  readonly locale: Locale;
  /** REQUEST and CANCEL go with mails and name both sides; PUBLISH is the file of the page and names the agency alone (RFC 5546, 3.2.1). */
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly organizer: MailAddress;
  readonly attendee: MailAddress | null;
}

/**
 * The UID stays the same for one appointment and SEQUENCE follows its version, so that a calendar moves or drops the entry it has. Times are in UTC:
 * every calendar shows them in its owner's zone, and none has to know Beijing's.
 */
export function calendarOf(appointment: CalendarAppointment): string {
  const { id, startsAt, minutes, stateSince, version, accountName: account, locale, method } = appointment;
  const { organizer, attendee } = appointment;
  const calendar = ical({
    prodId: { company: 'Daiban', product: 'appointments', language: locale.toUpperCase() },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${id}@daiban`,
    sequence: version,
    stamp: new Date(stateSince),
    start: new Date(startsAt),
    end: new Date(Date.parse(startsAt) + minutes * 60_000),
    summary: text(locale, 'emails.appointment.calendar.summary', { account }),
    description: text(locale, 'emails.appointment.calendar.description'),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  event.organizer({ name: organizer.name, email: organizer.address });
  if (attendee) event.createAttendee({ name: attendee.name, email: attendee.address, role: ICalAttendeeRole.REQ });
  // The last line ends like every other (RFC 5545, 3.1); the library leaves that out.
  return `${calendar.toString()}\r\n`;
}
