// `npm test`: everything that can be checked, in one command. A step that fails does not stop the next ones; the last line counts.
// --fast leaves the browser out, --full runs the long forms of the tests (DAIBAN_FULL=1).
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startTestPostgres } from '../tests/support/test-postgres.mjs';
import { checkBoundaries } from './boundaries.mjs';
import { build } from './build.mjs';
import { runProgram } from './run-program.mjs';

const options = new Set(process.argv.slice(2));
const unknown = [...options].filter((option) => !['--fast', '--full'].includes(option));
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(', ')}; there are --fast and --full.`);
  process.exit(2);
}

const reports = mkdtempSync(join(tmpdir(), 'daiban-verify-'));
let testPostgres = null;
process.once('exit', () => {
  rmSync(reports, { recursive: true, force: true });
  testPostgres?.stop();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const total = { passed: 0, failed: 0 };

/** Runs one step and prints how it went and how long it took. `run` answers its counts, or throws with what is wrong. */
async function step(name, run) {
  const began = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error.name === 'StartProblem' ? error.message : String(error.stack) };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  const outcome = result.failed > 0 ? `${result.passed} passed, ${result.failed} FAILED` : `${result.passed} passed`;
  const skipped = result.skipped ? `, ${result.skipped} skipped` : '';
  console.log(`${seconds} s  ${name.padEnd(30)} ${outcome}${skipped}`);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  return result.failed === 0;
}

/** A check that is one thing: it holds or it does not. */
const check = (name, run) => step(name, async () => ({ ...(await run()), passed: 1, failed: 0 }));

/** A program that ends with 0 when all is well. */
const program = (name, command, args, env) =>
  step(name, async () => {
    const { code, output } = await runProgram(command, args, { env });
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
  });

/** Files that may fail once where other programs want the machine too; more than these are no accident. */
const MAY_FAIL_ONCE = 2;

/**
 * The tests of some projects of jest.config.mjs, each test counted. Where a database or a browser is waited for, a file or two that fail are run once
 * more, alone and from their beginning: that run counts, and the first is told. With --full every failure counts.
 */
const tests = (name, projects, env = {}) =>
  step(name, async () => {
    const first = await jest(projects, env);
    const again = [...first.failedFiles.keys()];
    if (Object.keys(env).length === 0 || options.has('--full') || again.length === 0 || again.length > MAY_FAIL_ONCE)
      return first;
    for (const [file, titles] of first.failedFiles)
      console.log(
        `  failed, runs once more: ${relative('.', file)}${titles.map((title) => `\n    ${title}`).join('')}`,
      );
    const second = await jest(projects, env, ['--runTestsByPath', ...again]);
    const passed = first.passed - first.passedIn(again) + second.passed;
    return { ...second, passed };
  });

/** One run of jest: its counts, and which files failed by which tests. */
async function jest(projects, env, more = []) {
  const report = join(reports, `${projects.join('-')}-${more.length}.json`);
  const { code, output } = await runProgram(
    'node',
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      ...projects,
      '--passWithNoTests',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
      ...more,
    ],
    { env: { ...env, ...(options.has('--full') ? { DAIBAN_FULL: '1' } : {}) } },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, output, failedFiles: new Map() };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const count = (results, status) =>
    results.flatMap((file) => file.assertionResults).filter((one) => one.status === status);
  const failing = testResults.filter(({ status }) => status === 'failed');
  return {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites || (code === 0 ? 0 : 1),
    skipped: numPendingTests,
    output,
    failedFiles: new Map(failing.map((file) => [file.name, count([file], 'failed').map(({ fullName }) => fullName)])),
    passedIn: (files) =>
      count(
        testResults.filter((file) => files.includes(file.name)),
        'passed',
      ).length,
  };
}

const isBuilt = await check('build', build);
await program('format (prettier)', 'prettier', ['--check', '--log-level', 'warn', '.']);
await program('lint (oxlint)', 'oxlint', ['--type-aware', '--deny-warnings']);
await program('types of the tests (tsc)', 'tsc', ['-p', 'tsconfig.test.json']);
await check('imports and files', checkBoundaries);
await tests('unit and screens (jest)', ['unit', 'web']);

const hasPostgres = await check('PostgreSQL and migrations', async () => {
  testPostgres = await startTestPostgres();
});
const environment = testPostgres?.environment ?? {};
const needsPostgres = async (name, run) =>
  hasPostgres ? run() : step(name, () => ({ passed: 0, failed: 1, output: 'Not run: there is no PostgreSQL.' }));

await needsPostgres('schema and migrations agree', () =>
  program(
    'schema and migrations agree',
    'prisma',
    ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code'],
    { DATABASE_URL: environment.TEST_DATABASE_URL },
  ),
);
await needsPostgres('database (jest)', () => tests('database (jest)', ['database'], environment));
if (!options.has('--fast')) {
  await needsPostgres('browser (jest)', () =>
    isBuilt
      ? tests('browser (jest)', ['browser'], environment)
      : step('browser (jest)', () => ({ passed: 0, failed: 1, output: 'Not run: the product does not build.' })),
  );
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
