/** The renewal ladder's mails: queues the step that is due, and says at send time whether it still is and what it reads. Called each minute by the sweep, and by deliveries for each mail. */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { dueReminder, ladderRests, verificationEndsOn, type JudgingContext, type Rulebook } from '@daiban/domain';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import type { SkipReason } from '@daiban/domain/enumerations';
import { renderEmail } from '@daiban/emails';
import { systemActor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { describeError } from '../../platform/http/describe-error.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService, type DeliveryDraft } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DeliveryKind, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import type { CaseEntry } from '../registrations/case.js';
import { CasesService } from '../registrations/cases.service.js';
import { JudgingService } from '../registrations/judging.service.js';
import { toReminderParams } from './renewal-reminder.mapper.js';
import { toLadderFacts } from './renewals.mapper.js';
import { RENEWAL_REMINDER, RenewalsRepository, type CandidateKey, type ReminderRow } from './renewals.repository.js';

const BATCH = 1000;

@Injectable()
export class RenewalRemindersService implements DeliveryKind, OnModuleInit {
  readonly kind = RENEWAL_REMINDER;
  readonly #logger = new Logger('Renewals');

  constructor(
    private readonly repository: RenewalsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly judging: JudgingService,
    private readonly cases: CasesService,
    private readonly links: PortalLinksService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.deliveries.register(this);
  }

  /**
   * Queues, in every agency, the reminders that are due today and not queued yet. Steps that were missed collapse into the newest; run twice, in one
   * process or in two, it queues each once.
   * @returns how many were queued
   */
  async queueDueUnscoped(): Promise<number> {
    let queued = 0;
    for (const agencyId of await this.repository.listAgenciesUnscoped()) {
      try {
        const context = await this.judging.now(agencyId);
        queued += await this.#queueDue(agencyId, dueSteps(context.rules, context.today), context);
      } catch (error) {
        // One agency's trouble is no reason for the others to wait; it is looked at again in a minute.
        this.#logger.error(`agency ${agencyId}: ${describeError(error)}`);
      }
    }
    return queued;
  }

  async prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const context = await this.judging.now(agencyId);
    const rows = await this.repository.listReminders(
      agencyId,
      due.map(({ id }) => id),
    );
    const answers = new Map<string, PreparedDelivery>();
    const needed: ReminderRow[] = [];
    for (const row of rows) {
      const skippedReason = skipReason(row, context);
      if (skippedReason === null) needed.push(row);
      else answers.set(row.deliveryId, { skippedReason });
    }
    const addresses = await this.links.mailAddresses(agencyId, [...new Set(needed.map(({ contactId }) => contactId))]);
    for (const row of needed) {
      const address = addresses.get(row.contactId);
      // Without an address the contact was removed between the two looks.
      answers.set(row.deliveryId, address ? await write(row, address, context) : { skippedReason: 'contact_removed' });
    }
    return answers;
  }

  reveal(text: string): string {
    return this.links.reveal(text);
  }

  /** The case's history tells it with the row's own COMMIT; a reminder that was taken is also news to the client. */
  async recordEnd(
    delivery: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const { registrationId } = delivery;
    if (registrationId === null) throw new Error(`The reminder ${delivery.id} names no registration.`);
    const actor = systemActor(delivery.agencyId, 'en');
    const recorded = await this.cases.change(
      actor,
      { by: 'registration', id: registrationId },
      {},
      async (before, context, transaction) => {
        if (!(await write(transaction))) return Refused.of('race.lost');
        return this.cases.news(before, this.#entry(delivery, end, context.now));
      },
    );
    if (recorded instanceof Refused && recorded.code !== 'race.lost')
      throw new Error(`The reminder ${delivery.id} cannot be recorded: ${recorded.code}.`);
  }

  #entry(delivery: DueDelivery, end: DeliveryEnd, now: string): CaseEntry {
    const type = end === 'accepted' ? 'renewal_reminder_sent' : (`delivery_${end}` as const);
    const payload = { deliveryId: delivery.id, kind: delivery.kind, step: delivery.step, untilOn: delivery.dueOn };
    const visibility = end === 'accepted' ? 'client' : 'internal';
    return this.cases.entry(type, now, payload, { voice: 'the_clock', visibility });
  }

  async #queueDue(agencyId: string, due: readonly DueStep[], context: JudgingContext): Promise<number> {
    const furthest = due.at(-1)?.endsOn ?? context.today;
    const between = {
      fromAt: shanghaiInstant(context.today, '00:00'),
      // A date counts to its end, which is the next day's first moment.
      toAt: shanghaiInstant(addDays(furthest, 2), '00:00'),
    };
    let queued = 0;
    let after: CandidateKey | null = null;
    for (;;) {
      const rows = await this.repository.listCandidates(agencyId, due, between, { after, limit: BATCH });
      const drafts: DeliveryDraft[] = rows.flatMap((row) => {
        const reminder = dueReminder(toLadderFacts(row), context.rules, context.today);
        if (!reminder) return [];
        const { registrationId, clientId, contactId, locale } = row;
        return [
          {
            kind: this.kind,
            registrationId,
            clientId,
            contactId,
            step: reminder.step,
            dueOn: reminder.untilOn,
            locale,
          },
        ];
      });
      if (drafts.length > 0)
        queued += await this.database.withAgency(agencyId, (transaction) =>
          this.deliveries.enqueue(transaction, drafts, context.now),
        );
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return queued;
      after = [last.registrationId, last.contactId];
    }
  }
}

/** Which step is due today for a verification that ends on a day, as the ladder says for one that nothing keeps from being renewed. */
interface DueStep {
  readonly endsOn: string;
  readonly step: number;
}

function dueSteps(rules: Rulebook, today: string): DueStep[] {
  const furthest = Math.max(...rules.entries['renewal.reminder_days'].value);
  return Array.from({ length: furthest + 1 }, (_, days) => addDays(today, days)).flatMap((endsOn) => {
    const reminder = dueReminder(
      {
        registration: { state: 'live', pausedAt: null, renewalDecision: null },
        verification: { qualification: 'passed', until: null, untilOn: endsOn },
        openOrderState: null,
      },
      rules,
      today,
    );
    return reminder ? [{ endsOn, step: reminder.step }] : [];
  });
}

/** Why this reminder is no longer wanted; null: it is. */
function skipReason(row: ReminderRow, context: JudgingContext): SkipReason | null {
  if (row.contactName === null || row.contactEmail === null) return 'contact_removed';
  const endsOn = verificationEndsOn(row);
  if (endsOn !== null && endsOn > row.dueOn) return 'renewed';
  const facts = toLadderFacts(row);
  const rest = ladderRests(facts, context.today);
  if (rest !== null) return rest;
  if (endsOn !== row.dueOn) return 'end_changed';
  return dueReminder(facts, context.rules, context.today)?.step === row.step ? null : 'superseded';
}

async function write(row: ReminderRow, actionUrl: string, context: JudgingContext): Promise<PreparedDelivery> {
  const params = toReminderParams(row, actionUrl, context);
  const written = await renderEmail('renewal-reminder', row.locale, params);
  const to = { name: row.contactName ?? '', address: row.contactEmail ?? '' };
  return { mail: { to, fromName: params.agencyName, replyTo: row.replyTo, ...written } };
}
