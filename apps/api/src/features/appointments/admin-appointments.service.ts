/** The times of a scan from the administrator's side: taking one, letting it go, asking for others, saying that they are there. */
import { Injectable } from '@nestjs/common';
import type { Appointment, AppointmentWish } from '@daiban/contracts';
import { judgeBooking, judgeReady, judgeScanAhead, type Finding, type JudgingContext } from '@daiban/domain';
import type { PortalVisitor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Settings } from '../../platform/config/settings.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { CaseDecision } from '../registrations/case-decision.js';
import type { Case } from '../registrations/case.js';
import { CasesService } from '../registrations/cases.service.js';
import { AdminPageRepository } from './admin-page.repository.js';
import { calendarOf } from './appointment-calendar.js';
import { AppointmentMailsService } from './appointment-mails.service.js';
import { toAppointment, withEntry } from './appointments.mapper.js';
import { AppointmentsRepository, type AppointmentPair, type AppointmentRow } from './appointments.repository.js';

/** What an administrator does to their times, once their case is held. */
type Act = (
  held: { readonly before: Case; readonly rows: readonly AppointmentRow[]; readonly pair: AppointmentPair },
  context: JudgingContext,
  transaction: AgencyTransaction,
) => Promise<{ readonly decision: CaseDecision; readonly row: AppointmentRow | null } | Refused>;

@Injectable()
export class AdminAppointmentsService {
  constructor(
    private readonly repository: AppointmentsRepository,
    private readonly pages: AdminPageRepository,
    private readonly cases: CasesService,
    private readonly mails: AppointmentMailsService,
    private readonly settings: Settings,
  ) {}

  /** Takes one of the offered times; both sides are written to, now and before it. */
  book(visitor: PortalVisitor, appointmentId: string): Promise<Appointment | Refused> {
    return this.#actOnOne(visitor, async ({ before, rows, pair }, context, transaction) => {
      const findings = judgeBooking(before.facts, rows, appointmentId, context);
      if (findings.length > 0) return Refused.because(findings);
      const move = { from: ['offered'], to: 'booked', now: context.now } as const;
      const row = await this.repository.move(transaction, appointmentId, move);
      if (!row) return Refused.of('race.lost');
      await this.mails.queueBooked(transaction, before, context, row);
      const payload = { appointmentId, startsAt: row.startsAt, personId: pair.personId };
      const entry = this.cases.entry('appointment_booked', context.now, payload, HEARD);
      return { decision: withEntry(before, entry, { appointmentAt: row.startsAt }), row };
    });
  }

  /** Lets the booked time go. */
  async cancel(visitor: PortalVisitor, appointmentId: string): Promise<Appointment | Refused> {
    const cancelled = await this.#actOnOne(visitor, async ({ before, rows, pair }, context, transaction) => {
      const standing = rows.find(({ id }) => id === appointmentId);
      if (!standing) return Refused.notFound();
      const move = { from: ['booked', 'ready'], to: 'cancelled', now: context.now } as const;
      const row = await this.repository.move(transaction, appointmentId, move);
      if (!row) return Refused.of('appointment.closed', { clearedBy: 'nothing_to_do' });
      const payload = { appointmentId, startsAt: row.startsAt, personId: pair.personId, was: standing.state };
      const entry = this.cases.entry('appointment_cancelled', context.now, payload, HEARD);
      return { decision: withEntry(before, entry, { appointmentAt: null }), row };
    });
    if (!(cancelled instanceof Refused)) await this.mails.queueCancellations(visitor.actor.agencyId);
    return cancelled;
  }

  /** None of the times suits. */
  async askOtherTimes(visitor: PortalVisitor, wishes: readonly AppointmentWish[]): Promise<void | Refused> {
    const asked = await this.#act(visitor, async ({ before, pair }, context, transaction) => {
      const findings: readonly Finding[] = judgeScanAhead(before.facts);
      if (findings.length > 0) return Refused.because(findings);
      await this.mails.queueForStaff(transaction, before, context, 'admin_other_times', undefined);
      const payload = { wishes: [...new Set(wishes)], personId: pair.personId };
      const entry = this.cases.entry('appointment_other_times', context.now, payload, { voice: 'we_heard' });
      return { decision: this.cases.news(before, entry), row: null };
    });
    return asked instanceof Refused ? asked : undefined;
  }

  /** They are there. Said twice it stays as it was. */
  async reportReady(visitor: PortalVisitor): Promise<Appointment | Refused> {
    const ready = (await this.repository.list(visitor.actor.agencyId, pairOf(visitor))).find(
      ({ state }) => state === 'ready',
    );
    if (ready) return toAppointment(ready);
    return this.#actOnOne(visitor, async ({ before, rows, pair }, context, transaction) => {
      const findings = judgeReady(rows, context);
      if (findings.length > 0) return Refused.because(findings);
      const booked = rows.find(({ state }) => state === 'booked');
      if (!booked) return Refused.of('race.lost');
      const row = await this.repository.move(transaction, booked.id, {
        from: ['booked'],
        to: 'ready',
        now: context.now,
      });
      if (!row) return Refused.of('race.lost');
      await this.mails.queueForStaff(transaction, before, context, 'admin_ready', row.id);
      const payload = { appointmentId: row.id, startsAt: row.startsAt, personId: pair.personId };
      const entry = this.cases.entry('appointment_ready', context.now, payload, { voice: 'we_heard' });
      return { decision: this.cases.news(before, entry), row };
    });
  }

  /** The booked time as a calendar file, without a personal number. */
  async calendar(visitor: PortalVisitor): Promise<string | Refused> {
    const view = await this.cases.read(visitor.actor, { by: 'registration', id: pairOf(visitor).registrationId });
    if (view instanceof Refused) return view;
    const standing = (await this.repository.list(visitor.actor.agencyId, pairOf(visitor))).find(
      ({ state }) => state === 'booked' || state === 'ready',
    );
    const frame = await this.pages.findFrame(visitor.actor.agencyId, pairOf(visitor).registrationId);
    if (!standing || !frame) return Refused.notFound();
    const { locale } = visitor.actor;
    const { proposedName } = view.case.facts.registration;
    return calendarOf({
      ...standing,
      accountName: proposedName ?? '',
      locale,
      method: 'PUBLISH',
      organizer: {
        name: locale === 'zh' ? (frame.agencyNameZh ?? frame.agencyName) : frame.agencyName,
        address: this.settings.mailFrom.address,
      },
      attendee: null,
    });
  }

  async #actOnOne(visitor: PortalVisitor, act: Act): Promise<Appointment | Refused> {
    const row = await this.#act(visitor, act);
    if (row instanceof Refused) return row;
    return row ? toAppointment(row) : Refused.notFound();
  }

  async #act(visitor: PortalVisitor, act: Act): Promise<AppointmentRow | null | Refused> {
    const pair = pairOf(visitor);
    let row: AppointmentRow | null = null;
    const changed = await this.cases.change(
      visitor.actor,
      { by: 'registration', id: pair.registrationId },
      {},
      async (before, context, transaction) => {
        // Somebody else is the administrator by now: nothing of this case is theirs to move.
        if (before.facts.admin?.personId !== pair.personId) return Refused.notFound();
        const rows = await this.repository.listWithin(transaction, pair);
        const done = await act({ before, rows, pair }, context, transaction);
        if (done instanceof Refused) return done;
        ({ row } = done);
        return done.decision;
      },
    );
    if (changed instanceof Refused) return changed;
    this.mails.sendSoon();
    return row;
  }
}

const HEARD = { voice: 'we_heard', visibility: 'client' } as const;

/** Whose times these are. @throws Error for a visitor of another kind: the guard lets none through */
export function pairOf({ registrationId, personId }: PortalVisitor): AppointmentPair {
  if (registrationId === null || personId === null)
    throw new Error('An administrator’s visit names its case and person.');
  return { registrationId, personId };
}
