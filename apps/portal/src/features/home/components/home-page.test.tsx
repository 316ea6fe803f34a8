import { afterEach, describe, expect, test } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PortalHome } from '@daiban/contracts';
import { LocaleProvider } from '../../../lib/locale.js';
import { aPortalHome, aPortalRegistration } from '../../../testing/portal-home.js';
import { HomePage } from './home-page.js';

/** In the place of the messages, which another feature brings. */
const Thread = () => <p>Messages</p>;

const realFetch = globalThis.fetch;
afterEach(() => {
  cleanup();
  globalThis.fetch = realFetch;
  localStorage.clear();
  history.replaceState(null, '', '/portal/');
});

/** The page over an API that answers like this; every request is noted as "METHOD path". */
function open(answer: PortalHome | { status: number; requestId: string } | 'offline'): string[] {
  const requests: string[] = [];
  globalThis.fetch = async (input, init) => {
    requests.push(`${init?.method ?? 'GET'} ${String(input)}`);
    if (answer === 'offline') throw new TypeError('Failed to fetch');
    const headers = (type: string) => ({ get: (name: string) => (name === 'content-type' ? type : null) });
    if (init?.method === 'DELETE') return { ok: true, status: 204, headers: headers('') } as unknown as Response;
    const problem = 'requestId' in answer;
    const body = problem ? { type: '/problems/x', title: 'x', code: 'x', detail: 'x', ...answer } : answer;
    return {
      ok: !problem,
      status: problem ? answer.status : 200,
      headers: headers(problem ? 'application/problem+json' : 'application/json'),
      json: async () => body,
    } as unknown as Response;
  };
  const client = new QueryClient({ defaultOptions: { queries: { retryDelay: 1 } } });
  render(
    <QueryClientProvider client={client}>
      <LocaleProvider>
        <HomePage thread={Thread} />
      </LocaleProvider>
    </QueryClientProvider>,
  );
  return requests;
}

describe('the client’s page', () => {
  test('says in one sentence where it stands, whose turn it is, when news comes and what is wanted', async () => {
    open(aPortalHome());
    expect(await screen.findByText('Tencent’s turn')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'WeChat is reviewing Northlight. Decision expected 10–13 Oct.',
    );
    expect(screen.getByText('Next news by Wed 30 Sep, 11:00')).toBeTruthy();
    const job = screen.getByRole('region', { name: /Send us: Data of the legal representative/ });
    expect(within(job).getByText('One thing for you · by Wed 30 Sep')).toBeTruthy();
    expect(document.title).toBe('Northlight · Lantern Bridge');
    expect(within(job).getByRole('link', { name: 'Bring it now' }).getAttribute('href')).toMatch(/^\/portal\/papers\//);
    expect(screen.getByText('Hello, Ruth Okafor')).toBeTruthy();
    expect(screen.getByText('Checked just now.')).toBeTruthy();
  });

  test('is the client’s turn where only they can decide, though the account itself waits for nobody', async () => {
    const nextJob = { kind: 'renewal_decision', code: null, prerequisiteId: null, dueOn: '2026-10-28' } as const;
    open(
      aPortalHome({
        registrations: [aPortalRegistration({ stage: 'renewal_due', holder: 'none', wait: null, nextJob })],
      }),
    );
    expect(await screen.findByText('Your turn')).toBeTruthy();
    expect(screen.queryByText(/Nobody has to/)).toBeNull();
  });

  test('shows the way as an ordered list with the second review and the lost fee', async () => {
    open(aPortalHome());
    const journey = await screen.findByRole('list', { name: 'The journey of Northlight' });
    const stations = within(journey)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(stations[1]).toContain('Refused, ¥300 lost');
    expect(stations[2]).toContain('Review, attempt 2');
    expect(stations[2]).toContain('Today');
    expect(stations.at(-1)).toContain('10–13 Oct');
  });

  test('answers the five questions, and no others', async () => {
    open(aPortalHome());
    const answers = await screen.findByRole('region', { name: 'Your questions, answered today' });
    expect(within(answers).getAllByRole('term')).toHaveLength(5);
    expect(answers.textContent).toContain('¥300 to WeChat per attempt');
    expect(answers.textContent).toContain('Zhou Haining will be the administrator');
    cleanup();
    open(aPortalHome({ registrations: [aPortalRegistration({ fee: null, nextJob: null, stillNeeded: [] })] }));
    const others = await screen.findByRole('region', { name: 'Your questions, answered today' });
    expect(others.textContent).toContain('cannot be verified');
    expect(screen.getByText('Nothing is needed from you. We write by Wed 30 Sep, 11:00, your time.')).toBeTruthy();
  });

  test('changes to Chinese at the switch, and keeps that choice', async () => {
    open(aPortalHome());
    await screen.findByText('Tencent’s turn');
    await userEvent.click(screen.getByRole('button', { name: '中文' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      '微信正在审核 Northlight，预计10月10日至13日出结果。',
    );
    expect(screen.getByText('灯桥咨询')).toBeTruthy();
    expect(document.documentElement.lang).toBe('zh-Hans');
    cleanup();
    open(aPortalHome());
    expect(await screen.findByRole('heading', { level: 1, name: /微信正在审核/ })).toBeTruthy();
  });

  test('lets a client with several accounts choose one', async () => {
    const second = aPortalRegistration({
      id: '01890000-0000-7000-8000-000000000009',
      accountName: 'Southlight',
      stage: 'live',
    });
    open(aPortalHome({ registrations: [aPortalRegistration(), second] }));
    const nav = await screen.findByRole('navigation', { name: 'Your accounts' });
    await userEvent.click(within(nav).getByRole('button', { name: /Southlight/ }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Southlight is live.');
  });

  test('says whose experience a wait rests on: the rule’s, or the agency’s own and how much of it', async () => {
    open(aPortalHome());
    expect(await screen.findByText('As WeChat’s rules and reports say.')).toBeTruthy();
    expect(screen.getByText('5–7 working days of review')).toBeTruthy();
    cleanup();
    const wait = { ...aPortalRegistration().wait!, minDays: 4, maxDays: 6, ownCases: 14 };
    open(aPortalHome({ registrations: [aPortalRegistration({ wait })] }));
    expect(await screen.findByText(/our last 14 reviews of this kind/)).toBeTruthy();
    expect(screen.getByText('4–6 working days in 14 of our own cases')).toBeTruthy();
  });

  test('lists what the client sends with its state, what came back first in the job, and the sign-off with it', async () => {
    const papers = [
      {
        prerequisiteId: '01890000-0000-7000-8000-0000000000c1',
        code: 'application_letter',
        state: 'returned',
        submittedAt: null,
        reasonCode: 'x',
      },
      {
        prerequisiteId: '01890000-0000-7000-8000-0000000000c2',
        code: 'legal_representative',
        state: 'submitted',
        submittedAt: '2026-09-27T08:00:00.000Z',
        reasonCode: null,
      },
      {
        prerequisiteId: '01890000-0000-7000-8000-0000000000c3',
        code: 'business_licence',
        state: 'accepted',
        submittedAt: null,
        reasonCode: null,
      },
    ] as const;
    const nextJob = {
      kind: 'paper',
      code: 'application_letter',
      prerequisiteId: '01890000-0000-7000-8000-0000000000c1',
      dueOn: null,
    } as const;
    const change = { stage: 'prerequisites', wait: null, papers: [...papers], signOff: 'changed', nextJob } as const;
    open(aPortalHome({ registrations: [aPortalRegistration({ ...change, papers: [...papers] })] }));
    const card = await screen.findByRole('region', { name: 'What you send us' });
    expect(card.textContent).toContain('1 of 4 are done');
    const lines = within(card).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/please send again$/),
      expect.stringMatching(/with us, being checked · sent 27 Sep$/),
      expect.stringMatching(/accepted$/),
      'Your yes to what can never be changedneeded once more',
    ]);
    expect(screen.getByRole('heading', { name: /^Send once more:/ })).toBeTruthy();
  });

  test('folds a long list of accounts, and keeps the shown one in sight', async () => {
    const registrations = Array.from({ length: 28 }, (_, place) =>
      aPortalRegistration({
        id: `019a2f00-0000-7000-8000-0000000001${String(place).padStart(2, '0')}`,
        accountName: `Account ${place}`,
      }),
    );
    history.replaceState(null, '', `/portal/?account=${registrations[20]?.id}`);
    open(aPortalHome({ registrations }));
    const nav = await screen.findByRole('navigation', { name: 'Your accounts' });
    const names = () =>
      within(nav)
        .getAllByRole('button')
        .map(({ textContent }) => textContent?.match(/Account \d+/)?.[0]);
    expect(names()).toEqual(['Account 0', 'Account 1', 'Account 2', 'Account 20', undefined]);
    await userEvent.click(within(nav).getByRole('button', { name: 'Show all 28 accounts' }));
    expect(names()).toHaveLength(28);
  });

  test('says that a decision is late once its range has passed', async () => {
    open(aPortalHome({ today: '2026-10-29', now: '2026-10-29T03:20:00.000Z' }));
    const name = 'WeChat is reviewing Northlight, longer than usual: a decision was expected 10–13 Oct.';
    expect(await screen.findByRole('heading', { level: 1, name })).toBeTruthy();
  });

  test('keeps the account that was chosen in the address, for a reload and for the way back', async () => {
    const second = aPortalRegistration({
      id: '01890000-0000-7000-8000-000000000009',
      accountName: 'Southlight',
      stage: 'live',
    });
    history.replaceState(null, '', `/portal/?account=${second.id}`);
    open(aPortalHome({ registrations: [aPortalRegistration(), second] }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Southlight is live.' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Northlight/ }));
    expect(location.search).toBe(`?account=${aPortalRegistration().id}`);
  });

  test('opens the rule behind a date, in the reader’s words, and asks for it only then', async () => {
    const requests = open(aPortalHome());
    const why = await screen.findByRole('button', { name: 'Why? Next news by Wed 30 Sep, 11:00' });
    expect(requests).toHaveLength(1);
    await userEvent.click(why);
    expect(await screen.findByText('The rule cannot be shown right now.')).toBeTruthy();
    expect(requests.at(-1)).toBe('GET /api/v1/portal/rules/promise.working_days?part=review');
  });
});

describe('without a page to show', () => {
  test('a visit that has run out says how to come back', async () => {
    open({ status: 401, requestId: 'r1' });
    expect(await screen.findByText('Your visit has ended')).toBeTruthy();
  });

  test('our own fault is named with its reference and another try', async () => {
    const requests = open({ status: 500, requestId: '01J8ZK2' });
    expect(await screen.findByText('Reference: 01J8ZK2')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(requests).toHaveLength(2);
  });

  test('a lost connection is not called our fault', async () => {
    open('offline');
    expect(await screen.findByText('No connection')).toBeTruthy();
  });

  test('a client without an account reads that nothing has begun', async () => {
    open(aPortalHome({ registrations: [] }));
    expect(await screen.findByText(/have not started a registration for Northlight/)).toBeTruthy();
  });
});
