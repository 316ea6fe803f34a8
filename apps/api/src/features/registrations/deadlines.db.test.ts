import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { listHistory, listOrders, type RegistrationCase } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { DeadlinesSweep } from './deadlines.sweep.js';
import { CaseWalk } from './testing/case-walk.js';
import { importCase } from './testing/import-case.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(120_000);

/** Ten months after the demo's first moment, Monday 28 September 2026. */
const MUCH_LATER = '2027-07-28T03:20:00.000Z';
/** The first moments after the last of 30 and of 10 days, in Shanghai. */
const AFTER_30_DAYS = '2026-10-28T16:00:00.000Z';
const AFTER_10_DAYS = '2026-10-08T16:00:00.000Z';

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api?.stop());

const historyOf = async (id: string) => (await api.call(walk.key, listHistory, { params: { id } })).items;
/** What the clock did; that an address went free is another clock's. */
const told = async (id: string) =>
  (await historyOf(id))
    .filter(
      ({ voice, kind }) => voice === 'the_clock' && kind !== 'email_reservation_ended' && kind !== 'review_mail_sent',
    )
    .map(({ kind, visibility, occurredAt }) => [kind, visibility, occurredAt]);
const transfer = async (): Promise<RegistrationCase> => {
  const known = await walk.caseAt('ready_to_submit', { route: 'small_transfer' });
  const transferAmount = { amountMinor: 37, currency: 'CNY' };
  return walk.apply(known.id, 'information_submitted', { facts: { payer: 'client', transferAmount } });
};

describe('when time is over', () => {
  test('each case ends where it would have ended, once, dated by its last day, and the client can read it', async () => {
    const scan = await walk.caseAt('awaiting_admin_verification');
    const ready = await walk.caseAt('ready_to_submit');
    const paused = await walk.caseAt('awaiting_admin_verification');
    await walk.apply(paused.id, 'case_paused', { reason: 'the client is away' });
    const unpaid = await walk.caseAt('awaiting_fee');
    const paid = await walk.caseAt('in_review');
    const waiting = await transfer();
    const sent = await transfer();
    const { subject, proof } = await walk.read(sent.id);
    await walk.apply(sent.id, 'transfer_sent', {
      facts: { amount: proof.transferAmount, payerName: subject.name, sentOn: '2026-09-28' },
    });
    const before = await walk.caseAt('awaiting_prerequisites');

    // Two workers look at the same moment, and again later.
    await api.moveClock(MUCH_LATER);
    const sibling = await startTestApi({}, api.database);
    await Promise.all([api.tick(), sibling.app.get(DeadlinesSweep, { strict: false }).run()]);
    await sibling.stop();
    await api.tick();

    for (const { id } of [scan, ready, paused]) {
      const lapsed = await walk.read(id);
      expect(lapsed).toMatchObject({ state: 'lapsed', stage: 'lapsed', stateSince: AFTER_30_DAYS });
      expect(lapsed).toMatchObject({ holder: 'agency', deadlines: [] });
      expect(await told(id)).toEqual([['registration_lapsed', 'client', AFTER_30_DAYS]]);
    }
    expect(await walk.read(unpaid.id)).toMatchObject({ state: 'lapsed', holder: 'agency', deadlines: [] });
    expect((await api.call(walk.key, listOrders, { params: { id: unpaid.id } })).items).toMatchObject([
      { state: 'cancelled' },
    ]);
    // The client had it until the transfer's last day.
    expect(await walk.read(waiting.id)).toMatchObject({
      state: 'lapsed',
      holder: 'agency',
      holderSince: AFTER_10_DAYS,
    });
    expect((await told(waiting.id)).toReversed()).toEqual([
      ['subject_proof_failed', 'client', AFTER_10_DAYS],
      ['registration_lapsed', 'client', AFTER_30_DAYS],
    ]);

    // What is paid is Tencent's to answer, and nothing runs before Tencent knows the address.
    expect(await walk.read(paid.id)).toMatchObject({
      state: 'proving_subject',
      holder: 'tencent',
      deadlines: [{ kind: 'verification_route', on: '2026-10-28', passed: true }],
    });
    expect(await walk.read(sent.id)).toMatchObject({
      state: 'proving_subject',
      holder: 'tencent',
      proof: { state: 'transfer_sent' },
    });
    expect(await walk.read(before.id)).toMatchObject({ state: 'awaiting_prerequisites' });
    for (const { id } of [paid, sent, before]) expect(await told(id)).toEqual([]);
  });

  test('of a case from a sheet, it only shows: nobody saw its clock start', async () => {
    const { id: clientId } = await walk.openClient();
    const facts = { state: 'proving_subject', submittedOn: '2026-09-01' };
    const id = await importCase(api, agency, clientId, facts);
    await api.tick();
    expect(await walk.read(id)).toMatchObject({
      state: 'proving_subject',
      deadlines: [{ kind: 'verification_route', on: '2026-10-01', passed: true }],
    });
    // A route that we changed ourselves is a clock of ours.
    await walk.apply(id, 'route_changed', { reason: 'quicker', facts: { route: 'small_transfer' } });
    await api.moveClock('2027-08-08T03:20:00.000Z');
    await api.tick();
    const failed = { state: 'proving_subject', proof: { state: 'failed' }, holder: 'agency', deadlines: [] };
    expect(await walk.read(id)).toMatchObject(failed);
  });

  test('a transfer that failed leaves the registration’s own days for another route', async () => {
    const known = await transfer();
    await api.moveClock('2027-08-18T15:59:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({
      holder: 'client',
      proof: { state: 'running' },
      deadlines: [{ kind: 'small_transfer', on: '2027-08-18', passed: false }],
    });
    await api.moveClock('2027-08-18T16:00:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({
      state: 'proving_subject',
      holder: 'agency',
      proof: { state: 'failed' },
      deadlines: [{ kind: 'half_registration', on: '2027-09-07', passed: false }],
    });
    const facts = { route: 'wechat_verification', payer: 'agency' };
    await walk.apply(known.id, 'route_changed', { reason: 'the bank cannot send it', facts });
    await api.moveClock('2027-09-10T03:20:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({ state: 'proving_subject', stage: 'fee' });
  });
});
