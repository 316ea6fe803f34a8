/** One transaction of one agency on the hot path: BEGIN, the agency and the first statement travel together, so do the last write and COMMIT; a single write needs neither. */
import type { Pool, PoolClient } from 'pg';
import { TakenOver, type EffectStatement } from './effect-log.js';
import { SET_AGENCY } from './set-agency.js';
import { prepared, type SqlValue, type Statement } from './statement.js';
import { runTogether, type BoundStatement } from './statement-batch.js';

const BEGIN = prepared('platform.begin', 'BEGIN');
const COMMIT = prepared('platform.commit', 'COMMIT');
const ROLLBACK = prepared('platform.rollback', 'ROLLBACK');

export class AgencyTransaction {
  /** Taken with the first statement: whoever reads and judges before it keeps no connection from others. */
  #client: PoolClient | null = null;
  #state: 'unopened' | 'open' | 'over' = 'unopened';
  /** The first statement under way: those sent beside it wait for its connection instead of taking one each. */
  #opening: Promise<object[][]> | null = null;
  /** The last statement under way: a connection runs one after the other. */
  #running: Promise<unknown> = Promise.resolve();

  /** @param keepOpen leave COMMIT to `finish`, because something is still to be written with it */
  constructor(
    private readonly pool: Pool,
    readonly agencyId: string,
    private readonly keepOpen: boolean,
  ) {}

  /** Runs a statement and returns its rows. Timestamps and dates come as text, bigint as number. */
  async query<Row extends object>(statement: Statement, values: readonly SqlValue[] = []): Promise<Row[]> {
    const [rows] = await this.queryTogether([{ ...statement, values }]);
    return rows as Row[];
  }

  /** Runs statements one after the other in one round trip and returns the rows of each. */
  async queryTogether(statements: readonly BoundStatement[]): Promise<object[][]> {
    if (this.#state === 'over') throw new Error('A statement after commitWith: the transaction is over.');
    if (!this.#opening) return (this.#opening = this.#openWith(statements));
    await this.#opening;
    return this.#run(statements);
  }

  /** The last write and COMMIT in one round trip; nothing may follow it. Returns the write's rows: none usually means that somebody was quicker. */
  async commitWith<Row extends object>(statement: Statement, values: readonly SqlValue[] = []): Promise<Row[]> {
    if (this.keepOpen) return this.query<Row>(statement, values);
    const write = { ...statement, values };
    let rows: object[] | undefined;
    if (!this.#opening) {
      // Alone it is a transaction of its own.
      this.#client = await this.pool.connect();
      [, rows] = await this.#run([this.#setAgency(), write]);
    } else {
      // When the write fails the server skips this COMMIT, and `undo` ends the transaction.
      [rows] = await this.queryTogether([write, COMMIT]);
    }
    this.#state = 'over';
    return rows as Row[];
  }

  /**
   * Commits what is open. `effect` is written first; when it finds no row, another process has taken the request over and nothing of this one may stay.
   * Called by `Database` only.
   */
  async finish(effect?: EffectStatement): Promise<void> {
    if (this.#state === 'over') return;
    if (effect) {
      const [stored] = await this.queryTogether([effect]);
      if (stored?.length !== 1) throw new TakenOver();
    }
    if (this.#state === 'open') await this.#run([COMMIT]);
    this.#state = 'over';
  }

  /** Undoes everything, unless it is committed. Called by `Database` only. */
  async undo(): Promise<void> {
    if (this.#state === 'open') await this.#run([ROLLBACK]);
    this.#state = 'over';
  }

  /** Gives the connection back, or up when it is `broken`. Called by `Database` only. */
  release(broken: Error | undefined): void {
    this.#client?.release(broken);
    this.#client = null;
  }

  async #openWith(statements: readonly BoundStatement[]): Promise<object[][]> {
    const opening = [BEGIN, this.#setAgency()];
    this.#client = await this.pool.connect();
    this.#state = 'open';
    return (await this.#run([...opening, ...statements])).slice(opening.length);
  }

  #setAgency(): BoundStatement {
    return { ...SET_AGENCY, values: [this.agencyId] };
  }

  #run(statements: readonly BoundStatement[]): Promise<object[][]> {
    const client = this.#client;
    if (!client) throw new Error('A statement without a connection.');
    const run = this.#running.then(() => runTogether(client, statements));
    this.#running = run.catch(() => undefined);
    return run;
  }
}
