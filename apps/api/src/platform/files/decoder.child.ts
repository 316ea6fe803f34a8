/**
 * The program of a process that opens one hostile file and ends: bytes in by stdin, `ready` and one answer out by stdout. It may read its own code and nothing else.
 * Started by `decoding-process.ts` as `decoder.child <decoder> <bytes> <limits as JSON>`. Of our files it loads the decoder it is told and nothing more.
 */
import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import type { Decoder } from './decoding-process.js';

// From the sources, Node strips the types but does not know that `.js` names a `.ts` there.
if (import.meta.filename.endsWith('.ts'))
  registerHooks({
    resolve: (specifier, context, next) =>
      next(context.parentURL?.endsWith('.ts') ? specifier.replace(/^(\.\/.+)\.js$/, '$1.ts') : specifier, context),
  });
// Stdout is the answer's alone.
globalThis.console = new Console(process.stderr);

const [, , decoderUrl, byteLength, limits] = process.argv as [string, string, string, string, string];
const { decode } = (await import(decoderUrl)) as { decode: Decoder };
// `READY` of decoding-process.ts: from here on it is the file that is at fault, not the installation.
writeWhole(Buffer.from('ready\n'));
// Filled in place: pieces joined afterwards would need the memory twice.
const bytes = Buffer.alloc(Number(byteLength));
let received = 0;
for await (const chunk of process.stdin) received += (chunk as Buffer).copy(bytes, received);

const decoding = await decode(bytes.subarray(0, received), JSON.parse(limits));
const rewritten = decoding.accepted ? decoding.rewritten : null;
const head = decoding.accepted
  ? { accepted: true, rewrittenLength: rewritten?.length ?? null, pageCount: decoding.pageCount }
  : decoding;
writeWhole(Buffer.from(`${JSON.stringify(head)}\n`));
if (rewritten) writeWhole(rewritten);
// A decoder may leave timers and threads behind.
process.exit(0);

/** Synchronously: leaving right after an ordinary write to a pipe would lose what stands in its buffer. */
function writeWhole(bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length;) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}
