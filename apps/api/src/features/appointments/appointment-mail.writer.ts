/** Writes the mails about a scan from the facts as they are now. Called by the mails service for each that is still wanted. */
import { Injectable } from '@nestjs/common';
import { hasScan, listFreeTimes, type JudgingContext } from '@daiban/domain';
import { renderEmail } from '@daiban/emails';
import { Settings } from '../../platform/config/settings.js';
import type { PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { calendarOf } from './appointment-calendar.js';
import type { AppointmentMailRow } from './appointment-mails.repository.js';
import { toWishes } from './appointments.mapper.js';
import { AppointmentsRepository } from './appointments.repository.js';

type Receiver = NonNullable<AppointmentMailRow['receiver']>;
type Appointment = NonNullable<AppointmentMailRow['appointment']>;

const APPOINTMENT_TONES = {
  appointment_booked: 'booked',
  appointment_reminder: 'reminder',
  appointment_cancelled: 'cancelled',
  appointment_missed: 'missed',
} as const;

@Injectable()
export class AppointmentMailWriter {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly links: PortalLinksService,
    private readonly settings: Settings,
  ) {}

  /** @throws Error when the row has no receiver: such a mail is skipped before */
  async write(agencyId: string, row: AppointmentMailRow, context: JudgingContext): Promise<PreparedDelivery> {
    const { receiver, kind } = row;
    if (!receiver) throw new Error(`The mail ${row.deliveryId} has no receiver.`);
    if (kind === 'admin_ready' || kind === 'admin_other_times') return this.#toStaff(agencyId, row, receiver);
    const { registrationId } = row;
    const addresses = await this.links.adminMailAddresses(agencyId, [{ registrationId, personId: receiver.id }]);
    const actionUrl = addresses.get(registrationId);
    if (actionUrl === undefined) return { skippedReason: 'contact_removed' };
    return kind === 'admin_invitation'
      ? this.#invitation(agencyId, row, receiver, actionUrl, context)
      : this.#appointment(row, receiver, actionUrl, context);
  }

  async #invitation(
    agencyId: string,
    row: AppointmentMailRow,
    receiver: Receiver,
    actionUrl: string,
    { now, rules, today }: JudgingContext,
  ): Promise<PreparedDelivery> {
    const pair = { registrationId: row.registrationId, personId: receiver.id };
    const times = listFreeTimes(await this.appointments.list(agencyId, pair), now).map(({ startsAt }) => startsAt);
    const written = await renderEmail('admin-invitation', receiver.locale, {
      ...namesOf(row, receiver),
      recipientName: receiver.name,
      subjectName: row.subjectName,
      hasScan: hasScan({ subject: { type: row.subjectType } }),
      times,
      timeZone: receiver.timeZone,
      deletedAfterDays: rules.entries['retention.identity_documents_days'].value,
      today,
      actionUrl,
    });
    return mailTo(row, receiver, written);
  }

  async #appointment(
    row: AppointmentMailRow,
    receiver: Receiver,
    actionUrl: string,
    { now, rules }: JudgingContext,
  ): Promise<PreparedDelivery> {
    const { appointment } = row;
    const tone = APPOINTMENT_TONES[row.kind as keyof typeof APPOINTMENT_TONES];
    if (!appointment) throw new Error(`The mail ${row.deliveryId} has no appointment.`);
    const written = await renderEmail('admin-appointment', receiver.locale, {
      ...namesOf(row, receiver),
      tone,
      startsAt: appointment.startsAt,
      minutes: appointment.minutes,
      now,
      timeZone: receiver.timeZone,
      agencyTimeZone: row.agencyTimeZone,
      deletedAfterDays: rules.entries['retention.identity_documents_days'].value,
      actionUrl,
    });
    return mailTo(row, receiver, written, this.#calendar(row, receiver, appointment, tone));
  }

  /** A calendar entry comes with the confirmation, and goes with the cancellation. */
  #calendar(row: AppointmentMailRow, receiver: Receiver, appointment: Appointment, tone: string) {
    if (tone !== 'booked' && tone !== 'cancelled') return undefined;
    const method = tone === 'booked' ? ('REQUEST' as const) : ('CANCEL' as const);
    const { locale } = receiver;
    const organizer = { name: namesOf(row, receiver).agencyName, address: this.settings.mailFrom.address };
    const attendee = { name: receiver.name, address: receiver.email };
    const { accountName } = row;
    return {
      method,
      content: calendarOf({ ...appointment, accountName, locale, method, organizer, attendee }),
    };
  }

  async #toStaff(agencyId: string, row: AppointmentMailRow, receiver: Receiver): Promise<PreparedDelivery> {
    const { registrationId, adminPersonId: personId } = row;
    const asked =
      row.kind === 'admin_other_times' && personId
        ? await this.appointments.findOtherTimes(agencyId, { registrationId, personId })
        : null;
    const written = await renderEmail('admin-news', receiver.locale, {
      ...namesOf(row, receiver),
      tone: row.kind === 'admin_ready' ? 'ready' : 'other_times',
      adminName: row.adminName ?? '',
      startsAt: row.appointment?.startsAt ?? null,
      wishes: toWishes(asked?.wishes),
      actionUrl: `${this.settings.publicUrl}/registrations/${registrationId}`,
    });
    return mailTo(row, receiver, written);
  }
}

function namesOf(row: AppointmentMailRow, { locale }: Receiver) {
  return {
    accountName: row.accountName,
    accountType: row.accountType,
    agencyName: locale === 'zh' ? (row.agencyNameZh ?? row.agencyName) : row.agencyName,
    assigneeName: row.assigneeName,
  };
}

function mailTo(
  { agencyName, agencyNameZh, replyTo }: AppointmentMailRow,
  { name, email, locale }: Receiver,
  written: { subject: string; html: string; text: string },
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string },
): PreparedDelivery {
  const fromName = locale === 'zh' ? (agencyNameZh ?? agencyName) : agencyName;
  const mail = { to: { name, address: email }, fromName, replyTo, ...written };
  return { mail: calendar ? { ...mail, calendar } : mail };
}
