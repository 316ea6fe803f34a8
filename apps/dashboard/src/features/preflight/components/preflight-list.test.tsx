import { describe, expect, test } from '@jest/globals';
import type { Preflight, PreflightFinding } from '@daiban/contracts';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen, type ScreenOptions } from '../../../testing/render-screen.js';
import { PreflightList } from './preflight-list.js';
import { PreflightVerdict } from './preflight-verdict.js';

// jsdom has no page to scroll, and the router scrolls up when it begins.
globalThis.scrollTo = () => undefined;

const finding = (changes: Partial<PreflightFinding>): PreflightFinding => ({
  code: 'prerequisite.not_accepted',
  kind: 'hard',
  message: '“Business licence” is not accepted yet.',
  rule: null,
  clearedBy: 'Review the paper.',
  clearedByHolder: 'client',
  decision: 'prerequisites_completed',
  ...changes,
});
const preflight = (changes: Partial<Preflight> = {}): Preflight => ({
  registrationId: '01990000-0000-7000-8000-000000000001',
  orderId: null,
  at: '2026-09-28T03:20:00.000Z',
  decisions: ['information_submitted', 'application_submitted', 'fee_paid'],
  checks: [
    { check: 'papers_complete', decision: 'prerequisites_completed', passed: false },
    { check: 'email_ready', decision: 'email_confirmed', passed: true },
    { check: 'a_guard_of_tomorrow', decision: 'fee_paid', passed: true },
  ],
  blockers: [],
  warnings: [],
  unknowns: [],
  fee: { amount: { amountMinor: 300_00, currency: 'CNY' }, rule: null, means: ['wechat_pay'], meansRule: null },
  burns: { amountMinor: 300_00, currency: 'CNY' },
  ...changes,
});
const PERSON = '01990000-0000-7000-8000-000000000009';

/** The list links to the case and the person, so it stands in a router here. */
async function showList(looked: Preflight, options: ScreenOptions = {}) {
  const admin = {
    personId: PERSON,
    name: '林美',
    idNumberMasked: null,
    phoneMasked: null,
    employer: 'registrant',
    isLegalRepresentative: true,
    consent: null,
    consentWithdrawnAt: null,
  };
  const routeTree = createRootRoute({
    component: () => <PreflightList preflight={looked} registration={{ id: looked.registrationId, admin }} />,
  });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  renderScreen(<RouterProvider router={router as never} />, options);
  await screen.findByText('Passed', { exact: false });
}

describe('the verdict', () => {
  test('of a clean case is clear to go, and says what a failed review would burn', () => {
    renderScreen(<PreflightVerdict preflight={preflight()} />);
    expect(screen.getByRole('heading', { name: 'Clear to go' })).toBeTruthy();
    expect(screen.getByText(/A failed review would burn ¥300/u)).toBeTruthy();
    expect(screen.getByText('Paid by WeChat Pay')).toBeTruthy();
    expect(screen.getByText(/2 of 3 checks passed/u)).toBeTruthy();
  });

  test('counts what stops before what is only doubtful', () => {
    renderScreen(
      <PreflightVerdict preflight={preflight({ blockers: [finding({})], warnings: [finding({ kind: 'soft' })] })} />,
    );
    expect(screen.getByRole('heading', { name: '1 thing stops this' })).toBeTruthy();
  });

  test('never names an amount nobody knows', () => {
    const fee = { amount: null, rule: null, means: null, meansRule: null };
    renderScreen(<PreflightVerdict preflight={preflight({ fee, burns: null })} />);
    expect(screen.getByText(/Nobody knows this fee/u)).toBeTruthy();
    expect(screen.queryByText(/¥/u)).toBeNull();
  });

  test('of a case with nothing ahead says so', () => {
    renderScreen(<PreflightVerdict preflight={preflight({ decisions: [], checks: [], fee: null, burns: null })} />);
    expect(screen.getByRole('heading', { name: 'Nothing to check now' })).toBeTruthy();
  });
});

describe('the list', () => {
  test('puts each finding under how bad it is and under the step it stops, with the way to clear it', async () => {
    await showList(
      preflight({
        blockers: [
          finding({}),
          finding({ code: 'admin.id_invalid', message: 'The number is wrong.', decision: 'admin_verified' }),
        ],
        warnings: [finding({ code: 'name.right_not_shown', kind: 'soft', message: 'A brand.', decision: null })],
        unknowns: [finding({ code: 'fee.unknown', kind: 'unknown', message: 'No amount.', decision: 'fee_paid' })],
      }),
    );
    const stops = within(screen.getByRole('region', { name: /^Stops/u }));
    expect(stops.getByText('Stops “Close the papers”')).toBeTruthy();
    expect(stops.getByRole('link', { name: 'Open the papers' }).getAttribute('href')).toMatch(/#papers$/u);
    expect(stops.getByRole('link', { name: 'Open the administrator' }).getAttribute('href')).toBe(`/people/${PERSON}`);
    expect(screen.getByText('Stops no step, but puts the fee at risk')).toBeTruthy();
    expect(within(screen.getByRole('region', { name: /^Nobody knows/u })).getByText(/^Asks at/u)).toBeTruthy();
  });

  test('says what passed in words, even of a guard it does not know by name', async () => {
    await showList(preflight());
    await userEvent.click(screen.getByText('Passed', { exact: false }));
    expect(screen.getByText('Address reserved and unused')).toBeTruthy();
    expect(screen.getByText('Another check')).toBeTruthy();
    expect(screen.queryByText('Papers accepted and valid through the review')).toBeNull();
  });
});
