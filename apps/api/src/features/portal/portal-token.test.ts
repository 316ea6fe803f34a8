import { describe, expect, test } from '@jest/globals';
import { portalTokenOf } from './portal-token.js';

const key = Buffer.alloc(32, 1);
const linkId = '01998e5c-0000-7000-8000-000000000001';

describe('the token of a portal link', () => {
  test('is the same for every mail, has 256 bits, and needs no escaping in an address', () => {
    const token = portalTokenOf(key, linkId);
    expect(portalTokenOf(key, linkId)).toBe(token);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(encodeURIComponent(token)).toBe(token);
  });

  test('is another for another link and in another installation', () => {
    const tokens = [
      portalTokenOf(key, linkId),
      portalTokenOf(key, linkId.replace(/1$/, '2')),
      portalTokenOf(Buffer.alloc(32, 2), linkId),
    ];
    expect(new Set(tokens).size).toBe(3);
  });
});
