/**
 * Sends what is due: leases rows, asks their kind whether the need still holds, speaks to the mail server, records its answer.
 * A mail goes out at least once: after a crash between the server's "250" and our COMMIT it goes again, under the same Message-ID.
 */
import type { SkipReason } from '@daiban/domain/enumerations';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BusinessClock, SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { describeError } from '../../platform/http/describe-error.js';
import { MinuteTicker, type Sweep } from '../../platform/jobs/minute-ticker.js';
import { Mailer } from '../../platform/mail/mailer.js';
import { DeliveriesRepository, type DeliveryOutcome, type LeasedDelivery } from './deliveries.repository.js';
import { DeliveryKinds, type DeliveryEnd, type DeliveryKind, type WrittenMail } from './delivery-kinds.js';
import { MAX_ATTEMPTS, retryAfterSeconds } from './delivery-retries.js';
import { LEASE_SECONDS, LeaseKeeper } from './lease-keeper.js';

const BATCH = 100;
/** Mails under way at once; the mailer keeps as many connections. */
const CONCURRENCY = 5;

/** A mail ready to go. */
interface ReadyMail {
  readonly delivery: LeasedDelivery;
  readonly kind: DeliveryKind;
  readonly mail: WrittenMail;
}

@Injectable()
export class DeliveriesSender implements Sweep, OnModuleInit {
  readonly name = 'deliveries';
  readonly #logger = new Logger('Deliveries');
  #running: Promise<void> | null = null;
  #again = false;

  constructor(
    private readonly repository: DeliveriesRepository,
    private readonly kinds: DeliveryKinds,
    private readonly mailer: Mailer,
    private readonly businessClock: BusinessClock,
    private readonly systemClock: SystemClock,
    private readonly settings: Settings,
    private readonly ticker: MinuteTicker,
  ) {}

  onModuleInit(): void {
    this.ticker.register(this);
  }

  /** Sends everything that is due, and once more what became due meanwhile when it was called again. */
  async run(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#rounds();
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false;
      // While no server answers nothing is begun: no row uses up a try, none waits longer than until the next minute.
      while ((await this.#hasDue()) && (await this.mailer.check()) && (await this.#sendBatch()));
    } while (this.#again);
  }

  async #hasDue(): Promise<boolean> {
    return (await this.#lookUpDue(1)).size > 0;
  }

  async #lookUpDue(limit: number): Promise<Map<string, string[]>> {
    return this.repository.lookUpDueUnscoped(await this.businessClock.now(), this.systemClock.now(), limit);
  }

  /** False when there was nothing this process could take. */
  async #sendBatch(): Promise<boolean> {
    const leased: LeasedDelivery[] = [];
    for (const [agencyId, ids] of await this.#lookUpDue(BATCH)) {
      const until = this.systemClock.after(LEASE_SECONDS);
      leased.push(...(await this.repository.lease(agencyId, ids, this.systemClock.now(), until)));
    }
    const leases = new LeaseKeeper(leased, (held) =>
      this.repository.renewLeases(held, this.systemClock.after(LEASE_SECONDS)),
    );
    try {
      const ready: ReadyMail[] = [];
      for (const group of groupsOf(leased)) ready.push(...(await this.#prepare(group)));
      let next = 0;
      const sendNext = async (): Promise<void> => {
        for (let mail = ready[next++]; mail; mail = ready[next++]) {
          if (leases.holds(mail.delivery.id)) await this.#send(mail);
          leases.letGo(mail.delivery.id);
        }
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, sendNext));
    } finally {
      leases.stop();
    }
    return leased.length > 0;
  }

  /** @param group deliveries of one agency and one kind */
  async #prepare(group: readonly LeasedDelivery[]): Promise<ReadyMail[]> {
    const [{ agencyId, kind: name }] = group as [LeasedDelivery];
    try {
      const kind = this.kinds.find(name);
      if (!kind) throw new Error(`No feature delivers ${name}.`);
      const prepared = await kind.prepare(agencyId, group);
      const ready: ReadyMail[] = [];
      const skipped: { id: string; reason: SkipReason }[] = [];
      for (const delivery of group) {
        const answer = prepared.get(delivery.id);
        if (!answer) throw new Error(`${name} does not say what becomes of ${delivery.id}.`);
        if ('mail' in answer) ready.push({ delivery, kind, mail: answer.mail });
        else skipped.push({ id: delivery.id, reason: answer.skippedReason });
      }
      await this.repository.skip(agencyId, skipped);
      return ready;
    } catch (error) {
      // One kind's mistake holds up no other mail; these rows are tried again, and given up like any other.
      this.#logger.error(`${name}: ${describeError(error)}`);
      for (const delivery of group) await this.#defer(delivery, null, 'cannot be written');
      return [];
    }
  }

  async #send(ready: ReadyMail): Promise<void> {
    const { delivery, kind, mail } = ready;
    try {
      const { outcome, response } = await this.mailer.send({
        messageId: delivery.messageId,
        from: { name: mail.fromName, address: this.settings.mailFrom.address },
        to: mail.to,
        subject: mail.subject,
        html: kind.reveal(mail.html),
        text: kind.reveal(mail.text),
        ...(mail.calendar && { calendar: mail.calendar }),
        headers: { 'Auto-Submitted': 'auto-generated', 'Reply-To': mail.replyTo },
      });
      if (outcome === 'accepted') {
        const acceptedAt = await this.businessClock.now();
        await this.#end(ready, { state: 'accepted', mail, response, retryAt: null, acceptedAt });
      } else if (outcome === 'refused') {
        await this.#end(ready, { state: 'bounced', mail, response, retryAt: null, acceptedAt: null });
      } else {
        await this.#defer(delivery, ready, response);
      }
    } catch (error) {
      // The row stays leased: this mail is tried again once the lease has run out, all others go on now.
      this.#logger.error(`${delivery.kind} ${delivery.id}: ${describeError(error)}`);
    }
  }

  async #defer(delivery: LeasedDelivery, ready: ReadyMail | null, response: string): Promise<void> {
    if (delivery.attempts >= MAX_ATTEMPTS && ready) {
      await this.#end(ready, { state: 'dead', mail: ready.mail, response, retryAt: null, acceptedAt: null });
      return;
    }
    const state = delivery.attempts >= MAX_ATTEMPTS ? 'dead' : 'queued';
    const retryAt = state === 'dead' ? null : this.systemClock.after(retryAfterSeconds(delivery.attempts));
    await this.repository.recordAlone(delivery, { state, mail: null, response, retryAt, acceptedAt: null });
  }

  #end({ delivery, kind }: ReadyMail, outcome: DeliveryOutcome & { readonly state: DeliveryEnd }): Promise<void> {
    return kind.recordEnd(delivery, outcome.state, (transaction) =>
      this.repository.record(transaction, delivery, outcome),
    );
  }
}

/** By agency and kind, in the order they come. */
function groupsOf(deliveries: readonly LeasedDelivery[]): LeasedDelivery[][] {
  return [...Map.groupBy(deliveries, ({ agencyId, kind }) => `${agencyId} ${kind}`).values()];
}
