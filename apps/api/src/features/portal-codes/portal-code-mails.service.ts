/** The mail that brings a code: written when it leaves, skipped when the code is used or over by then, told in the client's history. Called by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { renderEmail } from '@daiban/emails';
import { systemActor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DeliveryKind, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { codePlace, fillCodes } from './portal-code.js';
import { PORTAL_CODE, PortalCodesRepository, type CodeMailRow } from './portal-codes.repository.js';
import { CODE_MINUTES } from './portal-codes.service.js';

const KIND_OF_END = {
  accepted: 'portal_code_sent',
  bounced: 'delivery_bounced',
  dead: 'delivery_dead',
} as const satisfies Record<DeliveryEnd, string>;

@Injectable()
export class PortalCodeMailsService implements DeliveryKind, OnModuleInit {
  readonly kind = PORTAL_CODE;
  readonly #key: Buffer;

  constructor(
    private readonly repository: PortalCodesRepository,
    private readonly deliveries: DeliveriesService,
    private readonly history: HistoryService,
    private readonly database: Database,
    private readonly clock: SystemClock,
    installationKeys: InstallationKeys,
  ) {
    this.#key = installationKeys.get('portal_token');
  }

  onModuleInit(): void {
    this.deliveries.register(this);
  }

  async prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const ids = due.map(({ id }) => id);
    const answers = new Map<string, PreparedDelivery>();
    for (const row of await this.repository.listMails(agencyId, ids))
      answers.set(row.deliveryId, await this.#write(row));
    return answers;
  }

  reveal(text: string): string {
    return fillCodes(this.#key, text);
  }

  async recordEnd(
    { agencyId, contactId, aboutId, id }: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const actor = systemActor(agencyId, 'en');
    const draft: EntryDraft = {
      kind: KIND_OF_END[end],
      voice: 'the_clock',
      payload: { deliveryId: id, kind: this.kind, contactId, codeId: aboutId },
    };
    await this.database.withAgency<void | Refused>(agencyId, async (transaction) => {
      if (!(await write(transaction))) return Refused.of('race.lost');
      const clientId = contactId && (await this.repository.findClientOf(transaction, contactId));
      if (!clientId) throw new Error(`The mail ${id} has no client.`);
      const record = { agencyId, recordType: 'client', recordId: clientId } as const;
      return (await this.history.recordNews(transaction, record, draft, actor)) ?? undefined;
    });
  }

  async #write(row: CodeMailRow): Promise<PreparedDelivery> {
    const { codeId, contactName, contactEmail, expiresAt, usedAt, locale } = row;
    if (contactName === null || contactEmail === null) return { skippedReason: 'contact_removed' };
    const over = codeId === null || expiresAt === null || usedAt !== null || expiresAt <= this.clock.now();
    if (over) return { skippedReason: 'over' };
    const agencyName = locale === 'zh' ? (row.agencyNameZh ?? row.agencyName) : row.agencyName;
    const written = await renderEmail('portal-code', locale, {
      agencyName,
      clientName: row.clientName,
      recipientName: contactName,
      code: codePlace(codeId),
      validMinutes: CODE_MINUTES,
    });
    const to = { name: contactName, address: contactEmail };
    return { mail: { to, fromName: agencyName, replyTo: row.replyTo, ...written } };
  }
}
