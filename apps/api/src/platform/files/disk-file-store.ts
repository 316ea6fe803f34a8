/** Keeps objects in a folder of this machine, readable by this account only. The default. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkedKey, FileStore, FileStoreUnavailable, StoredFileMissing, type FileStoreTrouble } from './file-store.js';

/** Files being written stand here and nowhere else: a crash leaves no half object under a key. */
const DRAFTS = '.drafts';
/** A draft this old belongs to a process that died. */
const STALE_DRAFT_MS = 24 * 60 * 60_000;

const TROUBLE: Readonly<Record<string, FileStoreTrouble>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
};

export class DiskFileStore extends FileStore {
  /** @param folder absolute; made when it is missing */
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(key);
    await this.#withTrouble(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const draft = await this.#writeDraft(bytes);
      await rename(draft, path);
      await syncFolder(dirname(path));
    });
  }

  async get(key: string): Promise<Buffer> {
    const path = this.#path(key);
    const bytes = await this.#withTrouble(() => readFile(path).catch(nullWhenAbsent));
    if (bytes) return bytes;
    await this.#insistOnFolder();
    throw new StoredFileMissing('The file store has no such object.');
  }

  async delete(key: string): Promise<void> {
    const path = this.#path(key);
    await this.#withTrouble(async () => {
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(nullWhenAbsent);
    });
  }

  async exists(key: string): Promise<boolean> {
    const path = this.#path(key);
    if (await this.#withTrouble(() => stat(path).catch(nullWhenAbsent))) return true;
    await this.#insistOnFolder();
    return false;
  }

  async check(): Promise<void> {
    await this.#withTrouble(async () => {
      await mkdir(join(this.folder, DRAFTS), { recursive: true, mode: 0o700 });
      await rm(await this.#writeDraft(Buffer.from('check')));
      await this.#clearStaleDrafts();
    });
  }

  #path(key: string): string {
    return join(this.folder, checkedKey(key));
  }

  async #writeDraft(bytes: Uint8Array): Promise<string> {
    const draft = join(this.folder, DRAFTS, randomUUID());
    await mkdir(dirname(draft), { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return draft;
  }

  async #clearStaleDrafts(): Promise<void> {
    const before = Date.now() - STALE_DRAFT_MS;
    for (const name of await readdir(join(this.folder, DRAFTS))) {
      const draft = join(this.folder, DRAFTS, name);
      const found = await stat(draft).catch(nullWhenAbsent);
      if (found && found.mtimeMs < before) await rm(draft, { force: true });
    }
  }

  /** A volume that is not mounted has no files either; only where our own folder stands does "not there" mean gone. */
  async #insistOnFolder(): Promise<void> {
    const folder = await this.#withTrouble(() => stat(join(this.folder, DRAFTS)).catch(nullWhenAbsent));
    if (!folder) throw new FileStoreUnavailable('no_bucket', 'The folder of the files is not there.');
  }

  async #withTrouble<Value>(work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
      throw new FileStoreUnavailable(TROUBLE[code] ?? 'broken', `The folder of the files cannot be used (${code}).`, {
        cause: error,
      });
    }
  }
}

/** A new name outlives a power cut only once its folder was written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function nullWhenAbsent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}
