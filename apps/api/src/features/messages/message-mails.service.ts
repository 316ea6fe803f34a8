/** The mails that say that messages wait: to whom and when, whether anything is still unread when they leave, and what they say. Called by the messages and by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JudgingContext } from '@daiban/domain';
import { renderEmail } from '@daiban/emails';
import { systemActor, type Actor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService, type Receiver } from '../deliveries/receivers.service.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { MessageMailsRepository, type MessageMailRow } from './message-mails.repository.js';
import type { MessagePlace } from './message-place.js';

/** A client wrote: to who looks after the account. */
const MESSAGE_RECEIVED = 'message_received';
/** We wrote: to the client's contact. */
const MESSAGE_WAITING = 'message_waiting';

@Injectable()
export class MessageMailsService implements OnModuleInit {
  constructor(
    private readonly repository: MessageMailsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly links: PortalLinksService,
    private readonly history: HistoryService,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    for (const kind of [MESSAGE_RECEIVED, MESSAGE_WAITING]) {
      this.deliveries.register({
        kind,
        prepare: (agencyId, due) => this.#prepare(agencyId, due),
        reveal: (text) => this.links.reveal(text),
        recordEnd: (delivery, end, write) => this.#recordEnd(delivery, end, write),
      });
    }
  }

  /**
   * Queues the mail about a message with the caller's transaction, which holds the client or its case, so that no two queue at once: at once when
   * the reader has not been told lately, else when the rule's minutes are over; what comes until then is told by the same mail.
   * @param to whose side reads it
   */
  async queue(
    transaction: AgencyTransaction,
    message: MessagePlace & { readonly id: string },
    to: 'client' | 'agency',
    { rules, now, today }: JudgingContext,
  ): Promise<void> {
    const kind = to === 'client' ? MESSAGE_WAITING : MESSAGE_RECEIVED;
    const reader =
      to === 'client'
        ? await this.repository.findContact(transaction, message)
        : await this.repository.findMember(transaction, message);
    if (!reader) return;
    const { id: aboutId, clientId, registrationId } = message;
    const draft = {
      kind,
      registrationId,
      clientId,
      aboutId,
      ...(to === 'client' ? { contactId: reader.id } : { memberId: reader.id }),
      step: null,
      dueOn: today,
      locale: reader.locale,
    };
    await this.deliveries.enqueueGathered(transaction, [draft], now, rules.entries['message.mail_minutes'].value);
  }

  /** Lets what is due go out now; the caller does not wait for a mail server. */
  sendSoon(): void {
    this.deliveries.sendSoon();
  }

  /** Tells it in the client's history. */
  recordOnClient(
    transaction: AgencyTransaction,
    clientId: string,
    draft: EntryDraft,
    actor: Actor,
  ): Promise<Refused | null> {
    const record = { agencyId: transaction.agencyId, recordType: 'client', recordId: clientId } as const;
    return this.history.recordNews(transaction, record, draft, actor);
  }

  async #prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const ids = due.map(({ id }) => id);
    const contactIds = due.flatMap(({ contactId }) => contactId ?? []);
    const [rows, receivers, addresses] = await Promise.all([
      this.repository.listMails(agencyId, ids),
      this.receivers.list(agencyId, ids),
      this.links.mailAddresses(agencyId, contactIds),
    ]);
    const byId = new Map(rows.map((row) => [row.deliveryId, row]));
    const answers = new Map<string, PreparedDelivery>();
    for (const delivery of due) {
      const [row, receiver] = [byId.get(delivery.id), receivers.get(delivery.id)];
      answers.set(
        delivery.id,
        row && receiver ? await this.#write(delivery, row, receiver, addresses) : { skippedReason: 'contact_removed' },
      );
    }
    return answers;
  }

  async #write(
    { contactId, registrationId }: DueDelivery,
    { clientId, clientName, unread }: MessageMailRow,
    { name, email, locale, agencyName, replyTo, account }: Receiver,
    addresses: ReadonlyMap<string, string>,
  ): Promise<PreparedDelivery> {
    if (unread === 0) return { skippedReason: 'over' };
    const place = registrationId === null ? `/clients/${clientId}` : `/registrations/${registrationId}`;
    const actionUrl = contactId === null ? `${this.settings.publicUrl}${place}` : addresses.get(contactId);
    if (actionUrl === undefined) return { skippedReason: 'contact_removed' };
    const written = await renderEmail('message-waiting', locale, {
      to: contactId === null ? 'staff' : 'client',
      agencyName,
      clientName,
      recipientName: name,
      accountName: account?.name ?? null,
      count: unread,
      actionUrl,
    });
    return { mail: { to: { name, address: email }, fromName: agencyName, replyTo, ...written } };
  }

  /** That a client could not be told stands in their history; a mail that arrived is told by its row alone. */
  async #recordEnd(
    { agencyId, contactId, kind, id }: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const [row] = await this.repository.listMails(agencyId, [id]);
    await this.database.withAgency<void | Refused>(agencyId, async (transaction) => {
      if (!(await write(transaction))) return Refused.of('race.lost');
      if (end === 'accepted' || contactId === null || !row) return;
      const payload = { deliveryId: id, kind, contactId };
      const draft: EntryDraft = { kind: `delivery_${end}`, voice: 'the_clock', payload };
      const recorded = await this.recordOnClient(transaction, row.clientId, draft, systemActor(agencyId, 'en'));
      if (recorded instanceof Refused) return recorded;
    });
  }
}
