/** When a mail that the server would not take is tried again, and when it is given up. Called by the sender. */

const FIRST_SECONDS = 60;
const LONGEST_SECONDS = 4 * 3600;

/** Tries that a mail gets: with the pauses between them some five days, as long as mail servers themselves try (RFC 5321, 4.5.4.1). */
export const MAX_ATTEMPTS = 36;

/** Pause after a failed try: a minute after the first, doubled up to four hours. */
export function retryAfterSeconds(attempts: number): number {
  return Math.min(FIRST_SECONDS * 2 ** (attempts - 1), LONGEST_SECONDS);
}
