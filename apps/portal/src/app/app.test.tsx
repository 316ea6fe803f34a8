import { afterEach, describe, expect, test } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { aVisit, openPage, type Answers } from '../testing/open-page.js';
import { aPortalHome } from '../testing/portal-home.js';
import { App } from './app.js';

const PAPER = '019a2f00-0000-7000-8000-0000000000f1';
const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  history.replaceState(null, '', '/portal/');
});

/** Opens the portal at an address and answers what it asked. */
function open(answers: Answers, address = '/portal/') {
  history.replaceState(null, '', address);
  const sent = openPage(<App />, answers);
  return { asked: () => sent.map(({ call }) => call) };
}

describe('the portal’s home address', () => {
  test('takes whose link opens one paper there, and asks nothing that this link may not see', async () => {
    const { asked } = open({ 'GET /session': aVisit({ kind: 'item', prerequisiteId: PAPER }) });
    await waitFor(() => expect(asked()).toContain(`GET /prerequisites/${PAPER}`));
    expect(location.pathname).toBe(`/portal/papers/${PAPER}`);
    expect(asked()).not.toContain('GET /home');
  });

  test('is the client’s page for a contact', async () => {
    const { asked } = open({ 'GET /home': aPortalHome() });
    expect(await screen.findByText('Tencent’s turn')).toBeTruthy();
    expect(asked()).toContain('GET /home');
  });
});

test.each([
  ['papers', 'This paper is not here'],
  ['passport', 'There is no such page'],
  ['sign-off', 'Your link opens another page'],
  ['messages', 'Your link opens another page'],
])('a mistyped address below %s is nobody’s fault but the address’s', async (place, title) => {
  open({}, `/portal/${place}/nope`);
  expect((await screen.findByRole('heading', { level: 1, name: title })).textContent).toBe(title);
});
