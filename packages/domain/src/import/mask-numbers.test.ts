import { expect, test } from '@jest/globals';
import { maskNumbers } from './mask-numbers.js';

test.each([
  ['老板身份证 999999198706241235，电话 138 0000 0025', '老板身份证 99***35，电话 13***25'],
  ['999999 1987 0624 123X', '99***3X'],
  ['+86 138-0000-0025', '+86***25'],
  ['passport E12345678', 'passport E1***78'],
  ['核对 １３８００００００４７ 的电话号码', '核对 １３***４７ 的电话号码'],
  ['check 999999.19900101.0016 please', 'check 99***16 please'],
  ['护照 Ｅ１２３４５６７８', '护照 Ｅ１***７８'],
  ['paid 300 on 2026-07-03, again 2026-08-03', 'paid 300 on 2026-07-03, again 2026-08-03'],
  ['chase Mon, 2nd floor, room 1205', 'chase Mon, 2nd floor, room 1205'],
])('a number in notes is hidden, a date and a price are not: %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});
