import { expect, test } from '@jest/globals';
import { isSameOrigin, type OriginFacts } from './same-origin.js';

const facts: OriginFacts = {
  secFetchSite: undefined,
  origin: undefined,
  ownOrigin: 'http://localhost:3000',
  publicOrigin: 'https://daiban.example.com',
  hasCookie: true,
};

test.each<[string, Partial<OriginFacts>, boolean]>([
  ['our own page', { secFetchSite: 'same-origin', origin: 'http://localhost:3000' }, true],
  ['our own page behind a proxy', { origin: 'https://daiban.example.com' }, true],
  ['a browser that sends only Sec-Fetch-Site', { secFetchSite: 'same-origin' }, true],
  ['a program without a cookie', { hasCookie: false }, true],
  ['a cookie without any origin', {}, false],
  ['another site', { secFetchSite: 'cross-site', origin: 'https://evil.example' }, false],
  ['another site that hides its origin', { origin: 'null' }, false],
  [
    'another site with no cookie: signing somebody in unasked',
    { origin: 'https://evil.example', hasCookie: false },
    false,
  ],
  ['a sister host', { secFetchSite: 'same-site', origin: 'http://localhost:3001' }, false],
  ['an origin that only begins like ours', { origin: 'http://localhost:30001' }, false],
  ['our origin claimed across sites', { secFetchSite: 'cross-site', origin: 'http://localhost:3000' }, false],
])('%s', (_, given, expected) => {
  expect(isSameOrigin({ ...facts, ...given })).toBe(expected);
});
