// Checks who imports what and what stands in which file (docs/architecture.md). First every rule is shown a planted breach of itself, in a tree
// of its own outside the repository, and must notice it; then the repository is checked. Called by verify.mjs and `pnpm boundaries`.
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import importRules from '../.dependency-cruiser.mjs';
import { installedPackages, plantedBreaches, rightfulFiles } from '../tests/support/planted-breaches.mjs';
import { runProgram } from './run-program.mjs';
import { root } from './settings.mjs';
import { checkSource, SOURCE_RULES } from './source-rules.mjs';
import { runScript, StartProblem } from './start-problem.mjs';

/** Breaches of the import rules and of the source rules in the tree of `folder`. */
async function findBreaches(folder) {
  const { output } = await runProgram(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'apps', 'packages'],
    { cwd: folder },
  );
  const { summary } = JSON.parse(output);
  const imports = summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    comment: importRules.forbidden.find(({ name }) => name === rule.name).comment,
    from,
    to: cycle ? cycle.map((step) => step.name ?? step).join(' → ') : to,
  }));
  const files = globSync('{apps,packages}/*/src/**/*.{ts,tsx}', { cwd: folder }).filter(
    (path) => !path.includes('/generated/'),
  );
  return [...imports, ...files.flatMap((path) => checkSource(path, readFileSync(join(folder, path), 'utf8')))];
}

/** Writes the planted tree: the rightful files, one breach per rule, and empty packages of the names that they import. */
function plant() {
  const folder = mkdtempSync(join(tmpdir(), 'daiban-boundaries-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.test.json', 'tsconfig.base.json'])
    cpSync(join(root, file), join(folder, file));
  for (const name of Object.keys(installedPackages)) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const path of [
    'apps/api',
    'apps/dashboard',
    'apps/portal',
    ...['domain', 'contracts', 'i18n', 'emails', 'ui'].map((name) => `packages/${name}`),
  ]) {
    const dependencies = Object.fromEntries(
      Object.entries(installedPackages)
        .filter(([, isDeclared]) => isDeclared)
        .map(([name]) => [name, '1.0.0']),
    );
    write(
      `${path}/package.json`,
      JSON.stringify({ name: `@daiban/${path.split('/')[1]}`, version: '1.0.0', dependencies }),
    );
  }
  for (const [path, text] of Object.entries(rightfulFiles)) write(path, text);
  for (const { files } of plantedBreaches) for (const [path, text] of Object.entries(files)) write(path, text);
  return folder;
}

/** Every rule must notice its own planted breach, and none may see one in a rightful file. @returns what is wrong with the rules. */
async function checkRules() {
  const folder = plant();
  try {
    const found = new Set((await findBreaches(folder)).map(({ rule, from }) => `${rule} in ${from}`));
    const expected = new Set(plantedBreaches.flatMap(({ rule, files }) => `${rule} in ${Object.keys(files)[0]}`));
    const rules = [...importRules.forbidden, ...SOURCE_RULES].map(({ name }) => name);
    const unplanted = rules.filter((name) => !plantedBreaches.some(({ rule }) => rule === name));
    return {
      count: expected.size,
      problems: [
        ...unplanted.map((name) => `no breach of ${name} is planted`),
        ...[...expected].filter((breach) => !found.has(breach)).map((breach) => `not noticed: ${breach}`),
        ...[...found].filter((breach) => !expected.has(breach)).map((breach) => `noticed without cause: ${breach}`),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws {StartProblem} with one line per breach. */
export async function checkBoundaries() {
  const { count, problems } = await checkRules();
  if (problems.length > 0) throw new StartProblem(`The import rules do not work:\n  ${problems.join('\n  ')}`);
  console.log(`  ${count} planted breaches noticed`);
  const breaches = await findBreaches(root);
  const lines = breaches.map(
    ({ rule, from, to, line, comment }) =>
      `${from}${line ? `:${line}` : ''}${to ? ` → ${to}` : ''}\n    ${rule}: ${comment}`,
  );
  if (lines.length > 0)
    throw new StartProblem(`${lines.length} breaches of docs/architecture.md:\n  ${lines.join('\n  ')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runScript(checkBoundaries);
