import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { JEWELLER } from '../../../testing/an-advice.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { AdvisorPage } from './advisor-page.js';
import { KeptAdvicePage } from './kept-advice-page.js';

const KEPT = '0199a000-0000-7000-8000-000000000777';
const answers = {
  'POST /advice': ({ path }: { path: string }) => ({ ...JEWELLER, id: path.includes('dryRun=true') ? null : KEPT }),
};
const ASKED = '/advisor?goal=customer_service&country=IT&trademark=own';

describe('the advisor', () => {
  test('asks nothing before goal and place are said', async () => {
    const sent = answerCalls(answers);
    await renderRoute(paths.advisor, AdvisorPage, '/advisor');
    expect(screen.getByText('Say what the account is for and where the company is registered')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('answers what stands in its address, and keeps nothing of it', async () => {
    const sent = answerCalls(answers);
    await renderRoute(paths.advisor, AdvisorPage, ASKED);
    expect(await screen.findByRole('heading', { name: 'Yes: Service account' })).toBeTruthy();
    expect(sent.map(({ path }) => path)).toEqual(['/advice?dryRun=true']);
    expect(sent[0]?.body).toMatchObject({ goal: 'customer_service', countryCode: 'IT', trademark: 'own' });
  });

  test('keeps the answer that a case is opened on, once', async () => {
    const sent = answerCalls(answers);
    await renderRoute(paths.advisor, AdvisorPage, ASKED);
    await userEvent.click(await screen.findByRole('button', { name: 'Create case from this' }));
    expect(await screen.findByText(paths.newRegistration)).toBeTruthy();
    expect(sent.map(({ path }) => path.includes('dryRun=true'))).toEqual([true, false]);
  });

  test('keeps an answer for later', async () => {
    answerCalls(answers);
    await renderRoute(paths.advisor, AdvisorPage, ASKED);
    await userEvent.click(await screen.findByRole('button', { name: 'Keep this answer' }));
    expect(await screen.findByText(paths.keptAdvice)).toBeTruthy();
  });

  test('offers a viewer the answer, but no case', async () => {
    answerCalls(answers);
    await renderRoute(paths.advisor, AdvisorPage, ASKED, { role: 'viewer' });
    expect(await screen.findByRole('button', { name: 'Keep this answer' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create case from this' })).toBeNull();
  });

  test('that fails says so beside the questions, which stay', async () => {
    answerCalls({
      'POST /advice': () => ({
        type: '',
        title: 'No',
        status: 500,
        code: 'server.failed',
        detail: '',
        requestId: 'r-1',
      }),
    });
    await renderRoute(paths.advisor, AdvisorPage, ASKED);
    expect(await screen.findByText(/r-1/)).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Customer service/ }).checked).toBe(true);
  });
});

test('a kept answer says when it was asked, and leads to asking again', async () => {
  answerCalls({ [`GET /advice/${KEPT}`]: () => ({ ...JEWELLER, id: KEPT }) });
  await renderRoute(paths.keptAdvice, KeptAdvicePage, `/advisor/${KEPT}`);
  expect(await screen.findByText(/Asked on Mon 28 Sep 2026, 11:20/)).toBeTruthy();
  expect(screen.getByText('10–16 Oct if submitted on 28 Sep 2026.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ask again under today’s rules' })).toBeTruthy();
});
