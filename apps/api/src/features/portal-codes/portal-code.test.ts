import { describe, expect, test } from '@jest/globals';
import { codePlace, fillCodes, isSameHash, portalCodeHash, portalCodeOf, readCode } from './portal-code.js';

const key = Buffer.alloc(32, 1);
const idOf = (number: number) => `01998e5c-0000-7000-8000-${String(number).padStart(12, '0')}`;

describe('a mailed code', () => {
  test('has eight digits, the same ones each time, and others for another code or in another installation', () => {
    const codes = Array.from({ length: 500 }, (_, number) => portalCodeOf(key, idOf(number)));
    for (const code of codes) expect(code).toMatch(/^\d{8}$/);
    expect(new Set(codes).size).toBeGreaterThan(495);
    expect(portalCodeOf(key, idOf(1))).toBe(codes[1]);
    expect(portalCodeOf(Buffer.alloc(32, 2), idOf(1))).not.toBe(codes[1]);
  });

  test('is recognised by its hash for its own contact only', () => {
    const hash = portalCodeHash(key, idOf(1), '12345678');
    expect(isSameHash(hash, portalCodeHash(key, idOf(1), '12345678'))).toBe(true);
    expect(isSameHash(hash, portalCodeHash(key, idOf(2), '12345678'))).toBe(false);
    expect(isSameHash(hash, portalCodeHash(key, idOf(1), '12345679'))).toBe(false);
  });

  test.each(['12345678', '1234 5678', '1234-5678', ' 12 34 56 78 ', '１２３４５６７８', '1234\u00a05678'])(
    'is read however it is typed: %s',
    (typed) => expect(readCode(typed)).toBe('12345678'),
  );

  test.each(['', '1234567', '123456789', '1234567a', '+12345678'])('is not %s', (typed) =>
    expect(readCode(typed)).toBeNull(),
  );

  test('stands in a mail only from the moment it leaves', () => {
    const kept = `Your code: ${codePlace(idOf(7))}.`;
    const code = portalCodeOf(key, idOf(7));
    expect(kept.replace(/\D/g, '')).not.toContain(code);
    expect(fillCodes(key, kept)).toBe(`Your code: ${code.slice(0, 4)} ${code.slice(4)}.`);
    expect(fillCodes(key, 'Nothing [code x] here')).toBe('Nothing [code x] here');
  });
});
