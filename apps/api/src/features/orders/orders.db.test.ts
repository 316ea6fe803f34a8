import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { getRegistration, listHistory, listOrders, openOrder } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk, unique } from '../registrations/testing/case-walk.js';
import { importCase } from '../registrations/testing/import-case.js';
import { refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

/** A case of a subject without a licence code, with an order that is being prepared. */
async function preparingFor(type: 'overseas_enterprise' | 'sole_proprietor', countryCode: string) {
  const { id: clientId } = await walk.openClient();
  const subject = { type, name: `Northlight ${unique()}`, countryCode, licenceOf: 'client' as const };
  const facts = { state: 'proving_subject', orderKind: 'first', orderState: 'preparing' };
  return walk.read(await importCase(api, agency, clientId, facts, { subject }));
}

describe('verification orders', () => {
  test('ends lost when the fee is burnt, and takes a second order with a number of its own', async () => {
    const known = await walk.caseAt('in_review');
    await walk.applyToOrder(known.id, 'qualification_failed', {
      evidence: { rank: 'wechat_api' },
      facts: { reason: '材料不实' },
    });
    const lost = await walk.read(known.id);
    expect(lost).toMatchObject({ state: 'proving_subject', stage: 'rejected', holder: 'agency' });
    expect(lost.journey.find(({ stage }) => stage === 'rejected')).toMatchObject({ lost: { amountMinor: 300_00 } });
    const body = { kind: 'first' as const, payer: 'agency' as const };
    const order = await api.call(walk.key, openOrder, { params: { id: known.id }, body });
    expect(order).toMatchObject({ number: 2, state: 'preparing', payer: 'agency' });
    expect(await refusalsOf(api.call(walk.key, openOrder, { params: { id: known.id }, body }))).toEqual(
      ruled('order.other_open'),
    );
    const { items } = await api.call(walk.key, listOrders, { params: { id: known.id }, query: { limit: 1 } });
    expect(items.map(({ number }) => number)).toEqual([2]);
    const live = await walk.advance(await walk.read(known.id), 'live');
    expect(live.journey.filter(({ stage }) => stage === 'review').map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  test('a renewal waits for its window, takes papers of its own, and leaves the end as it was when it fails', async () => {
    const known = await walk.caseAt('live');
    const body = { kind: 'renewal' as const, payer: 'client' as const };
    const params = { id: known.id };
    expect(await refusalsOf(api.call(walk.key, openOrder, { params, body }))).toEqual(ruled('order.window_not_open'));
    await api.moveClock('2027-08-01T03:20:00.000Z');
    expect(await walk.read(known.id)).toMatchObject({ stage: 'renewal_due' });
    const order = await api.call(walk.key, openOrder, { params, body });
    expect(order).toMatchObject({ number: 2, kind: 'renewal', state: 'preparing', naming: 'unchanged' });
    expect(await refusalsOf(walk.applyToOrder(known.id, 'application_submitted'))).toEqual(
      ruled('prerequisite.not_accepted'),
    );
    await walk.acceptPapers(known, order.id);
    await walk.applyToOrder(known.id, 'application_submitted');
    const now = await walk.read(known.id);
    expect(now).toMatchObject({ state: 'live', stage: 'renewal_in_progress', verification: { untilOn: '2027-09-28' } });
    const fee = { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'bank_transfer', paidOn: '2027-08-01' };
    expect(await refusalsOf(walk.applyToOrder(known.id, 'fee_paid', { facts: fee }))).toEqual(
      ruled('fee.receiving_number_missing'),
    );
    await walk.applyToOrder(known.id, 'fee_paid', { facts: { ...fee, receivingNumber: '3300 1617 8000 5300 0001' } });
    const failed = { evidence: { rank: 'wechat_api' }, facts: { reason: '材料不实' } };
    expect(await walk.applyToOrder(known.id, 'qualification_failed', failed)).toMatchObject({
      state: 'failed',
      qualification: 'failed',
    });
    expect((await walk.read(known.id)).verification).toMatchObject({ qualification: 'passed', untilOn: '2027-09-28' });
  });

  test('say what they cost before the application goes in, null only where no rule knows', async () => {
    const known = await walk.caseAt('preparing');
    const fee = { amountMinor: 300_00, currency: 'CNY' };
    expect(known.order).toMatchObject({ state: 'preparing', fee });
    const { items } = await api.call(walk.key, listOrders, { params: { id: known.id }, query: {} });
    expect(items).toMatchObject([{ fee }]);
    const overseas = await preparingFor('overseas_enterprise', 'ES');
    expect(overseas.order).toMatchObject({ state: 'preparing', fee: { amountMinor: 99_00, currency: 'USD' } });
    const unknown = await preparingFor('sole_proprietor', 'CN');
    expect(unknown.order).toMatchObject({ state: 'preparing', fee: null });
  });

  test('are passed by a screenshot that its author answers for, never by a made-up file or by signing twice', async () => {
    const known = await walk.caseAt('in_review');
    const owner = agency.apiKeys.owner;
    const pass = (evidence: object, key = owner) =>
      walk.applyToOrder(known.id, 'qualification_passed', { evidence, facts: { expiresOn: '2027-09-28' } }, key);
    const made = { rank: 'screenshot', fileId: '01890a5d-ac96-774b-8cce-b302099a8057' };
    expect(await refusalsOf(pass(made))).toEqual(ruled('evidence.file_unknown'));
    const signedBy = (countersignedBy: string) => ({ rank: 'typed', note: 'they called', countersignedBy });
    for (const signer of [agency.actors.owner.id, known.id])
      expect(await refusalsOf(pass(signedBy(signer)))).toEqual(ruled('evidence.countersigner_invalid'));
    const acknowledgements = [{ code: 'name.doubtful', reason: 'asked', evidenceId: made.fileId }];
    expect(
      await refusalsOf(walk.applyToOrder(known.id, 'auditor_called', { facts: { answered: true }, acknowledgements })),
    ).toEqual(ruled('evidence.file_unknown'));
    await pass({ rank: 'screenshot', note: 'the account page on mp.weixin.qq.com' });
    expect((await walk.read(known.id)).verification).toMatchObject({
      provenance: 'screenshot',
      status: 'verified_without_name',
    });

    const second = await walk.caseAt('in_review');
    const facts = { expiresOn: '2027-09-28' };
    const evidence = signedBy(agency.actors.manager.id);
    await walk.applyToOrder(second.id, 'qualification_passed', { evidence, facts }, owner);
    expect((await walk.read(second.id)).verification).toMatchObject({ provenance: 'typed_countersigned' });
  });

  test('leave no way out unseen: an account that WeChat calls verified after its order failed is live', async () => {
    const known = await walk.caseAt('in_review');
    await walk.applyToOrder(known.id, 'qualification_failed', { facts: { reason: '材料不实' } });
    const evidence = { rank: 'wechat_event' };
    await walk.applyToOrder(known.id, 'qualification_passed', { evidence, facts: { expiresOn: '2027-09-28' } });
    const held = await walk.read(known.id);
    expect(held).toMatchObject({ state: 'proving_subject', verification: { status: 'unverified' } });
    expect(held.verification.conflict).toMatchObject({ code: 'order.final_state_differs' });
    const reason = 'Tencent took the refusal back';
    const settled = await walk.apply(known.id, 'verification_conflict_resolved', {
      facts: { keep: 'observed' },
      reason,
    });
    expect(settled).toMatchObject({
      state: 'live',
      verification: { provenance: 'wechat_event', untilOn: '2027-09-28' },
    });
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id }, query: { limit: 2 } });
    expect(items.map(({ kind }) => kind)).toEqual(['subject_proven', 'verification_conflict_resolved']);
  });

  test('take no payment of a day to come, and WeChat’s notice whenever it comes, paying once', async () => {
    const known = await walk.caseAt('awaiting_fee');
    const fee = (paidOn: string) => ({
      facts: { amount: { amountMinor: 300_00, currency: 'CNY' }, means: 'wechat_pay', paidOn },
    });
    const today = known.stateSince.slice(0, 10);
    const tomorrow = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10);
    expect(await refusalsOf(walk.applyToOrder(known.id, 'fee_paid', fee(tomorrow)))).toEqual(
      ruled('time.day_in_future'),
    );
    const notice = { ...fee(today), evidence: { rank: 'wechat_event' } };
    const paid = await walk.applyToOrder(known.id, 'fee_paid', notice);
    expect(paid).toMatchObject({ state: 'awaiting_dispatch', payment: { paidOn: today } });
    const again = await walk.applyToOrder(known.id, 'fee_paid', notice);
    expect(again).toMatchObject({ state: 'awaiting_dispatch', payment: paid.payment });
    const cancelled = await walk.caseAt('awaiting_fee');
    await walk.applyToOrder(cancelled.id, 'order_cancelled');
    expect(await walk.applyToOrder(cancelled.id, 'fee_paid', notice)).toMatchObject({ state: 'cancelled' });
    expect((await walk.read(cancelled.id)).verification.conflict).toMatchObject({ code: 'order.final_state_differs' });
  });

  test('name the source of a rule in the language of the reader', async () => {
    const known = await walk.caseAt('awaiting_fee');
    const sourcesIn = async (language: string) => {
      const read = await api.call(
        walk.key,
        getRegistration,
        { params: { id: known.id } },
        { headers: { 'Accept-Language': language } },
      );
      const refusals = read.availableEvents.flatMap((offered) => offered.refusals);
      return {
        sources: [...read.deadlines.map(({ rule }) => rule?.source), read.counters.subject?.rule?.source],
        messages: refusals.map(({ message }) => message),
      };
    };
    const [zh, en] = [await sourcesIn('zh-CN'), await sourcesIn('en')];
    expect(zh.sources.length).toBeGreaterThan(0);
    for (const text of [...zh.sources, ...zh.messages]) expect(text).toMatch(/\p{Script=Han}/u);
    for (const text of en.sources) expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  test('are listed newest first, page by page', async () => {
    const known = await walk.caseAt('awaiting_fee');
    const params = { id: known.id };
    await walk.applyToOrder(known.id, 'order_cancelled');
    await api.call(walk.key, openOrder, { params, body: { kind: 'first', payer: 'client' } });
    const first = await api.call(walk.key, listOrders, { params, query: { limit: 1 } });
    expect(first.items.map(({ number }) => number)).toEqual([2]);
    const cursor = first.nextCursor ?? '';
    const second = await api.call(walk.key, listOrders, { params, query: { limit: 1, cursor } });
    expect(second).toMatchObject({ items: [{ number: 1, state: 'cancelled' }], nextCursor: null });
    expect(second.items[0]?.closedAt).not.toBeNull();
  });
});
