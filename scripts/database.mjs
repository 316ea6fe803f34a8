// Makes a database ready for the API: it exists, the four roles exist, every migration is applied and belongs to daiban_owner.
// Called by start.mjs, by the tests' set-up and by the bench. Everything here may be repeated.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runProgram } from './run-program.mjs';
import { StartProblem } from './start-problem.mjs';

/** Anything above 40 random characters is as good; base64url needs no escaping in an address. */
const newPassword = () => randomBytes(30).toString('base64url');

/**
 * Passwords of the embedded server's superuser and of the two logins, made once and kept in `<dataDir>/keys/database.json` (0600).
 * @returns {{ superuser: string, app: string, auth: string }}
 */
export function readDatabaseSecrets(dataDir) {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'database.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = { superuser: newPassword(), app: newPassword(), auth: newPassword() };
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 }); // not with its parents: the account that runs PostgreSQL must pass through those
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file); // whole or not at all
  return secrets;
}

/** The roles of docs/security.md. They belong to the cluster and not to a database, so no migration can make them. */
const ROLES = {
  daiban_owner: 'NOLOGIN NOBYPASSRLS',
  daiban_lookup: 'NOLOGIN NOBYPASSRLS',
  daiban_app: 'LOGIN NOBYPASSRLS NOINHERIT CONNECTION LIMIT -1',
  daiban_auth: 'LOGIN NOBYPASSRLS NOINHERIT CONNECTION LIMIT -1',
};
const LOGINS = { daiban_app: 'app', daiban_auth: 'auth' };
/** "DBRL": whoever holds this advisory lock makes roles; two starts at once must not race for the same CREATE ROLE. */
const ROLES_LOCK = 0x4442524c;

const where = (url) => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
};

/** One sentence for what a refused connection means. `name`: the setting that the address came from. */
function connectionProblem(error, url, name) {
  const reasons = {
    '28P01': 'the server refuses this login or password',
    28000: 'the server refuses this login',
    '3D000': 'there is no such database',
    ENOTFOUND: 'there is no host of this name',
    EAI_AGAIN: 'the name of the host cannot be looked up',
    ECONNREFUSED: 'nothing answers there',
    ETIMEDOUT: 'nothing answers there in time',
  };
  const code = error.code ?? error.errors?.[0]?.code;
  return new StartProblem(`${name} (${where(url)}) cannot be used: ${reasons[code] ?? error.message}.`);
}

async function connect(url, name) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    if (error.code === '3D000') return null;
    throw connectionProblem(error, url, name);
  }
}

async function makeRoles(client, passwords) {
  const { rows: self } = await client.query(
    'SELECT rolsuper OR rolcreaterole AS may_create FROM pg_roles WHERE rolname = current_user',
  );
  const { rows: existing } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)', [
    Object.keys(ROLES),
  ]);
  const known = new Set(existing.map((row) => row.rolname));
  if (!self[0].may_create) {
    const missing = Object.keys(ROLES).filter((role) => !known.has(role));
    if (missing.length > 0 || passwords) {
      throw new StartProblem(
        'The login of DATABASE_URL may not create roles. Have the roles of docs/operations.md ("A server of your own") made, and give the ' +
          'addresses of daiban_app and daiban_auth in DATABASE_APP_URL and DATABASE_AUTH_URL.',
      );
    }
    return;
  }
  for (const [role, attributes] of Object.entries(ROLES)) {
    if (!known.has(role)) await client.query(`CREATE ROLE ${role} ${attributes}`);
  }
  // Parallel workers cost more than they give on the short statements of the API.
  await client.query('ALTER ROLE daiban_app SET max_parallel_workers_per_gather = 0');
  for (const [role, key] of Object.entries(passwords ? LOGINS : {})) {
    await client.query(`ALTER ROLE ${role} PASSWORD ${pg.escapeLiteral(passwords[key])}`);
  }
}

/** The migrating login becomes daiban_owner; while it migrates, both may also act as daiban_lookup (which has no members otherwise). */
const GRANT_WHILE_MIGRATING = ['GRANT daiban_lookup TO CURRENT_USER', 'GRANT daiban_lookup TO daiban_owner'];
const REVOKE_AFTERWARDS = ['REVOKE daiban_lookup FROM daiban_owner', 'REVOKE daiban_lookup FROM CURRENT_USER'];

/** Asked by doing it: from PostgreSQL 16 on a role's maker is its member and still may not act as it. */
const canActAs = (client, role) =>
  client.query(`SET ROLE ${role}; RESET ROLE`).then(
    () => true,
    (error) => {
      ignoreMissingRight(error);
      return false;
    },
  );

/** daiban_owner may make schemas and tables here, also in a database that somebody else made. */
async function handOver(client, database) {
  const name = pg.escapeIdentifier(database);
  const { rows } = await client.query(`
    SELECT has_database_privilege('daiban_owner', current_database(), 'CREATE') AS may_make_schemas,
           pg_has_role('daiban_owner', (SELECT nspowner FROM pg_namespace WHERE nspname = 'public'), 'USAGE') AS owns_public`);
  try {
    if (!rows[0].may_make_schemas) await client.query(`GRANT CREATE ON DATABASE ${name} TO daiban_owner`);
    if (!rows[0].owns_public) await client.query('ALTER SCHEMA public OWNER TO daiban_owner');
  } catch (error) {
    ignoreMissingRight(error);
    throw new StartProblem(
      `The login of DATABASE_URL may not hand the database ${database} over to daiban_owner: make it the owner of that database, or name a database that does not exist yet.`,
    );
  }
}

/** `prisma migrate deploy` in a process of its own; what it makes belongs to daiban_owner. */
function runPrisma(url) {
  const address = new URL(url);
  address.searchParams.delete('options');
  const separator = address.search ? '&' : '?'; // not URLSearchParams, whose "+" for a space PostgreSQL reads as a plus sign
  const env = { DATABASE_URL: `${address.href}${separator}options=-c%20role%3Ddaiban_owner`, NO_COLOR: '1' };
  return runProgram('prisma', ['migrate', 'deploy'], { env });
}

/** The one sentence in what Prisma printed about a migration that did not go through (its own engine and ours word it differently). */
function migrationProblem(output) {
  const find = (...patterns) => patterns.map((pattern) => pattern.exec(output)?.[1]).find(Boolean);
  const waiting = find(/The `(\S+)` migration started .* failed/);
  if (waiting) {
    return new StartProblem(
      `The migration ${waiting} failed at an earlier start and waits to be resolved: see "A failed migration" in docs/operations.md.`,
    );
  }
  const name = find(/migration_name="([^"]+)"/, /Migration name: (\S+)/);
  const reason = find(
    /Error querying the database: (?:ERROR: )?(.+)/,
    /Database error:\s+(?:ERROR: )?(.+)/,
    /^Error: (.+)$/m,
  );
  const why = (reason ?? output.trim().split('\n').at(-1) ?? '').trim().replace(/\.$/, '');
  return new StartProblem(
    name
      ? `The migration ${name} failed (${why}); nothing after it was applied: see "A failed migration" in docs/operations.md.`
      : `The migrations could not be applied: ${why}.`,
  );
}

async function applyMigrations(client, url) {
  for (const statement of GRANT_WHILE_MIGRATING) await client.query(statement).catch(ignoreMissingRight);
  try {
    const { code, output } = await runPrisma(url);
    if (code !== 0) throw migrationProblem(output);
  } finally {
    for (const statement of REVOKE_AFTERWARDS) await client.query(statement).catch(ignoreMissingRight);
  }
}

/** Where roles are made by somebody else, the memberships are theirs too; a migration that misses one says so itself. */
function ignoreMissingRight(error) {
  if (error.code !== '42501') throw error;
}

const withLogin = (url, login, password) => {
  const address = new URL(url);
  address.username = login;
  address.password = password;
  return address.href;
};

/**
 * Makes the database of `url` ready.
 * @param {{ url: string, passwords: { app: string, auth: string }, appUrl?: string | null, authUrl?: string | null }} options `url`: a login
 *   that may create roles (or, with `appUrl` and `authUrl`, one that may become daiban_owner of roles made by hand).
 * @returns {Promise<{ appUrl: string, authUrl: string }>} the addresses that the API works with.
 * @throws {StartProblem} for an address that cannot be used, roles that may not be made, and a migration that fails.
 */
export async function prepareDatabase({ url, passwords, appUrl = null, authUrl = null }) {
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';

  let client = await connect(url, 'DATABASE_URL');
  const isNew = client === null;
  client ??= await connect(maintenance.href, 'DATABASE_URL');
  if (!client) throw connectionProblem({ code: '3D000' }, url, 'DATABASE_URL');
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    await makeRoles(client, appUrl ? null : passwords);
    if (!(await canActAs(client, 'daiban_owner'))) {
      await client.query('GRANT daiban_owner TO CURRENT_USER').catch(ignoreMissingRight);
      if (!(await canActAs(client, 'daiban_owner'))) {
        throw new StartProblem(
          'The login of DATABASE_URL may not act as daiban_owner: run GRANT daiban_owner TO that login.',
        );
      }
    }
    if (isNew) {
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER daiban_owner`);
      await client.end();
      client = await connect(url, 'DATABASE_URL');
      await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    }
    await handOver(client, database);
    await applyMigrations(client, url);
  } catch (error) {
    if (error instanceof StartProblem || error.code === undefined) throw error;
    throw new StartProblem(`The database ${where(url)} could not be made ready: ${error.message}.`);
  } finally {
    await client.end();
  }

  const addresses = {
    appUrl: appUrl ?? withLogin(url, 'daiban_app', passwords.app),
    authUrl: authUrl ?? withLogin(url, 'daiban_auth', passwords.auth),
  };
  for (const [name, address] of [
    ['DATABASE_APP_URL', addresses.appUrl],
    ['DATABASE_AUTH_URL', addresses.authUrl],
  ]) {
    const probe = await connect(address, name);
    if (!probe) throw connectionProblem({ code: '3D000' }, address, name);
    await probe.end();
  }
  return addresses;
}
