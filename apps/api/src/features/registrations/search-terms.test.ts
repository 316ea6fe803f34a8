import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { searchForm, searchTerms } from './search-terms.js';

describe('the terms a case is found by', () => {
  test('are pairs of characters, begun with the agency, each once', () => {
    expect(searchTerms('a', ['灯桥 灯桥', 'Ab', null])).toEqual(['a:ab', 'a:灯桥']);
    expect(searchTerms('a', ['x', ''])).toEqual([]);
  });

  test('take width, case and runs of spaces for the same, and never split a character in two', () => {
    expect(searchForm('  Ｗｘ\t ＡＢ ')).toBe('wx ab');
    expect(searchTerms('a', ['𠮷野'])).toEqual(['a:𠮷野']);
  });

  test('of a part of a text are among those of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
        const characters = [...searchForm(text)];
        const part = characters
          .slice(from % (characters.length + 1))
          .slice(0, length)
          .join('');
        const whole = new Set(searchTerms('a', [text]));
        // A cut can part a letter from its mark, which then reads as another letter.
        fc.pre(searchForm(part) === part.trim() && !/\p{M}/u.test(text));
        for (const term of searchTerms('a', [part])) expect(whole).toContain(term);
      }),
    );
  });
});
