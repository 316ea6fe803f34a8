// Runs one of the programs that npm brought (prisma, tsc, vite …) on the pinned Node and hands back what it printed.
// Called by build.mjs, database.mjs and verify.mjs.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './settings.mjs';

const bin = join(root, 'node_modules', '.bin');

/** The environment of a child: the repository's own programs first on the path (so `node` is the pinned one), nobody phones home. */
export const programEnvironment = () => ({
  ...process.env,
  PATH: `${bin}${delimiter}${process.env.PATH}`,
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  DO_NOT_TRACK: '1',
});

/**
 * Runs `command` (a name of node_modules/.bin of `cwd` or of the root, or an absolute path) to its end.
 * @returns {Promise<{ code: number, output: string }>} its exit code, and stdout and stderr as they came.
 * @param {{ cwd?: string, env?: Record<string, string>, show?: boolean }} options `show`: print as it runs as well.
 */
export function runProgram(command, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const environment = { ...programEnvironment(), ...env };
    environment.PATH = `${join(cwd, 'node_modules', '.bin')}${delimiter}${environment.PATH}`;
    const child = spawn(command, args, { cwd, env: environment, shell: process.platform === 'win32' });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (show) target.write(chunk);
      });
    }
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
