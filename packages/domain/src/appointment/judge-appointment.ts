/** What may become of an appointment for the administrator's scan: may these times be offered, may this one be booked, may the administrator say that they are there. Called by the API's appointments. */
import { shanghaiDate } from '../calendar/index.js';
import { shanghaiInstant } from '../calendar/calendar-date.js';
import type { AppointmentState, RegistrationState } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found, type JudgingContext } from '../registration/judging.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';

/** One time, as decisions see it. */
export interface AppointmentFacts {
  id: string;
  /** Instant, ISO 8601 UTC. */
  startsAt: string;
  minutes: number;
  state: AppointmentState;
}

type CaseOfAppointment = Pick<RegistrationFacts, 'registration' | 'subject' | 'admin'>;
type Today = Pick<JudgingContext, 'rules' | 'now'>;

/** States in which the scan is still ahead. */
const SCAN_AHEAD = ['draft', 'awaiting_prerequisites', 'awaiting_email', 'awaiting_admin_verification'] as const;

/** Whether the scan of a case in this state is still ahead. */
export function isScanAhead(state: RegistrationState | null): boolean {
  return SCAN_AHEAD.some((ahead) => ahead === state);
}

/** Whether this registration has a scan at all: an overseas company's form has none (`admin.scan`). */
export function hasScan({ subject }: { readonly subject: Pick<RegistrationFacts['subject'], 'type'> }): boolean {
  return subject.type !== 'overseas_enterprise';
}

/** What stands against any appointment of this case; nothing: times may be offered. */
export function judgeScanAhead({ registration, subject, admin }: CaseOfAppointment): readonly Finding[] {
  if (!hasScan({ subject })) return [found('appointment.no_scan', 'admin.scan')];
  if (!isScanAhead(registration.state)) return [found('appointment.scan_over', 'admin.scan')];
  return admin === null ? [found('admin.missing', 'admin.scan')] : [];
}

/** May these times be offered. A soft finding warns and offers all the same: some people can only scan late in the evening. */
export function judgeOffer(
  facts: CaseOfAppointment,
  startsAt: readonly string[],
  { rules, now }: Today,
): readonly Finding[] {
  const past = startsAt.some((at) => at <= now) ? [found('appointment.in_past', null)] : [];
  return [...judgeScanAhead(facts), ...past, ...unusualHours(startsAt, rules)];
}

function unusualHours(startsAt: readonly string[], rules: JudgingContext['rules']): Finding[] {
  const from = rules.entries['appointment.earliest'].value;
  const to = rules.entries['appointment.latest'].value;
  const isUnusual = (at: string): boolean => {
    const on = shanghaiDate(at);
    return at < shanghaiInstant(on, from) || at > shanghaiInstant(on, to);
  };
  const [first] = startsAt.filter(isUnusual);
  return first === undefined
    ? []
    : [found('appointment.unusual_hour', 'appointment.earliest', { from, to, at: first })];
}

/** Times that the administrator can still take, the next first. */
export function listFreeTimes(appointments: readonly AppointmentFacts[], now: string): AppointmentFacts[] {
  return appointments
    .filter(({ state, startsAt }) => state === 'offered' && startsAt > now)
    .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** The one time that is booked; null: none is. */
export function standingAppointment(appointments: readonly AppointmentFacts[]): AppointmentFacts | null {
  return appointments.find(({ state }) => state === 'booked' || state === 'ready') ?? null;
}

/**
 * May the administrator take this time. They agree to the use of their papers first (`consent.admin_identity`); one time stands at once, and one that is
 * gone names the next three.
 */
export function judgeBooking(
  facts: CaseOfAppointment,
  appointments: readonly AppointmentFacts[],
  wantedId: string,
  { now }: Pick<JudgingContext, 'now'>,
): readonly Finding[] {
  const ahead = judgeScanAhead(facts);
  if (ahead.length > 0) return ahead;
  if (facts.admin?.consent === null) return [found('consent.missing', 'consent.admin_identity')];
  if (standingAppointment(appointments)) return [found('appointment.already_booked', 'admin.scan_together')];
  const free = listFreeTimes(appointments, now);
  if (free.some(({ id }) => id === wantedId)) return [];
  const next = free.slice(0, 3).map(({ startsAt }) => startsAt);
  return next.length === 0
    ? [found('appointment.no_time_left', 'admin.scan_together')]
    : [found('appointment.time_gone', 'admin.scan_together', { next: next.join(', ') })];
}

/** First moment at which the administrator can say that they are there. */
export function readyFrom({ startsAt }: Pick<AppointmentFacts, 'startsAt'>, rules: JudgingContext['rules']): string {
  const minutes = rules.entries['appointment.ready_minutes'].value;
  return new Date(Date.parse(startsAt) - minutes * 60_000).toISOString();
}

/** May the administrator say now that they are there: from some minutes before their time on, and as long after it as nobody has closed it. */
export function judgeReady(appointments: readonly AppointmentFacts[], { rules, now }: Today): readonly Finding[] {
  const standing = standingAppointment(appointments);
  if (!standing) return [found('appointment.none_booked', 'admin.scan_together')];
  if (standing.state === 'ready' || readyFrom(standing, rules) <= now) return [];
  return [
    found('appointment.too_early', 'appointment.ready_minutes', {
      minutes: rules.entries['appointment.ready_minutes'].value,
    }),
  ];
}

/** When the administrator is reminded of a time booked at `now`: by hours before it, only those still ahead. */
export function listReminders(
  { startsAt }: Pick<AppointmentFacts, 'startsAt'>,
  { rules, now }: Today,
): { hours: number; at: string }[] {
  return rules.entries['appointment.reminder_hours'].value
    .map((hours) => ({ hours, at: new Date(Date.parse(startsAt) - hours * 3_600_000).toISOString() }))
    .filter(({ at }) => at > now);
}
