import { expect, test } from '@jest/globals';
import { matchPath } from './address.js';

test.each([
  ['/portal/', '/portal', ''],
  ['/portal/', '/portal/', ''],
  ['/portal/links', '/portal/links/', ''],
  ['/portal/papers/:id', '/portal/papers/p1', 'p1'],
  ['/portal/papers/:id', '/portal/papers/', null],
  ['/portal/papers/:id', '/portal/papers/p1/more', null],
  ['/portal/', '/portal/nowhere', null],
])('of the pattern %s the path %s gives %s', (pattern, path, id) => {
  expect(matchPath(pattern, path)).toBe(id);
});
