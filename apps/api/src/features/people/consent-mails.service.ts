/** The mail that tells who looks after a case that a consent was taken back: after the submission nothing moves by itself, and a person decides. Called by the consents and by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDate } from '@daiban/domain/calendar';
import { renderEmail } from '@daiban/emails';
import type { Actor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DeliveryKind, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService, type Receiver } from '../deliveries/receivers.service.js';
import { ConsentMailsRepository, type ConsentMailRow } from './consent-mails.repository.js';
import type { ConsentRow } from './consents.repository.js';

@Injectable()
export class ConsentMailsService implements DeliveryKind, OnModuleInit {
  readonly kind = 'consent_taken_back';

  constructor(
    private readonly repository: ConsentMailsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.deliveries.register(this);
  }

  /** Queues it with the caller's transaction; nobody is told of what they did themselves. @param at business time */
  async queue(
    transaction: AgencyTransaction,
    actor: Actor,
    { id, registrationId }: Pick<ConsentRow, 'id' | 'registrationId'>,
    at: string,
  ): Promise<void> {
    const keeper = await this.receivers.findKeeper(transaction, registrationId);
    if (!keeper || (actor.kind === 'member' && actor.id === keeper.memberId)) return;
    const draft = { ...keeper, kind: this.kind, registrationId, aboutId: id, step: null, dueOn: shanghaiDate(at) };
    await this.deliveries.enqueue(transaction, [draft], at);
  }

  async prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const ids = due.map(({ id }) => id);
    const [rows, receivers] = await Promise.all([
      this.repository.list(agencyId, ids),
      this.receivers.list(agencyId, ids),
    ]);
    const answers = new Map<string, PreparedDelivery>();
    for (const delivery of due) {
      const row = rows.find(({ deliveryId }) => deliveryId === delivery.id);
      const receiver = receivers.get(delivery.id);
      if (!receiver) answers.set(delivery.id, { skippedReason: 'contact_removed' });
      else if (!row || row.givenAgain) answers.set(delivery.id, { skippedReason: 'over' });
      else answers.set(delivery.id, await this.#write(delivery, row, receiver));
    }
    return answers;
  }

  /** There is no secret in it: whoever opens the address signs in. */
  reveal(text: string): string {
    return text;
  }

  /** A mail among colleagues is no part of any history; its row says what became of it. */
  async recordEnd(
    { agencyId }: DueDelivery,
    _end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    await this.database.withAgency<boolean>(agencyId, write);
  }

  async #write(
    { registrationId }: DueDelivery,
    row: ConsentMailRow,
    { name, email, locale, agencyName, assigneeName, replyTo, account }: Receiver,
  ): Promise<PreparedDelivery> {
    if (account === null) return { skippedReason: 'over' };
    const written = await renderEmail('admin-news', locale, {
      accountName: account.name,
      accountType: account.type,
      agencyName,
      assigneeName,
      tone: toneOf(row),
      adminName: row.personName,
      startsAt: null,
      wishes: [],
      actionUrl: `${this.settings.publicUrl}/registrations/${registrationId}`,
    });
    return { mail: { to: { name, address: email }, fromName: agencyName, replyTo, ...written } };
  }
}

function toneOf({ ofAdmin, purpose, submitted }: ConsentMailRow): 'consent_before' | 'consent_after' | 'consent_aside' {
  if (!ofAdmin || purpose === 'cross_border_transfer') return 'consent_aside';
  return submitted ? 'consent_after' : 'consent_before';
}
