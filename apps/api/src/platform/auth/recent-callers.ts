/** Remembers for a second who a session or an API key belongs to, so that most requests need not ask the database. Asked by `CallerLookup`; forgotten by the operation interceptor. */
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import type { StaffCaller } from './actor.js';

/** How long another process may accept a key, a session or a role that this one has taken away. */
const FRESH_MS = 1000;
/** Callers of one second; when there are more, all are asked for anew. */
const MOST = 1000;

@Injectable()
export class RecentCallers {
  readonly #known = new Map<string, { readonly caller: StaffCaller; readonly askedAtMs: number }>();
  /** How often everything was forgotten: an answer that was under way meanwhile may be old already. */
  #forgotten = 0;

  constructor(private readonly clock: SystemClock) {}

  /**
   * The caller with this secret, as it was at most a second ago. Only callers who may come in are remembered, so a new key works at once.
   * @param hash of the secret; the secret itself stays nowhere
   * @param ask looks in the database
   */
  async find(hash: Buffer, ask: () => Promise<StaffCaller | null>): Promise<StaffCaller | null> {
    const key = hash.toString('base64');
    const askedAtMs = this.clock.milliseconds();
    const known = this.#known.get(key);
    if (known && askedAtMs - known.askedAtMs < FRESH_MS) return known.caller;
    const forgotten = this.#forgotten;
    const caller = await ask();
    if (caller === null || forgotten !== this.#forgotten) return caller;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, { caller, askedAtMs });
    return caller;
  }

  /** Asks for everybody anew. Called after whatever may have changed who is who or who may do what. */
  forget(): void {
    this.#forgotten++;
    this.#known.clear();
  }
}
