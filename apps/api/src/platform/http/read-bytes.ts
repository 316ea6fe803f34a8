/** Reads a body that is not JSON (a sheet) whole, up to its operation's limit. */
import type { Readable } from 'node:stream';
import { HttpProblem } from './http-problem.js';
import type { FastifyRequest } from './request-state.js';

const DEFAULT_LIMIT = 10 * 1024 * 1024;

/** @throws HttpProblem `request.too_large`; nothing past the limit is read */
export async function readBytes(request: FastifyRequest, limit = DEFAULT_LIMIT): Promise<Uint8Array> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new HttpProblem('request.too_large');
  const chunks: Buffer[] = [];
  let length = 0;
  // Stopping half-way must not tear the connection down: the sender still waits for our answer.
  const body = (request.body as Readable | undefined)?.iterator({ destroyOnReturn: false }) ?? [];
  for await (const chunk of body) {
    length += (chunk as Buffer).length;
    if (length > limit) throw new HttpProblem('request.too_large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
