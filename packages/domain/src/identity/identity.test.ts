import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PHONE_PLANS } from '../rulebook/phone-plans.js';
import { checkAccountName, countNameUnits } from './account-name.js';
import { normaliseEmail } from './email.js';
import { checkLicenceCode } from './licence-code.js';
import { maskIdNumber, maskPhone } from './mask.js';
import { normalisePhone } from './phone.js';
import { labelToAscii } from './punycode.js';
import { checkResidentId, residentIdCheckCharacter } from './resident-id.js';
import {
  checkOrganisationCode,
  checkUscc,
  organisationCheckCharacter,
  subjectTypeOfUscc,
  usccCheckCharacter,
} from './uscc.js';

const TODAY = '2026-09-28';
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const residentId = (region: string, birth: string, sequence = '001') =>
  `${region}${birth}${sequence}${residentIdCheckCharacter(`${region}${birth}${sequence}`)}`;
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const uscc = (head: string, organisation: string) => {
  const first17 = `${head}${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + usccCheckCharacter(first17);
};
const anyResidentId = fc
  .tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: 0, max: 999 }))
  .map(([day, sequence]) => {
    const birth = new Date(Date.UTC(1905, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '');
    return residentId('999999', birth, String(sequence).padStart(3, '0'));
  });
const anyUscc = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 8, maxLength: 8 })
  .map((organisation) => uscc('91310115', organisation.join('')));

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
    expect(checkResidentId(residentId('999999', '20080928'), TODAY).acceptance).toBe('accepted');
    const tomorrow = checkResidentId(residentId('999999', '20080929'), TODAY);
    expect(tomorrow).toMatchObject({ valid: true, acceptance: 'refused' });
    expect(codes(tomorrow.problems)).toEqual(['resident_id.under_age']);
    expect(checkResidentId(residentId('999999', '20080229'), '2026-02-28').acceptance).toBe('refused');
    expect(checkResidentId(residentId('999999', '20080229'), '2026-03-01').acceptance).toBe('accepted');
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

  test('may be anything a person types, it never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => checkResidentId(typed, TODAY).normalised !== ''));
  });
});

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

describe('a licence code', () => {
  test.each([
    ['110108000000016', 'enterprise', 'accepted', ['licence_code.superseded']],
    ['110108000000017', 'enterprise', 'accepted', ['licence_code.superseded', 'licence_code.checksum']],
    ['3101150001234', 'enterprise', 'accepted', ['licence_code.superseded']],
    ['M000100Y-4', 'other_organisation', 'accepted', ['licence_code.superseded']],
    ['M000100Y-4', 'enterprise', 'refused', ['licence_code.superseded']],
    ['201901012345 (1312345-X)', 'overseas_enterprise', 'unknown', ['licence_code.form_unknown']],
    ['91350100M000100Y43', 'individual', 'refused', []],
    ['9135', 'enterprise', 'refused', []],
  ] as const)('%s of a %s: %s', (typed, subjectType, acceptance, warnings) => {
    const check = checkLicenceCode(typed, subjectType);
    expect(check.acceptance).toBe(acceptance);
    expect(codes(check.warnings)).toEqual(warnings);
  });

  test('an organisation code with a wrong check character is refused', () => {
    expect(codes(checkOrganisationCode('M000100Y-5').problems)).toEqual(['organisation_code.checksum']);
    expect(checkOrganisationCode('M000100Y-4').valid).toBe(true);
  });
});

describe('an e-mail address', () => {
  test.each([
    ['  Wx1@Sungaibiru.Example', 'wx1@sungaibiru.example'],
    ['WX1＠SUNGAIBIRU．EXAMPLE', 'wx1@sungaibiru.example'],
    ['<mailto:a.b@c.example>', 'a.b@c.example'],
    ['info@münchen.example', 'info@xn--mnchen-3ya.example'],
    ['info@中国。example', 'info@xn--fiqs8s.example'],
    ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah'],
    ['o\u200Bk@a.example\u00a0', 'ok@a.example'],
  ])('%s is %s', (typed, normalised) => {
    expect(normaliseEmail(typed)).toMatchObject({ ok: true, normalised, canonical: normalised, problems: [] });
  });

  test.each([
    ['', 'email.empty'],
    ['not-an-email', 'email.malformed'],
    ['@a.example', 'email.malformed'],
    ['a b@c.example', 'email.malformed'],
    ['a\u0000@c.example', 'email.malformed'],
    ['a@b.example; c@d.example', 'email.several'],
    ['a..b@c.example', 'email.local_part'],
    ['a@b@c.example', 'email.local_part'],
    ['王芳@c.example', 'email.local_part'],
    ['a@localhost', 'email.domain'],
    ['a@-b.example', 'email.domain'],
    ['a@b..example', 'email.domain'],
    ['a@192.168.0.1', 'email.domain'],
    [`${'a'.repeat(65)}@b.example`, 'email.too_long'],
  ])('%s is refused: %s', (typed, code) => {
    expect(normaliseEmail(typed)).toMatchObject({ ok: false, normalised: null });
    expect(codes(normaliseEmail(typed).problems)).toEqual([code]);
  });

  test('with a plus tag is warned, not refused, and tells the mailbox behind it', () => {
    const check = normaliseEmail('Wx+Kuala@client.example');
    expect(check).toMatchObject({ ok: true, normalised: 'wx+kuala@client.example', canonical: 'wx@client.example' });
    expect(codes(check.warnings)).toEqual(['email.plus_address']);
  });

  test('whose domain mixes look-alike scripts is warned', () => {
    expect(codes(normaliseEmail('a@p\u0430ypal.example').warnings)).toEqual(['email.mixed_scripts']);
  });

  test('is the same after normalising twice, and nothing typed makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (typed) => {
        const { ok, normalised } = normaliseEmail(typed);
        if (ok && normalised !== null) expect(normaliseEmail(normalised.toUpperCase()).normalised).toBe(normalised);
      }),
    );
  });

  test('an international label is written as the DNS has it', () => {
    const pairs = {
      bücher: 'xn--bcher-kva',
      пример: 'xn--e1afmkfd',
      '': '',
      abc: 'abc',
      他们为什么不说中文: 'xn--ihqwcrb4cv8a8dqg056pqjye',
    };
    for (const [label, ascii] of Object.entries(pairs)) expect(labelToAscii(label)).toBe(ascii);
  });
});

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

  test('may be anything a person types, it never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string({ maxLength: 3 })), (typed, country) => {
        normalisePhone(typed, country, PHONE_PLANS);
      }),
    );
  });
});

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
  ])('%s: %s', (typed, acceptance, found) => {
    const check = checkAccountName(typed, 'enterprise');
    expect(check.acceptance).toBe(acceptance);
    expect(codes([...check.problems, ...check.warnings])).toEqual(found);
  });

  test('counts a Chinese character as two units, a Latin letter as one', () => {
    expect(countNameUnits('Kuala官方')).toBe(9);
    expect(countNameUnits('Lumière')).toBe(7);
  });

  test('takes the rule of the day', () => {
    expect(checkAccountName('灯'.repeat(16), 'enterprise', { minUnits: 4, maxUnits: 32 }).acceptance).toBe('accepted');
  });
});

describe('what a screen shows of a personal number', () => {
  test.each([
    ['999999199511242909', '999***********2909'],
    ['E12345678', 'E******78'],
    ['12345', '*****'],
  ])('%s is %s', (number, masked) => expect(maskIdNumber(number)).toBe(masked));
  test.each([
    ['+8613800000047', '+86138****0047'],
    ['+6591234567', '+65****4567'],
    ['12345', '***45'],
    ['', ''],
  ])('%s is %s', (number, masked) => expect(maskPhone(number)).toBe(masked));
});
