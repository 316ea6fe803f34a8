/** The two mails about requests: to owner and managers how many wait, to whoever asked that there is an answer. Neither says what it is about. Called by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDate } from '@daiban/domain/calendar';
import { renderEmail } from '@daiban/emails';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService, type Receiver } from '../deliveries/receivers.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { DataRequestsRepository } from './data-requests.repository.js';

/** To owner and managers: requests wait. */
export const DATA_REQUESTED = 'data_requested';
/** To whoever asked: there is an answer. */
export const DATA_ANSWERED = 'data_answered';

@Injectable()
export class DataRequestMailService implements OnModuleInit {
  constructor(
    private readonly requests: DataRequestsRepository,
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly links: PortalLinksService,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly businessClock: BusinessClock,
  ) {}

  onModuleInit(): void {
    for (const kind of [DATA_REQUESTED, DATA_ANSWERED] as const) {
      this.deliveries.register({
        kind,
        prepare: (agencyId, due) => this.#prepare(kind, agencyId, due),
        reveal: (text) => this.links.reveal(text),
        // What became of the mail stands on its row; the request itself stands in the history.
        recordEnd: async ({ agencyId }, _end, write) => {
          await this.database.withAgency<boolean>(agencyId, write);
        },
      });
    }
  }

  async #prepare(
    tone: typeof DATA_REQUESTED | typeof DATA_ANSWERED,
    agencyId: string,
    due: readonly DueDelivery[],
  ): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const today = shanghaiDate(await this.businessClock.now());
    const receivers = await this.receivers.list(
      agencyId,
      due.map(({ id }) => id),
    );
    const open = tone === DATA_REQUESTED ? await this.requests.findOpen(agencyId) : null;
    const answers = new Map<string, PreparedDelivery>();
    for (const delivery of due) {
      if (open?.count === 0) {
        answers.set(delivery.id, { skippedReason: 'over' });
        continue;
      }
      const receiver = receivers.get(delivery.id);
      const actionUrl = receiver ? await this.#addressFor(delivery) : null;
      answers.set(
        delivery.id,
        receiver && actionUrl
          ? await write(receiver, { tone, count: open?.count ?? 1, dueOn: open?.dueOn ?? null, today, actionUrl })
          : { skippedReason: 'contact_removed' },
      );
    }
    return answers;
  }

  /** Null: their way in is gone. */
  async #addressFor({ agencyId, contactId, personId, registrationId }: DueDelivery): Promise<string | null> {
    if (contactId !== null) return (await this.links.mailAddresses(agencyId, [contactId])).get(contactId) ?? null;
    if (personId === null) return `${this.settings.publicUrl}/data-requests`;
    if (registrationId === null) return null;
    const addresses = await this.links.adminMailAddresses(agencyId, [{ registrationId, personId }]);
    return addresses.get(registrationId) ?? null;
  }
}

async function write(
  { name, email, locale, agencyName, replyTo }: Receiver,
  about: {
    readonly tone: typeof DATA_REQUESTED | typeof DATA_ANSWERED;
    readonly count: number;
    readonly dueOn: string | null;
    readonly today: string;
    readonly actionUrl: string;
  },
): Promise<PreparedDelivery> {
  const written = await renderEmail('notice', locale, { ...about, agencyName });
  return { mail: { to: { name, address: email }, fromName: agencyName, replyTo, ...written } };
}
