import { describe, expect, test } from '@jest/globals';
import { identityFactsOf, readIdNumber, readPhone } from './personal-numbers.js';

const DAY = { today: '2026-09-28', adultYears: 18 };
/** A specimen of the unassigned region 999999: born 1 January 1990, right check character. */
const SPECIMEN = '999999199001010016';

describe('reading an ID number', () => {
  test('takes blanks, dashes and full-width digits as the same number', () => {
    expect(readIdNumber(' 999999-19900101-0016', 'resident_id', DAY)).toEqual({
      ok: true,
      value: SPECIMEN,
      doubts: [],
    });
    expect(readIdNumber('９９９９９９１９９００１０１００１６', 'resident_id', DAY)).toEqual({
      ok: true,
      value: SPECIMEN,
      doubts: [],
    });
  });

  test.each([
    ['999999199001010015', 'resident_id.checksum'],
    ['99999919900101001', 'resident_id.length'],
    ['999999199002300014', 'resident_id.birth_date'],
    ['130503670401001', 'resident_id.first_generation'],
  ])('%s is refused as %s', (typed, code) => {
    expect(readIdNumber(typed, 'resident_id', DAY)).toMatchObject({ ok: false, problem: { code } });
  });

  test('of somebody who is not of age yet is taken with a doubt, by the age of the rule', () => {
    const child = '999999201006150026';
    expect(readIdNumber(child, 'resident_id', DAY)).toEqual({
      ok: true,
      value: child,
      doubts: [{ code: 'resident_id.under_age', params: { years: 18 } }],
    });
    expect(readIdNumber(child, 'resident_id', { ...DAY, adultYears: 16 })).toMatchObject({ doubts: [] });
  });

  test('never repeats the number in what it says is wrong', () => {
    const read = readIdNumber('999999199001010015', 'resident_id', DAY);
    expect(JSON.stringify(read)).not.toContain('19900101');
  });

  test('takes a passport by its form alone', () => {
    expect(readIdNumber('ab 123 4567', 'passport', DAY)).toEqual({ ok: true, value: 'AB1234567', doubts: [] });
    expect(readIdNumber('12', 'passport', DAY).ok).toBe(false);
    expect(readIdNumber('H1234567', 'hk_mo_tw_permit', DAY)).toEqual({ ok: true, value: 'H1234567', doubts: [] });
  });
});

describe('reading a phone', () => {
  test('gives the international form', () => {
    expect(readPhone('138 0000 0047')).toEqual({ ok: true, value: '+8613800000047', doubts: [] });
    expect(readPhone('+33 6 12 34 56 78')).toEqual({ ok: true, value: '+33612345678', doubts: [] });
  });
  test('refuses a number whose country nobody can tell, and one that is none', () => {
    expect(readPhone('0612345678')).toMatchObject({ ok: false, problem: { code: 'phone.country_missing' } });
    expect(readPhone('+861380000004')).toMatchObject({ ok: false, problem: { code: 'phone.invalid' } });
  });
});

describe('what a decision learns about an admin', () => {
  test('from a resident ID: valid, and the day they came of age', () => {
    expect(identityFactsOf(SPECIMEN, 'resident_id', DAY)).toEqual({
      hasIdNumber: true,
      idNumberValid: true,
      adultOn: '2008-01-01',
    });
  });
  test('the day of age goes by the rule', () => {
    expect(identityFactsOf(SPECIMEN, 'resident_id', { ...DAY, adultYears: 16 }).adultOn).toBe('2006-01-01');
  });
  test('from a passport: only that there is one; from nothing: nothing', () => {
    expect(identityFactsOf('AB1234567', 'passport', DAY)).toEqual({
      hasIdNumber: true,
      idNumberValid: null,
      adultOn: null,
    });
    expect(identityFactsOf(null, 'resident_id', DAY).hasIdNumber).toBe(false);
  });
});
