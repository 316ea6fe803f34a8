/** The rows that wait for the next COPY, and what all of them are made with. Called by `volume.ts` and whoever makes rows for it. */
import { RealSystemClock } from '../../apps/api/dist/platform/clock/real-system-clock.js';
import { DataKeys } from '../../apps/api/dist/platform/encryption/data-keys.js';
import type { DataKeyRow } from '../../apps/api/dist/platform/encryption/data-key-store.js';
import { Encryption } from '../../apps/api/dist/platform/encryption/encryption.js';
import { FileKeyProvider } from '../../apps/api/dist/platform/encryption/file-key-provider.js';
import { InstallationKeys } from '../../apps/api/dist/platform/encryption/installation-keys.js';
import { ListedDataKeys } from '../../apps/api/dist/platform/encryption/listed-data-keys.js';
import { seededRandom, uuidAt, VolumeNames } from './volume-names.ts';

/** In an order that every reference finds its row. */
export const TABLES = [
  'agency',
  'member',
  'api_key',
  'data_key',
  'client',
  'client_contact',
  'subject',
  'person',
  'account_email',
  'account_email_check',
  'registration',
  'verification_order',
  'prerequisite',
  'consent',
  'sign_off',
  'slot',
  'running_transfer',
  'history_entry',
  'registration_search',
] as const;
export type Table = (typeof TABLES)[number];

export class VolumeRows {
  readonly random: () => number;
  readonly names: VolumeNames;
  readonly encryption: Encryption;
  readonly #waiting = new Map<Table, object[]>();
  #number = 0;

  /** @param fileKey what numbers are sealed and indexed with */
  constructor(seed: number, fileKey: Buffer) {
    this.random = seededRandom(seed);
    this.names = new VolumeNames(this.random);
    const provider = new FileKeyProvider({ fileKey, fileKeysBefore: [] });
    const keys = new DataKeys(new KeptDataKeys(this), provider, new RealSystemClock());
    this.encryption = new Encryption(keys, InstallationKeys.derivedFrom(fileKey));
  }

  add(table: Table, row: object): void {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  }

  /** How many rows of a table wait. */
  count(table: Table): number {
    return this.#waiting.get(table)?.length ?? 0;
  }

  /** Hands out the waiting rows of a table, once. */
  take(table: Table): readonly object[] {
    const rows = this.#waiting.get(table) ?? [];
    this.#waiting.delete(table);
    return rows;
  }

  /** An id whose time is that moment. */
  id(at: string | number): string {
    return uuidAt(typeof at === 'number' ? at : Date.parse(at), this.random);
  }

  /** 1, 2, 3 …: what makes a name or a code its own. */
  nextNumber(): number {
    return ++this.#number;
  }
}

/** Each data key becomes a row as well. */
class KeptDataKeys extends ListedDataKeys {
  // No parameter property: Node runs this file by taking its types away.
  readonly #rows: VolumeRows;

  constructor(rows: VolumeRows) {
    super();
    this.#rows = rows;
  }

  override async insert(agencyId: string, clientId: string | null, row: DataKeyRow, createdAt: string): Promise<void> {
    await super.insert(agencyId, clientId, row, createdAt);
    const { id, kekId, wrapped } = row;
    this.#rows.add('data_key', {
      id,
      agency_id: agencyId,
      client_id: clientId,
      kek_id: kekId,
      wrapped: wrapped && Buffer.from(wrapped),
      created_at: createdAt,
    });
  }
}
