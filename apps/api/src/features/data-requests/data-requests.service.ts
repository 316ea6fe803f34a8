/** What people ask about their own data: taken in with the day it is answered by, told to owner and managers, answered by them, told to whoever asked. Called by its controller. */
import type {
  closeDataRequest,
  createDataRequest,
  DataRequest,
  listDataRequests,
  listMyDataRequests,
  OperationInput,
  OperationResult,
  StaffDataRequest,
} from '@daiban/contracts';
import { addDays, shanghaiDate } from '@daiban/domain/calendar';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor, PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database } from '../../platform/database/database.js';
import { Encryption, type SealContext } from '../../platform/encryption/encryption.js';
import { ShreddedKey } from '../../platform/encryption/shredded-key.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { DeliveriesService, type DeliveryDraft } from '../deliveries/deliveries.service.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { RulesService } from '../rules/rules.service.js';
import { DATA_ANSWERED, DATA_REQUESTED } from './data-request-mail.service.js';
import { toDataRequest, toStaffDataRequest, type Words } from './data-requests.mapper.js';
import { DataRequestsRepository, type DataAsker, type DataRequestRow } from './data-requests.repository.js';

const ANSWER_DAYS = 'data_request.answer_days';
/** Whoever waits for this many answers has said enough. */
const MAX_OPEN = 5;
const CURSOR = z.tuple([z.number().int(), z.number().int(), z.uuid()]);

@Injectable()
export class DataRequestsService {
  constructor(
    private readonly repository: DataRequestsRepository,
    private readonly encryption: Encryption,
    private readonly history: HistoryService,
    private readonly deliveries: DeliveriesService,
    private readonly rules: RulesService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
  ) {}

  async create(
    visitor: PortalVisitor,
    { body }: OperationInput<typeof createDataRequest>,
  ): Promise<DataRequest | Refused> {
    const asker = askerOf(visitor);
    if (!asker) return noPerson();
    const { actor } = visitor;
    const { agencyId } = actor;
    const askedAt = await this.businessClock.now();
    const { entries } = await this.rules.rulesOn(agencyId, shanghaiDate(askedAt));
    const dueOn = addDays(shanghaiDate(askedAt), entries[ANSWER_DAYS].value);
    const id = v7();
    const clientId = asker.kind === 'contact' ? asker.clientId : null;
    const bodySealed = await this.encryption.seal(body.message, placeOf('body', agencyId, { id, clientId }));
    const created = await this.database.withAgency<DataRequestRow | Refused>(agencyId, async (transaction) => {
      // The history locks the asker's record: of many sent at once no more than the limit pass.
      const draft: EntryDraft = { kind: 'data_requested', payload: { requestId: id, request: body.kind } };
      const refused = await this.#remember(transaction, actor, asker, draft);
      if (refused) return refused;
      const open = await this.repository.countOpen(transaction, asker.id);
      if (open >= MAX_OPEN)
        return Refused.of('data_request.too_many_open', { params: { count: open }, clearedByHolder: 'agency' });
      await this.repository.insert(transaction, { id, kind: body.kind, asker, bodySealed, askedAt, dueOn });
      const staff = await this.repository.listStaff(transaction);
      const mail = { kind: DATA_REQUESTED, registrationId: null, clientId: null, aboutId: id, step: null, dueOn };
      const drafts = staff.map(({ id: memberId, locale }): DeliveryDraft => ({ ...mail, memberId, locale }));
      await this.deliveries.enqueueGathered(transaction, drafts, askedAt, entries['message.mail_minutes'].value);
      return (await this.repository.find(transaction, id)) ?? Refused.notFound();
    });
    return created instanceof Refused ? created : toDataRequest(created, { message: body.message, answer: null });
  }

  async listOwn(visitor: PortalVisitor): Promise<OperationResult<typeof listMyDataRequests> | Refused> {
    const asker = askerOf(visitor);
    if (!asker) return noPerson();
    const { agencyId } = visitor.actor;
    const rows = await this.repository.listOf(agencyId, asker.id);
    const items = await Promise.all(rows.map(async (row) => toDataRequest(row, await this.#wordsOf(agencyId, row))));
    const today = shanghaiDate(await this.businessClock.now());
    const { entries } = await this.rules.rulesOn(agencyId, today);
    return { items, answerDays: entries[ANSWER_DAYS].value, ruleId: ANSWER_DAYS };
  }

  /** Open ones by the day they are due, then the newest answers. */
  async list(
    { agencyId }: Actor,
    { query }: OperationInput<typeof listDataRequests>,
  ): Promise<Page<StaffDataRequest> | Refused> {
    const after = decodeCursor(query.cursor, CURSOR);
    if (after instanceof Refused) return after;
    const today = shanghaiDate(await this.businessClock.now());
    const rows = await this.repository.listPage(agencyId, { state: query.state ?? null, after, limit: query.limit });
    const opened = await Promise.all(rows.map(async (row) => ({ row, words: await this.#wordsOf(agencyId, row) })));
    return toPage(
      opened,
      query.limit,
      ({ row: { rank, day, id } }) => [rank, day, id],
      ({ row, words }) => toStaffDataRequest(row, words, today),
    );
  }

  async close(
    actor: StaffActor,
    { params, body }: OperationInput<typeof closeDataRequest>,
  ): Promise<StaffDataRequest | Refused> {
    const { agencyId } = actor;
    const at = await this.businessClock.now();
    const today = shanghaiDate(at);
    const known = await this.repository.get(agencyId, params.id);
    if (!known) return Refused.notFound();
    if (known.state !== 'open') return closedAlready();
    const answerSealed = await this.encryption.seal(body.answer, placeOf('answer', agencyId, known));
    const closed = await this.database.withAgency<DataRequestRow | Refused>(agencyId, async (transaction) => {
      const before = await this.repository.find(transaction, params.id);
      if (!before) return Refused.notFound();
      if (before.state !== 'open') return closedAlready();
      const payload = { requestId: params.id, request: before.kind, outcome: body.outcome };
      const refused = await this.#remember(transaction, actor, ofRow(before), { kind: 'data_request_closed', payload });
      if (refused) return refused;
      const by = actor.memberId ?? (actor.kind === 'member' ? actor.id : null);
      const end = { state: body.outcome, answerSealed, at, by };
      if (!(await this.repository.close(transaction, params.id, body.expectedVersion, end)))
        return Refused.versionConflict();
      const answer = await this.#answerMail(transaction, before, today);
      if (answer) await this.deliveries.enqueue(transaction, [answer], at);
      return (await this.repository.find(transaction, params.id)) ?? Refused.notFound();
    });
    if (closed instanceof Refused) return closed;
    return toStaffDataRequest(closed, await this.#wordsOf(agencyId, closed), today);
  }

  /** Null: there is no way to write to whoever asked. */
  async #answerMail(
    transaction: AgencyTransaction,
    { id, contactId, personId, clientId }: DataRequestRow,
    dueOn: string,
  ): Promise<DeliveryDraft | null> {
    const mail = { kind: DATA_ANSWERED, clientId, aboutId: id, step: null, dueOn };
    if (contactId !== null) {
      const locale = await this.repository.findContactLocale(transaction, contactId);
      return locale && { ...mail, registrationId: null, contactId, locale };
    }
    if (personId === null) return null;
    const found = await this.repository.findPersonCase(transaction, personId);
    return found && { ...mail, registrationId: found.registrationId, personId, locale: found.locale };
  }

  /** In the history of the client for a contact, of the person for an administrator: that, never what. */
  #remember(
    transaction: AgencyTransaction,
    actor: Actor,
    asker: DataAsker,
    draft: EntryDraft,
  ): Promise<Refused | null> {
    const [recordType, recordId] =
      asker.kind === 'contact' ? (['client', asker.clientId] as const) : (['person', asker.id] as const);
    const record = { agencyId: actor.agencyId, recordType, recordId };
    return this.history.recordNews(transaction, record, draft, actor);
  }

  async #wordsOf(agencyId: string, row: DataRequestRow): Promise<Words> {
    const [message, answer] = await Promise.all([
      this.#open(row.bodySealed, placeOf('body', agencyId, row)),
      row.answerSealed && this.#open(row.answerSealed, placeOf('answer', agencyId, row)),
    ]);
    return { message, answer };
  }

  async #open(sealed: Buffer, place: SealContext): Promise<string> {
    if (sealed.length === 0) return '';
    try {
      return (await this.encryption.open(sealed, place)).toString('utf8');
    } catch (error) {
      // The client was erased since, and the words with it.
      if (error instanceof ShreddedKey) return '';
      throw error;
    }
  }
}

function placeOf(
  words: 'body' | 'answer',
  agencyId: string,
  { id, clientId }: Pick<DataRequestRow, 'id' | 'clientId'>,
): SealContext {
  return { agencyId, place: `data_request.${words}`, id, ...(clientId !== null && { clientId }) };
}

function closedAlready(): Refused {
  return Refused.of('data_request.closed', { clearedByHolder: 'none' });
}

/** Null for links that stand for no person of their own, and for a member who only looks. */
function askerOf({ kind, clientId, contactId, personId }: PortalVisitor): DataAsker | null {
  if (kind === 'contact' && contactId !== null) return { kind: 'contact', id: contactId, clientId };
  return kind === 'admin_person' && personId !== null ? { kind: 'admin_person', id: personId } : null;
}

function ofRow({ contactId, personId, clientId }: DataRequestRow): DataAsker {
  return contactId !== null && clientId !== null
    ? { kind: 'contact', id: contactId, clientId }
    : { kind: 'admin_person', id: personId ?? '' };
}

function noPerson(): Refused {
  return Refused.of('data_request.no_person', { clearedByHolder: 'client' });
}
