import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Locale } from '@daiban/domain/enumerations';
import { LocaleProvider } from '../../../lib/locale.js';
import EndedLink from './ended-link.js';
import LostPage from './lost-page.js';

const realFetch = globalThis.fetch;
let sent: string[] = [];
let answers: Record<string, { status: number; body?: object }> = {};

beforeEach(() => {
  sent = [];
  answers = { '/api/v1/portal/codes': { status: 202, body: { validMinutes: 15 } } };
  globalThis.fetch = async (input, init) => {
    sent.push(`${init?.method} ${String(input)} ${String(init?.body)}`);
    const { status, body } = answers[String(input)] ?? { status: 204 };
    const isProblem = status >= 400;
    return {
      ok: !isProblem,
      status,
      headers: {
        get: (name: string) =>
          name === 'content-type' && body ? (isProblem ? 'application/problem+json' : 'application/json') : null,
      },
      json: async () => body,
    } as unknown as Response;
  };
});
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  localStorage.clear();
});

const problem = (code: string, status: number, detail = 'x') => ({
  status,
  body: { type: '/problems/x', title: 'x', status, code, detail, requestId: 'r' },
});
function open(page: React.ReactNode, locale: Locale = 'en'): void {
  history.replaceState(null, '', '/portal/lost');
  render(
    <QueryClientProvider client={new QueryClient()}>
      <LocaleProvider initial={locale}>{page}</LocaleProvider>
    </QueryClientProvider>,
  );
}
async function askFor(email: string): Promise<void> {
  await userEvent.type(screen.getByLabelText('Your email address'), email);
  await userEvent.click(screen.getByRole('button', { name: 'Send me a code' }));
}

test('an address gets a code, and the code opens the page', async () => {
  open(<LostPage />);
  await askFor('ana@client.test');
  expect(await screen.findByText(/If ana@client.test is an address that our mails go to/)).toBeTruthy();
  const field = screen.getByLabelText('Code from the mail');
  expect(document.activeElement).toBe(field);
  await userEvent.type(field, '1234 5678');
  await userEvent.click(screen.getByRole('button', { name: 'Open your page' }));
  expect(sent).toEqual([
    'POST /api/v1/portal/codes {"email":"ana@client.test"}',
    'POST /api/v1/portal/codes/redemption {"email":"ana@client.test","code":"1234 5678"}',
  ]);
  expect(location.pathname).toBe('/portal/');
});

test('a wrong code is said beside its field, and a new one can be asked for', async () => {
  answers['/api/v1/portal/codes/redemption'] = problem('portal.code_unusable', 401);
  open(<LostPage />);
  await askFor('ana@client.test');
  await userEvent.type(await screen.findByLabelText('Code from the mail'), '1');
  await userEvent.click(screen.getByRole('button', { name: 'Open your page' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This code does not open the page');
  expect(location.pathname).toBe('/portal/lost');
  await userEvent.click(screen.getByRole('button', { name: 'Send a new code' }));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(sent.filter((line) => line.startsWith('POST /api/v1/portal/codes {'))).toHaveLength(2);
});

test('who asks too often reads how long to wait', async () => {
  answers['/api/v1/portal/codes'] = problem('rate.too_many', 429, 'Wait 12 minutes, then try again.');
  open(<LostPage />);
  await askFor('ana@client.test');
  expect((await screen.findByRole('alert')).textContent).toBe('Wait 12 minutes, then try again.');
});

test('a link that has ended names the agency and the person, and sends its token with the address', async () => {
  answers['/api/v1/portal/link-origin'] = {
    status: 200,
    body: { agency: { name: 'Lantern Bridge', nameZh: '灯桥咨询', personName: 'Mei' } },
  };
  open(<EndedLink token="tok_1" onEntered={() => undefined} />);
  expect(await screen.findByText(/It was made by Lantern Bridge, where Mei looks after your case/)).toBeTruthy();
  await askFor('ana@client.test');
  expect(sent.at(-1)).toBe('POST /api/v1/portal/codes {"email":"ana@client.test","token":"tok_1"}');
});

test('of a token that never was one nothing is said, and nothing of it is sent on', async () => {
  answers['/api/v1/portal/link-origin'] = { status: 200, body: { agency: null } };
  open(<EndedLink token="tok_1" onEntered={() => undefined} />);
  expect(await screen.findByText(/the last mail you had from your agency/)).toBeTruthy();
  await askFor('ana@client.test');
  expect(sent.at(-1)).toBe('POST /api/v1/portal/codes {"email":"ana@client.test"}');
});
