import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PHONE_PLANS } from '../rulebook/phone-plans.js';
import { checkPhone, normalisePhone } from './phone.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a phone number', () => {
  test.each([
    ['138 0000 0047', 'MY', '+8613800000047'],
    ['+86 138-0000-0070', null, '+8613800000070'],
    ['0086 13800000070', null, '+8613800000070'],
    ['（１３８）０００００００４', null, '+8613800000004'],
    ['012-345 6789', 'MY', '+60123456789'],
    ['+852 9123 4567', 'CN', '+85291234567'],
    ['', 'CN', null],
    ['ask Mei', 'CN', null],
    ['138 0000 0047 / 139 0000 0047', 'CN', null],
    ['8613800000047', null, '+8613800000047'],
    ['86 138 0000 0047', 'MY', '+8613800000047'],
    ['8621 6279 8888', null, null],
    ['9123 4567', null, null],
    ['+86 138 0000 004', null, null],
    ['9'.repeat(300), 'CN', null],
  ])('%s in %s is %s', (typed, country, e164) => {
    const check = normalisePhone(typed, country, PHONE_PLANS);
    expect(check.e164).toBe(e164);
    expect(check.valid).toBe(e164 !== null);
    expect(check.problems.length).toBe(e164 === null ? 1 : 0);
  });

  test('with full-width digits is read', () => {
    expect(normalisePhone('＋８６　１３８００００００４７', null, PHONE_PLANS).e164).toBe('+8613800000047');
  });

  test('of a Chinese landline is warned: no text message arrives there', () => {
    expect(codes(normalisePhone('+86 21 6279 8888', null, PHONE_PLANS).warnings)).toEqual(['phone.not_mobile']);
  });

  test.each([
    ['138 0000 0047', 'enterprise', 'accepted', []],
    ['012-345 6789', 'enterprise', 'unknown', ['phone.foreign_acceptance_unknown']],
    ['012-345 6789', 'overseas_enterprise', 'accepted', []],
    ['+86 138 1234 5678', 'overseas_enterprise', 'refused', ['phone.mainland_for_overseas']],
    ['+86 21 6279 8888', 'enterprise', 'unknown', ['phone.not_mobile']],
    ['12', 'enterprise', 'refused', ['phone.invalid']],
  ] as const)('%s of an admin for the subject type %s: %s', (typed, subjectType, acceptance, found) => {
    const check = checkPhone(typed, 'MY', PHONE_PLANS, subjectType);
    expect(check.acceptance).toBe(acceptance);
    expect(codes([...check.problems, ...check.warnings])).toEqual(found);
  });

  test('is the same after normalising twice', () => {
    const anyNumber = fc
      .constantFrom('+86', '+60', '+44', '+1', '0086', '')
      .chain((prefix) => fc.integer({ min: 100_000, max: 99_999_999_999 }).map((rest) => `${prefix}${rest}`));
    fc.assert(
      fc.property(anyNumber, (typed) => {
        const { e164 } = normalisePhone(typed, 'CN', PHONE_PLANS);
        if (e164 !== null) expect(normalisePhone(e164, null, PHONE_PLANS).e164).toBe(e164);
      }),
    );
  });

  test('may be anything a person types, it never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string({ maxLength: 3 })), (typed, country) => {
        normalisePhone(typed, country, PHONE_PLANS);
      }),
    );
  });
});
