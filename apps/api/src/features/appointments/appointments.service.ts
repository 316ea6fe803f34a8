/** The times of a scan from the agency's side: offering them, saying what became of one, seeing who waits. */
import { Injectable } from '@nestjs/common';
import type {
  Appointment,
  AppointmentBook,
  closeAppointment,
  offerAppointments,
  OperationInput,
  OperationResult,
  ReadyAdmin,
} from '@daiban/contracts';
import { judgeOffer, judgeScanAhead } from '@daiban/domain';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CaseAnswersService } from '../registrations/case-answers.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { AppointmentMailsService } from './appointment-mails.service.js';
import { toAppointment, toWishes, withEntry } from './appointments.mapper.js';
import { AppointmentsRepository, type AppointmentRow } from './appointments.repository.js';

@Injectable()
export class AppointmentsService {
  constructor(
    private readonly repository: AppointmentsRepository,
    private readonly cases: CasesService,
    private readonly answers: CaseAnswersService,
    private readonly registrations: RegistrationsService,
    private readonly mails: AppointmentMailsService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** Times of the admin of today; another one's are history. */
  async listAppointments(actor: Actor, registrationId: string): Promise<AppointmentBook | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: registrationId });
    if (view instanceof Refused) return view;
    const { facts } = view.case;
    const refusals = this.answers.refusals(actor, judgeScanAhead(facts), view.context);
    if (facts.admin === null) return { items: [], refusals, warnings: [], otherTimes: null, admin: null };
    const pair = { registrationId, personId: facts.admin.personId };
    const [rows, asked, admin] = await Promise.all([
      this.repository.list(actor.agencyId, pair),
      this.repository.findOtherTimes(actor.agencyId, pair),
      this.repository.findAdmin(actor.agencyId, registrationId),
    ]);
    return {
      items: rows.map(toAppointment),
      refusals,
      warnings: this.registrations.adminWarnings(actor, view),
      otherTimes: asked && { wishes: toWishes(asked.wishes), askedAt: asked.askedAt },
      admin: admin && {
        name: admin.name,
        timeZone: admin.timeZone,
        hasEmail: admin.email !== null,
        hasConsented: facts.admin.consent !== null,
      },
    };
  }

  /** Hours that are unusual in Beijing warn and are offered all the same. Who has an address is written to. */
  async offerAppointments(
    actor: Actor,
    { params, body }: OperationInput<typeof offerAppointments>,
  ): Promise<OperationResult<typeof offerAppointments> | Refused> {
    // One instant may be written in several ways.
    const startsAt = [...new Set(body.startsAt.map((at) => new Date(at).toISOString()))].toSorted();
    let offered: readonly AppointmentRow[] = [];
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: params.id },
      {},
      async (before, context, transaction) => {
        const findings = judgeOffer(before.facts, startsAt, context);
        const hard = findings.filter(({ kind }) => kind !== 'soft');
        if (hard.length > 0) return Refused.because(hard);
        const personId = before.facts.admin?.personId;
        if (personId === undefined) return Refused.of('admin.missing', { clearedBy: 'set_admin' });
        const minutes = body.minutes ?? context.rules.entries['appointment.minutes'].value;
        const pair = { registrationId: params.id, personId };
        const taken = new Set((await this.repository.listWithin(transaction, pair)).filter(isOpen).map(startOf));
        const times = startsAt.filter((at) => !taken.has(at)).map((at) => ({ id: v7(), startsAt: at, minutes }));
        if (times.length === 0) return Refused.of('appointment.already_offered', { clearedBy: 'nothing_to_do' });
        const by = { now: context.now, offeredBy: actor.kind === 'member' ? actor.id : null };
        offered = await this.repository.insert(transaction, pair, times, by);
        await this.mails.queueInvitation(transaction, before, context, offered[0]?.id);
        const payload = { times: offered.map(startOf), minutes, personId };
        const entry = this.cases.entry('appointment_offered', context.now, payload);
        return { ...this.cases.news(before, entry), warnings: findings };
      },
    );
    if (changed instanceof Refused) return changed;
    this.mails.sendSoon();
    return {
      items: offered.map(toAppointment),
      warnings: this.answers.refusals(actor, changed.warnings, changed.context),
    };
  }

  /** Missed or cancelled; a time that was only offered can be taken back too. */
  async closeAppointment(
    actor: Actor,
    { params, body }: OperationInput<typeof closeAppointment>,
  ): Promise<Appointment | Refused> {
    const place = await this.repository.findPlace(actor.agencyId, params.id);
    if (!place) return Refused.notFound();
    const { outcome, expectedVersion } = body;
    let closed: AppointmentRow | null = null;
    const changed = await this.cases.change(
      actor,
      { by: 'registration', id: place.registrationId },
      {},
      async (before, context, transaction) => {
        const known = (await this.repository.listWithin(transaction, place)).find(({ id }) => id === params.id);
        if (!known) return Refused.notFound();
        if (known.version !== expectedVersion) return Refused.versionConflict();
        if (!isOpen(known) || (outcome === 'missed' && known.state === 'offered')) return closedAlready();
        if (outcome === 'missed' && known.startsAt > context.now)
          return Refused.of('appointment.not_begun', { clearedBy: 'await_appointment' });
        const move = { from: [known.state], to: outcome, now: context.now, expectedVersion };
        closed = await this.repository.move(transaction, params.id, move);
        if (!closed) return Refused.versionConflict();
        if (outcome === 'missed') await this.mails.queueMissed(transaction, before, context, closed);
        const payload = {
          appointmentId: known.id,
          startsAt: known.startsAt,
          personId: place.personId,
          was: known.state,
        };
        const visibility = outcome === 'cancelled' && known.state !== 'offered' ? 'client' : 'internal';
        const entry = this.cases.entry(`appointment_${outcome}`, context.now, payload, { visibility });
        return known.state === 'offered'
          ? this.cases.news(before, entry)
          : withEntry(before, entry, { appointmentAt: null });
      },
    );
    if (changed instanceof Refused) return changed;
    await this.mails.queueCancellations(actor.agencyId);
    this.mails.sendSoon();
    return closed ? toAppointment(closed) : Refused.notFound();
  }

  /** Asked every few seconds by every open dashboard. */
  async listReadyAdmins(actor: Actor): Promise<{ items: ReadyAdmin[] }> {
    return { items: await this.repository.listReady(actor.agencyId, await this.businessClock.now()) };
  }

  /** Why them, what they need, what is kept, and the way to their page. */
  async inviteAdmin(actor: Actor, registrationId: string): Promise<{ queued: boolean } | Refused> {
    const admin = await this.repository.findAdmin(actor.agencyId, registrationId);
    const view = await this.cases.read(actor, { by: 'registration', id: registrationId });
    if (view instanceof Refused) return view;
    if (!admin) return Refused.of('admin.missing', { clearedBy: 'set_admin' });
    if (admin.email === null) return Refused.of('admin.no_address', { clearedBy: 'give_admin_address' });
    const queued = await this.mails.invite(view);
    this.mails.sendSoon();
    return { queued };
  }
}

function closedAlready(): Refused {
  return Refused.of('appointment.closed', { clearedBy: 'nothing_to_do' });
}

const isOpen = ({ state }: AppointmentRow): boolean => state === 'offered' || state === 'booked' || state === 'ready';
const startOf = ({ startsAt }: AppointmentRow): string => startsAt;
