import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { XaesKey } from './xaes.js';

const NONCE = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWX');
const EMPTY = Buffer.alloc(0);

/** As many bytes as SHAKE128 of nothing is asked for, read in pieces. */
function randomStream(length: number): (count: number) => Buffer {
  const bytes = createHash('shake128', { outputLength: length }).digest();
  let at = 0;
  return (count) => bytes.subarray(at, (at += count));
}

describe('XAES-256-GCM', () => {
  test.each([
    { fill: 0x01, additional: '', sealed: 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271' },
    {
      fill: 0x03,
      additional: 'c2sp.org/XAES-256-GCM',
      sealed: '986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d',
    },
  ])('gives what the specification lists for the key of $fill', ({ fill, additional, sealed }) => {
    const key = new XaesKey(Buffer.alloc(32, fill));
    expect(key.seal(NONCE, 'XAES-256-GCM', Buffer.from(additional)).toString('hex')).toBe(sealed);
    expect(key.open(NONCE, Buffer.from(sealed, 'hex'), Buffer.from(additional)).toString()).toBe('XAES-256-GCM');
  });

  test('gives the sum that the specification lists for 10,000 messages', () => {
    const next = randomStream(6_000_000);
    const sum = createHash('shake128', { outputLength: 32 });
    for (let round = 0; round < 10_000; round++) {
      const key = new XaesKey(next(32));
      const nonce = next(24);
      const plain = next(next(1)[0]!);
      const additional = next(next(1)[0]!);
      const sealed = key.seal(nonce, plain, additional);
      sum.update(sealed);
      expect(key.open(nonce, sealed, additional).equals(plain)).toBe(true);
    }
    expect(sum.digest('hex')).toBe('e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939');
  });

  test('refuses a key, a nonce or a text of another length', () => {
    expect(() => new XaesKey(Buffer.alloc(16))).toThrow('32 bytes');
    const key = new XaesKey(Buffer.alloc(32));
    expect(() => key.seal(NONCE.subarray(1), 'x', EMPTY)).toThrow('24 bytes');
    expect(() => key.open(NONCE, Buffer.alloc(15), EMPTY)).toThrow('Shorter than its tag');
  });
});
