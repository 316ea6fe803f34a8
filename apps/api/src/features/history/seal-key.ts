/** The installation's key that signs history seals: an Ed25519 key file in `<dataDir>/keys`, made at the first start. Called by the seal service. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Both halves; the public one also stands beside it as `history-seal.pub`, to be kept somewhere else. */
export interface SealKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Reads the key of an installation, or makes it. Of two processes that start together one makes it and both use it. */
export function readOrMakeSealKey(dataDir: string): SealKey {
  const folder = join(dataDir, 'keys');
  const file = join(folder, 'history-seal.pem');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let pem = readIfThere(file);
  if (pem === null) {
    const draft = `${file}.${process.pid}`;
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    pem = readFileSync(file, 'utf8');
    const publicPem = createPublicKey(pem).export({ type: 'spki', format: 'pem' });
    writeFileSync(join(folder, 'history-seal.pub'), publicPem, { mode: 0o644 });
  }
  const privateKey = createPrivateKey(pem);
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
