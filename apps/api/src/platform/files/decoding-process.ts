/** Opens hostile files in processes of their own: one each, few at a time, with little memory, little time and no rights. Called by the inspector. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentMediaType } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { FILE_REFUSAL_CODES, InspectionUnavailable, type FileRefusalCode } from './file-inspection.js';

/** What a decoder is told beside the bytes. */
export interface DecoderLimits {
  readonly mediaType: DocumentMediaType;
  readonly imageMinPixels: number;
  readonly pdfPagesMax: number;
  /** Page of a PDF that is to be drawn, from 1; left out: the file is inspected. */
  readonly page?: number;
}

export type Decoding =
  | {
      readonly accepted: true;
      /** The file as it is kept; null: as it came. */
      readonly rewritten: Buffer | null;
      readonly pageCount: number;
    }
  | { readonly accepted: false; readonly code: FileRefusalCode };

const AnswerSchema = z.discriminatedUnion('accepted', [
  z.object({ accepted: z.literal(true), rewrittenLength: z.int().min(1).nullable(), pageCount: z.int().min(1) }),
  z.object({ accepted: z.literal(false), code: z.enum(FILE_REFUSAL_CODES) }),
]);

/** Exported as `decode` by each decoder. What it throws counts as a damaged file. */
export type Decoder = (bytes: Buffer, limits: DecoderLimits) => Promise<Decoding>;

/** Bounds of one process, and of all together. */
export interface DecodingBounds {
  readonly timeMs: number;
  /** Resident memory at its highest, bytes; looked at every `lookMs`. */
  readonly memoryBytes: number;
  readonly lookMs: number;
  /** Processes at a time. */
  readonly processes: number;
  /** Files that may wait for one. */
  readonly waiting: number;
}

export const DECODING_BOUNDS: DecodingBounds = {
  timeMs: 20_000,
  // A little room to 256 MB: between two looks a process grows on.
  memoryBytes: 232 * 1024 * 1024,
  lookMs: 10,
  processes: 2,
  waiting: 40,
};

/** First word of a process that has loaded all it needs. */
const READY = Buffer.from('ready\n');
/** Of the time it had, a process that was at work must have used so much; with less, the machine was busy with something else. */
const SHARE_AT_WORK = 0.5;

const DECODERS: Readonly<Record<DocumentMediaType, string>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'application/pdf': 'pdf',
};

/** An answer is never longer than this: a picture of the largest kept size, written badly. */
const LONGEST_ANSWER = 96 * 1024 * 1024;

export class DecodingProcess {
  #running = 0;
  readonly #queue: (() => void)[] = [];
  /** Most resident memory that any process was seen with, bytes. */
  peakMemoryBytes = 0;
  #works = true;

  constructor(private readonly bounds: DecodingBounds = DECODING_BOUNDS) {}

  /** False: the last process did not come as far as opening its file. */
  get works(): boolean {
    return this.#works;
  }

  /** @throws InspectionUnavailable when too many wait, no process can be started, or the machine was too busy to let it work: nothing is said of the file then */
  async decode(bytes: Buffer, limits: DecoderLimits): Promise<Decoding> {
    await this.#turn();
    try {
      return await this.#run(bytes, limits);
    } finally {
      this.#running--;
      this.#queue.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= this.bounds.processes) {
      if (this.#queue.length >= this.bounds.waiting)
        throw new InspectionUnavailable('Too many files wait for inspection.');
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
    this.#running++;
  }

  #run(bytes: Buffer, limits: DecoderLimits): Promise<Decoding> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, childArguments(bytes.length, limits), {
        // No secret of ours, no proxy, no NODE_OPTIONS reaches it.
        env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '1' },
        cwd: '/',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      let overweight = false;
      let isLate = false;
      let length = 0;
      const answer: Buffer[] = [];
      const timer = setTimeout(() => {
        isLate = !wasAtWork(workedMsOf(child), this.bounds.timeMs);
        child.kill('SIGKILL');
      }, this.bounds.timeMs);
      const scales = setInterval(() => {
        const weight = peakMemoryOf(child);
        this.peakMemoryBytes = Math.max(this.peakMemoryBytes, weight);
        if (weight <= this.bounds.memoryBytes) return;
        overweight = true;
        child.kill('SIGKILL');
      }, this.bounds.lookMs);
      child.on('error', (error) => {
        clearTimeout(timer);
        clearInterval(scales);
        this.#works = false;
        reject(new InspectionUnavailable('A process that opens files cannot be started.', { cause: error }));
      });
      child.on('close', (exit) => {
        clearTimeout(timer);
        clearInterval(scales);
        if (overweight) {
          const isPdf = limits.mediaType === 'application/pdf';
          return resolve({ accepted: false, code: isPdf ? 'file.damaged' : 'file.too_many_pixels' });
        }
        const said = Buffer.concat(answer);
        const isReady = said.subarray(0, READY.length).equals(READY);
        this.#works = isReady || isLate;
        if (!this.#works)
          return reject(new InspectionUnavailable('A process that opens files ended while it was loading.'));
        if (isLate) return reject(new InspectionUnavailable('The machine was too busy to open a file in time.'));
        const decoding = exit === 0 ? readAnswer(said.subarray(READY.length)) : null;
        resolve(decoding ?? { accepted: false, code: 'file.damaged' });
      });
      child.stdout.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > LONGEST_ANSWER) child.kill('SIGKILL');
        else answer.push(chunk);
      });
      // A child that died has not read to the end; its exit says so.
      child.stdin.on('error', () => undefined);
      child.stdin.end(bytes);
    });
  }
}

/** Whoever takes over a decoder writes its answer: only what has the form of one is believed. */
function readAnswer(answer: Buffer): Decoding | null {
  const end = answer.indexOf('\n');
  if (end < 0) return null;
  const head = AnswerSchema.safeParse(parseJson(answer.toString('utf8', 0, end)));
  if (!head.success) return null;
  if (!head.data.accepted) return head.data;
  const { rewrittenLength, pageCount } = head.data;
  const rest = answer.subarray(end + 1);
  if (rest.length !== (rewrittenLength ?? 0)) return null;
  return { accepted: true, rewritten: rewrittenLength === null ? null : rest, pageCount };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Most resident memory a process ever had, bytes; 0 where the system does not say (then the heap's bound and the time remain). */
function peakMemoryOf({ pid }: ChildProcess): number {
  try {
    // Made up by the kernel as it is read: no disk is waited for.
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** Time that a process has had on a processor, all its threads together, ms; null where the system does not say. */
function workedMsOf({ pid }: ChildProcess): number | null {
  try {
    // Behind the name, which may hold blanks and brackets: fields 14 and 15, in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** Whether a process whose time is over was busy with its file. @param workedMs null: nobody knows, and the file is to blame */
export function wasAtWork(workedMs: number | null, timeMs: number): boolean {
  return workedMs === null || workedMs >= timeMs * SHARE_AT_WORK;
}

const folder = import.meta.dirname;
const extension = existsSync(join(folder, 'decoder.child.js')) ? 'js' : 'ts';
/** Folders of packages that a decoder loads: where each of the two is looked for, and where it really lies when a folder on the way is a link. */
const packages = ['sharp', 'pdfjs-dist'].flatMap((name) => {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve(name);
  const beside = (resolve.paths(name) ?? []).filter((place) => place.endsWith('/node_modules') && existsSync(place));
  return [path.slice(0, path.indexOf('/node_modules/') + '/node_modules'.length), ...beside];
});

function childArguments(byteLength: number, limits: DecoderLimits): string[] {
  const name = limits.page === undefined ? DECODERS[limits.mediaType] : 'page';
  const decoder = join(folder, `${name}.decoder.${extension}`);
  return [
    '--permission',
    '--allow-addons',
    ...[...new Set([folder, dirname(dirname(dirname(folder))), ...packages])].map((path) => `--allow-fs-read=${path}`),
    '--max-old-space-size=128',
    '--disallow-code-generation-from-strings',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    join(folder, `decoder.child.${extension}`),
    pathToFileURL(decoder).href,
    String(byteLength),
    JSON.stringify(limits),
  ];
}
