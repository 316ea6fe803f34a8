import { describe, expect, test } from '@jest/globals';
import { mayLackChineseFont } from './chinese-font.js';
import { isHarmlessMarkup } from './security.js';

describe('what may become HTML', () => {
  test('a style sheet may, it has no markup', () => {
    expect(isHarmlessMarkup(':root{--ink:#1a1c1e}')).toBe(true);
  });

  test('anything with a tag may not', () => {
    expect(isHarmlessMarkup('<img src=x onerror=alert(1)>')).toBe(false);
  });
});

describe('who gets the shipped Chinese face', () => {
  test('a Linux desktop may have none', () => {
    expect(mayLackChineseFont('Mozilla/5.0 (X11; Linux x86_64)')).toBe(true);
  });

  test.each([
    'Mozilla/5.0 (Linux; Android 15)',
    'Mozilla/5.0 (Macintosh)',
    'Mozilla/5.0 (Windows NT 10.0)',
    'Mozilla/5.0 (iPhone)',
  ])('%s has its own', (userAgent) => expect(mayLackChineseFont(userAgent)).toBe(false));
});
