/** Mails as the rest of the product sees them: a feature queues one inside its own transaction, staff look them up. Only this feature sends. */
import { createHash } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Delivery, getDelivery, listDeliveries, OperationInput, OperationResult } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { describeError } from '../../platform/http/describe-error.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toDelivery } from './deliveries.mapper.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { DeliveriesSender } from './deliveries.sender.js';
import { DeliveryKinds, type DeliveryKind } from './delivery-kinds.js';

/** A mail that a feature wants sent. */
export interface DeliveryDraft {
  readonly kind: string;
  readonly registrationId: string | null;
  readonly clientId: string | null;
  /** The receiver, by one of the three: a client's contact, an admin person, a member. */
  readonly contactId?: string;
  readonly personId?: string;
  readonly memberId?: string;
  /** What it is about, where kind and registration do not say it all. */
  readonly aboutId?: string;
  /** Step of a ladder; null for a single mail. */
  readonly step: number | null;
  /** The day the mail is for. */
  readonly dueOn: string;
  readonly locale: Locale;
  /** Business time; now when not given. */
  readonly sendAfter?: string;
}

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class DeliveriesService implements BeforeApplicationShutdown {
  readonly #logger = new Logger('Deliveries');
  #sending: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly repository: DeliveriesRepository,
    private readonly sender: DeliveriesSender,
    private readonly kinds: DeliveryKinds,
    private readonly settings: Settings,
  ) {}

  /** Told by a feature at the start: how its mails are checked, written and remembered. */
  register(kind: DeliveryKind): void {
    this.kinds.add(kind);
  }

  /**
   * Queues mails with the caller's transaction. One that was queued before (same kind, registration, subject, step, day and receiver) is not queued
   * again, unless it was skipped: then its need is back.
   * @param now business time
   * @returns how many were queued
   */
  enqueue(transaction: AgencyTransaction, drafts: readonly DeliveryDraft[], now: string): Promise<number> {
    const rows = drafts.map((draft) => {
      const { contactId = null, personId = null, memberId = null, aboutId = null, sendAfter = now } = draft;
      const receiver = receiverOf(draft);
      const parts = [draft.kind, draft.registrationId ?? '', draft.step ?? '', draft.dueOn, receiver];
      const uniqueKey = (aboutId === null ? parts : [...parts, aboutId]).join(':');
      const messageId = this.#messageId(transaction.agencyId, uniqueKey);
      const receivers = { contactId, personId, memberId, aboutId };
      return { ...draft, ...receivers, id: v7(), uniqueKey, messageId, sendAfter, createdAt: now };
    });
    return this.repository.enqueue(transaction, rows);
  }

  /**
   * Queues mails that say how much waits: none while one of the kind waits for its reader, who hears of it all by that one, and none sooner than
   * some minutes after the last.
   * @param now business time
   * @returns how many were queued
   */
  async enqueueGathered(
    transaction: AgencyTransaction,
    drafts: readonly DeliveryDraft[],
    now: string,
    minutes: number,
  ): Promise<number> {
    let queued = 0;
    for (const draft of drafts) {
      const { isWaiting, lastAt } = await this.repository.holdTold(transaction, draft, receiverOf(draft));
      if (isWaiting) continue;
      const soonest = lastAt === null ? 0 : Date.parse(lastAt) + minutes * 60_000;
      const sendAfter = new Date(Math.max(Date.parse(now), soonest)).toISOString();
      queued += await this.enqueue(transaction, [{ ...draft, sendAfter }], now);
    }
    return queued;
  }

  /** As `sendDue`, for a caller who does not wait for a mail server. */
  sendSoon(): void {
    const sending = this.sender.run().catch((error: unknown) => this.#logger.error(describeError(error)));
    this.#sending = Promise.all([this.#sending, sending]);
  }

  /** What is being sent is sent to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#sending;
  }

  /** Sends what is due now, without waiting for the next minute. Called after a queueing transaction has ended. */
  sendDue(): Promise<void> {
    return this.sender.run();
  }

  /** Every mail of the agency, newest first. */
  async listDeliveries(
    actor: Actor,
    { query }: OperationInput<typeof listDeliveries>,
  ): Promise<Page<Delivery> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const rows = await this.repository.listPage(actor.agencyId, {
      state: query.state ?? null,
      registrationId: query.registrationId ?? null,
      after,
      limit: query.limit,
    });
    return toPage(rows, query.limit, (row) => [row.createdAt, row.id], toDelivery);
  }

  /**
   * One mail as it was written. Where the outbox is the only mailbox, its secrets are filled in, so that it can be tried out; what went to a
   * real mailbox shows them to its receiver alone.
   */
  async getDelivery(actor: Actor, id: string): Promise<OperationResult<typeof getDelivery> | Refused> {
    const row = await this.repository.find(actor.agencyId, id);
    if (!row) return Refused.notFound();
    const kind = this.settings.smtpUrl === null ? this.kinds.find(row.kind) : null;
    const show = (text: string | null) => (text !== null && kind ? kind.reveal(text) : text);
    return { ...toDelivery(row), html: show(row.html), text: show(row.text) };
  }

  /** The same for the same need, so that a receiver can drop what arrives twice. */
  #messageId(agencyId: string, uniqueKey: string): string {
    const [, domain = 'localhost'] = this.settings.mailFrom.address.split('@');
    const digest = createHash('sha256').update(`${agencyId}:${uniqueKey}`).digest('hex').slice(0, 40);
    return `<${digest}@${domain}>`;
  }
}

function receiverOf({ kind, contactId, personId, memberId }: DeliveryDraft): string {
  const receiver = contactId ?? personId ?? memberId;
  if (receiver === undefined) throw new Error(`A mail of the kind ${kind} has no receiver.`);
  return receiver;
}
