/** People who asked the public advisor and left their address: kept, told to owner and managers, moved on by staff, forgotten in time. Called by its controller, by the public page and by a sweep. */
import type { Lead, listLeads, OperationInput, updateLead } from '@daiban/contracts';
import type { AdviceQuestion } from '@daiban/domain';
import { addDays, shanghaiDate, shanghaiInstant } from '@daiban/domain/calendar';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AdviceService } from '../advice/advice.service.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { RulesService } from '../rules/rules.service.js';
import { LEAD_LEFT } from './lead-mail.service.js';
import { toLead } from './leads.mapper.js';
import { keyOfLead, LeadsRepository, type LeadRow } from './leads.repository.js';

/** What somebody leaves. */
export interface LeadDraft {
  readonly name: string;
  readonly company: string | null;
  readonly email: string;
  readonly message: string | null;
  /** What they asked; null: nothing. */
  readonly question: AdviceQuestion | null;
  /** The privacy notice they agreed to. */
  readonly textVersion: string;
}

const CURSOR = z.tuple([z.number().int().min(0).max(1), z.iso.datetime(), z.uuid()]);

@Injectable()
export class LeadsService {
  constructor(
    private readonly repository: LeadsRepository,
    private readonly encryption: Encryption,
    private readonly advice: AdviceService,
    private readonly agencies: AgenciesService,
    private readonly deliveries: DeliveriesService,
    private readonly rules: RulesService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
  ) {}

  /** New ones first, then the newest. */
  async list(actor: Actor, { query }: OperationInput<typeof listLeads>): Promise<Page<Lead> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const { agencyId } = actor;
    const rows = await this.repository.listPage(agencyId, { state: query.state ?? null, after, limit: query.limit });
    const messages = new Map(
      await Promise.all(rows.map(async (row) => [row.id, await this.#messageOf(agencyId, row)] as const)),
    );
    return toPage(rows, query.limit, keyOfLead, (row) => toLead(row, messages.get(row.id) ?? null));
  }

  async get({ agencyId }: Actor, id: string): Promise<Lead | Refused> {
    const row = await this.database.withAgency(agencyId, (transaction) => this.repository.find(transaction, id));
    return row ? toLead(row, await this.#messageOf(agencyId, row)) : Refused.notFound();
  }

  async update(actor: Actor, { params, body }: OperationInput<typeof updateLead>): Promise<Lead | Refused> {
    const moved = await this.database.withAgency<LeadRow | Refused>(actor.agencyId, async (transaction) => {
      if (!(await this.repository.find(transaction, params.id))) return Refused.notFound();
      const draft = { kind: 'lead_updated', payload: { leadId: params.id, state: body.state } } as const;
      const recorded = await this.agencies.recordChange(transaction, actor, null, draft);
      if (recorded instanceof Refused) return recorded;
      if (!(await this.repository.move(transaction, params.id, body.expectedVersion, body.state)))
        return Refused.versionConflict();
      return (await this.repository.find(transaction, params.id)) ?? Refused.notFound();
    });
    return moved instanceof Refused ? moved : toLead(moved, await this.#messageOf(actor.agencyId, moved));
  }

  /**
   * Keeps a lead with the answer to what it asked, and queues the mail that says how many wait: one an owner or manager, without a word of them in it.
   * @param asker the agency, in the language of the page
   */
  async create(asker: Actor, draft: LeadDraft): Promise<void> {
    const { agencyId, locale } = asker;
    const { message, question, ...rest } = draft;
    const id = v7();
    const leftAt = await this.businessClock.now();
    const minutes = (await this.rules.rulesOn(agencyId, shanghaiDate(leftAt))).entries['message.mail_minutes'].value;
    const bodySealed = message === null ? null : await this.encryption.seal(message, placeOf(agencyId, id));
    const answered = question === null ? null : await this.advice.answerToKeep(asker, question);
    await this.database.withAgency<void>(agencyId, async (transaction) => {
      const recorded = await this.agencies.recordChange(transaction, asker, null, {
        kind: 'lead_left',
        payload: { leadId: id },
      });
      if (recorded instanceof Refused) throw new Error(`A lead cannot be recorded: ${recorded.code}.`);
      if (answered) await this.advice.keepIn(transaction, answered);
      const adviceId = answered?.id ?? null;
      await this.repository.insert(transaction, { id, ...rest, locale, bodySealed, adviceId, leftAt });
      const drafts = (await this.repository.listReceivers(transaction)).map((member) => ({
        kind: LEAD_LEFT,
        registrationId: null,
        clientId: null,
        memberId: member.id,
        aboutId: id,
        step: null,
        dueOn: shanghaiDate(leftAt),
        locale: member.locale,
      }));
      await this.deliveries.enqueueGathered(transaction, drafts, leftAt, minutes);
    });
  }

  /** Forgets, in every agency, whoever left their address longer ago than its rule says. */
  async forgetOldUnscoped(): Promise<number> {
    const today = shanghaiDate(await this.businessClock.now());
    let forgotten = 0;
    for (const agencyId of await this.agencies.listIds()) {
      const rules = await this.rules.rulesOn(agencyId, today);
      const firstKept = addDays(today, -rules.entries['lead.keep_days'].value);
      forgotten += await this.repository.forgetBefore(agencyId, shanghaiInstant(firstKept, '00:00'));
    }
    return forgotten;
  }

  async #messageOf(agencyId: string, { id, bodySealed }: LeadRow): Promise<string | null> {
    if (bodySealed === null) return null;
    return (await this.encryption.open(bodySealed, placeOf(agencyId, id))).toString('utf8');
  }
}

function placeOf(agencyId: string, id: string) {
  return { agencyId, place: 'lead.body', id };
}
