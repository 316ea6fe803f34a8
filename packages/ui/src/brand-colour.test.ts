import { describe, expect, test } from '@jest/globals';
import { brandFace } from './brand-colour.js';

describe('the agency’s own colour', () => {
  test('goes on buttons when white letters are readable on it', () => {
    expect(brandFace('#0b6e59')).toEqual({ stripe: '#0b6e59', button: '#0b6e59' });
    expect(brandFace('#767676').button).toBe('#767676');
  });

  test('that is too light stays a stripe', () => {
    expect(brandFace('#777777')).toEqual({ stripe: '#777777', button: null });
    expect(brandFace('#ffcc00')).toEqual({ stripe: '#ffcc00', button: null });
  });

  test.each([null, '', 'red', '#FFF', '#0b6e59;background:url(x)', '#0B6E59'])('%s is none', (colour) => {
    expect(brandFace(colour)).toEqual({ stripe: null, button: null });
  });
});
