// The PostgreSQL of a test run: started once, with one migrated template database that every test file clones.
// Called by verify.mjs for a whole run and by the jest set-ups when somebody runs jest by hand.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase, readDatabaseSecrets } from '../../scripts/database.mjs';
import { startPostgres } from '../../scripts/postgres.mjs';

/** Its name; nobody may be connected to it while it is cloned. */
export const TEMPLATE = 'daiban_template';

/**
 * Starts a server in a temporary folder (or uses the one of DAIBAN_TEST_DATABASE_URL, a superuser's address) and migrates the template.
 * @returns {Promise<{ environment: Record<string, string>, stop: () => void }>} `environment`: what test-database.ts reads, TEST_*.
 */
export async function startTestPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'daiban-test-'));
  chmodSync(folder, 0o755); // PostgreSQL may run under another account than this one
  const passwords = readDatabaseSecrets(folder);
  const given = process.env.DAIBAN_TEST_DATABASE_URL;
  const postgres = given
    ? null
    : await startPostgres({ dir: join(folder, 'postgres'), password: passwords.superuser, durable: false });
  const stop = () => {
    postgres?.stop();
    postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const address = new URL(given ?? postgres.url('postgres'));
    address.pathname = `/${TEMPLATE}`;
    const { appUrl, authUrl } = await prepareDatabase({ url: address.href, passwords });
    return {
      environment: { TEST_DATABASE_URL: address.href, TEST_DATABASE_APP_URL: appUrl, TEST_DATABASE_AUTH_URL: authUrl },
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}
