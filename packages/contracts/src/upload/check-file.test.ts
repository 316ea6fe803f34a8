import { expect, test } from '@jest/globals';
import { checkFile } from './check-file.js';

const limits = {
  mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'] as ('image/jpeg' | 'image/png' | 'application/pdf')[],
  maxBytes: 1000,
  maxPages: 10,
  maxPdfPages: 50,
  minPixels: 256,
};
const head = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['a JPEG', 500, '\xff\xd8\xff\xe0', null],
  ['a PNG', 500, '\x89PNG\r\n\x1a\n', null],
  ['a PDF', 500, '%PDF-1.7', null],
  ['an empty file of WeChat', 0, '', 'file.empty'],
  ['a picture of an iPhone', 500, '\0\0\0\x18ftypheic', 'file.heic'],
  ['a picture of an iPhone that is too long too', 5000, '\0\0\0\x18ftypmif1', 'file.heic'],
  ['a film', 500, '\0\0\0\x18ftypisom', 'file.wrong_type'],
  ['a text of three letters', 3, 'abc', 'file.wrong_type'],
  ['a program called licence.jpg', 500, 'MZ', 'file.wrong_type'],
  ['a PDF that is too long', 1001, '%PDF-1.7', 'file.too_big'],
])('says what %s is before it is sent', (_, size, start, expected) => {
  expect(checkFile(size, head(start), limits)).toBe(expected);
});

test('a paper that takes only pictures takes no PDF', () => {
  expect(checkFile(500, head('%PDF-1.7'), { ...limits, mediaTypes: ['image/jpeg'] })).toBe('file.wrong_type');
});
