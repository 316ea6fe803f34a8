/** Replaces keys: `rotate-keys.js` wraps all of them with the present file key, `rotate-keys.js --data` also seals everything with new data keys. Started by scripts/rotate-keys.mjs. */
import 'reflect-metadata';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { readSettings, SettingsProblem } from './platform/config/settings.js';
import { KeyRotation } from './platform/encryption/key-rotation.js';
import { KeyRotationModule } from './platform/encryption/key-rotation.module.js';
import { UnknownWrappingKey } from './platform/encryption/key-provider.js';

async function main(): Promise<void> {
  const settings = readSettings('all');
  const module = KeyRotationModule.with(settings);
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  try {
    const rotation = app.get(KeyRotation);
    process.stdout.write(`${await rotation.rewrap()} keys wrapped with the present file key.\n`);
    if (!process.argv.includes('--data')) return;
    // The moment stands in a file until all is done: after a break, keys that are new already are not replaced again.
    const marker = join(settings.dataDir, 'keys', 'rotation-begun');
    if (!existsSync(marker)) writeFileSync(marker, new Date().toISOString(), { mode: 0o600 });
    process.stdout.write('Sealing with new data keys; this takes a minute at least.\n');
    const { keys, values, files } = await rotation.replaceDataKeys(readFileSync(marker, 'utf8'));
    rmSync(marker);
    process.stdout.write(`${keys} data keys retired, ${values} values and ${files} files sealed anew.\n`);
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  const known = error instanceof SettingsProblem || error instanceof UnknownWrappingKey;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : 'Keys were not replaced.'}\n`);
  process.exit(1);
});
