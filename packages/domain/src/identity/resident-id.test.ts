import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkResidentId, residentIdCheckCharacter } from './resident-id.js';

const TODAY = '2026-09-28';
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const residentId = (region: string, birth: string, sequence = '001') =>
  `${region}${birth}${sequence}${residentIdCheckCharacter(`${region}${birth}${sequence}`)}`;
const anyResidentId = fc
  .tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([day, sequence]) => {
    const birth = new Date(Date.UTC(1905, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
    return residentId('999999', birth, String(sequence).padStart(3, '0'));
  });

describe('a resident ID number', () => {
  test('of an adult is accepted, however it was typed', () => {
    for (const typed of [
      '999999199511242909',
      ' 999999 19951124 2909 ',
      '９９９９９９１９９５１１２４２９０９',
      "'999999199511242909",
    ]) {
      const check = checkResidentId(typed, TODAY);
      expect(check).toMatchObject({ valid: true, acceptance: 'accepted', normalised: '999999199511242909' });
      expect(check.birthOn).toBe('1995-11-24');
    }
    expect(checkResidentId('99999919800705025x', TODAY)).toMatchObject({
      valid: true,
      normalised: '99999919800705025X',
    });
  });

  test.each([
    ['', 'resident_id.empty'],
    ['110105491231002', 'resident_id.first_generation'],
    ['99999919951124290', 'resident_id.length'],
    ['99999919951124290A', 'resident_id.characters'],
    ['99999919X511242909', 'resident_id.characters'],
    ['999999190002290012', 'resident_id.birth_date'],
    ['999999199513242909', 'resident_id.birth_date'],
    ['999999185001010011', 'resident_id.birth_date'],
    [residentId('999999', '20270101'), 'resident_id.birth_in_future'],
    ['999999198008080081', 'resident_id.checksum'],
  ])('%s is refused: %s', (typed, code) => {
    expect(checkResidentId(typed, TODAY)).toMatchObject({ valid: false, acceptance: 'refused', birthOn: null });
    expect(codes(checkResidentId(typed, TODAY).problems)).toEqual([code]);
  });

  test('of somebody who turns 18 today is accepted, of somebody who does tomorrow it is not yet', () => {
    expect(checkResidentId(residentId('999999', '20080928'), TODAY, 18).acceptance).toBe('accepted');
    const tomorrow = checkResidentId(residentId('999999', '20080929'), TODAY, 18);
    expect(tomorrow).toMatchObject({ valid: true, acceptance: 'refused' });
    expect(codes(tomorrow.problems)).toEqual(['resident_id.under_age']);
    expect(checkResidentId(residentId('999999', '20080229'), '2026-02-28', 18).acceptance).toBe('refused');
    expect(checkResidentId(residentId('999999', '20080229'), '2026-03-01', 18).acceptance).toBe('accepted');
  });

  test('that belongs to a residence permit or a permanent resident is right, but nobody knows whether WeChat takes it', () => {
    for (const [typed, kind] of [
      ['932682198501010017', 'permanent_resident'],
      ['911124198108030024', 'permanent_resident'],
      [residentId('810000', '19900101'), 'hk_mo_tw_permit'],
      [residentId('830000', '19900101'), 'hk_mo_tw_permit'],
    ] as const) {
      expect(checkResidentId(typed, TODAY)).toMatchObject({ valid: true, acceptance: 'unknown', kind, problems: [] });
    }
  });

  test('of a region that issues none is only warned', () => {
    expect(codes(checkResidentId('999999199511242909', TODAY).warnings)).toEqual(['resident_id.region_unassigned']);
    expect(checkResidentId(residentId('110105', '19900101'), TODAY).warnings).toEqual([]);
  });

  test('with any one digit wrong, or two neighbours swapped, is never taken for right', () => {
    fc.assert(
      fc.property(anyResidentId, fc.nat(17), fc.nat(9), (number, at, digit) => {
        const wrong = number.slice(0, at) + String(digit) + number.slice(at + 1);
        expect(checkResidentId(wrong, TODAY).valid).toBe(wrong === number);
      }),
    );
    fc.assert(
      fc.property(anyResidentId, fc.nat(16), (number, at) => {
        const wrong = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        expect(checkResidentId(wrong, TODAY).valid).toBe(wrong === number);
      }),
    );
  });

  test('typed with O for 0, I for 1 or × for X names the number that is meant', () => {
    expect(checkResidentId('9999991995I1242909', TODAY).suggestion).toBe('999999199511242909');
    expect(checkResidentId('99999919951124 29O9', TODAY).suggestion).toBe('999999199511242909');
    expect(checkResidentId('99999919951124290A', TODAY).suggestion).toBeUndefined();
    for (const typed of ['99999919800705025×', '99999919800705025Х', '99999919800705025*'])
      expect(checkResidentId(typed, TODAY)).toMatchObject({ valid: true, normalised: '99999919800705025X' });
  });

  test('of somebody of 17 is accepted where the rule of the day asks for 16 years', () => {
    const seventeen = residentId('999999', '20090101');
    expect(checkResidentId(seventeen, TODAY, 16).acceptance).toBe('accepted');
    expect(checkResidentId(seventeen, TODAY, 18).problems[0]?.params).toEqual({ years: 18 });
    expect(checkResidentId(seventeen, TODAY).acceptance).toBe('accepted');
  });

  test('may be anything a person types, it never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => checkResidentId(typed, TODAY).normalised !== ''));
  });
});
