import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../config/settings.js';
import { Encryption, TamperedValue } from './encryption.js';

const withKey = (fileKey: Buffer) => new Encryption({ fileKey } as Settings);
const encryption = withKey(Buffer.alloc(32, 7));
const place = { agencyId: 'agency-1', place: 'person.id_number', id: 'person-1' };
const ID_NUMBER = '99999919900101001X';

describe('a sealed value', () => {
  test('opens again where it was sealed, also when it is empty or Chinese', () => {
    for (const plain of [ID_NUMBER, '', '代办'])
      expect(encryption.open(encryption.seal(plain, place), place).toString()).toBe(plain);
  });

  test('differs each time and does not hold the value', () => {
    const [one, two] = [encryption.seal(ID_NUMBER, place), encryption.seal(ID_NUMBER, place)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(ID_NUMBER)).toBe(false);
  });

  test('does not open when any single byte was changed', () => {
    const sealed = encryption.seal(ID_NUMBER, place);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => encryption.open(changed, place)).toThrow(TamperedValue);
    }
  });

  test('does not open when it was cut short', () => {
    const sealed = encryption.seal(ID_NUMBER, place);
    for (let length = 0; length < sealed.length; length++)
      expect(() => encryption.open(sealed.subarray(0, length), place)).toThrow(TamperedValue);
  });

  test('does not open in another agency, column or row, nor where the parts only join to the same text', () => {
    const sealed = encryption.seal(ID_NUMBER, place);
    for (const moved of [
      { agencyId: 'agency-2' },
      { place: 'person.phone' },
      { id: 'person-2' },
      { agencyId: 'agency-1person', place: '.id_number' },
    ]) {
      expect(() => encryption.open(sealed, { ...place, ...moved })).toThrow(TamperedValue);
    }
  });

  test("does not open with another installation's key", () => {
    expect(() => withKey(randomBytes(32)).open(encryption.seal(ID_NUMBER, place), place)).toThrow(TamperedValue);
  });
});

describe('the blind index', () => {
  test('is equal for equal values of one kind and for nothing else', () => {
    const index = encryption.blindIndex('resident_id', ID_NUMBER);
    expect(index).toEqual(encryption.blindIndex('resident_id', ID_NUMBER));
    expect(index).not.toEqual(encryption.blindIndex('passport', ID_NUMBER));
    expect(index).not.toEqual(withKey(randomBytes(32)).blindIndex('resident_id', ID_NUMBER));
    expect(encryption.blindIndex('a', 'bc')).not.toEqual(encryption.blindIndex('ab', 'c'));
  });

  test('cannot be made from the sealed value', () => {
    expect(encryption.seal(ID_NUMBER, place).includes(encryption.blindIndex('resident_id', ID_NUMBER))).toBe(false);
  });
});
