/** Calls the registered sweeps once a minute, in UTC, in the processes that do work. What is due is decided by the sweeps from dates, never by a missed tick. */
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { describeError } from '../http/describe-error.js';

/** One kind of work that is looked for every minute. It may run twice at once in two processes, so it takes its rows by lease or unique key. */
export interface Sweep {
  readonly name: string;
  run(): Promise<void>;
}

const MINUTE_MS = 60_000;

@Injectable()
export class MinuteTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('Jobs');
  readonly #sweeps: Sweep[] = [];
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #again = false;
  #held = false;
  #stopping = false;
  #lastEndedAt: string | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly clock: SystemClock,
  ) {}

  /** Adds a sweep; they run one after another in the order of their names, so that the order does not hang on module order. */
  register(sweep: Sweep): void {
    this.#sweeps.push(sweep);
    this.#sweeps.sort((one, other) => one.name.localeCompare(other.name));
  }

  /** End of the last round; null before the first. */
  get lastEndedAt(): string | null {
    return this.#lastEndedAt;
  }

  /** Whether this process does the sweeps, and is not behind by more than three minutes. */
  get healthy(): boolean {
    if (this.settings.part === 'api' || this.#lastEndedAt === null || this.#running) return true;
    return Date.parse(this.clock.now()) - Date.parse(this.#lastEndedAt) < 3 * MINUTE_MS;
  }

  onApplicationBootstrap(): void {
    if (this.settings.part !== 'api') this.#plan(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /** Runs every sweep now, or once more after the round under way. Resolves when done. Called when a demo's clock moved, and by tests. */
  async runNow(): Promise<void> {
    if (this.#held) return;
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#round();
    try {
      await this.#running;
    } finally {
      this.#running = null;
    }
  }

  /** Keeps the sweeps of this process away while `work` runs: a demo lives its past under a clock that they must not see. */
  async holding<T>(work: () => Promise<T>): Promise<T> {
    this.#held = true;
    await this.#running;
    try {
      return await work();
    } finally {
      this.#held = false;
    }
  }

  async #round(): Promise<void> {
    do {
      this.#again = false;
      for (const sweep of this.#sweeps) {
        if (this.#stopping) return;
        // One sweep's failure is the next minute's work and no reason for the others to wait.
        await sweep.run().catch((error: unknown) => this.#logger.error(`${sweep.name} ${describeError(error)}`));
      }
    } while (this.#again);
    this.#lastEndedAt = this.clock.now();
  }

  #plan(afterMs: number): void {
    this.#timer = setTimeout(() => {
      void this.runNow().finally(() => {
        if (!this.#stopping) this.#plan(MINUTE_MS - (Date.parse(this.clock.now()) % MINUTE_MS));
      });
    }, afterMs);
  }
}
