import { expect, test } from '@jest/globals';
import { contentDisposition } from './content-disposition.js';

test.each([
  ['licence.jpg', `attachment; filename="licence.jpg"; filename*=UTF-8''licence.jpg`],
  ['营业执照.jpeg', `attachment; filename="____.jpeg"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.jpeg`],
  [`a"b\\c%'(1).jpg`, `attachment; filename="a_b_c_'(1).jpg"; filename*=UTF-8''a_b_c%25%27%281%29.jpg`],
  // A mark that turns the direction of writing would show this as a picture.
  ['a\u202egpj.exe', `attachment; filename="a_gpj.exe"; filename*=UTF-8''a_gpj.exe`],
  ['a/../<b>|c?.pdf', `attachment; filename="a_.._b_c_.pdf"; filename*=UTF-8''a_.._b_c_.pdf`],
  ['half\ud83d.pdf', `attachment; filename="half_.pdf"; filename*=UTF-8''half%EF%BF%BD.pdf`],
])('a file called %j is offered under a name that no header and no folder breaks on', (name, expected) => {
  expect(contentDisposition('attachment', name)).toBe(expected);
});

test('no line break gets into a header', () => {
  expect(contentDisposition('inline', 'a\r\nSet-Cookie: x=1.jpg')).not.toMatch(/[\r\n]/);
});

test('old programs get a name that says something', () => {
  expect(contentDisposition('attachment', '北光.pdf', 'passport.pdf')).toBe(
    `attachment; filename="passport.pdf"; filename*=UTF-8''%E5%8C%97%E5%85%89.pdf`,
  );
});
