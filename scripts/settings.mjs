// The settings that the scripts themselves need; every other name of .env.example is read by the API (apps/api/src/platform/config).
// Called by start.mjs. A `.env` file in the repository's root fills in what the environment does not say.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartProblem } from './start-problem.mjs';

/** The repository's root folder, absolute. */
export const root = resolve(import.meta.dirname, '..');

/** Reads `.env` once; a name that the environment already has wins. */
export function loadEnvironmentFile() {
  const file = resolve(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

const postgresAddress = (name, value) => {
  if (!value) return null;
  const address = URL.canParse(value) ? new URL(value) : null;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol) || address.pathname.length < 2) {
    throw new StartProblem(
      `${name} must look like postgresql://login:password@host:5432/database; what it holds now does not.`,
    );
  }
  return value;
};

/**
 * Checked settings of the start script.
 * @returns {{ port: number, dataDir: string, demo: boolean, databaseUrl: string | null, databaseAppUrl: string | null, databaseAuthUrl: string | null }}
 * @throws {StartProblem} naming the setting that is wrong, never its value (it may hold a password).
 */
export function readSettings(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartProblem('PORT must be a whole number between 1 and 65535.');
  }
  if (env.DAIBAN_DEMO && !['0', '1'].includes(env.DAIBAN_DEMO)) {
    throw new StartProblem('DAIBAN_DEMO must be 1 (make demo data on an empty database) or 0 (start empty).');
  }
  const settings = {
    port,
    dataDir: resolve(root, env.DAIBAN_DATA_DIR || '.data'),
    demo: env.DAIBAN_DEMO !== '0',
    databaseUrl: postgresAddress('DATABASE_URL', env.DATABASE_URL),
    databaseAppUrl: postgresAddress('DATABASE_APP_URL', env.DATABASE_APP_URL),
    databaseAuthUrl: postgresAddress('DATABASE_AUTH_URL', env.DATABASE_AUTH_URL),
  };
  if (!settings.databaseAppUrl !== !settings.databaseAuthUrl) {
    throw new StartProblem('DATABASE_APP_URL and DATABASE_AUTH_URL go together: set both, or neither.');
  }
  if (settings.databaseAppUrl && !settings.databaseUrl) {
    throw new StartProblem('DATABASE_APP_URL needs DATABASE_URL beside it: the login that migrates the same database.');
  }
  return settings;
}
