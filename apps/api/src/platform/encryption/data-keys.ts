/** The keys that values are sealed with, one of each agency and one of each client: made with the first value, unwrapped for a minute at a time. Called by the encryption, the rotation and the erasure. */
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { SystemClock } from '../clock/clock.js';
import { DataKeyStore, type DataKeyRow } from './data-key-store.js';
import { KeyProvider } from './key-provider.js';
import { ShreddedKey } from './shredded-key.js';
import { KEY_BYTES, XaesKey } from './xaes.js';

/** A data key, ready to seal and open. */
export interface DataKey {
  readonly id: string;
  readonly key: XaesKey;
}

/** So long after it was retired or shredded elsewhere a process may still use a key. */
export const KEPT_MS = 60_000;

interface Kept {
  readonly until: number;
  readonly key: Promise<DataKey | null>;
}

@Injectable()
export class DataKeys {
  /** By `agency|client` those that seal, by `agency/key` those that open. */
  readonly #kept = new Map<string, Kept>();

  constructor(
    private readonly store: DataKeyStore,
    private readonly provider: KeyProvider,
    private readonly clock: SystemClock,
  ) {}

  /** The key that seals a client's values, or the agency's own. @throws ShreddedKey when the client was erased */
  async active(agencyId: string, clientId: string | null): Promise<DataKey> {
    const key = await this.#keep(`${agencyId}|${clientId ?? ''}`, () => this.#findOrMake(agencyId, clientId));
    if (!key) throw new Error('A data key was neither found nor made.');
    return key;
  }

  /** A key that sealed a value; null: the agency has none of that id. @throws ShreddedKey */
  find(agencyId: string, id: string): Promise<DataKey | null> {
    return this.#keep(`${agencyId}/${id}`, async () => {
      const row = await this.store.find(agencyId, id);
      return row && this.#unwrap(agencyId, row);
    });
  }

  /** Lets go of what is kept of an agency, after keys were retired or shredded; of all, when the demo starts over. */
  forget(agencyId = ''): void {
    for (const name of this.#kept.keys()) if (name.startsWith(agencyId)) this.#kept.delete(name);
  }

  #keep(name: string, read: () => Promise<DataKey | null>): Promise<DataKey | null> {
    const now = this.clock.milliseconds();
    const kept = this.#kept.get(name);
    if (kept && kept.until > now) return kept.key;
    for (const [old, { until }] of this.#kept) if (until <= now) this.#kept.delete(old);
    const key = read();
    this.#kept.set(name, { until: now + KEPT_MS, key });
    // What failed or was not there is asked for again.
    const drop = () => {
      if (this.#kept.get(name)?.key === key) this.#kept.delete(name);
    };
    key.then((found) => found ?? drop(), drop);
    return key;
  }

  async #findOrMake(agencyId: string, clientId: string | null): Promise<DataKey | null> {
    const active = await this.store.findActive(agencyId, clientId);
    if (active) return this.#unwrap(agencyId, active);
    const id = v7();
    const wrapped = await this.provider.wrap(randomBytes(KEY_BYTES), aboutDataKey(agencyId, id));
    await this.store.insert(agencyId, clientId, { id, kekId: this.provider.kekId, wrapped }, this.clock.now());
    // Another process may have been quicker: what is there now counts.
    const made = await this.store.findActive(agencyId, clientId);
    return made && this.#unwrap(agencyId, made);
  }

  async #unwrap(agencyId: string, { id, kekId, wrapped }: DataKeyRow): Promise<DataKey> {
    if (!wrapped) throw new ShreddedKey('The key of this value was destroyed.');
    return { id, key: new XaesKey(await this.provider.unwrap(kekId, wrapped, aboutDataKey(agencyId, id))) };
  }
}

/** What a data key is wrapped for. */
export function aboutDataKey(agencyId: string, id: string): string {
  return `data_key|${agencyId}|${id}`;
}
