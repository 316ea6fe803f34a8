/** The mails that end a sitting, as deliveries send them: written from the sitting's decisions and from what is still missing when they go out. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor } from '../../platform/auth/actor.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import type { DeliveryEnd, DeliveryKind, DueDelivery, PreparedDelivery } from '../deliveries/delivery-kinds.js';
import { PortalLinksService } from '../portal/portal-links.service.js';
import { CasesService } from '../registrations/cases.service.js';
import { ReviewLetterService } from './review-letter.service.js';
import { ReviewSittingsRepository, type SittingReader, type SittingRow } from './review-sittings.repository.js';

/** Value of the rows' `kind`. */
export const PAPERS_REVIEWED = 'papers_reviewed';

@Injectable()
export class ReviewMailsService implements DeliveryKind, OnModuleInit {
  readonly kind = PAPERS_REVIEWED;

  constructor(
    private readonly repository: ReviewSittingsRepository,
    private readonly letters: ReviewLetterService,
    private readonly links: PortalLinksService,
    private readonly cases: CasesService,
    private readonly deliveries: DeliveriesService,
  ) {}

  onModuleInit(): void {
    this.deliveries.register(this);
  }

  async prepare(agencyId: string, due: readonly DueDelivery[]): Promise<ReadonlyMap<string, PreparedDelivery>> {
    const sittings = await this.repository.list(
      agencyId,
      due.flatMap(({ aboutId }) => aboutId ?? []),
    );
    const answers = new Map<string, PreparedDelivery>();
    for (const delivery of due) {
      const sitting = sittings.find(({ id }) => id === delivery.aboutId);
      answers.set(
        delivery.id,
        (sitting && (await this.#write(agencyId, delivery, sitting))) ?? { skippedReason: 'over' },
      );
    }
    return answers;
  }

  reveal(text: string): string {
    return this.links.reveal(text);
  }

  /** What went out stands in the case's history already; what did not must be seen there. */
  async recordEnd(
    delivery: DueDelivery,
    end: DeliveryEnd,
    write: (transaction: AgencyTransaction) => Promise<boolean>,
  ): Promise<void> {
    const { registrationId } = delivery;
    if (registrationId === null) throw new Error(`The mail ${delivery.id} names no registration.`);
    const actor = systemActor(delivery.agencyId, 'en');
    const type = end === 'accepted' ? 'review_mail_sent' : (`delivery_${end}` as const);
    const recorded = await this.cases.change(
      actor,
      { by: 'registration', id: registrationId },
      {},
      async (before, { now }, transaction) => {
        if (!(await write(transaction))) return Refused.of('race.lost');
        const payload = { deliveryId: delivery.id, kind: delivery.kind };
        return this.cases.news(before, this.cases.entry(type, now, payload, { voice: 'the_clock' }));
      },
    );
    if (recorded instanceof Refused && recorded.code !== 'race.lost')
      throw new Error(`The mail ${delivery.id} cannot be recorded: ${recorded.code}.`);
  }

  async #write(agencyId: string, delivery: DueDelivery, sitting: SittingRow): Promise<PreparedDelivery | null> {
    const { registrationId } = sitting;
    const readers = await this.repository.listReaders(agencyId, registrationId);
    const setting = await this.repository.findSetting(agencyId, registrationId);
    const view = await this.cases.read(systemActor(agencyId, 'en'), { by: 'registration', id: registrationId });
    if (!setting || view instanceof Refused) return null;
    const reader = readers.find(({ id }) => id === (delivery.contactId ?? delivery.personId));
    const address = reader && (await this.#addressOf(agencyId, registrationId, reader));
    if (!reader || !address || reader.email === null) return { skippedReason: 'contact_removed' };
    const letter = this.letters
      .lettersOf(view, this.letters.standing(view, sitting.decisions), readers)
      .find(({ reader: { id } }) => id === reader.id);
    if (!letter) return { skippedReason: 'over' };
    const written = await this.letters.write(letter, view, setting, reader.locale, address);
    const fromName = reader.locale === 'zh' ? (setting.agencyNameZh ?? setting.agencyName) : setting.agencyName;
    const to = { name: reader.name, address: reader.email };
    return { mail: { to, fromName, replyTo: setting.replyTo, ...written } };
  }

  async #addressOf(agencyId: string, registrationId: string, { kind, id }: SittingReader): Promise<string | null> {
    if (kind === 'admin_person')
      return (
        (await this.links.adminMailAddresses(agencyId, [{ registrationId, personId: id }])).get(registrationId) ?? null
      );
    return (await this.links.mailAddresses(agencyId, [id])).get(id) ?? null;
  }
}
