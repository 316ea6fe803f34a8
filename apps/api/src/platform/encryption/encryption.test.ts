import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SystemClock } from '../clock/clock.js';
import { DataKeys, KEPT_MS } from './data-keys.js';
import { Encryption, sealedWith, type SealContext } from './encryption.js';
import { FileKeyProvider } from './file-key-provider.js';
import { InstallationKeys } from './installation-keys.js';
import { UnknownWrappingKey } from './key-provider.js';
import { ListedDataKeys } from './listed-data-keys.js';
import { ShreddedKey } from './shredded-key.js';
import { TamperedValue } from './tampered-value.js';

const RUNS = process.env['DAIBAN_FULL'] === '1' ? 10_000 : 100;
const FILE_KEY = Buffer.alloc(32, 7);
const ID_NUMBER = '99999919900101001X';
const place: SealContext = { agencyId: 'agency-1', place: 'person.id_number', id: 'person-1' };

/** A clock that a test turns on. */
class TurnedClock extends SystemClock {
  ms = Date.parse('2026-11-20T10:00:00Z');
  now(): string {
    return new Date(this.ms).toISOString();
  }
}

/** An installation started with these file keys over keys that are there already or not. */
function start(store = new ListedDataKeys(), fileKey = FILE_KEY, fileKeysBefore: readonly Buffer[] = []) {
  const clock = new TurnedClock();
  const keys = new DataKeys(store, new FileKeyProvider({ fileKey, fileKeysBefore }), clock);
  return { store, clock, keys, encryption: new Encryption(keys, InstallationKeys.derivedFrom(fileKey)) };
}

/** A value as the first format sealed it. */
function sealFirst(plain: string, { agencyId, place: column, id }: SealContext): Buffer {
  const key = Buffer.from(hkdfSync('sha256', FILE_KEY, Buffer.alloc(0), 'daiban/seal/1', 32));
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const parts = [agencyId, column, id].map((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(part));
    return Buffer.concat([length, Buffer.from(part)]);
  });
  cipher.setAAD(Buffer.concat([Buffer.of(1), ...parts]));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), text]);
}

const { encryption } = start();

describe('a sealed value', () => {
  test('opens again where it was sealed, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (plain) => {
        const opened = await encryption.open(await encryption.seal(plain, place), place);
        expect(opened.equals(plain)).toBe(true);
      }),
      { numRuns: RUNS },
    ));

  test('differs each time and does not hold the value', async () => {
    const [one, two] = [await encryption.seal('代办', place), await encryption.seal('代办', place)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes('代办')).toBe(false);
    expect((await encryption.open(one, place)).toString()).toBe('代办');
  });

  test('never has the nonce of another', async () => {
    const sealed = await Promise.all(Array.from({ length: 20 * RUNS }, () => encryption.seal('', place)));
    expect(new Set(sealed.map((value) => value.subarray(17, 41).toString('hex'))).size).toBe(sealed.length);
  });

  test('does not open when any bit was changed', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 7 }), async (position, bit) => {
        const changed = await encryption.seal(ID_NUMBER, place);
        changed[position % changed.length]! ^= 1 << bit;
        await expect(encryption.open(changed, place)).rejects.toThrow(TamperedValue);
      }),
      { numRuns: RUNS },
    ));

  test('does not open when any single byte was changed', async () => {
    for (const sealed of [await encryption.seal(ID_NUMBER, place), sealFirst(ID_NUMBER, place)]) {
      for (let at = 0; at < sealed.length; at++) {
        const changed = Buffer.from(sealed);
        changed[at]! ^= 3;
        await expect(encryption.open(changed, place)).rejects.toThrow(TamperedValue);
      }
    }
  });

  test('does not open when it was cut short', async () => {
    for (const sealed of [await encryption.seal(ID_NUMBER, place), sealFirst(ID_NUMBER, place)])
      for (let length = 0; length < sealed.length; length++)
        await expect(encryption.open(sealed.subarray(0, length), place)).rejects.toThrow(TamperedValue);
  });

  test('does not open in another agency, column or row', () => {
    const part = fc.string({ maxLength: 12 });
    const context = fc.record({ agencyId: part, place: part, id: part });
    return fc.assert(
      fc.asyncProperty(context, context, async (there, elsewhere) => {
        fc.pre(JSON.stringify(there) !== JSON.stringify(elsewhere));
        const sealed = await encryption.seal(ID_NUMBER, there);
        await expect(encryption.open(sealed, elsewhere)).rejects.toThrow(TamperedValue);
      }),
      { numRuns: RUNS },
    );
  });

  test('does not open where the parts of its place only join to the same text', async () => {
    for (const sealed of [await encryption.seal(ID_NUMBER, place), sealFirst(ID_NUMBER, place)]) {
      const shifted = { ...place, place: 'person.id_numberperson', id: '-1' };
      await expect(encryption.open(sealed, shifted)).rejects.toThrow(TamperedValue);
    }
  });

  test('of the first format still opens, and says that no data key sealed it', async () => {
    const sealed = sealFirst(ID_NUMBER, place);
    expect((await encryption.open(sealed, place)).toString()).toBe(ID_NUMBER);
    expect(sealedWith(sealed)).toBeNull();
  });
});

describe('the data keys', () => {
  test('are one of the agency and one of each client, made with the first value', async () => {
    const { store, encryption: fresh } = start();
    const ofClient = { ...place, clientId: 'client-1' };
    const sealed = await Promise.all([place, place, ofClient, ofClient].map((context) => fresh.seal('x', context)));
    expect(store.keys.map(({ clientId }) => clientId)).toEqual([null, 'client-1']);
    const [agencyKey, clientKey] = store.keys.map(({ id }) => id);
    expect(sealed.map(sealedWith)).toEqual([agencyKey, agencyKey, clientKey, clientKey]);
    expect((await fresh.open(sealed[3]!, place)).toString()).toBe('x');
  });

  test('open nothing of another agency', async () => {
    const { encryption: fresh, store } = start();
    const other = { ...place, agencyId: 'agency-2' };
    const sealed = await fresh.seal(ID_NUMBER, place);
    await fresh.prepare('agency-2');
    // Somebody who may write the table hands the key over to another agency.
    store.keys.push({ ...store.keys[0]!, agencyId: 'agency-2' });
    await expect(fresh.open(sealed, other)).rejects.toThrow(TamperedValue);
  });

  test('that a client was erased with open and seal nothing any more, a minute later in every process', async () => {
    const { store, clock, keys, encryption: here } = start();
    const there = start(store);
    const ofClient = { ...place, clientId: 'client-1' };
    const sealed = await here.seal(ID_NUMBER, ofClient);
    await there.encryption.open(sealed, ofClient);
    store.keys[0] = { ...store.keys[0]!, wrapped: null };
    keys.forget(place.agencyId);
    for (const { encryption: process } of [{ encryption: here }, ...later(there)]) {
      await expect(process.open(sealed, ofClient)).rejects.toThrow(ShreddedKey);
      await expect(process.seal(ID_NUMBER, ofClient)).rejects.toThrow(ShreddedKey);
    }
    expect(clock.ms).toBeLessThan(there.clock.ms);

    function later(process: typeof there) {
      process.clock.ms += KEPT_MS;
      return [process];
    }
  });

  test('are unwrapped by the key before when the file key was replaced, and by no other', async () => {
    const { store, encryption: before } = start();
    const sealed = await before.seal(ID_NUMBER, place);
    const next = Buffer.alloc(32, 8);
    expect((await start(store, next, [FILE_KEY]).encryption.open(sealed, place)).toString()).toBe(ID_NUMBER);
    await expect(start(store, next).encryption.open(sealed, place)).rejects.toThrow(UnknownWrappingKey);
  });

  test('are refused when a wrapped one was changed or is another one', async () => {
    const { store, encryption: before } = start();
    const sealed = await before.seal(ID_NUMBER, place);
    const [key] = store.keys;
    for (let at = 0; at < key!.wrapped!.length; at++) {
      const wrapped = Buffer.from(key!.wrapped!);
      wrapped[at]! ^= 1;
      store.keys[0] = { ...key!, wrapped };
      await expect(start(store).encryption.open(sealed, place)).rejects.toThrow(TamperedValue);
    }
    await before.prepare('agency-2');
    store.keys[0] = { ...key!, wrapped: store.keys[1]!.wrapped };
    await expect(start(store).encryption.open(sealed, place)).rejects.toThrow(TamperedValue);
  });
});

describe('the blind index', () => {
  const ofOther = start(new ListedDataKeys(), Buffer.alloc(32, 9)).encryption;

  test('is equal for equal values of one kind and for nothing else', () => {
    const index = encryption.blindIndex('resident_id', ID_NUMBER);
    expect(index).toEqual(encryption.blindIndex('resident_id', ID_NUMBER));
    expect(index).not.toEqual(encryption.blindIndex('passport', ID_NUMBER));
    expect(index).not.toEqual(ofOther.blindIndex('resident_id', ID_NUMBER));
    expect(encryption.blindIndex('a', 'bc')).not.toEqual(encryption.blindIndex('ab', 'c'));
  });

  test('cannot be made from the sealed value', async () => {
    const sealed = await encryption.seal(ID_NUMBER, place);
    expect(sealed.includes(encryption.blindIndex('resident_id', ID_NUMBER))).toBe(false);
  });
});
