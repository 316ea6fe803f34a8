import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkEmail, normaliseEmail } from './email.js';
import { labelToAscii } from './punycode.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('an e-mail address', () => {
  test.each([
    ['  Wx1@Sungaibiru.Example', 'wx1@sungaibiru.example'],
    ['WX1＠SUNGAIBIRU．EXAMPLE', 'wx1@sungaibiru.example'],
    ['<mailto:a.b@c.example>', 'a.b@c.example'],
    ['info@münchen.example', 'info@xn--mnchen-3ya.example'],
    ['info@中国。example', 'info@xn--fiqs8s.example'],
    ['info@例え.テスト', 'info@xn--r8jz45g.xn--zckzah'],
    ['o\u200Bk@a.example\u00a0', 'ok@a.example'],
    ['ok@a.example.', 'ok@a.example'],
    ['o\u00adk@a\u034f.example', 'ok@a.example'],
    ['info@xn--mnchen-3ya.example', 'info@xn--mnchen-3ya.example'],
    ['info@MU\u0308NCHEN.example', 'info@xn--mnchen-3ya.example'],
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
    ['王、芳@c.example', 'email.local_part'],
    ['"王 芳"@c.example', 'email.malformed'],
    ['"quoted"@c.example', 'email.local_part'],
    ['.a@c.example', 'email.local_part'],
    ['a@localhost', 'email.domain'],
    ['a@b.example..', 'email.domain'],
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

  test('is taken by WeChat as far as its form goes; of what is warned nobody knows', () => {
    expect(checkEmail('wx@client.example')).toMatchObject({ valid: true, acceptance: 'accepted' });
    expect(checkEmail('wx+1@client.example')).toMatchObject({ valid: true, acceptance: 'unknown' });
    expect(checkEmail('wx')).toMatchObject({ valid: false, acceptance: 'refused', normalised: null });
  });

  test.each([
    ['ünï@example.com', 'ünï@example.com', ['email.international']],
    ['用户@例子.公司', '用户@xn--fsqu00a.xn--55qx5d', ['email.international']],
    ['王芳@c.example', '王芳@c.example', ['email.international']],
    ['m\u0435i@c.example', 'm\u0435i@c.example', ['email.international', 'email.mixed_scripts']],
  ])('%s is well formed, and whether WeChat takes it nobody knows', (typed, normalised, warnings) => {
    const check = checkEmail(typed);
    expect(check).toMatchObject({ valid: true, acceptance: 'unknown', normalised, problems: [] });
    expect(codes(check.warnings)).toEqual(warnings);
  });

  test('is measured in bytes, as the mail servers do', () => {
    expect(normaliseEmail(`${'王'.repeat(21)}@c.example`).ok).toBe(true);
    expect(codes(normaliseEmail(`${'王'.repeat(22)}@c.example`).problems)).toEqual(['email.too_long']);
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
