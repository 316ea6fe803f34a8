/** Sends one file part by part: a broken connection costs one part, and a reload none that had arrived. Called by the upload queue. */
import { ProblemError } from '../call-operation.js';
import type { Document } from '../documents.contract.js';

/** Small enough that one part goes through in some seconds on a slow line, large enough that a photo is not a hundred requests. */
export const PART_BYTES = 256 * 1024;
/** Pauses between tries of one part; after the last one it is the reader's turn. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

export interface FileToSend {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
  readonly page: number;
  /** Bytes that had arrived before. */
  readonly receivedBytes: number;
}

/** What sending needs of the world around it. */
export interface Sending {
  /** Sends one part, or the whole file where `range` is null. */
  put(file: FileToSend, part: Blob, range: string | null): Promise<Document>;
  /** How much of the file the API has; asked when it expected another part. */
  receivedBytes(file: FileToSend): Promise<number>;
  pause(ms: number): Promise<void>;
  /** @param waiting the connection broke and another try follows */
  onProgress(sentBytes: number, waiting: boolean): void;
  readonly signal: AbortSignal;
}

/** The connection stayed away through every try, or the reader cancelled; what had arrived is safe. */
export class SendingStopped extends Error {
  override name = 'SendingStopped';
}

/**
 * @returns the document as the API has it once the last part arrived
 * @throws SendingStopped, also when it was cancelled · ProblemError when the API refuses
 */
export async function sendFile(file: FileToSend, sending: Sending): Promise<Document> {
  const whole = file.bytes.byteLength;
  let from = Math.min(file.receivedBytes, whole);
  for (let failures = 0; ;) {
    stopWhenCancelled(sending.signal);
    sending.onProgress(from, failures > 0);
    const to = Math.min(from + PART_BYTES, whole);
    const isWhole = from === 0 && to === whole;
    try {
      const range = isWhole ? null : `bytes ${from}-${to - 1}/${whole}`;
      const document = await sending.put(file, new Blob([file.bytes.slice(from, to)]), range);
      if (document.state !== 'receiving') return document;
      failures = 0;
      from = document.receivedBytes;
    } catch (error) {
      stopWhenCancelled(sending.signal);
      if (
        error instanceof ProblemError &&
        error.problem.code === 'document.part_out_of_order' &&
        failures < PAUSES_MS.length
      ) {
        failures += 1;
        from = await sending.receivedBytes(file);
        continue;
      }
      if (!isWorthAnotherTry(error)) throw error;
      const pauseMs = PAUSES_MS[failures++];
      if (pauseMs === undefined) throw new SendingStopped('The connection stayed away.', { cause: error });
      sending.onProgress(from, true);
      await sending.pause(pauseMs);
    }
  }
}

function stopWhenCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new SendingStopped('It was cancelled.');
}

/** No connection (`fetch`'s TypeError), or an API that says itself that it is not its day: too many requests, no room, being restarted. */
function isWorthAnotherTry(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    (error instanceof ProblemError && (error.problem.status === 429 || error.problem.status >= 500))
  );
}
