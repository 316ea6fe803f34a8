/** What people agreed to, purpose by purpose and case by case, and taking it back. Apart from the people service, because a withdrawal moves the case. */
import { Injectable } from '@nestjs/common';
import type { Consent, listConsents, OperationInput, recordConsent, withdrawConsent } from '@daiban/contracts';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { EntryDraft } from '../history/history.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { RetentionService } from '../retention/retention.service.js';
import { ConsentMailsService } from './consent-mails.service.js';
import { ConsentTextsService } from './consent-texts.service.js';
import { toConsent } from './consents.mapper.js';
import { ConsentsRepository, type ConsentRow } from './consents.repository.js';
import { PeopleService } from './people.service.js';

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class ConsentsService {
  constructor(
    private readonly repository: ConsentsRepository,
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly registrations: RegistrationsService,
    private readonly retention: RetentionService,
    private readonly mails: ConsentMailsService,
    private readonly texts: ConsentTextsService,
    private readonly businessClock: BusinessClock,
  ) {}

  /** One standing consent a purpose and case; a second is `consent.already_given`. */
  async recordConsent(
    caller: { readonly memberId: string | null; readonly actor: Actor },
    { params, body }: OperationInput<typeof recordConsent>,
  ): Promise<Consent | Refused> {
    const { actor, memberId } = caller;
    const { registrationId, purpose, textVersion } = body;
    if (!(await this.repository.hasParties(actor.agencyId, params.id, registrationId))) return Refused.notFound();
    if (!(await this.texts.wasShown(actor.agencyId, purpose, textVersion)))
      return Refused.of('consent.text_unknown', { clearedBy: 'read_again' });
    const consent = {
      id: v7(),
      personId: params.id,
      registrationId,
      purpose,
      textVersion,
      givenAt: await this.businessClock.now(),
      recordedBy: memberId,
    };
    return this.database.withAgency<Consent | Refused>(
      actor.agencyId,
      async (transaction) => {
        await this.repository.insert(transaction, consent);
        const payload = { purpose, registrationId, textVersion };
        const draft: EntryDraft = { kind: 'consent_given', payload };
        const recorded = await this.people.recordForPerson(transaction, actor, params.id, draft);
        return recorded instanceof Refused ? recorded : toConsent({ ...consent, withdrawnAt: null });
      },
      {
        violations: {
          consent_standing_key: () => Refused.of('consent.already_given', { clearedBy: 'nothing_to_do' }),
        },
      },
    );
  }

  /** What a person agreed to for one registration and has not taken back. */
  async listStanding(actor: Actor, personId: string, registrationId: string): Promise<Consent[]> {
    return (await this.repository.listStanding(actor.agencyId, personId, registrationId)).map(toConsent);
  }

  async listConsents(actor: Actor, input: OperationInput<typeof listConsents>): Promise<Page<Consent> | Refused> {
    const { cursor, limit } = input.query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const { agencyId } = actor;
    if (!(await this.repository.hasParties(agencyId, input.params.id, null))) return Refused.notFound();
    const rows = await this.repository.listPage(agencyId, input.params.id, { after, limit });
    return toPage(rows, limit, (row) => [row.givenAt, row.id], toConsent);
  }

  /**
   * Takes a consent back. Of the case's own admin it is an event of the case, in the same transaction, but for the transfer abroad, which
   * no case needs; where the case can no longer be moved, or has another admin by now, the withdrawal itself stands all the same: nobody
   * can refuse it. Whoever looks after the case is written to.
   */
  async withdrawConsent(
    actor: Actor,
    { params, body }: OperationInput<typeof withdrawConsent>,
  ): Promise<Consent | Refused> {
    const consent = await this.repository.find(actor.agencyId, params.id);
    if (!consent) return Refused.notFound();
    if (consent.withdrawnAt !== null) return alreadyWithdrawn();
    const withdrawn = await this.#takeBack(actor, consent, body.reason);
    // What they brought goes with what they agreed to; a minute later it would go by itself.
    if (!(withdrawn instanceof Refused)) await this.retention.deleteWithdrawn(actor, consent.registrationId);
    return withdrawn;
  }

  async #takeBack(actor: Actor, consent: ConsentRow, reason: string | undefined): Promise<Consent | Refused> {
    const withdrawnAt = await this.businessClock.now();
    const withdraw = (transaction: AgencyTransaction) => this.#withdraw(transaction, actor, consent, withdrawnAt);
    if (consent.ofAdmin && consent.purpose !== 'cross_border_transfer') {
      const command = { event: 'consent_withdrawn', ...(reason && { reason }) } as const;
      const applied = await this.registrations.applyEvent(actor, consent.registrationId, command, { within: withdraw });
      if (!(applied instanceof Refused)) return toConsent({ ...consent, withdrawnAt });
      if (applied.code !== 'state.not_possible') return applied;
    }
    const alone = await this.database.withAgency<Refused | undefined>(actor.agencyId, withdraw);
    return alone ?? toConsent({ ...consent, withdrawnAt });
  }

  async #withdraw(
    transaction: AgencyTransaction,
    actor: Actor,
    consent: ConsentRow,
    at: string,
  ): Promise<Refused | undefined> {
    if (!(await this.repository.withdraw(transaction, consent.id, at))) return alreadyWithdrawn();
    const { purpose, registrationId } = consent;
    const draft: EntryDraft = { kind: 'consent_taken_back', payload: { purpose, registrationId } };
    const recorded = await this.people.recordForPerson(transaction, actor, consent.personId, draft);
    if (recorded instanceof Refused) return recorded;
    await this.mails.queue(transaction, actor, consent, at);
    return undefined;
  }
}

function alreadyWithdrawn(): Refused {
  return Refused.of('consent.already_withdrawn', { clearedBy: 'nothing_to_do' });
}
