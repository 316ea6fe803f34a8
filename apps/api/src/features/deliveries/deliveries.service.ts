/** Mails as the rest of the product sees them: a feature queues one inside its own transaction, staff look them up. Only this feature sends. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Delivery, getDelivery, listDeliveries, OperationInput, OperationResult } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
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
  readonly contactId: string;
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
export class DeliveriesService {
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
   * Queues mails with the caller's transaction. One that was queued before (same kind, registration, step, day and receiver) is not queued
   * again, unless it was skipped: then its need is back.
   * @param now business time
   * @returns how many were queued
   */
  enqueue(transaction: AgencyTransaction, drafts: readonly DeliveryDraft[], now: string): Promise<number> {
    const rows = drafts.map(({ sendAfter = now, ...draft }) => {
      const uniqueKey = [draft.kind, draft.registrationId ?? '', draft.step ?? '', draft.dueOn, draft.contactId].join(
        ':',
      );
      const messageId = this.#messageId(transaction.agencyId, uniqueKey);
      return { ...draft, id: v7(), uniqueKey, messageId, sendAfter, createdAt: now };
    });
    return this.repository.enqueue(transaction, rows);
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
