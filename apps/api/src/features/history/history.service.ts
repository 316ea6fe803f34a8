/** Every change of a record passes here: its history entry, its version and its chain's head move together; news of a record leave its version alone. Called by all features that change records, inside their transaction. */
import { Injectable } from '@nestjs/common';
import type { listHistory, HistoryEntry, OperationInput } from '@daiban/contracts';
import type { HistoryKind } from '@daiban/domain';
import type { Visibility, Voice } from '@daiban/domain/enumerations';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { BusinessClock, SystemClock } from '../../platform/clock/clock.js';
import { decodeCursor, toPage, type Page } from '../../platform/paging/cursor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { chainEntries, type ChainHead, type ChainRecord, type HistoryInput, type RecordType } from './history-chain.js';
import { toHistoryEntry } from './history.mapper.js';
import { HistoryRepository, type HistoryRow, type NewsRecord, type OpenTransaction } from './history.repository.js';
import { HistoryWords } from './history-words.js';

/** What is to be written, without author, number and hash. */
export interface EntryDraft {
  readonly kind: HistoryKind;
  /** When not given: `we_did`, and `we_heard` of a contact and an administrator. */
  readonly voice?: Voice;
  /** `internal` when not given. */
  readonly visibility?: Visibility;
  /** Never a personal number. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Now on the business clock when not given. */
  readonly occurredAt?: string;
  /** Under whose key the words are sealed; not needed for a client's own record. */
  readonly clientId?: string | null;
}

/** What the record's own UPDATE must do: match `fromVersion`, write `version` and `head`. */
export interface RecordMove {
  readonly fromVersion: number;
  readonly version: number;
  readonly head: Uint8Array<ArrayBuffer>;
  /** Entries of the chain so far. */
  readonly length: number;
}

const CURSOR = z.tuple([z.number().int().min(1).max(2_147_483_647)]);

@Injectable()
export class HistoryService {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly words: HistoryWords,
    private readonly businessClock: BusinessClock,
    private readonly systemClock: SystemClock,
  ) {}

  /**
   * Changes a record that exists: checks the version the caller saw, writes the entries, then lets `write` run the record's one UPDATE,
   * `… WHERE agency AND id AND version = move.fromVersion`, and answer how many rows it moved.
   * @param expectedVersion null: whichever it has now
   * @returns the move, or a refusal: no such record in the agency (404), somebody was quicker (409)
   */
  async recordChange(
    transaction: OpenTransaction,
    record: ChainRecord,
    expectedVersion: number | null,
    draft: EntryDraft,
    actor: Actor,
    write: (move: RecordMove) => Promise<number>,
  ): Promise<RecordMove | Refused> {
    const before = await this.repository.lock(transaction, record);
    if (!before) return Refused.notFound();
    if (expectedVersion !== null && expectedVersion !== before.version) return Refused.versionConflict();
    const { head, length } = await this.#append(transaction, record, before, draft, actor);
    const move: RecordMove = { fromVersion: before.version, version: before.version + 1, head, length };
    return (await write(move)) === 1 ? move : Refused.versionConflict();
  }

  /**
   * Tells what came of itself or only happened beside a record: a visit, a look, a mail. Its chain grows and its version stays, so that nobody's
   * open form goes stale over it.
   * @returns a refusal when the agency has no such record
   */
  async recordNews(
    transaction: OpenTransaction,
    record: NewsRecord,
    draft: EntryDraft,
    actor: Actor,
  ): Promise<Refused | null> {
    const before = await this.repository.lock(transaction, record);
    if (!before) return Refused.notFound();
    const { head } = await this.#append(transaction, record, before, draft, actor);
    await this.repository.moveHead(transaction, record, head);
    return null;
  }

  /** Begins the history of a record that the same transaction inserts; the head belongs into its row. */
  async recordCreation(
    transaction: OpenTransaction,
    record: ChainRecord,
    draft: EntryDraft,
    actor: Actor,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#append(transaction, record, { head: null, length: 0 }, draft, actor)).head;
  }

  /**
   * Gives entries their places in a chain; whoever writes the rows in a statement of its own (the hot path) calls this.
   * @param clientId under whose key the words in them are sealed
   */
  async link(
    before: ChainHead,
    record: ChainRecord,
    entries: readonly HistoryInput[],
    clientId: string | null,
  ): Promise<ReturnType<typeof chainEntries>> {
    const { agencyId } = record;
    const sealed = entries.map(async (entry) => ({
      ...entry,
      voice: voiceOf(entry),
      payload: await this.words.seal(entry.payload, { agencyId, entryId: entry.id }, clientId),
    }));
    return chainEntries(before, record, await Promise.all(sealed));
  }

  /** A record's history, newest first. */
  async listHistory(
    actor: Actor,
    recordType: RecordType,
    recordId: string,
    { cursor, limit }: OperationInput<typeof listHistory>['query'],
  ): Promise<Page<HistoryEntry> | Refused> {
    const before = decodeCursor(cursor, CURSOR);
    if (before instanceof Refused) return before;
    const record = { agencyId: actor.agencyId, recordType, recordId };
    const query = { before: before?.[0] ?? null, limit, visibility: null };
    const rows = await this.repository.listPage(record, query);
    // Every record has an entry, so only an empty page can mean that there is none: the usual read asks once.
    if (rows.length === 0 && !(await this.repository.hasAny(record))) return Refused.notFound();
    const page = toPage(
      rows,
      limit,
      (row) => [row.sequence],
      (row) => row,
    );
    return { ...page, items: await this.#answers(actor, page.items) };
  }

  /** What a client may see of a registration, newest first. The caller has made sure that it is the visitor's own. */
  async listClientHistory(actor: Actor, registrationId: string, limit: number): Promise<HistoryEntry[]> {
    const rows = await this.repository.listPage(
      { agencyId: actor.agencyId, recordType: 'registration', recordId: registrationId },
      { before: null, limit, visibility: 'client' },
    );
    return this.#answers(actor, rows.slice(0, limit));
  }

  /** Whether something stands in a record's history. */
  hasEntry(record: ChainRecord, kind: HistoryKind): Promise<boolean> {
    return this.repository.hasEntry(record, kind);
  }

  #answers({ agencyId, locale }: Actor, rows: readonly HistoryRow[]): Promise<HistoryEntry[]> {
    return Promise.all(
      rows.map(async (row) => {
        const payload = await this.words.open(row.payload, { agencyId, entryId: row.id });
        return toHistoryEntry({ ...row, payload }, locale);
      }),
    );
  }

  async #append(
    transaction: OpenTransaction,
    record: ChainRecord,
    before: ChainHead,
    draft: EntryDraft,
    actor: Actor,
  ): Promise<{ head: Uint8Array<ArrayBuffer>; length: number }> {
    const entry: HistoryInput = {
      id: v7(),
      kind: draft.kind,
      voice: draft.voice ?? 'we_did',
      visibility: draft.visibility ?? 'internal',
      payload: draft.payload ?? {},
      actorKind: actor.kind,
      actorId: actor.kind === 'system' || actor.kind === 'wechat' ? null : actor.id,
      occurredAt: draft.occurredAt ?? (await this.businessClock.now()),
      recordedAt: this.systemClock.now(),
    };
    const clientId = record.recordType === 'client' ? record.recordId : (draft.clientId ?? null);
    const { rows, head, length } = await this.link(before, record, [entry], clientId);
    await this.repository.insert(transaction, rows);
    return { head: Buffer.from(head as Uint8Array), length };
  }
}

/** What a client or an administrator does is heard by us, whoever decided that it counts. */
function voiceOf({ voice, actorKind }: HistoryInput): Voice {
  return voice === 'we_did' && (actorKind === 'contact' || actorKind === 'admin_person') ? 'we_heard' : voice;
}
