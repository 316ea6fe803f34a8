import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LocaleProvider } from '../../../lib/locale.js';
import { EnterPage } from './enter-page.js';

const realFetch = globalThis.fetch;
let sent: string[] = [];

beforeEach(() => {
  sent = [];
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  localStorage.clear();
});

function open(hash: string, status: number): void {
  history.replaceState(null, '', `/portal/enter${hash}`);
  globalThis.fetch = async (input, init) => {
    sent.push(`${init?.method} ${String(input)} ${String(init?.body)}`);
    const problem = {
      type: '/problems/x',
      title: 'x',
      status,
      code: 'portal.link_unusable',
      detail: 'x',
      requestId: 'r',
    };
    return {
      ok: status === 204,
      status,
      headers: {
        get: (name: string) => (name === 'content-type' && status !== 204 ? 'application/problem+json' : null),
      },
      json: async () => problem,
    } as unknown as Response;
  };
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LocaleProvider initial="en">
        <EnterPage />
      </LocaleProvider>
    </QueryClientProvider>,
  );
}

test('opening the link sends nothing, and takes the token out of the address bar', () => {
  open('#tok_1', 204);
  expect(sent).toEqual([]);
  expect(location.href).toBe('http://localhost/portal/enter');
});

test('a link that was cut off says so, until the whole one is pasted over it', async () => {
  open('', 204);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This link is not complete');
  location.hash = '#tok_2';
  await userEvent.click(await screen.findByRole('button', { name: 'Open your page' }));
  expect(sent).toEqual(['POST /api/v1/portal/session {"token":"tok_2"}']);
});

test('the button opens the visit with the token, in the body of a POST', async () => {
  open('#tok_1', 204);
  await userEvent.click(screen.getByRole('button', { name: 'Open your page' }));
  expect(sent).toEqual(['POST /api/v1/portal/session {"token":"tok_1"}']);
  expect(location.pathname).toBe('/portal/');
});

test('a link that was switched off says whom to ask', async () => {
  open('#tok_1', 401);
  await userEvent.click(screen.getByRole('button', { name: 'Open your page' }));
  expect(await screen.findByText('This link does not work any more')).toBeTruthy();
  expect(location.pathname).toBe('/portal/enter');
});

test('our own failure keeps the token, so that another try can work', async () => {
  open('#tok_1', 500);
  await userEvent.click(screen.getByRole('button', { name: 'Open your page' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(sent).toHaveLength(2);
});

test('an address without its token says that it is not complete', () => {
  open('', 204);
  expect(screen.getByText('This link is not complete')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Open your page' })).toBeNull();
});
