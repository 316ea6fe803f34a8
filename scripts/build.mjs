// Builds everything that runs: Prisma's client, the packages and the API, then both web apps. A step whose inputs are the same as when it last
// succeeded is left out. Called by `pnpm build`, start.mjs and verify.mjs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from './run-program.mjs';
import { root } from './settings.mjs';
import { runScript, StartProblem } from './start-problem.mjs';

const stamps = join(root, 'node_modules', '.cache', 'daiban-build');
const projectFolders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);

/** What a build never reads: its own results, and tests (a changed test must not rebuild the product). */
const isIgnored = (name) =>
  ['node_modules', 'dist', 'dist-types', 'generated', 'testing'].includes(name) ||
  /\.test\.tsx?$|\.tsbuildinfo$/.test(name);

function* filesOf(path) {
  if (!existsSync(path)) return;
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isIgnored(entry.name)) continue;
    if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
    else yield join(path, entry.name);
  }
}

/** One hash over names and contents of the given files and folders. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.map((each) => join(root, each))) {
    const isFile = existsSync(path) && /\.(json|ts|yaml)$/.test(path);
    for (const file of isFile ? [path] : filesOf(path)) {
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** tsc trusts its .tsbuildinfo and would not write a dist/ again that somebody deleted. */
function forgetStaleBuildInfo() {
  for (const folder of projectFolders) {
    const isBuilt = ['dist', 'dist-types'].some((name) => existsSync(join(root, folder, name)));
    if (!isBuilt) rmSync(join(root, folder, 'tsconfig.tsbuildinfo'), { force: true });
  }
}

const shared = ['pnpm-lock.yaml', 'tsconfig.base.json', 'tsconfig.json'];
const webApp = (name) => ({
  name: `${name} (vite)`,
  inputs: [...shared, 'packages', `apps/${name}`],
  outputs: [`apps/${name}/dist/index.html`],
  run: () => runProgram('vite', ['build', '--logLevel', 'warn'], { cwd: join(root, 'apps', name) }),
});

/** In order; the steps of one row do not need each other. */
const STEPS = [
  [
    {
      name: 'database client (prisma generate)',
      inputs: ['pnpm-lock.yaml', 'prisma.config.ts', 'prisma/schema'],
      outputs: ['apps/api/src/generated/client.ts'],
      run: () => runProgram('prisma', ['generate']),
    },
  ],
  [
    {
      name: 'packages and API (tsc)',
      inputs: [...shared, 'prisma/schema', 'packages', 'apps'],
      outputs: [...projectFolders.filter((path) => path.startsWith('packages/')), 'apps/api'].map(
        (path) => `${path}/dist`,
      ),
      run: () => {
        forgetStaleBuildInfo();
        return runProgram('tsc', ['-b']);
      },
    },
  ],
  [webApp('dashboard'), webApp('portal')],
];

async function runStep({ name, inputs, outputs, run }) {
  const stamp = join(stamps, name.replaceAll(/\W+/g, '-'));
  const hash = hashOf(inputs);
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (isCurrent && outputs.every((path) => existsSync(join(root, path)))) return;
  const began = Date.now();
  const { code, output } = await run();
  if (code !== 0) throw new StartProblem(`Building the ${name} failed:\n${output.trim()}`);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`  built ${name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Builds what is out of date. @throws {StartProblem} with the compiler's own words when a step fails. */
export async function build() {
  for (const row of STEPS) await Promise.all(row.map(runStep));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runScript(build);
