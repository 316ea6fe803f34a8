/** The mail with the way to an account's passport: once when it has gone live, and when somebody sends it. Called by deliveries. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { shanghaiDate } from '@daiban/domain/calendar';
import { renderEmail } from '@daiban/emails';
import { systemActor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { ReceiversService, type Receiver } from '../deliveries/receivers.service.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';

/** The account has gone live. */
export const ACCOUNT_LIVE = 'account_live';
/** Somebody sends the passport. */
export const PASSPORT_ASKED = 'passport_asked';

@Injectable()
export class PassportMailService implements OnModuleInit {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly receivers: ReceiversService,
    private readonly links: PortalLinksService,
    private readonly cases: CasesService,
  ) {}

  onModuleInit(): void {
    for (const kind of [ACCOUNT_LIVE, PASSPORT_ASKED]) {
      this.deliveries.register({
        kind,
        prepare: (agencyId, due) => this.#prepare(agencyId, due),
        reveal: (text) => this.links.reveal(text),
        recordEnd: (delivery, end, write) => this.#recordEnd(delivery, end, write),
      });
    }
  }

  async #prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const receivers = await this.receivers.list(
      agencyId,
      due.map(({ id }) => id),
    );
    const contactIds = due.flatMap(({ contactId }) => contactId ?? []);
    const addresses = await this.links.mailAddresses(agencyId, [...new Set(contactIds)]);
    const answers = new Map<string, PreparedDelivery>();
    for (const delivery of due) {
      const receiver = receivers.get(delivery.id);
      const actionUrl = addresses.get(delivery.contactId ?? '');
      const view = await this.cases.read(systemActor(agencyId, 'en'), {
        by: 'registration',
        id: registrationOf(delivery),
      });
      answers.set(
        delivery.id,
        receiver && actionUrl && !(view instanceof Refused)
          ? await prepare(delivery.kind, receiver, view, actionUrl)
          : { skippedReason: 'contact_removed' },
      );
    }
    return answers;
  }

  /** The case's history tells it with the row's own COMMIT, and the client has heard something. */
  async #recordEnd(
    delivery: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const recorded = await this.cases.change(
      systemActor(delivery.agencyId, 'en'),
      { by: 'registration', id: registrationOf(delivery) },
      {},
      async (before, context, transaction) => {
        if (!(await write(transaction))) return Refused.of('race.lost');
        const type = end === 'accepted' ? 'passport_sent' : (`delivery_${end}` as const);
        const visibility = end === 'accepted' ? 'client' : 'internal';
        const payload = { deliveryId: delivery.id, kind: delivery.kind };
        return this.cases.news(
          before,
          this.cases.entry(type, context.now, payload, { voice: 'the_clock', visibility }),
        );
      },
    );
    if (recorded instanceof Refused && recorded.code !== 'race.lost')
      throw new Error(`The passport mail ${delivery.id} cannot be recorded: ${recorded.code}.`);
  }
}

function registrationOf({ id, registrationId }: DueDelivery): string {
  if (registrationId === null) throw new Error(`The passport mail ${id} names no registration.`);
  return registrationId;
}

async function prepare(
  kind: string,
  receiver: Receiver,
  { case: known, derived }: CaseView,
  actionUrl: string,
): Promise<PreparedDelivery> {
  const { name, email, locale, agencyName, assigneeName, replyTo } = receiver;
  const { state, proposedName, accountType } = known.facts.registration;
  if (kind === ACCOUNT_LIVE && state !== 'live') return { skippedReason: 'not_live' };
  const { until, untilOn, provenance } = derived.verification;
  const written = await renderEmail('account-passport', locale, {
    accountName: proposedName ?? '',
    accountType,
    agencyName,
    assigneeName,
    recipientName: name,
    occasion: kind === ACCOUNT_LIVE ? 'live' : 'asked',
    verifiedUntilOn: untilOn ?? (until === null ? null : shanghaiDate(until)),
    isAssumed: provenance === 'assumed',
    actionUrl,
  });
  return { mail: { to: { name, address: email }, fromName: agencyName, replyTo, ...written } };
}
