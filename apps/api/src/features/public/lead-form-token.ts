/** Shows that a form was on somebody's screen for a while before it came back: a signed moment, worth nothing anywhere else. Called by the public pages. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A person who reads the page needs longer. */
const LEAST_MS = 3_000;
/** The notice may be another by then. */
const MOST_MS = 24 * 3600 * 1000;

/** @param nowMs system time */
export function makeFormToken(key: Uint8Array, agencyId: string, nowMs: number): string {
  return `${nowMs.toString(36)}.${signatureOf(key, agencyId, nowMs).toString('base64url')}`;
}

/** `forged` for whatever we did not sign for this agency. */
export function judgeFormToken(
  token: string,
  key: Uint8Array,
  agencyId: string,
  nowMs: number,
): 'fine' | 'forged' | 'too_quick' | 'too_old' {
  const [moment = '', signature = ''] = token.split('.');
  const madeMs = Number.parseInt(moment, 36);
  if (!Number.isSafeInteger(madeMs) || madeMs < 0) return 'forged';
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(key, agencyId, madeMs);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'forged';
  const age = nowMs - madeMs;
  if (age < LEAST_MS) return 'too_quick';
  return age > MOST_MS ? 'too_old' : 'fine';
}

function signatureOf(key: Uint8Array, agencyId: string, madeMs: number): Buffer {
  return createHmac('sha256', key).update(`lead-form|${agencyId}|${madeMs}`).digest();
}
