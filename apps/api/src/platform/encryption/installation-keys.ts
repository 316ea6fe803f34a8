/** Secrets of the installation itself: made from DAIBAN_FILE_KEY at the first start, from then on kept wrapped, so that the file key can be replaced. Called by the encryption and by whoever signs what leaves the installation. */
import { hkdfSync } from 'node:crypto';
import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { prepared } from '../database/statement.js';
import { SettingsProblem } from '../config/settings.js';
import { KeyProvider, UnknownWrappingKey } from './key-provider.js';
import { TamperedValue } from './tampered-value.js';

/** What each is for, with the words it was derived by before it was kept: old indexes, tokens and values stay right. */
const DERIVED_BY = {
  blind_index: 'daiban/blind-index/1',
  portal_token: 'daiban/portal-link/1',
  seal_1: 'daiban/seal/1',
} as const;

/** blind_index: equal numbers are found by · portal_token: tokens of portal links hang on · seal_1: values of the first format were sealed with. */
export type InstallationKeyName = keyof typeof DERIVED_BY;
const NAMES = Object.keys(DERIVED_BY) as InstallationKeyName[];

const FIND = prepared('installation_keys.find', 'SELECT name, kek_id, wrapped FROM installation_key');
const INSERT = prepared(
  'installation_keys.insert',
  `INSERT INTO installation_key (name, kek_id, wrapped, created_at) VALUES ($1, $2, $3, $4::timestamptz)
   ON CONFLICT (name) DO NOTHING`,
);

interface InstallationKeyRow {
  readonly name: string;
  readonly kek_id: string;
  readonly wrapped: Buffer;
}

export class InstallationKeys {
  private constructor(private readonly keys: ReadonlyMap<string, Buffer>) {}

  /**
   * Reads them all at the start, so that a wrong file key is noticed before anything is answered.
   * @throws SettingsProblem when DAIBAN_FILE_KEY is not the one they are wrapped with
   */
  static async load(
    database: Pick<Database, 'lookup'>,
    provider: KeyProvider,
    settings: Pick<Settings, 'fileKey' | 'fileKeysBefore'>,
    now: string,
  ): Promise<InstallationKeys> {
    const kept = new Set((await database.lookup<InstallationKeyRow>(FIND)).map(({ name }) => name));
    const first = InstallationKeys.derivedFrom(settings.fileKeysBefore.at(-1) ?? settings.fileKey);
    for (const name of NAMES.filter((known) => !kept.has(known))) {
      const wrapped = await provider.wrap(first.get(name), aboutKey(name));
      await database.lookup(INSERT, [name, provider.kekId, wrapped, now]);
    }
    // Read after writing: of two processes that start together one writes.
    const rows = await database.lookup<InstallationKeyRow>(FIND);
    return new InstallationKeys(new Map(await Promise.all(rows.map((row) => unwrapped(provider, row)))));
  }

  /** As an installation with that file key begins. For `load` and for data made beside a running installation. */
  static derivedFrom(fileKey: Uint8Array): InstallationKeys {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', fileKey, Buffer.alloc(0), purpose, 32));
    return new InstallationKeys(new Map(NAMES.map((name) => [name, derive(DERIVED_BY[name])])));
  }

  /** 32 bytes. */
  get(name: InstallationKeyName): Buffer {
    const key = this.keys.get(name);
    if (!key) throw new Error(`The installation has no key ${name}.`);
    return key;
  }
}

/** What an installation key is wrapped for. */
export function aboutKey(name: string): string {
  return `installation_key|${name}`;
}

async function unwrapped(provider: KeyProvider, row: InstallationKeyRow): Promise<[string, Buffer]> {
  try {
    return [row.name, await provider.unwrap(row.kek_id, row.wrapped, aboutKey(row.name))];
  } catch (error) {
    if (error instanceof UnknownWrappingKey) {
      throw new SettingsProblem(
        `DAIBAN_FILE_KEY must be the key that this database was sealed with, or DAIBAN_FILE_KEYS_BEFORE must name it (key ${error.kekId}).`,
      );
    }
    if (error instanceof TamperedValue)
      throw new SettingsProblem(`DAIBAN_FILE_KEY does not open the key ${row.name} of this database: it was changed.`);
    throw error;
  }
}
