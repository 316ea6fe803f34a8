/** One transaction of one agency on the hot path: BEGIN, the agency and the first statement travel together, so do the last write and COMMIT. */
import type { PoolClient } from 'pg';
import { TakenOver, type EffectStatement } from './effect-log.js';
import { inOnePacket } from './one-packet.js';
import type { SqlValue, Statement } from './statement.js';

const SET_AGENCY = { name: 'platform.set_agency', text: `SELECT set_config('app.agency', $1, true)` };

export class AgencyTransaction {
  #begun: Promise<unknown> | null = null;
  #committed = false;

  /** @param keepOpen leave COMMIT to `finish`, because something is still to be written with it */
  constructor(
    private readonly client: PoolClient,
    readonly agencyId: string,
    private readonly keepOpen: boolean,
  ) {}

  /** Runs a statement and returns its rows. Timestamps and dates come as text, bigint as number. */
  async query<Row extends object>(statement: Statement, values: readonly SqlValue[] = []): Promise<Row[]> {
    if (this.#committed) throw new Error('A statement after commitWith: the transaction is over.');
    // Awaited together: a failed BEGIN must not leave the statement's own rejection unheard.
    const [, result] = await inOnePacket(this.client, () =>
      Promise.all([this.#begin(), this.#send<Row>(statement, values)]),
    );
    return result.rows;
  }

  /** The last write and COMMIT in one round trip; nothing may follow it. Returns the write's rows: none usually means that somebody was quicker. */
  async commitWith<Row extends object>(statement: Statement, values: readonly SqlValue[] = []): Promise<Row[]> {
    if (this.keepOpen) return this.query<Row>(statement, values);
    this.#committed = true;
    // After a failed statement the server turns this COMMIT into a ROLLBACK, so nothing half-done can stay.
    const [, result] = await inOnePacket(this.client, () =>
      Promise.all([this.#begin(), this.#send<Row>(statement, values), this.client.query('COMMIT')]),
    );
    return result.rows;
  }

  /**
   * Commits what is open. `effect` is written first; when it finds no row, another process has taken the request over and nothing of this one may stay.
   * Called by `Database` only.
   */
  async finish(effect?: EffectStatement): Promise<void> {
    if (this.#committed) return;
    if (effect) {
      const begun = this.#begin();
      const stored = this.client.query(effect.text, [...effect.values]);
      await Promise.all([begun, stored]);
      if ((await stored).rowCount !== 1) throw new TakenOver();
    }
    if (!this.#begun) return;
    this.#committed = true;
    await this.client.query('COMMIT');
  }

  /** Undoes everything, unless it is committed. Called by `Database` only. */
  async undo(): Promise<void> {
    if (this.#committed || !this.#begun) return;
    this.#committed = true;
    await this.client.query('ROLLBACK');
  }

  #begin(): Promise<unknown> {
    this.#begun ??= Promise.all([
      this.client.query('BEGIN'),
      this.client.query({ ...SET_AGENCY, values: [this.agencyId] }),
    ]);
    return this.#begun;
  }

  #send<Row extends object>(statement: Statement, values: readonly SqlValue[]) {
    return this.client.query<Row & Record<string, unknown>>({ ...statement, values: [...values] });
  }
}
