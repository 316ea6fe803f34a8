/**
 * Replaces keys while Daiban works: the wrapping key above all others, or the data keys with every value and file sealed by them. Each step can be
 * repeated; one that was cut off goes on where it was. Called by `rotate-keys.ts`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { SystemClock } from '../clock/clock.js';
import { FileStore, StoredFileMissing } from '../files/file-store.js';
import { aboutDataKey, DataKeys, KEPT_MS } from './data-keys.js';
import { Encryption, sealedWith, type SealContext } from './encryption.js';
import { aboutKey } from './installation-keys.js';
import { KeyProvider } from './key-provider.js';
import { KeyRotationRepository, type StoredFile } from './key-rotation.repository.js';
import { SEALED_COLUMNS, SEALED_FILE_PLACE, type SealedColumn } from './sealed-columns.js';
import { ShreddedKey } from './shredded-key.js';

const KEYS_AT_ONCE = 500;
const VALUES_AT_ONCE = 100;
const FILES_AT_ONCE = 20;

/** What was done. */
export interface ResealedCount {
  readonly keys: number;
  readonly values: number;
  readonly files: number;
}

@Injectable()
export class KeyRotation {
  constructor(
    private readonly repository: KeyRotationRepository,
    private readonly provider: KeyProvider,
    private readonly dataKeys: DataKeys,
    private readonly encryption: Encryption,
    private readonly store: FileStore,
    private readonly clock: SystemClock,
  ) {}

  /** Wraps every key with the provider's own. @returns how many were wrapped by another @throws UnknownWrappingKey for a key that none of the given ones wrapped */
  async rewrap(): Promise<number> {
    const { kekId } = this.provider;
    let count = 0;
    for (const key of await this.repository.listInstallationKeys(kekId)) {
      const plain = await this.provider.unwrap(key.kekId, key.wrapped, aboutKey(key.id));
      await this.repository.rewrapInstallationKey(key, kekId, await this.provider.wrap(plain, aboutKey(key.id)));
      count++;
    }
    for (const agencyId of await this.repository.listAgenciesUnscoped()) count += await this.#rewrapOf(agencyId);
    return count;
  }

  /**
   * Retires every data key made before `begun` and seals what they sealed anew. Other processes may use a key for `KEPT_MS` after it was
   * retired, so as long is waited in between. Repeat with the same moment to go on after a break.
   */
  async replaceDataKeys(begun: string, waitMs = KEPT_MS): Promise<ResealedCount> {
    const agencies = await this.repository.listAgenciesUnscoped();
    let [keys, values, files] = [0, 0, 0];
    for (const agencyId of agencies) keys += await this.repository.retire(agencyId, begun, this.clock.now());
    this.dataKeys.forget();
    if (keys > 0) await sleep(waitMs);
    for (const agencyId of agencies) {
      for (const column of SEALED_COLUMNS) values += await this.#reseal(agencyId, column);
      files += await this.#resealFiles(agencyId);
    }
    return { keys, values, files };
  }

  async #rewrapOf(agencyId: string): Promise<number> {
    const { kekId } = this.provider;
    let count = 0;
    for (;;) {
      const keys = await this.repository.listDataKeys(agencyId, kekId, KEYS_AT_ONCE);
      const wrapped: Buffer[] = [];
      for (const key of keys) {
        const about = aboutDataKey(agencyId, key.id);
        wrapped.push(await this.provider.wrap(await this.provider.unwrap(key.kekId, key.wrapped, about), about));
      }
      if (keys.length > 0) count += await this.repository.rewrapDataKeys(agencyId, keys, kekId, wrapped);
      if (keys.length < KEYS_AT_ONCE) return count;
    }
  }

  async #reseal(agencyId: string, column: SealedColumn): Promise<number> {
    let count = 0;
    let after: readonly string[] | null = null;
    for (;;) {
      const active = await this.repository.listActive(agencyId);
      const values = await this.repository.listSealed(agencyId, column, active, after, VALUES_AT_ONCE);
      for (const value of values) {
        const sealed = await this.#sealedAnew(value.sealed, {
          agencyId,
          place: column.place,
          id: value.id,
          ...(value.clientId !== null && { clientId: value.clientId }),
        });
        if (sealed === null) continue;
        await this.repository.replaceSealed(agencyId, column, value, sealed);
        count++;
      }
      after = values.at(-1)?.key ?? null;
      if (values.length < VALUES_AT_ONCE) return count;
    }
  }

  async #resealFiles(agencyId: string): Promise<number> {
    let count = 0;
    let after = '';
    for (;;) {
      const active = new Set(await this.repository.listActive(agencyId));
      const files = await this.repository.listFiles(agencyId, after, FILES_AT_ONCE);
      for (const file of files) if (await this.#resealFile(agencyId, file, active)) count++;
      after = files.at(-1)?.object ?? after;
      if (files.length < FILES_AT_ONCE) return count;
    }
  }

  /** @returns whether there was something to do */
  async #resealFile(agencyId: string, { object, clientId }: StoredFile, active: ReadonlySet<string>): Promise<boolean> {
    const before = await this.#read(object);
    if (before === null || active.has(sealedWith(before) ?? '')) return false;
    const id = object.slice(object.indexOf('/') + 1);
    const sealed = await this.#sealedAnew(before, { agencyId, place: SEALED_FILE_PLACE, id, clientId });
    if (sealed === null) return false;
    await this.store.put(object, sealed);
    // Deleted meanwhile: it must not come back.
    if (!(await this.repository.hasFile(agencyId, object))) await this.store.delete(object);
    return true;
  }

  /** Null: nobody can read it, because its client was erased. */
  async #sealedAnew(sealed: Uint8Array, context: SealContext): Promise<Buffer | null> {
    try {
      return await this.encryption.seal(await this.encryption.open(sealed, context), context);
    } catch (error) {
      if (error instanceof ShreddedKey) return null;
      throw error;
    }
  }

  async #read(object: string): Promise<Buffer | null> {
    try {
      return await this.store.get(object);
    } catch (error) {
      if (error instanceof StoredFileMissing) return null;
      throw error;
    }
  }
}
