/** The files that were chosen and are not all there yet: takes them one after another, finds each its page, and tells the page what becomes of them. */
import { ProblemError } from '../call-operation.js';
import type { Document, UploadLimits } from '../documents.contract.js';
import { checkFile, type SeenRefusal } from './check-file.js';
import { sendFile, SendingStopped, type FileToSend, type Sending } from './send-file.js';
import { sha256 } from './sha256.js';

export interface Upload {
  readonly key: string;
  readonly file: File;
  /** Ids of the refused documents the reader saw when choosing: it may take their pages. One that is refused later keeps its page, so that its reason is read. */
  readonly replaces: readonly string[];
  /** waiting: for its turn · reading · sending · retrying: the connection broke, we try again · stopped: the reader must · problem: it will not be sent */
  readonly state: 'waiting' | 'reading' | 'sending' | 'retrying' | 'stopped' | 'problem';
  readonly sentBytes: number;
  /** Why it will not be sent; null unless `problem`. */
  readonly problem: UploadProblem | null;
}

export type UploadProblem =
  | { readonly kind: 'file'; readonly code: SeenRefusal }
  | { readonly kind: 'duplicate' | 'full' | 'failed' }
  /** The API's own words, in the reader's language. */
  | { readonly kind: 'refused'; readonly detail: string };

/** A paper as far as files are brought for it. */
export interface BroughtPaper {
  /** Of the version that is being brought. */
  readonly documents: readonly Document[];
  readonly limits: UploadLimits;
}

/** What the queue needs of the page around it. */
export interface UploadQueueHost {
  /** The paper as it is now, asked of the API. */
  paper(): Promise<BroughtPaper>;
  put: Sending['put'];
  pause: Sending['pause'];
  /** A file has arrived: the paper has changed. @param file as it was chosen, to show its picture from */
  onArrived(document: Document, file: File): void;
}

export class UploadQueue {
  #uploads: readonly Upload[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #cancels = new Map<string, AbortController>();
  #made = 0;
  #working = false;

  constructor(private readonly host: UploadQueueHost) {}

  /** In the order of choosing; the same array until something changes. */
  readonly uploads = (): readonly Upload[] => this.#uploads;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What cannot be taken is told at once; the others wait for their turn. */
  readonly add = async (files: readonly File[], paper: BroughtPaper): Promise<void> => {
    const replaces = paper.documents.filter(({ state }) => state === 'refused').map(({ id }) => id);
    const added = files.map((file): Upload => {
      return { key: `upload-${++this.#made}`, file, replaces, state: 'reading', sentBytes: 0, problem: null };
    });
    this.#set([...this.#uploads, ...added]);
    await Promise.all(added.map((upload) => this.#look(upload, paper.limits)));
    await this.#work();
  };

  /** Takes an upload off, whatever it is doing. What had arrived of it stays with the API until it goes by itself. */
  readonly dismiss = (key: string): void => {
    this.#cancels.get(key)?.abort();
    this.#set(this.#uploads.filter((upload) => upload.key !== key));
  };

  /** Goes on with whatever had stopped. */
  readonly resume = async (): Promise<void> => {
    this.#set(this.#uploads.map((upload) => (upload.state === 'stopped' ? { ...upload, state: 'waiting' } : upload)));
    await this.#work();
  };

  async #look({ key, file }: Upload, limits: UploadLimits): Promise<void> {
    try {
      const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
      const code = checkFile(file.size, head, limits);
      if (code) throw new Unsendable({ kind: 'file', code });
      this.#change(key, { state: 'waiting' });
    } catch (error) {
      this.#change(key, { state: 'problem', problem: problemOf(error) });
    }
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next; (next = this.#uploads.find(({ state }) => state === 'waiting'));) await this.#take(next);
    this.#working = false;
  }

  async #take(upload: Upload): Promise<void> {
    const { key, file } = upload;
    const cancel = new AbortController();
    this.#cancels.set(key, cancel);
    try {
      this.#change(key, { state: 'reading' });
      const document = await this.#send(upload, cancel.signal);
      this.host.onArrived(document, file);
      this.#set(this.#uploads.filter((upload) => upload.key !== key));
    } catch (error) {
      if (error instanceof SendingStopped) this.#change(key, { state: 'stopped' });
      else this.#change(key, { state: 'problem', problem: problemOf(error) });
    } finally {
      this.#cancels.delete(key);
    }
  }

  async #send({ key, file, replaces }: Upload, signal: AbortSignal): Promise<Document> {
    const bytes = await file.arrayBuffer();
    // Some in-app browsers name a size and hand over nothing.
    if (bytes.byteLength === 0) throw new Unsendable({ kind: 'file', code: 'file.empty' });
    const paper = await this.host.paper();
    const hash = await sha256(bytes);
    if (signal.aborted) throw new SendingStopped('It was cancelled.');
    const known = paper.documents.find((document) => document.sha256.toLowerCase() === hash && isThere(document));
    if (known && known.state !== 'receiving') throw new Unsendable({ kind: 'duplicate' });
    const page = known?.page ?? freePage(paper, replaces);
    if (page === null) throw new Unsendable({ kind: 'full' });
    const toSend: FileToSend = {
      name: sendableName(file.name),
      bytes,
      sha256: hash,
      page,
      receivedBytes: known?.receivedBytes ?? 0,
    };
    return sendFile(toSend, {
      signal,
      put: this.host.put,
      pause: this.host.pause,
      receivedBytes: async () => {
        const { documents } = await this.host.paper();
        return documents.find((document) => document.sha256.toLowerCase() === hash)?.receivedBytes ?? 0;
      },
      onProgress: (sentBytes, waiting) => this.#change(key, { state: waiting ? 'retrying' : 'sending', sentBytes }),
    });
  }

  #change(key: string, changes: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.key === key ? { ...upload, ...changes } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}

class Unsendable extends Error {
  constructor(readonly problem: UploadProblem) {
    super(problem.kind);
  }
}

function problemOf(error: unknown): UploadProblem {
  if (error instanceof Unsendable) return error.problem;
  return error instanceof ProblemError ? { kind: 'refused', detail: error.problem.detail } : { kind: 'failed' };
}

function isThere({ state }: Document): boolean {
  return state !== 'refused' && state !== 'deleted';
}

function freePage({ documents, limits }: BroughtPaper, replaces: readonly string[]): number | null {
  const staying = documents.filter(
    ({ id, state }) => state !== 'deleted' && !(state === 'refused' && replaces.includes(id)),
  );
  const taken = new Set(staying.map(({ page }) => page));
  for (let page = 1; page <= limits.maxPages; page++) if (!taken.has(page)) return page;
  return null;
}

/** As it may stand in an address: cameras and old browsers give none, or one no address can hold. */
function sendableName(name: string): string {
  const plain = name.replace(/[\\/\p{Cc}\p{Cs}]/gu, '').slice(-200);
  return /^\.*$/.test(plain) ? 'file' : plain;
}
