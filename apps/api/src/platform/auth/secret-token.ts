/** Random tokens that are shown once and kept as a hash: API keys, portal links and sessions, the set-up address. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, in letters that need no escaping anywhere. */
export function newToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token. A token has 256 random bits, so a plain hash cannot be searched back. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
