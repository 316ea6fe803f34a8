import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { listHistory, overrideRule } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

const override = (id: string, value: Record<string, number | string>, validFrom: string, by = agency) =>
  api.call(by.apiKeys.owner, overrideRule, {
    params: { id },
    query: {},
    body: { value, validFrom, reason: 'As they told us.' },
  });
const yuan = (amountMinor: number) => ({ amountMinor, currency: 'CNY' });
const pay = (id: string, amountMinor: number, more: object = {}, paidOn = '2026-09-29') =>
  walk.applyToOrder(id, 'fee_paid', { facts: { amount: yuan(amountMinor), means: 'wechat_pay', paidOn }, ...more });

test('an order keeps the fee of the day it was applied for: shown, judged and kept with that day’s rule', async () => {
  const { id } = await walk.caseAt('awaiting_fee');
  await override('fee.official_account.enterprise', yuan(360_00), '2026-09-29');
  await api.moveClock('2026-09-29T03:20:00.000Z');
  const shipped = (await walk.read(id)).order;
  expect(shipped).toMatchObject({
    fee: yuan(300_00),
    feeRule: { id: 'fee.official_account.enterprise', validFrom: expect.not.stringContaining('2026') },
  });
  expect(await refusalsOf(pay(id, 360_00))).toEqual(ruled('fee.amount_differs'));
  expect(await refusalsOf(pay(id, 300_00, {}, '2026-09-27'))).toEqual(ruled('fee.paid_too_early'));
  expect(await pay(id, 300_00)).toMatchObject({ state: 'awaiting_dispatch', payment: { amount: yuan(300_00) } });
  const { items } = await api.call(walk.key, listHistory, { params: { id }, query: { limit: 1 } });
  expect(items).toMatchObject([
    { kind: 'fee_paid', rules: [{ id: 'fee.official_account.enterprise', value: yuan(300_00) }] },
  ]);
});

test('one applied for on the new day costs what the new rule says, and a page that asks for more is believed with its picture', async () => {
  const { id, order } = await walk.caseAt('awaiting_fee');
  expect(order).toMatchObject({ fee: yuan(360_00), feeRule: { validFrom: '2026-09-29' } });
  const shot = { evidence: { rank: 'screenshot', note: 'the payment page' } };
  expect(await refusalsOf(pay(id, 380_00, shot))).toEqual(ruled('fee.page_differs'));
  const acknowledgements = [{ code: 'fee.page_differs', reason: 'The page says so.' }];
  expect(await pay(id, 380_00, { ...shot, acknowledgements })).toMatchObject({ payment: { amount: yuan(380_00) } });
});

test('a running review is expected when it was said to be, whatever the agency expects of later ones', async () => {
  const own = await api.createAgency('Paper Crane');
  const theirs = new CaseWalk(api, own);
  const { id, expectedRange } = await theirs.caseAt('in_review');
  await override('review.mainland', { from: 1, to: 1 }, '2026-09-30', own);
  await api.moveClock('2026-10-10T03:20:00.000Z');
  await api.tick();
  const now = await theirs.read(id);
  expect(now.expectedRange).toEqual(expectedRange);
  expect(now.expectedRange).toMatchObject({ minDays: 5, maxDays: 7, rule: { id: 'review.mainland' } });
  expect(now.expectedRange?.rule?.validFrom).not.toBe('2026-09-30');
});
