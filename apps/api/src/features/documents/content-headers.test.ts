import { expect, test } from '@jest/globals';
import { contentHeaders } from './content-headers.js';

test.each([
  ['licence.jpg', 'licence.jpg'],
  ['licence.JPEG', 'licence.JPEG'],
  // A picture that came under another ending is saved under its own.
  ['scan.png', 'scan.png.jpg'],
])('a picture called %s is offered as %s', (name, offered) => {
  expect(contentHeaders({ name, mediaType: 'image/jpeg' }, 'attachment')).toEqual({
    'Content-Type': 'image/jpeg',
    'Content-Disposition': `attachment; filename="${offered}"; filename*=UTF-8''${offered}`,
  });
});
