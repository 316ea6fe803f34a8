import { describe, expect, test } from '@jest/globals';
import { maskIdNumber, maskName, maskPhone } from './mask.js';

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

test.each([
  ['李静', '李*'],
  ['欧阳小明', '欧***'],
  ['Chiara Bellini', 'C. B.'],
  [' anna ', 'A.'],
  ['', ''],
])('a kept record names “%s” as “%s”', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
