import { describe, expect, test } from '@jest/globals';
import { cleanFileName, extensionOf } from './file-name.js';

describe('a claimed file name', () => {
  test.each([
    ['营业执照 (副本).jpg', '营业执照 (副本).jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ana\\licence.pdf', 'licence.pdf'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['licence\u200B\uFEFF.pdf', 'licence.pdf'],
    ['licence.pdf\0.exe', 'licence.pdf.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['  .hidden. ', 'hidden'],
    ['half\uD83D.pdf', 'half\uFFFD.pdf'],
    ['', 'document'],
    ['...', 'document'],
    ['///', 'document'],
  ])('%j is kept as %j', (claimed, kept) => {
    expect(cleanFileName(claimed)).toBe(kept);
  });

  test('is cut to 120 characters and keeps its ending', () => {
    expect(cleanFileName(`${'长'.repeat(300)}.pdf`)).toBe(`${'长'.repeat(116)}.pdf`);
    expect(Array.from(cleanFileName('😀'.repeat(200)))).toHaveLength(120);
  });

  test.each([
    ['IMG_1.JPG', 'jpg'],
    ['archive.tar.gz', 'gz'],
    ['photo\u202Egpj.exe', 'exe'],
    ['licence.pdf\0.exe', 'exe'],
    ['image', null],
    ['.pdf', null],
    ['trailing.', null],
  ])('%j ends as %j', (claimed, ending) => {
    expect(extensionOf(claimed)).toBe(ending);
  });
});
