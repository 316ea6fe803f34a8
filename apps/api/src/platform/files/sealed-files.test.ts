import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RealSystemClock } from '../clock/real-system-clock.js';
import { DataKeys } from '../encryption/data-keys.js';
import { Encryption } from '../encryption/encryption.js';
import { FileKeyProvider } from '../encryption/file-key-provider.js';
import { InstallationKeys } from '../encryption/installation-keys.js';
import { ListedDataKeys } from '../encryption/listed-data-keys.js';
import { TamperedValue } from '../encryption/tampered-value.js';
import { DiskFileStore } from './disk-file-store.js';
import { StoredFileMissing } from './file-store.js';
import { keyOf, SealedFiles, type SealedFile } from './sealed-files.js';

const FILE_KEY = Buffer.alloc(32, 3);
const CLEAR = Buffer.from('99999919900101001X '.repeat(1000));
const file: SealedFile = {
  agencyId: '0197a000-aaaa-7000-8000-000000000001',
  clientId: '0197a000-cccc-7000-8000-000000000001',
  id: '0197a000-dddd-7000-8000-000000000001',
};

let folder: string;
let files: SealedFiles;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daiban-sealed-files-'));
  const provider = new FileKeyProvider({ fileKey: FILE_KEY, fileKeysBefore: [] });
  const keys = new DataKeys(new ListedDataKeys(), provider, new RealSystemClock());
  files = new SealedFiles(new DiskFileStore(folder), new Encryption(keys, InstallationKeys.derivedFrom(FILE_KEY)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file comes back as it was put, and lies nowhere in clear', async () => {
  expect(await files.put(file, CLEAR)).toBe(keyOf(file));
  expect((await files.get(file)).equals(CLEAR)).toBe(true);
  const lying = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(lying).toHaveLength(1);
  for (const { parentPath, name } of lying)
    expect(readFileSync(join(parentPath, name)).includes('99999919900101001X')).toBe(false);
});

test('a file that was moved to another place, changed or cut does not open', async () => {
  const other: SealedFile = { ...file, id: `${file.id}.part2` };
  await files.put(file, CLEAR);
  copyFileSync(join(folder, keyOf(file)), join(folder, keyOf(other)));
  await expect(files.get(other)).rejects.toBeInstanceOf(TamperedValue);
  const sealed = readFileSync(join(folder, keyOf(file)));
  for (const changed of [
    sealed.subarray(0, -1),
    Buffer.concat([sealed.subarray(0, -1), Buffer.of(sealed.at(-1)! ^ 1)]),
  ]) {
    writeFileSync(join(folder, keyOf(file)), changed);
    await expect(files.get(file)).rejects.toBeInstanceOf(TamperedValue);
  }
});

test('a deleted file is gone, and the store says so', async () => {
  await files.put(file, CLEAR);
  await files.delete(file);
  expect(await files.exists(file)).toBe(false);
  await expect(files.get(file)).rejects.toBeInstanceOf(StoredFileMissing);
});
