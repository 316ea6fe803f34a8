import { expect, test } from '@jest/globals';
import type { QuotaRaise, Subject } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { RaisesCard } from './raises-card.js';

const RULE = { id: 'quota.subject.enterprise', source: 'the notice', validFrom: '2018-11-16', confidence: 'H' };
const SUBJECT: Subject = {
  id: '0199a000-0000-7000-8000-000000000010',
  type: 'enterprise',
  class: null,
  name: '灯桥（上海）茶业有限公司',
  code: null,
  countryCode: 'CN',
  licenceOf: 'client',
  standing: 'active',
  licenceExpiresOn: null,
  accountsElsewhere: [],
  slots: { reserved: 0, planned: 0, elsewhere: 0, limit: 2, limitByRule: 2, granted: 0, rule: RULE },
  version: 1,
};
const RAISE: QuotaRaise = {
  id: '0199a000-0000-7000-8000-000000000040',
  subjectId: SUBJECT.id,
  registrationId: null,
  reason: '两个品牌',
  state: 'requested',
  stateSince: '2026-09-28T03:20:00.000Z',
  grantedAccounts: null,
  note: null,
  expected: null,
  requestedAt: '2026-09-28T03:20:00.000Z',
  requestedBy: 'Mei',
  version: 1,
};
const FREE_PLACE = {
  type: '/problems/quota_raise.limit_not_reached',
  title: 'Not possible',
  detail: '0 of 2 places of this company are taken.',
  requestId: 'r1',
  status: 422,
  code: 'quota_raise.limit_not_reached',
  refusals: [
    {
      code: 'quota_raise.limit_not_reached',
      message: '0 of 2 places of this company are taken.',
      kind: 'soft',
      rule: RULE,
      clearedBy: 'Use the free place.',
      clearedByHolder: 'agency',
    },
  ],
};

test('a request while a place is free is warned of, and goes on with a reason of its own', async () => {
  const asked = `/subjects/${SUBJECT.id}/quota-raises`;
  const sent = answerCalls({
    [`GET ${asked}`]: () => ({ items: [], nextCursor: null }),
    'GET /rules/quota_raise.reason_length': () => ({ value: 200 }),
    [`POST ${asked}`]: ({ body }) =>
      typeof body === 'object' && body !== null && 'acknowledgements' in body ? RAISE : FREE_PLACE,
  });
  await renderRoute(paths.subject, () => <RaisesCard subject={SUBJECT} />, `/subjects/${SUBJECT.id}`);
  await userEvent.click(await screen.findByRole('button', { name: 'Ask for more places' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByLabelText(/Reason, as it goes into the form/), '两个品牌');
  await userEvent.click(dialog.getByRole('button', { name: 'Ask for more places' }));
  expect((await dialog.findAllByText(/0 of 2 places/)).length).toBe(1);
  await userEvent.type(dialog.getByLabelText(/Why we go on all the same/), 'both at once');
  await userEvent.click(dialog.getByRole('button', { name: 'Ask for more places' }));
  expect(sent.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({
    reason: '两个品牌',
    acknowledgements: [{ code: 'quota_raise.limit_not_reached', reason: 'both at once' }],
  });
});
