import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAccountName, countNameUnits } from './account-name.js';

const UNITS = { minUnits: 4, maxUnits: 30 };
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('an account name', () => {
  test.each([
    ['灯桥咨询', 'accepted', []],
    ['Burberry', 'accepted', []],
    ['灯桥', 'accepted', []],
    ['灯', 'refused', ['account_name.too_short']],
    ['灯'.repeat(16), 'refused', ['account_name.too_long']],
    ['Sungai Official', 'unknown', ['account_name.space']],
    ['Sungai★Official', 'refused', ['account_name.characters']],
    ['微信小店铺', 'unknown', ['account_name.protected_word']],
    ['  ', 'refused', ['account_name.empty']],
    ['Ｌｕｍｉèｒｅ上海', 'accepted', []],
    ['灯桥（上海）', 'refused', ['account_name.characters']],
    ['灯桥咨询😀', 'refused', ['account_name.characters']],
    ['Lum\u200Bi\u0300ere', 'accepted', []],
    ['Pаndа', 'refused', ['account_name.characters']],
    ['ab\u0335cd', 'refused', ['account_name.characters']],
    ['a'.repeat(30), 'accepted', []],
    ['a'.repeat(31), 'refused', ['account_name.too_long']],
    ['灯'.repeat(15), 'accepted', []],
    ['abc', 'refused', ['account_name.too_short']],
  ])('%s: %s', (typed, acceptance, found) => {
    const check = checkAccountName(typed, 'enterprise', UNITS);
    expect(check.acceptance).toBe(acceptance);
    expect(codes([...check.problems, ...check.warnings])).toEqual(found);
  });

  test('is the same after normalising twice, and nothing typed makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const { normalised } = checkAccountName(typed, 'enterprise', UNITS);
        if (normalised !== null) expect(checkAccountName(normalised, 'enterprise', UNITS).normalised).toBe(normalised);
      }),
    );
  });

  test('counts a Chinese character as two units, a Latin letter as one', () => {
    expect(countNameUnits('Kuala官方')).toBe(9);
    expect(countNameUnits('Lumière')).toBe(7);
  });

  test('that only the verification form has room for is doubtful where one is asked for it, and too long elsewhere', () => {
    const rule = { minUnits: 4, maxUnits: 30, maxUnitsVerified: 32 };
    const check = checkAccountName('灯'.repeat(16), 'enterprise', rule);
    expect([check.valid, check.acceptance]).toEqual([true, 'unknown']);
    expect(check.warnings).toEqual([
      {
        code: 'account_name.too_long_unverified',
        params: { units: 32, maxUnits: 30, maxUnitsVerified: 32 },
      },
    ]);
    expect(checkAccountName(`${'灯'.repeat(16)}a`, 'enterprise', rule).acceptance).toBe('refused');
    expect(checkAccountName('灯'.repeat(15), 'enterprise', rule).acceptance).toBe('accepted');
  });

  test('takes the rule of the day', () => {
    expect(checkAccountName('灯'.repeat(16), 'enterprise', { minUnits: 4, maxUnits: 32 }).acceptance).toBe('accepted');
  });
});
