// Chromium out of an npm package (@sparticuz/chromium): no apt step and no download from elsewhere. CHROMIUM_PATH names another one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/chromium');

const lacksLibraries = (program) =>
  spawnSync('ldd', [program], { encoding: 'utf8' }).stdout?.includes('not found') ?? false;

/**
 * Unpacks the browser once (a second or two) and says how to launch it.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} `env`: where its libraries are when the machine has none.
 */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, env: {} };
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  // The package unpacks under fixed names into the temporary folder, where those of another account would be in the way.
  process.env.TMPDIR = cache;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    if (!lacksLibraries(executablePath)) return { executablePath, env: {} };
    const packageEntry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    if (!existsSync(join(cache, 'al2023'))) await inflate(join(dirname(packageEntry), '../bin/al2023.tar.br'));
    return { executablePath, env: { LD_LIBRARY_PATH: join(cache, 'al2023/lib') } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
