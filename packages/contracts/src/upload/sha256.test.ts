import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sha256, sha256ByHand } from './sha256.js';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 251);
const byNode = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('our own SHA-256 says what the standard one says, at every length around its blocks', () => {
  for (const length of [0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 1000, 1_000_003])
    expect([length, Buffer.from(sha256ByHand(bytesOf(length))).toString('hex')]).toEqual([
      length,
      byNode(bytesOf(length)),
    ]);
});

test('the browser is asked where it can, and the answer is the same', async () => {
  const bytes = bytesOf(300);
  expect(await sha256(bytes.buffer as ArrayBuffer)).toBe(byNode(bytes));
});
