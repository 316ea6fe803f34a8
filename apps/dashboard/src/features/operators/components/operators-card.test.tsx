import { describe, expect, test } from '@jest/globals';
import type { AccountOperators, Person } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls, type SentCall } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import type { ScreenOptions } from '../../../testing/render-screen.js';
import { OperatorsCard } from './operators-card.js';

const ACCOUNT = '0199a000-0000-7000-8000-0000000000a1';
const LI = '0199a000-0000-7000-8000-0000000000b1';
const rule = (id: string) => ({ id, source: 'the operators’ post', validFrom: '2018-11-16', confidence: 'H' });
const SEATS: AccountOperators = {
  registrationId: ACCOUNT,
  version: 4,
  items: [
    {
      personId: LI,
      name: '李静',
      term: 'long',
      followsAccount: true,
      boundAt: '2026-09-01T02:00:00.000Z',
      endsOn: null,
    },
    {
      personId: '0199a000-0000-7000-8000-0000000000b2',
      name: 'Ann',
      term: 'short',
      followsAccount: true,
      boundAt: '2026-09-20T02:00:00.000Z',
      endsOn: '2026-10-20',
    },
  ],
  long: { used: 1, limit: 5, rule: rule('operator.long_seats') },
  short: { used: 1, limit: 20, rule: rule('operator.short_seats') },
};

const PERSON: Person = {
  id: LI,
  name: '李静',
  idKind: 'resident_id',
  idNumberMasked: null,
  phoneMasked: '138****0001',
  wechatHasPhone: true,
  wechatHasOwnCard: true,
  employer: 'agency',
  email: null,
  locale: 'zh',
  timeZone: 'Asia/Shanghai',
  idUploadedBy: null,
  idCheckedBy: null,
  counters: { adminId: null, adminPhone: null, adminWechat: null },
  accountsElsewhere: [],
  createdAt: '2026-09-01T02:00:00.000Z',
  version: 1,
};

/**
 * @param written how a change is answered
 * @returns the changes that were sent
 */
async function open(
  seats: AccountOperators,
  written: object,
  options: ScreenOptions = {},
): Promise<() => readonly SentCall[]> {
  const sent = answerCalls({
    'GET /people': () => ({ items: [PERSON], nextCursor: null }),
    [`GET /registrations/${ACCOUNT}/operators`]: () => seats,
    [`POST /registrations/${ACCOUNT}/operators`]: () => written,
  });
  await renderRoute(
    paths.registration,
    () => <OperatorsCard registrationId={ACCOUNT} />,
    `/registrations/${ACCOUNT}`,
    options,
  );
  await screen.findByRole('heading', { name: options.locale === 'zh' ? '运营者' : 'Operators' });
  return () => sent.filter(({ method }) => method !== 'GET');
}

describe('operators of an account', () => {
  test('are shown with their terms and the seats left', async () => {
    await open(SEATS, SEATS);
    expect(await screen.findByText(/long-term 1 of 5/)).toBeTruthy();
    expect(screen.getByText(/until .*20 October 2026|until .*20 Oct 2026/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '李静' })).toBeTruthy();
  });

  test('stand in Chinese too', async () => {
    await open(SEATS, SEATS, { locale: 'zh' });
    expect(await screen.findByText(/长期 1\/5/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '添加运营者' })).toBeTruthy();
  });

  test('are given a seat by whoever may write, who follows and for how long', async () => {
    const sent = await open(SEATS, SEATS);
    await userEvent.click(await screen.findByRole('button', { name: 'Add an operator' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('option', { name: /李静/ });
    await userEvent.selectOptions(within(dialog).getByLabelText(/Person/), LI);
    await userEvent.click(within(dialog).getByLabelText(/Short-term/));
    await userEvent.click(within(dialog).getByLabelText(/follows the account/));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add an operator' }));
    expect(sent()).toEqual([
      {
        method: 'POST',
        path: `/registrations/${ACCOUNT}/operators`,
        body: { personId: LI, term: 'short', followsAccount: true },
      },
    ]);
  });

  test('keep what was chosen when the seat is refused, and say why', async () => {
    const refusal = {
      code: 'operator.long_seats_full',
      message: '5 of 5 long-term seats of this account are taken.',
      kind: 'policy',
      rule: rule('operator.long_seats'),
      clearedBy: 'Unbind an operator of this account.',
      clearedByHolder: 'agency',
    };
    const problem = {
      type: '/problems/operator.long_seats_full',
      title: 'A rule says no',
      status: 422,
      code: 'operator.long_seats_full',
      detail: refusal.message,
      requestId: 'r1',
      refusals: [refusal],
    };
    await open(SEATS, problem);
    await userEvent.click(await screen.findByRole('button', { name: 'Add an operator' }));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('option', { name: /李静/ });
    const person = within(dialog).getByLabelText(/Person/);
    await userEvent.selectOptions(person, LI);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add an operator' }));
    expect(await within(dialog).findByText(/long-term seats of this account are taken/)).toBeTruthy();
    expect((person as HTMLSelectElement).value).toBe(LI);
  });

  test('have nothing to press for somebody who may only read', async () => {
    await open(SEATS, SEATS, { role: 'viewer' });
    await screen.findByText(/long-term 1 of 5/);
    expect(screen.queryByRole('button', { name: /Unbind|Add an operator/ })).toBeNull();
  });

  test('of a type whose limits nobody knows are only counted', async () => {
    const unknown = { used: 1, limit: null, rule: null };
    await open({ ...SEATS, long: unknown, short: unknown }, SEATS);
    expect(await screen.findByText(/2 seats taken; how many there are is not known/)).toBeTruthy();
  });
});
