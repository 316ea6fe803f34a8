/** Keeps one small value of each agency at hand that every decision needs and that hardly ever changes: its own rules, its own calendar. Called by their services, so that a decision does not ask the database for them. */
import { Logger } from '@nestjs/common';
import type { SystemClock } from '../clock/clock.js';

/** Younger is answered as it is. */
const FRESH_MS = 10_000;
/** Older is waited for; between the two it is answered, and read anew behind the answer. So another process sees a change within this time. */
const STALE_MS = 30_000;
/** Agencies kept; the one not read for longest goes first. */
const MOST_KEPT = 1_000;

interface Kept<Value> {
  /** Null until the first read has come back. */
  value: { readonly of: Value; readonly readAtMs: number } | null;
  /** A read under way. */
  reading: Promise<Value> | null;
}

export class AgencyMemory<Value> {
  readonly #logger = new Logger('Memory');
  readonly #kept = new Map<string, Kept<Value>>();

  /** @param read asks the database; what it throws reaches the caller who had to wait */
  constructor(
    private readonly read: (agencyId: string) => Promise<Value>,
    private readonly clock: SystemClock,
  ) {}

  /** The agency's value: at most half a minute old, and never older than the last `forget` in this process. */
  async get(agencyId: string): Promise<Value> {
    const kept = this.#find(agencyId);
    const { value } = kept;
    if (!value) return this.#readAnew(agencyId, kept);
    const ageMs = this.clock.milliseconds() - value.readAtMs;
    if (ageMs >= STALE_MS) return this.#readAnew(agencyId, kept);
    if (ageMs >= FRESH_MS) {
      this.#readAnew(agencyId, kept).catch((error: unknown) => {
        this.#logger.warn(`agency ${agencyId}: ${error instanceof Error ? error.message : 'not read'}`);
      });
    }
    return value.of;
  }

  /** To be called once a change is committed: what is read from now on knows it. */
  forget(agencyId: string): void {
    // A read under way may have begun before the change: its answer goes into a place that nobody asks any more.
    this.#kept.delete(agencyId);
  }

  #find(agencyId: string): Kept<Value> {
    const kept = this.#kept.get(agencyId) ?? { value: null, reading: null };
    this.#kept.delete(agencyId);
    this.#kept.set(agencyId, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }

  #readAnew(agencyId: string, kept: Kept<Value>): Promise<Value> {
    // Counted from the question: what is committed after it may be missing from the answer.
    const readAtMs = this.clock.milliseconds();
    kept.reading ??= this.read(agencyId)
      .then((of) => {
        kept.value = { of, readAtMs };
        return of;
      })
      .finally(() => (kept.reading = null));
    return kept.reading;
  }
}
