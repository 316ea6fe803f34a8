/** Keeps the process alive when a connection to PostgreSQL breaks: the statement at work fails by itself, the pool opens another for the next. */
import type { Pool } from 'pg';

/** Without listeners Node ends the process at a connection's error event, whether the connection is idle or at work. */
export function surviveLostConnections(pool: Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
