/** Starts Daiban: `main.js api` answers HTTP, `main.js worker` does the sweeps, `main.js all` (default) both. */
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from './app.js';
import { AgenciesService } from './features/agencies/agencies.service.js';
import { DemoService } from './features/demo/demo.service.js';
import { FileInspector } from './platform/files/file-inspector.js';
import { readSettings, SettingsProblem, type Part } from './platform/config/settings.js';

const PARTS: readonly Part[] = ['api', 'worker', 'all'];

async function main(): Promise<void> {
  const part = PARTS.find((known) => known === (process.argv[2] ?? 'all'));
  if (!part) throw new SettingsProblem(`Start it as one of: ${PARTS.join(', ')}.`);
  const settings = readSettings(part);
  const app = await createApp(settings);
  await app
    .get(FileInspector)
    .tryOut()
    .catch((error: Error) => new Logger('Files').error(`Documents wait: ${error.message}`));
  await app.get(DemoService).ensure();
  // A worker listens too: only its health is asked for there.
  await app.listen(settings.port, settings.host);
  const setUpAddress = settings.demo || part === 'worker' ? null : await app.get(AgenciesService).makeSetUpAddress();
  if (process.send) process.send({ kind: 'ready', setUpAddress });
  else if (setUpAddress) process.stdout.write(`Set up the first agency at ${setUpAddress}\n`);
}

main().catch((error: unknown) => {
  const known = error instanceof SettingsProblem || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(
    `${known ? (error as Error).message : error instanceof Error ? error.stack : 'The API could not start.'}\n`,
  );
  process.exit(1);
});
