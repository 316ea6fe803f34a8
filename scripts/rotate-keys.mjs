// `pnpm keys:rotate`: wraps all keys with the present DAIBAN_FILE_KEY; with `--data` new data keys too, and everything is sealed anew with them.
// `pnpm keys:rotate --new-file-key` only puts a new key in the place of the one in DAIBAN_DATA_DIR/keys, keeping the old one beside it. Daiban may run.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareDatabase, readDatabaseSecrets } from './database.mjs';
import { startPostgres } from './postgres.mjs';
import { loadEnvironmentFile, readSettings, root } from './settings.mjs';
import { runScript, StartProblem } from './start-problem.mjs';

const OPTIONS = ['--data', '--new-file-key'];

/** The old key moves to the front of `file-keys-before`, which every process reads at its start. */
function makeFileKey(dataDir) {
  if (process.env.DAIBAN_FILE_KEY)
    throw new StartProblem(
      'DAIBAN_FILE_KEY is set: put a new key there (openssl rand -base64 32), and the old one into DAIBAN_FILE_KEYS_BEFORE.',
    );
  const [file, before] = ['file-key', 'file-keys-before'].map((name) => join(dataDir, 'keys', name));
  if (!existsSync(file)) throw new StartProblem(`There is no key in ${file} yet; start Daiban once.`);
  const kept = existsSync(before) ? `,${readFileSync(before, 'utf8')}` : '';
  const replace = (name, text) => {
    writeFileSync(`${name}.new`, text, { mode: 0o600 });
    renameSync(`${name}.new`, name); // whole or not at all
  };
  replace(before, readFileSync(file, 'utf8') + kept);
  replace(file, randomBytes(32).toString('base64'));
  console.log(
    `A new key stands in ${file}, the old one in ${before}. Restart Daiban, then run keys:rotate without an option.`,
  );
}

await runScript(async () => {
  const options = process.argv.slice(2).filter((option) => option !== '--');
  const unknown = options.find((option) => !OPTIONS.includes(option));
  if (unknown) throw new StartProblem(`There is no option ${unknown}; there are ${OPTIONS.join(' and ')}.`);
  loadEnvironmentFile();
  const settings = readSettings();
  if (options.includes('--new-file-key')) return makeFileKey(settings.dataDir);
  const program = join(root, 'apps/api/dist/rotate-keys.js');
  if (!existsSync(program)) throw new StartProblem('Daiban is not built yet; start it once, or run pnpm build.');
  const passwords = readDatabaseSecrets(settings.dataDir);
  const postgres = settings.databaseUrl
    ? null
    : await startPostgres({ dir: join(settings.dataDir, 'postgres'), password: passwords.superuser });
  try {
    const databases = await prepareDatabase({
      url: settings.databaseUrl ?? postgres.url('daiban'),
      passwords,
      appUrl: settings.databaseAppUrl,
      authUrl: settings.databaseAuthUrl,
    });
    const child = spawn(process.execPath, ['--enable-source-maps', program, ...options], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        DATABASE_URL: '',
        DATABASE_APP_URL: databases.appUrl,
        DATABASE_AUTH_URL: databases.authUrl,
        DAIBAN_DATA_DIR: settings.dataDir,
      },
    });
    process.exitCode = await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    if (postgres && !postgres.reused) postgres.stop();
  }
});
