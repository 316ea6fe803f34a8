import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DEMO_PASSWORD, type Client, type ErasurePreview } from '@daiban/contracts';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { EraseClientCard } from './erase-client-card.js';

// jsdom has no page to scroll.
globalThis.scrollTo = () => undefined;

const client: Client = {
  id: '0199a000-0000-7000-8000-000000000001',
  name: 'Northlight SL',
  countryCode: 'ES',
  locale: 'en',
  timeZone: 'Europe/Madrid',
  contacts: [],
  openRegistrations: 0,
  erasedAt: null,
  createdAt: '2026-09-01T00:00:00.000Z',
  version: 1,
};
const preview: ErasurePreview = {
  clientName: 'Northlight SL',
  openCases: [],
  counts: { cases: 2, contacts: 1, people: 1, documents: 3, messages: 0, mails: 7 },
};
const OPEN_CASE = {
  registrationId: '0199a000-0000-7000-8000-000000000002',
  accountName: '北光生活',
  state: 'awaiting_email' as const,
};

/** The parts of a Response that are read; jsdom has none of its own. */
function response(body: object): Response {
  return {
    ok: true,
    status: 200,
    headers: { get: (name: string) => (name === 'content-type' ? 'application/json' : null) },
    json: () => Promise.resolve(body),
  } as unknown as Response;
}

let sent: { url: string; init: RequestInit | undefined }[];
let answer: ErasurePreview;
const { fetch } = globalThis;
beforeEach(() => {
  sent = [];
  answer = preview;
  globalThis.fetch = jest.fn<typeof globalThis.fetch>((url, init) => {
    sent.push({ url: String(url), init });
    const erased = { clientId: client.id, erasedAt: '2026-09-28T03:20:00.000Z' };
    return Promise.resolve(response(init?.method === 'POST' ? erased : answer));
  });
});
afterEach(() => {
  globalThis.fetch = fetch;
});

async function open(shown: Client = client, options: ScreenOptions = { role: 'owner' }): Promise<void> {
  const root = createRootRoute({ component: () => <EraseClientCard client={shown} /> });
  const router = createRouter({ routeTree: root, history: createMemoryHistory({ initialEntries: ['/'] }) });
  await router.load();
  renderScreen(<RouterProvider router={router as never} />, options);
}

describe('erasing a client', () => {
  test('says what goes, waits for name, reason and password, and sends them once', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(screen.getByRole('button', { name: 'Erase …' }));
    const dialog = await screen.findByRole('dialog');
    const facts = await within(dialog).findByText('Files');
    expect(facts.nextElementSibling?.textContent).toBe('3');
    expect(within(dialog).queryByText('Messages')).toBeNull();
    const erase = within(dialog).getByRole('button', { name: 'Erase for good' });
    expect(erase).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByLabelText(/Type the client’s name/), 'Northlight');
    await user.type(within(dialog).getByLabelText(/Why/), 'They asked us to');
    await user.type(within(dialog).getByLabelText(/Your password/), DEMO_PASSWORD);
    expect(erase).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByLabelText(/Type the client’s name/), ' SL');
    await user.click(erase);
    const [posted, ...more] = sent.filter(({ init }) => init?.method === 'POST');
    expect(more).toEqual([]);
    expect(posted?.url).toContain(`/clients/${client.id}/erasure`);
    expect(JSON.parse(String(posted?.init?.body))).toEqual({
      clientName: 'Northlight SL',
      reason: 'They asked us to',
      password: DEMO_PASSWORD,
    });
  });

  test('is not offered while a case is not over, and names it', async () => {
    const user = userEvent.setup();
    answer = { ...preview, openCases: [OPEN_CASE] };
    await open();
    await user.click(screen.getByRole('button', { name: 'Erase …' }));
    expect(await screen.findByText('One case is not over. It has to come to its end first:')).toBeTruthy();
    expect(screen.getByRole('link', { name: '北光生活' }).getAttribute('href')).toContain(OPEN_CASE.registrationId);
    expect(screen.queryByRole('button', { name: 'Erase for good' })).toBeNull();
  });

  test('is nothing for a viewer to see; of an erased client the day stands there', async () => {
    await open(client, { role: 'viewer' });
    expect(screen.queryByText('Erase this client')).toBeNull();
  });

  test('of one that is erased says when that was', async () => {
    await open({ ...client, erasedAt: '2026-09-28T03:10:00.000Z' }, { role: 'viewer', locale: 'zh' });
    expect(screen.getByText(/该客户的数据已清除/)).toBeTruthy();
  });
});
