import { describe, expect, jest, test } from '@jest/globals';
import type { Prerequisite, RegistrationCase } from '@daiban/contracts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NextStep } from '../../../lib/next-step.js';
import { renderScreen } from '../../../testing/render-screen.js';
import { NextCard } from './next-card.js';

type Offered = RegistrationCase['availableEvents'][number];

const offered = (changes: Partial<Offered> = {}): Offered => ({
  event: 'advice_accepted',
  allowed: true,
  refusals: [],
  warnings: [],
  unknowns: [],
  factsNeeded: [],
  ...changes,
});
const full = offered({
  allowed: false,
  refusals: [
    {
      code: 'subject.quota_full',
      kind: 'policy',
      message: 'This company already has 2 of 2 accounts.',
      rule: { id: 'quota.subject', source: 'WeChat', validFrom: '2025-11-01', confidence: 'high' },
      clearedBy: 'Ask for a raise.',
      clearedByHolder: 'client',
    },
  ],
});
const accept: NextStep = { kind: 'registration_event', event: 'advice_accepted' };

/** The card reads the holder and the offered events of a case, nothing else. */
function open(
  step: NextStep,
  event: Offered,
  options: { role?: 'viewer'; papers?: Prerequisite[]; stage?: RegistrationCase['stage'] } = {},
) {
  const onStart = jest.fn<(step: NextStep) => void>();
  const registration: Pick<RegistrationCase, 'stage' | 'holder' | 'availableEvents'> = {
    stage: options.stage ?? 'draft',
    holder: 'agency',
    availableEvents: [event],
  };
  renderScreen(
    <NextCard step={step} registration={registration} papers={options.papers ?? []} orders={[]} onStart={onStart} />,
    { role: options.role ?? 'specialist' },
  );
  return onStart;
}

describe('the one next thing', () => {
  test.each([
    ['live', 'Nothing to do here', /comes back by itself/],
    ['closed', 'This case is over', /Nothing more falls due/],
  ] as const)('of a case that is %s and waits for nothing: %s', (stage, what, why) => {
    open({ kind: 'nothing' }, offered(), { stage });
    expect(screen.getByText(what)).toBeTruthy();
    expect(screen.getByText(why)).toBeTruthy();
  });

  test('is one button that starts it', async () => {
    const onStart = open(accept, offered());
    expect(screen.getByRole('heading', { name: 'Accept the advice' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button'));
    expect(onStart).toHaveBeenCalledWith(accept);
  });

  test('that a rule forbids shows the rule, its date, what clears it and who can, instead of a dead button', () => {
    open(accept, full);
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual([
      'Why? This company already has 2 of 2 accounts.',
    ]);
    const card = screen.getByRole('region').textContent ?? '';
    expect(card).toContain('This company already has 2 of 2 accounts.');
    expect(card).toContain('ClientAsk for a raise.');
    expect(card).toContain('quota.subject');
    expect(card).toContain('1 Nov 2025');
  });

  test('names who can act to somebody who may only read', () => {
    open(accept, offered(), { role: 'viewer' });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Specialists, managers and the owner can act/)).toBeTruthy();
  });

  test('names the papers it is about', () => {
    const licence: Prerequisite = {
      id: 'p',
      registrationId: 'r',
      orderId: null,
      code: 'business_licence',
      holder: 'client',
      required: true,
      state: 'submitted',
      reasonCode: null,
      note: null,
      expiresOn: null,
      reviewedAt: null,
      registrationVersion: 1,
    };
    open({ kind: 'review_papers', ids: ['p'] }, offered(), { papers: [licence] });
    expect(screen.getByText(/Business licence/)).toBeTruthy();
  });

  test('says so when there is nothing to do', () => {
    open({ kind: 'nothing' }, offered());
    expect(screen.getByText('Nothing to do here')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
