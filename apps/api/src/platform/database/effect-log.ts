/**
 * What a request with an Idempotency-Key has already done. Each transaction of such a request stores what it returned in the same
 * COMMIT; when the process dies before the answer, the repetition skips the finished transactions and goes on behind them.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { deserialize, serialize } from 'node:v8';

/** The statement that stores the effects with the transaction's COMMIT. */
export interface EffectStatement {
  readonly text: string;
  readonly values: readonly (string | Buffer)[];
}

/** Another process has taken the request over after this one's lease ran out; this one is rolled back. */
export class TakenOver extends Error {
  override name = 'TakenOver';
}

export class EffectLog {
  readonly #done: unknown[];
  #opened = 0;

  /**
   * @param agencyId whose record it is; transactions of other agencies are not logged
   * @param stored `effects` of the record, null at the first try
   * @param seal encrypts what is stored: a result can hold a new API key
   * @param store makes the statement that writes the sealed effects to the record
   */
  constructor(
    readonly agencyId: string,
    stored: Buffer | null,
    private readonly seal: (plain: Buffer) => Promise<Buffer>,
    private readonly store: (sealed: Buffer) => EffectStatement,
  ) {
    this.#done = stored ? (deserialize(stored) as unknown[]) : [];
  }

  /** Takes the next transaction's place in the request. */
  open(): {
    readonly finished: boolean;
    readonly value: unknown;
    readonly finish: (value: unknown) => Promise<EffectStatement>;
  } {
    const place = this.#opened++;
    return {
      finished: place in this.#done,
      value: this.#done[place],
      finish: async (value) => {
        this.#done[place] = value;
        return this.store(await this.seal(serialize(this.#done)));
      },
    };
  }
}

const storage = new AsyncLocalStorage<EffectLog>();

/** Runs `work` with every transaction of the log's agency logged. */
export function withEffectLog<R>(log: EffectLog, work: () => Promise<R>): Promise<R> {
  return storage.run(log, work);
}

/** The log of the request at hand, when it has one for this agency. */
export function currentEffectLog(agencyId: string): EffectLog | null {
  const log = storage.getStore();
  return log?.agencyId === agencyId ? log : null;
}
