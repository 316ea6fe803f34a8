/** Every change of a record passes here: its history entry, its version and its chain's head move together. Called by all features that change records, inside their transaction. */
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
import { chainEntries, type ChainHead, type ChainRecord, type HistoryInput } from './history-chain.js';
import { toHistoryEntry } from './history.mapper.js';
import { HistoryRepository, type OpenTransaction } from './history.repository.js';

/** What is to be written, without author, number and hash. */
export interface EntryDraft {
  readonly kind: HistoryKind;
  /** `we_did` when not given. */
  readonly voice?: Voice;
  /** `internal` when not given. */
  readonly visibility?: Visibility;
  /** Never a personal number. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Now on the business clock when not given. */
  readonly occurredAt?: string;
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

  /** Begins the history of a record that the same transaction inserts; the head belongs into its row. */
  async recordCreation(
    transaction: OpenTransaction,
    record: ChainRecord,
    draft: EntryDraft,
    actor: Actor,
  ): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.#append(transaction, record, { head: null, length: 0 }, draft, actor)).head;
  }

  /** Gives entries their places in a chain; whoever writes the rows in a statement of its own (the hot path) calls this. */
  link(before: ChainHead, record: ChainRecord, entries: readonly HistoryInput[]): ReturnType<typeof chainEntries> {
    return chainEntries(before, record, entries);
  }

  /** A registration's history, newest first. */
  async listHistory(actor: Actor, input: OperationInput<typeof listHistory>): Promise<Page<HistoryEntry> | Refused> {
    const { agencyId } = actor;
    const before = decodeCursor(input.query.cursor, CURSOR);
    if (before instanceof Refused) return before;
    const rows = await this.repository.listPage(
      { agencyId, recordType: 'registration', recordId: input.params.id },
      { before: before?.[0] ?? null, limit: input.query.limit, visibility: null },
    );
    // Every registration has an entry, so only an empty page can mean that there is none: the usual read asks once.
    if (rows.length === 0 && !(await this.repository.hasRegistration(agencyId, input.params.id)))
      return Refused.notFound();
    return toPage(
      rows,
      input.query.limit,
      (row) => [row.sequence],
      (row) => toHistoryEntry(row, actor.locale),
    );
  }

  /** What a client may see of a registration, newest first. The caller has made sure that it is the visitor's own. */
  async listClientHistory(actor: Actor, registrationId: string, limit: number): Promise<HistoryEntry[]> {
    const rows = await this.repository.listPage(
      { agencyId: actor.agencyId, recordType: 'registration', recordId: registrationId },
      { before: null, limit, visibility: 'client' },
    );
    return rows.slice(0, limit).map((row) => toHistoryEntry(row, actor.locale));
  }

  /** Whether something stands in a record's history. */
  hasEntry(record: ChainRecord, kind: HistoryKind): Promise<boolean> {
    return this.repository.hasEntry(record, kind);
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
    const { rows, head, length } = chainEntries(before, record, [entry]);
    await this.repository.insert(transaction, rows);
    return { head: Buffer.from(head as Uint8Array), length };
  }
}
