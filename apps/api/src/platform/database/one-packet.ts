/** Sends pipelined statements of one connection in one packet instead of one each: less work for the socket, the server and the event loop. Called by `Database` and `AgencyTransaction`. */
import type { Duplex } from 'node:stream';
import type { PoolClient } from 'pg';

/**
 * Runs `send`, which only hands statements to the connection and awaits nothing, and lets all it wrote go at once.
 * (Measured with BEGIN, agency, counts and COMMIT: 1.3-1.5 times as many reads a second.)
 */
export function inOnePacket<Sent>(client: PoolClient, send: () => Sent): Sent {
  // The types of `pg` leave the connection out of a pooled client.
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Duplex } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
