/** Keeps a sender's leases alive while it works on them, so that they can be short: what a killed process held is free again soon. Made by the sender for each batch. */
import type { LeasedDelivery } from './deliveries.repository.js';

/** How long a row is a sender's own; after a kill nobody waits longer for it than this and the next round. */
export const LEASE_SECONDS = 20;
/** Leases are renewed this often: three of four may fail. */
const RENEW_EVERY_SECONDS = 5;

/** Gives rows a new end of their lease; answers the ids that are still this sender's. */
export type RenewLeases = (deliveries: readonly LeasedDelivery[]) => Promise<readonly string[]>;

export class LeaseKeeper {
  readonly #held = new Map<string, LeasedDelivery>();
  readonly #timer: NodeJS.Timeout;

  constructor(
    leased: readonly LeasedDelivery[],
    private readonly renew: RenewLeases,
  ) {
    for (const delivery of leased) this.#held.set(delivery.id, delivery);
    this.#timer = setInterval(() => void this.#renewAll(), RENEW_EVERY_SECONDS * 1000);
    this.#timer.unref();
  }

  /** Whether the row is still this sender's, as far as it knows. */
  holds(id: string): boolean {
    return this.#held.has(id);
  }

  /** The row has come to its end. */
  letGo(id: string): void {
    this.#held.delete(id);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #renewAll(): Promise<void> {
    const asked = [...this.#held.values()];
    if (asked.length === 0) return;
    try {
      const kept = new Set(await this.renew(asked));
      for (const { id } of asked) if (!kept.has(id)) this.#held.delete(id);
    } catch {
      // The database does not answer: the next try is near, and without it the leases run out by themselves.
    }
  }
}
