/** Reads the rest of a body that nobody wants, so that the sender comes to read our answer. Called before any answer that is sent while a body is still arriving. */
import type { IncomingMessage } from 'node:http';

/** More than any honest sender has under way; whoever sends more is cut off. */
const MAX_BYTES = 32 * 1024 * 1024;
const MAX_MS = 5000;

/** True: everything has arrived. False: it did not end within 32 MB and 5 s, or the sender went away. */
export function drainBody(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.readableEnded) return Promise.resolve(true);
  if (request.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    let left = MAX_BYTES;
    const finish = (isWhole: boolean): void => {
      clearTimeout(timer);
      request.off('data', count).off('end', whole).off('close', broken);
      resolve(isWhole);
    };
    const count = (chunk: Buffer): void => {
      left -= chunk.length;
      if (left < 0) finish(false);
    };
    const whole = (): void => finish(true);
    const broken = (): void => finish(false);
    const timer = setTimeout(broken, MAX_MS);
    request.on('data', count).on('end', whole).on('close', broken);
    request.resume();
  });
}
