/** The mail that tells owner and managers of leads: how many wait, and nothing of them. Called by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { renderEmail } from '@daiban/emails';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DeliveryKind, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService } from '../deliveries/receivers.service.js';
import { LeadsRepository } from './leads.repository.js';

/** `kind` of its deliveries. */
export const LEAD_LEFT = 'lead_left';

@Injectable()
export class LeadMailService implements DeliveryKind, OnModuleInit {
  readonly kind = LEAD_LEFT;

  constructor(
    private readonly leads: LeadsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.deliveries.register(this);
  }

  async prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const receivers = await this.receivers.list(
      agencyId,
      due.map(({ id }) => id),
    );
    const count = await this.leads.countNew(agencyId);
    const answers = new Map<string, PreparedDelivery>();
    for (const { id, dueOn } of due) {
      if (count === 0) {
        answers.set(id, { skippedReason: 'over' });
        continue;
      }
      const receiver = receivers.get(id);
      if (!receiver) {
        answers.set(id, { skippedReason: 'contact_removed' });
        continue;
      }
      const { name, email, locale, agencyName, replyTo } = receiver;
      const actionUrl = `${this.settings.publicUrl}/leads`;
      const tone = 'lead_left' as const;
      const written = await renderEmail('notice', locale, {
        tone,
        count,
        agencyName,
        dueOn: null,
        today: dueOn,
        actionUrl,
      });
      answers.set(id, { mail: { to: { name, address: email }, fromName: agencyName, replyTo, ...written } });
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
}
