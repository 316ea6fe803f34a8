import { describe, expect, test } from '@jest/globals';
import type { PortalLink } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Role } from '@daiban/domain/enumerations';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderScreen } from '../../../testing/render-screen.js';
import { WaysInCard } from './ways-in-card.js';

const CLIENT = { id: '0199a000-0000-7000-8000-000000000001', name: 'Harbour Foods' };
const idOf = (number: number) => `0199a000-0000-7000-8000-00000000010${number}`;

function aLink(number: number, fields: Partial<PortalLink> = {}): PortalLink {
  return {
    id: idOf(number),
    kind: 'contact',
    state: 'open',
    whom: 'Ana',
    contactId: null,
    registrationId: null,
    accountName: null,
    paperCode: null,
    madeBy: 'Mei',
    createdAt: '2026-09-01T03:00:00.000Z',
    expiresAt: '2027-02-28T03:00:00.000Z',
    revokedAt: null,
    visits: 0,
    lastVisitAt: null,
    ...fields,
  };
}

function open(items: PortalLink[], role: Role = 'specialist') {
  const calls = answerCalls({
    [`GET /clients/${CLIENT.id}/portal-links`]: () => ({ items }),
    [`DELETE /portal-links/${idOf(1)}`]: () => ({ status: 204 }),
  });
  renderScreen(<WaysInCard client={CLIENT} />, { role });
  return calls;
}

describe('the ways in', () => {
  test('say of each link whom it lets in, to what, and when it was last used', async () => {
    open([
      aLink(1, { visits: 3, lastVisitAt: '2026-09-20T08:00:00.000Z', madeBy: null }),
      aLink(2, { kind: 'boardroom', whom: 'October board' }),
      aLink(3, { kind: 'item', whom: 'Carlos', accountName: '北光生活', paperCode: 'business_licence', madeBy: 'Ana' }),
    ]);
    const [first, second, third] = await screen.findAllByRole('listitem');
    expect(first?.textContent).toMatch(/^AnaContact · in our mails3 visits, last/);
    expect(second?.textContent).toMatch(/^October boardProgress only, no names · made by Meinot opened yet · until/);
    expect(third?.textContent).toMatch(/^CarlosOne paper · 北光生活 · .+ · made by Ana/);
  });

  test('keep what is over out of sight until it is asked for', async () => {
    open([aLink(1), aLink(2, { state: 'revoked', whom: 'Old board', kind: 'boardroom' })]);
    expect(await screen.findAllByRole('listitem')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Show 1 that is over' }));
    expect(screen.getByText('Switched off')).toBeTruthy();
  });

  test('are switched off after saying what that means', async () => {
    const calls = open([aLink(1)]);
    await userEvent.click(await screen.findByRole('button', { name: 'Switch off the link of Ana' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Ana can still come in with a code by mail');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Switch off' }));
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toContain(`DELETE /portal-links/${idOf(1)}`);
  });

  test('can be read, not changed, by a viewer', async () => {
    open([aLink(1)], 'viewer');
    await screen.findAllByRole('listitem');
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('of a client nobody has a link for yet say so', async () => {
    open([]);
    expect(await screen.findByText('Nobody has a link yet. Make one for a contact above.')).toBeTruthy();
  });
});
