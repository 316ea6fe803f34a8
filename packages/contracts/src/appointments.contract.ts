/** The time of the administrator's scan: offered by staff, booked by the administrator on their own page, reminded of, kept or missed. */
import { APPOINTMENT_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RefusalSchema } from './problem.contract.js';
import { GivenInstantSchema, IdParamsSchema, IdSchema, InstantSchema, VersionSchema } from './values.contract.js';

/** When an administrator has time, where none of the offered times suits. Beijing time; words instead of a note, so that nobody writes a number into it. */
export const APPOINTMENT_WISHES = ['weekday_morning', 'weekday_afternoon', 'weekday_evening', 'weekend'] as const;
export type AppointmentWish = (typeof APPOINTMENT_WISHES)[number];

export const AppointmentSchema = z
  .object({
    id: IdSchema,
    startsAt: InstantSchema,
    minutes: z.number().int(),
    state: z.enum(APPOINTMENT_STATES),
    stateSince: InstantSchema,
    version: VersionSchema,
  })
  .meta({ id: 'Appointment' });
export type Appointment = z.infer<typeof AppointmentSchema>;

/** Everything about the scan's time as staff see it. */
export const AppointmentBookSchema = z
  .object({
    /** Times of the admin of today, newest state first among equals, by when they start. */
    items: z.array(AppointmentSchema),
    /** What stands against offering times; empty: they can be offered. */
    refusals: z.array(RefusalSchema),
    /** What the agency has to answer for when this administrator scans: an outsider of the company. */
    warnings: z.array(RefusalSchema),
    /** The administrator asked for other times since the last were offered. */
    otherTimes: z.object({ wishes: z.array(z.enum(APPOINTMENT_WISHES)), askedAt: InstantSchema }).nullable(),
    /** Whose clock the second one is, and how they are written to; null: nobody is named. */
    admin: z
      .object({ name: z.string(), timeZone: z.string(), hasEmail: z.boolean(), hasConsented: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'AppointmentBook' });
export type AppointmentBook = z.infer<typeof AppointmentBookSchema>;

export const listAppointments = defineOperation({
  id: 'listAppointments',
  method: 'GET',
  path: '/registrations/{id}/appointments',
  permission: 'registrations.read',
  summary: "Reads the times of a case's scan: offered, booked, kept, missed, cancelled.",
  input: { params: IdParamsSchema },
  output: { schema: AppointmentBookSchema },
});

export const offerAppointments = defineOperation({
  id: 'offerAppointments',
  method: 'POST',
  path: '/registrations/{id}/appointments',
  permission: 'registrations.write',
  summary: 'Offers times for the scan to the administrator, who is written to when their address is known.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      startsAt: z.array(GivenInstantSchema).min(1).max(10),
      /** As the rules say when not given. */
      minutes: z.number().int().min(5).max(240).optional(),
    }),
  },
  output: {
    status: 201,
    schema: z.object({ items: z.array(AppointmentSchema), warnings: z.array(RefusalSchema) }),
  },
  refusals: [
    'appointment.no_scan',
    'appointment.scan_over',
    'appointment.in_past',
    'appointment.already_offered',
    'admin.missing',
  ],
});

export const closeAppointment = defineOperation({
  id: 'closeAppointment',
  method: 'POST',
  path: '/appointments/{id}/outcome',
  permission: 'registrations.write',
  summary:
    'Says what became of a time: missed, or cancelled (also one that was only offered). One that is kept is recorded with the scan itself.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ outcome: z.enum(['missed', 'cancelled']), expectedVersion: VersionSchema }),
  },
  output: { schema: AppointmentSchema },
  refusals: ['version.conflict', 'appointment.closed', 'appointment.not_begun'],
});

export const inviteAdmin = defineOperation({
  id: 'inviteAdmin',
  method: 'POST',
  path: '/registrations/{id}/admin-invitation',
  permission: 'registrations.write',
  summary:
    'Writes to the administrator: why them, what they need, what is kept, and the way to their page. Once a day at most.',
  input: { params: IdParamsSchema },
  output: { status: 202, schema: z.object({ queued: z.boolean() }) },
  refusals: ['admin.missing', 'admin.no_address'],
});

/** An administrator who sits there with their phone. */
export const ReadyAdminSchema = z
  .object({
    appointmentId: IdSchema,
    registrationId: IdSchema,
    accountName: z.string(),
    adminName: z.string(),
    startsAt: InstantSchema,
    readyAt: InstantSchema,
  })
  .meta({ id: 'ReadyAdmin' });
export type ReadyAdmin = z.infer<typeof ReadyAdminSchema>;

export const listReadyAdmins = defineOperation({
  id: 'listReadyAdmins',
  method: 'GET',
  path: '/ready-admins',
  permission: 'registrations.read',
  summary:
    'Lists the administrators who wait for their scan at this moment; small enough to be asked every few seconds.',
  input: {},
  output: { schema: z.object({ items: z.array(ReadyAdminSchema) }) },
});

export const bookAppointmentPortal = defineOperation({
  id: 'bookAppointmentPortal',
  method: 'POST',
  path: '/portal/admin/appointments/{id}/booking',
  permission: 'portal.admin',
  summary: 'Takes one of the offered times. One that is gone is refused with the next three.',
  input: { params: IdParamsSchema },
  output: { schema: AppointmentSchema },
  refusals: [
    'consent.missing',
    'appointment.no_scan',
    'appointment.scan_over',
    'appointment.already_booked',
    'appointment.time_gone',
    'appointment.no_time_left',
  ],
});

export const cancelAppointmentPortal = defineOperation({
  id: 'cancelAppointmentPortal',
  method: 'POST',
  path: '/portal/admin/appointments/{id}/cancellation',
  permission: 'portal.admin',
  summary: 'Lets the booked time go; the other times can be taken again.',
  input: { params: IdParamsSchema },
  output: { schema: AppointmentSchema },
  refusals: ['appointment.closed'],
});

export const askOtherTimesPortal = defineOperation({
  id: 'askOtherTimesPortal',
  method: 'POST',
  path: '/portal/admin/other-times',
  permission: 'portal.admin',
  summary: 'Tells the agency that none of the times suits, and when the administrator has time.',
  input: {
    body: z.strictObject({ wishes: z.array(z.enum(APPOINTMENT_WISHES)).min(1).max(APPOINTMENT_WISHES.length) }),
  },
  output: { status: 204 },
  refusals: ['appointment.no_scan', 'appointment.scan_over'],
});

export const reportReadyPortal = defineOperation({
  id: 'reportReadyPortal',
  method: 'POST',
  path: '/portal/admin/ready',
  permission: 'portal.admin',
  summary: 'The administrator is there, phone in hand: the specialist is told at once.',
  input: {},
  output: { schema: AppointmentSchema },
  refusals: ['appointment.none_booked', 'appointment.too_early'],
});

export const getAppointmentCalendar = defineOperation({
  id: 'getAppointmentCalendar',
  method: 'GET',
  path: '/portal/admin/appointment.ics',
  permission: 'portal.admin',
  summary: 'The booked time as a calendar file.',
  input: {},
  output: { contentType: 'text/calendar; charset=utf-8' },
});
