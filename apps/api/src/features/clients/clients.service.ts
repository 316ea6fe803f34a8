/** Clients of the agency and their contacts. Called by its controller, the importer and the demo. */
import { Injectable } from '@nestjs/common';
import type { Client, createClient, getClient, listClients, OperationInput, updateClient } from '@daiban/contracts';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { SearchTermsService } from '../registrations/search-terms.service.js';
import { toClient } from './clients.mapper.js';
import { ClientsRepository } from './clients.repository.js';

const CURSOR = z.tuple([z.string(), z.uuid()]);

@Injectable()
export class ClientsService {
  constructor(
    private readonly repository: ClientsRepository,
    private readonly database: Database,
    private readonly history: HistoryService,
    private readonly searchTerms: SearchTermsService,
    private readonly businessClock: BusinessClock,
  ) {}

  async createClient(
    actor: Actor,
    { body }: Pick<OperationInput<typeof createClient>, 'body'>,
  ): Promise<Client | Refused> {
    const { agencyId } = actor;
    const { contacts, ...fields } = body;
    const id = v7();
    return this.database.withPrisma<Client | Refused>(agencyId, async (prisma) => {
      const createdAt = await this.businessClock.now();
      const record = { agencyId, recordType: 'client', recordId: id } as const;
      const draft: EntryDraft = { kind: 'client_created', payload: { contacts: contacts.length } };
      const historyHead = await this.history.recordCreation(prisma, record, draft, actor);
      await this.repository.create(prisma, agencyId, { ...fields, id, historyHead, createdAt });
      const rows = contacts.map((contact) => ({ ...contact, id: v7() }));
      await this.repository.replaceContacts(prisma, agencyId, id, rows, createdAt);
      const row = await this.repository.findIn(prisma, agencyId, id);
      return row ? toClient(row) : Refused.notFound();
    });
  }

  async listClients(actor: Actor, input: OperationInput<typeof listClients>): Promise<Page<Client> | Refused> {
    const { cursor, limit, q } = input.query;
    const after = decodeCursor(cursor, CURSOR);
    if (after instanceof Refused) return after;
    const rows = await this.repository.listPage(actor.agencyId, { after, search: q || null, limit });
    return toPage(rows, limit, (row) => [row.name, row.id], toClient);
  }

  async getClient(actor: Actor, { params }: OperationInput<typeof getClient>): Promise<Client | Refused> {
    const row = await this.repository.find(actor.agencyId, params.id);
    return row ? toClient(row) : Refused.notFound();
  }

  async updateClient(actor: Actor, { params, body }: OperationInput<typeof updateClient>): Promise<Client | Refused> {
    const { agencyId } = actor;
    const { expectedVersion, contacts, ...fields } = body;
    return this.database.withPrisma<Client | Refused>(agencyId, async (prisma) => {
      const before = await this.repository.findIn(prisma, agencyId, params.id);
      if (!before) return Refused.notFound();
      if (before.erasedAt) return Refused.of('client.erased');
      const known = new Set(before.contacts.map((contact) => contact.id));
      if (contacts?.some((contact) => contact.id !== undefined && !known.has(contact.id)))
        return Refused.of('contact.unknown');
      const changed = Object.keys(body).filter((field) => field !== 'expectedVersion');
      const outcome = await this.history.recordChange(
        prisma,
        { agencyId, recordType: 'client', recordId: params.id },
        expectedVersion,
        { kind: 'client_updated', payload: { changed } },
        actor,
        ({ fromVersion, version, head }) =>
          this.repository.update(prisma, agencyId, params.id, fromVersion, { ...fields, version, historyHead: head }),
      );
      if (outcome instanceof Refused) return outcome;
      if (fields.name !== undefined) await this.searchTerms.rewriteClient(prisma, agencyId, params.id);
      if (contacts) {
        const rows = contacts.map((contact) => ({ ...contact, id: contact.id ?? v7() }));
        await this.repository.replaceContacts(prisma, agencyId, params.id, rows, await this.businessClock.now());
      }
      const after = await this.repository.findIn(prisma, agencyId, params.id);
      return after ? toClient(after) : Refused.notFound();
    });
  }
}
