import { expect, test } from '@jest/globals';
import type { VerificationOrder } from '@daiban/contracts';
import { screen } from '@testing-library/react';
import { renderScreen } from '../../../testing/render-screen.js';
import { OrdersSection } from './orders-section.js';

const order: VerificationOrder = {
  id: '01990000-0000-7000-8000-000000000001',
  registrationId: '01990000-0000-7000-8000-000000000002',
  number: 1,
  kind: 'first',
  payer: 'client',
  state: 'in_review',
  stateSince: '2026-09-28T03:20:00.000Z',
  holder: 'tencent',
  qualification: 'pending',
  naming: 'pending',
  wantedName: null,
  organisationSize: null,
  invoiceKind: null,
  fee: { amountMinor: 300_00, currency: 'CNY' },
  feeRule: null,
  payment: null,
  waived: false,
  auditor: null,
  missedCalls: 0,
  chancesLeft: 1,
  chancesTotal: 3,
  chancesRule: null,
  dueOn: null,
  supplementReason: null,
  expectedRange: null,
  openedAt: '2026-09-28T03:20:00.000Z',
  closedAt: null,
  version: 1,
  registrationVersion: 1,
  availableEvents: [],
};
const show = (changes: Partial<VerificationOrder>) =>
  renderScreen(<OrdersSection orders={[{ ...order, ...changes }]} onEvent={() => undefined} />);

test('an order in review says how many corrections are left', () => {
  show({});
  expect(screen.getByText('1 correction left')).toBeTruthy();
  expect(screen.queryByText(/used/)).toBeNull();
});

test('an order that has ended has none left to give: it says how many it took', () => {
  show({ state: 'failed', qualification: 'failed', naming: 'failed', holder: 'agency' });
  expect(screen.queryByText(/left/)).toBeNull();
  expect(screen.getByText('2 corrections used')).toBeTruthy();
});

test('an order given up before its review says nothing of corrections', () => {
  show({ state: 'cancelled', naming: 'unchanged', chancesLeft: 3 });
  expect(screen.queryByText(/correction/)).toBeNull();
});
