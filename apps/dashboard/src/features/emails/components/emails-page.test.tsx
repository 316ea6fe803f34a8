import { describe, expect, test } from '@jest/globals';
import type { AccountEmail } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { EmailsPage } from './emails-page.js';

const ID = '0199a000-0000-7000-8000-00000000000';
const email = (number: number, changes: Partial<AccountEmail>): AccountEmail => ({
  id: ID + number,
  address: `wx${number}@client.example`,
  state: 'free',
  stateSince: '2026-09-01T00:00:00.000Z',
  holder: 'client',
  registration: null,
  reservedUntil: null,
  until: null,
  why: null,
  warnings: [],
  lastCheck: null,
  version: 1,
  ...changes,
});
const BLOCKED = email(2, {
  state: 'blocked',
  lastCheck: { result: 'personal_wechat', evidenceRank: 'screenshot', checkedAt: '2026-09-20T02:00:00.000Z' },
  why: {
    code: 'email.blocked',
    message: 'This address is blocked.',
    kind: 'hard',
    rule: null,
    clearedBy: 'Take it off the personal WeChat.',
    clearedByHolder: 'agency',
  },
});
const POOL = [
  email(1, {
    state: 'reserved',
    until: '2026-10-28T03:20:00.000Z',
    registration: { id: `${ID}9`, accountName: '灯桥咨询', clientName: 'Northlight', state: 'awaiting_email' },
  }),
  BLOCKED,
];
const list = (items: AccountEmail[]) => ({ 'GET /emails': () => ({ items, nextCursor: null }) });

describe('the address pool', () => {
  test('says of each address its state, until when, and for which case', async () => {
    answerCalls(list(POOL));
    await renderRoute(paths.emails, EmailsPage, '/emails');
    const row = (await screen.findByText('wx1@client.example')).closest('tr') as HTMLElement;
    expect(within(row).getByText('Reserved')).toBeTruthy();
    // On a phone its column is gone; the day stands below the state.
    expect(
      within(row)
        .getAllByText(/28 Oct/)
        .map((day) => day.parentElement?.className),
    ).toEqual(['records-phone record-line-note', 'records-wide dim']);
    expect(within(row).getByRole('link', { name: '灯桥咨询' })).toBeTruthy();
    expect(within(row).getByText('Never checked')).toBeTruthy();
  });

  test('says why an address is taken and what clears it, and records a check with what it rests on', async () => {
    const sent = answerCalls({
      ...list(POOL),
      'GET /members': () => ({ items: [] }),
      [`POST /emails/${BLOCKED.id}/checks`]: () => ({ ...BLOCKED, state: 'free', why: null }),
    });
    await renderRoute(paths.emails, EmailsPage, '/emails');
    await userEvent.click(await screen.findByRole('button', { name: 'Details of wx2@client.example' }));
    expect(await screen.findByText('This address is blocked.')).toBeTruthy();
    expect(screen.getByText(/Take it off the personal WeChat/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Record a check' }));
    await userEvent.selectOptions(await screen.findByLabelText('What you found'), 'unused');
    await userEvent.click(screen.getByRole('button', { name: 'Record a check' }));
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      result: 'unused',
      evidence: { rank: 'screenshot' },
    });
  });

  test('lets a viewer read it only', async () => {
    answerCalls(list(POOL));
    await renderRoute(paths.emails, EmailsPage, '/emails', { role: 'viewer' });
    await userEvent.click(await screen.findByRole('button', { name: 'Details of wx2@client.example' }));
    expect(await screen.findByText('This address is blocked.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record a check' })).toBeNull();
  });

  test('without an address teaches how one comes in; without a find shows the way back to all', async () => {
    const sent = answerCalls(list([]));
    await renderRoute(paths.emails, EmailsPage, '/emails');
    expect(await screen.findByText('No addresses yet')).toBeTruthy();
    await userEvent.selectOptions(screen.getByLabelText('State of the addresses'), 'cooling');
    expect(await screen.findByText('No address fits')).toBeTruthy();
    expect(sent.at(-1)?.path).toBe('/emails?state=cooling');
  });
});
