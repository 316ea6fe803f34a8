import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkUscc, organisationCheckCharacter, subjectTypeOfUscc, usccCheckCharacter } from './uscc.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const uscc = (head: string, organisation: string) => {
  const first17 = `${head}${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + usccCheckCharacter(first17);
};
const anyUscc = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 })
  .map((organisation) => uscc('91310115', organisation.join('')));

describe('a unified social credit code', () => {
  test.each([
    '91350100M000100Y43',
    '91350100m000100y43',
    '91350100-M000100Y-43',
    '９１３５０１００Ｍ０００１００Ｙ４３',
  ])('%s holds', (typed) => {
    expect(checkUscc(typed, 'enterprise')).toMatchObject({
      valid: true,
      acceptance: 'accepted',
      normalised: '91350100M000100Y43',
      warnings: [],
    });
  });

  test.each([
    ['', 'uscc.empty'],
    ['91350100M000100Y4', 'uscc.length'],
    ['91350100M000100Y4I', 'uscc.characters'],
    ['91350100M000100Y44', 'uscc.checksum'],
    ['913101151234567881', 'uscc.checksum'],
  ])('%s is refused: %s', (typed, code) => {
    expect(codes(checkUscc(typed).problems)).toEqual([code]);
    expect(checkUscc(typed).valid).toBe(false);
  });

  test('needs the organisation code inside it to hold as well', () => {
    const first17 = '91350100M000100Y5';
    expect(codes(checkUscc(first17 + usccCheckCharacter(first17)).problems)).toEqual(['uscc.organisation_checksum']);
  });

  test('with O for 0, or B for 8, names the code that is probably meant', () => {
    expect(checkUscc('9135O1OOMOOO1OOY43').suggestion).toBe('91350100M000100Y43');
    const code = uscc('91310118', 'MA1K3L8Q');
    const at = code.indexOf('8');
    expect(checkUscc(`${code.slice(0, at)}B${code.slice(at + 1)}`)).toMatchObject({ valid: false, suggestion: code });
    expect(checkUscc('913101151234567881').suggestion).toBeUndefined();
  });

  test('read wrongly in one look-alike letter is given back, whichever it was', () => {
    const read: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', U: 'V' };
    fc.assert(
      fc.property(anyUscc, fc.nat(17), (code, at) => {
        const letter = read[code.charAt(at)];
        fc.pre(letter !== undefined);
        const check = checkUscc(code.slice(0, at) + letter + code.slice(at + 1));
        expect([check.valid, check.suggestion]).toEqual([false, code]);
      }),
    );
  });

  test('tells the kind of body, and stops a sole proprietor who registers as a company, and the other way round', () => {
    const shop = uscc('92310115', 'MA1K3L8Q');
    expect(checkUscc(shop, 'enterprise')).toMatchObject({ valid: true, acceptance: 'refused' });
    expect(checkUscc(shop, 'enterprise').problems).toEqual([
      { code: 'uscc.subject_mismatch', params: { subjectType: 'enterprise', expected: 'sole_proprietor' } },
    ]);
    expect(checkUscc(shop, 'sole_proprietor').acceptance).toBe('accepted');
    expect(checkUscc('91350100M000100Y43', 'sole_proprietor').acceptance).toBe('refused');
    expect(checkUscc('91350100M000100Y43', 'media').acceptance).toBe('accepted');
    expect(checkUscc('91350100M000100Y43', 'overseas_enterprise').acceptance).toBe('refused');
    const types = ['11', '12', '51', '52', '53', '91', '92', '93', 'N1'].map(subjectTypeOfUscc);
    expect(types).toEqual([
      'government',
      ...Array.from({ length: 4 }, () => 'other_organisation'),
      'enterprise',
      'sole_proprietor',
      'enterprise',
      null,
    ]);
  });

  test('of a region nobody assigned is only warned', () => {
    expect(codes(checkUscc(uscc('91999999', 'MA1K3L8Q')).warnings)).toEqual(['uscc.region_unassigned']);
  });

  test('with a letter among the six digits of its region is warned too', () => {
    expect(codes(checkUscc('9110A000953546010H').warnings)).toEqual(['uscc.region_unassigned']);
  });

  test.each(['21', '55', '61', '72', '81', 'A1', 'N1', 'Y1'])(
    'that begins with %s belongs to a body of which nobody knows what it registers as',
    (start) => {
      const code = uscc(`${start}310115`, 'MA1K3L8Q');
      for (const type of ['enterprise', 'sole_proprietor', 'media', 'government', undefined] as const) {
        const check = checkUscc(code, type);
        expect([check.valid, check.acceptance]).toEqual([true, 'unknown']);
        expect(codes(check.warnings)).toEqual(['uscc.registry_unknown']);
      }
      expect(checkUscc(code, 'overseas_enterprise').acceptance).toBe('refused');
    },
  );

  test('with any one character wrong, or two neighbours swapped, is never taken for right', () => {
    fc.assert(
      fc.property(anyUscc, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, character) => {
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        expect(checkUscc(wrong).valid).toBe(wrong === code);
      }),
    );
    fc.assert(
      fc.property(anyUscc, fc.nat(16), (code, at) => {
        const wrong = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        expect(checkUscc(wrong).valid).toBe(wrong === code);
      }),
    );
  });

  test('with two characters wrong passes only about once in 341 (31 × 11), measured', () => {
    let seed = 7;
    const next = (limit: number) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
    const code = uscc('91310115', 'MA1K3L8Q');
    let passed = 0;
    for (let tries = 0; tries < 20_000; tries += 1) {
      const letters = [...code];
      const first = next(18);
      const second = (first + 1 + next(17)) % 18;
      for (const at of [first, second]) {
        letters[at] = ALPHABET.charAt((ALPHABET.indexOf(letters[at] ?? '0') + 1 + next(30)) % 31);
      }
      if (checkUscc(letters.join('')).valid) passed += 1;
    }
    expect(passed / 20_000).toBeLessThan(0.01);
  });
});
