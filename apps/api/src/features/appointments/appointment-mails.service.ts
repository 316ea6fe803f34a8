/** The mails about a scan: which are due when, whether each is still wanted when its turn comes, and what it says. Called by the appointments, the minute's sweep and deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { listReminders, type JudgingContext } from '@daiban/domain';
import { shanghaiDate } from '@daiban/domain/calendar';
import type { SkipReason } from '@daiban/domain/enumerations';
import { systemActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService, type DeliveryDraft } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService } from '../deliveries/receivers.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import type { Case } from '../registrations/case.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { AppointmentMailWriter } from './appointment-mail.writer.js';
import { skipReasonOf } from './appointment-mail.skip.js';
import { AppointmentMailsRepository } from './appointment-mails.repository.js';
import { AppointmentsRepository, type AppointmentRow } from './appointments.repository.js';

/** To the administrator. */
const TO_ADMIN = [
  'admin_invitation',
  'appointment_booked',
  'appointment_reminder',
  'appointment_cancelled',
  'appointment_missed',
] as const;
/** To the specialist. */
const TO_STAFF = ['admin_ready', 'admin_other_times'] as const;

@Injectable()
export class AppointmentMailsService implements OnModuleInit {
  constructor(
    private readonly repository: AppointmentMailsRepository,
    private readonly appointments: AppointmentsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly links: PortalLinksService,
    private readonly writer: AppointmentMailWriter,
    private readonly cases: CasesService,
    private readonly judging: JudgingService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
  ) {}

  onModuleInit(): void {
    for (const kind of [...TO_ADMIN, ...TO_STAFF]) {
      this.deliveries.register({
        kind,
        prepare: (agencyId, due) => this.#prepare(agencyId, due),
        reveal: (text) => this.links.reveal(text),
        recordEnd: (delivery, end, write) => this.#recordEnd(delivery, end, write),
      });
    }
  }

  /** Queues the invitation with the caller's transaction; with times, they are in it. Nothing for who has no address. */
  async queueInvitation(
    transaction: AgencyTransaction,
    about: Case,
    context: JudgingContext,
    appointmentId: string | undefined,
  ): Promise<void> {
    const dueOn = context.today;
    await this.#queueToAdmin(transaction, about, context.now, [{ kind: 'admin_invitation', appointmentId, dueOn }]);
  }

  /** Queues an invitation without times; false: today's is queued already. */
  invite({ case: about, context }: CaseView): Promise<boolean> {
    const mail = { kind: 'admin_invitation', appointmentId: undefined, dueOn: context.today } as const;
    return this.database.withAgency(about.particulars.agencyId, (transaction) =>
      this.#queueToAdmin(transaction, about, context.now, [mail]),
    );
  }

  /** The confirmation now, the reminders at their hours. */
  async queueBooked(
    transaction: AgencyTransaction,
    about: Case,
    context: JudgingContext,
    appointment: AppointmentRow,
  ): Promise<void> {
    const mail = { appointmentId: appointment.id, dueOn: shanghaiDate(appointment.startsAt) };
    await this.#queueToAdmin(transaction, about, context.now, [
      { ...mail, kind: 'appointment_booked' },
      ...listReminders(appointment, context).map(({ hours, at }) => ({
        ...mail,
        kind: 'appointment_reminder' as const,
        step: hours,
        sendAfter: at,
      })),
    ]);
  }

  async queueMissed(
    transaction: AgencyTransaction,
    about: Case,
    context: JudgingContext,
    { id: appointmentId, startsAt }: AppointmentRow,
  ): Promise<void> {
    const mail = { kind: 'appointment_missed', appointmentId, dueOn: shanghaiDate(startsAt) } as const;
    await this.#queueToAdmin(transaction, about, context.now, [mail]);
  }

  /** Tells who looks after the case. */
  async queueForStaff(
    transaction: AgencyTransaction,
    { facts }: Case,
    { now, today }: JudgingContext,
    kind: (typeof TO_STAFF)[number],
    appointmentId: string | undefined,
  ): Promise<void> {
    const registrationId = facts.registration.id;
    const keeper = await this.receivers.findKeeper(transaction, registrationId);
    if (!keeper) return;
    const draft = {
      ...keeper,
      kind,
      registrationId,
      step: null,
      dueOn: today,
      ...(appointmentId && { aboutId: appointmentId }),
    };
    await this.deliveries.enqueue(transaction, [draft], now);
  }

  /** Queues a mail for each time that was let go and whose administrator believes it stands: by whom and by which step of the case does not matter. */
  async queueCancellations(agencyId: string): Promise<number> {
    const now = await this.businessClock.now();
    const untold = await this.appointments.listUntold(agencyId, now);
    if (untold.length === 0) return 0;
    const drafts = untold.map(({ id, registrationId, clientId, personId, startsAt, locale }): DeliveryDraft => ({
      kind: 'appointment_cancelled',
      registrationId,
      clientId,
      personId,
      aboutId: id,
      step: null,
      dueOn: shanghaiDate(startsAt),
      locale,
    }));
    return this.database.withAgency(agencyId, (transaction) => this.deliveries.enqueue(transaction, drafts, now));
  }

  /** Lets what is due go out now; the caller does not wait for a mail server. */
  sendSoon(): void {
    this.deliveries.sendSoon();
  }

  async #queueToAdmin(
    transaction: AgencyTransaction,
    { facts, particulars }: Case,
    now: string,
    mails: readonly {
      readonly kind: (typeof TO_ADMIN)[number];
      readonly appointmentId: string | undefined;
      readonly dueOn: string;
      readonly step?: number;
      readonly sendAfter?: string;
    }[],
  ): Promise<boolean> {
    const personId = facts.admin?.personId;
    const locale = personId === undefined ? null : await this.repository.findLocale(transaction, personId);
    if (personId === undefined || locale === null) return false;
    const about = { registrationId: facts.registration.id, clientId: particulars.client.id, personId, locale };
    const drafts = mails.map(({ appointmentId, step = null, ...mail }): DeliveryDraft => ({
      ...about,
      ...mail,
      step,
      ...(appointmentId !== undefined && { aboutId: appointmentId }),
    }));
    return (await this.deliveries.enqueue(transaction, drafts, now)) > 0;
  }

  async #prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const context = await this.judging.now(agencyId);
    const rows = await this.repository.listMails(
      agencyId,
      due.map(({ id }) => id),
    );
    const answers = new Map<string, PreparedDelivery>();
    for (const row of rows) {
      const skippedReason: SkipReason | null = skipReasonOf(row, context.now);
      answers.set(row.deliveryId, skippedReason ? { skippedReason } : await this.writer.write(agencyId, row, context));
    }
    return answers;
  }

  /** The case's history tells what became of each mail to the administrator. */
  async #recordEnd(
    delivery: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const { agencyId, registrationId, kind, id: deliveryId } = delivery;
    // What the house tells itself is no news of the case.
    if (TO_STAFF.some((ours) => ours === kind)) {
      await this.database.withAgency(agencyId, write);
      return;
    }
    if (registrationId === null) throw new Error(`The mail ${deliveryId} names no registration.`);
    const target = { by: 'registration', id: registrationId } as const;
    const recorded = await this.cases.change(
      systemActor(agencyId, 'en'),
      target,
      {},
      async (before, { now }, transaction) => {
        if (!(await write(transaction))) return Refused.of('race.lost');
        const type = end === 'accepted' ? 'appointment_mail_sent' : (`delivery_${end}` as const);
        const payload = { deliveryId, kind, step: delivery.step };
        return this.cases.news(before, this.cases.entry(type, now, payload, { voice: 'the_clock' }));
      },
    );
    if (recorded instanceof Refused && recorded.code !== 'race.lost')
      throw new Error(`The mail ${deliveryId} cannot be recorded: ${recorded.code}.`);
  }
}
