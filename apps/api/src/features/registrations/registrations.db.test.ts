import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  listEmails,
  listHistory,
  listOrders,
  listPrerequisites,
  openOrder,
  recordSignOff,
  releaseEmail,
  reserveEmail,
  reviewPrerequisite,
  setAdmin,
  updateRegistration,
} from '@daiban/contracts';
import { EVENT_FACTS, ORDER_EVENT_FACTS, replayHistory, type ReplayEntry } from '@daiban/domain';
import { v7 } from 'uuid';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { HistoryRepository } from '../history/history.repository.js';
import { verifyChain } from '../history/history-chain.js';
import { CaseWalk, unique } from './testing/case-walk.js';
import { refusalsOf, ruled } from './testing/refusals-of.js';

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

/** Looks behind the fences. */
const rowsOf = (sql: string, values: readonly unknown[] = []) =>
  runAsSuperuser<Record<string, unknown>>(api.database, sql, values);

/** Entries of a case from the oldest on, as they are stored. */
async function historyOf(id: string) {
  const { items } = await api.call(walk.key, listHistory, { params: { id }, query: { limit: 200 } });
  return items.toReversed();
}

describe('the whole way of an account on the verification route', () => {
  test('meets every guard, and goes on once what it asked for is there', async () => {
    const known = await walk.openCase();
    const { id } = known;
    expect(known).toMatchObject({
      state: 'draft',
      stage: 'draft',
      version: 1,
      holder: 'agency',
      rulebookVersion: null,
    });
    expect(known.journey.map(({ stage, outcome }) => [stage, outcome]).slice(0, 2)).toEqual([
      ['draft', 'current'],
      ['prerequisites', 'expected'],
    ]);
    expect(await refusalsOf(walk.apply(id, 'information_submitted'))).toEqual(ruled('state.not_possible'));

    let now = await walk.apply(id, 'advice_accepted');
    expect(now).toMatchObject({ state: 'awaiting_prerequisites', version: 2, holder: 'client' });
    expect(now.rulebookVersion).not.toBeNull();
    expect(now.counters.subject).toMatchObject({ reserved: 0, planned: 0 });
    expect(await refusalsOf(walk.apply(id, 'prerequisites_completed'))).toEqual(
      ruled('prerequisite.not_accepted', 'sign_off.missing'),
    );
    await walk.nameAdmin(now);
    await walk.acceptPapers(now);
    await walk.signOff(now);
    now = await walk.apply(id, 'prerequisites_completed');
    expect(now).toMatchObject({ state: 'awaiting_email', stage: 'email' });
    expect(await refusalsOf(walk.apply(id, 'email_confirmed', { facts: { controlProven: true } }))).toEqual(
      ruled('email.not_checked'),
    );
    now = await walk.advance(now, 'awaiting_admin_verification');
    expect(now.accountEmail).toMatchObject({ state: 'in_use', reservedUntil: null });
    expect(now.deadlines.map(({ kind }) => kind)).toContain('half_registration');
    expect(await refusalsOf(walk.apply(id, 'admin_verified'))).toEqual(ruled('admin.scan_not_seen'));
    now = await walk.apply(id, 'admin_verified', { facts: { scanSeen: true } });
    now = await walk.apply(id, 'information_submitted', { facts: { payer: 'client' } });
    expect(now).toMatchObject({
      state: 'proving_subject',
      stage: 'fee',
      order: { state: 'preparing', number: 1, kind: 'first' },
    });

    await walk.applyToOrder(id, 'application_submitted');
    now = await walk.read(id);
    expect(now).toMatchObject({
      holder: 'client',
      order: { state: 'awaiting_fee', fee: { amountMinor: 300_00, currency: 'CNY' } },
    });
    const wrong = { amount: { amountMinor: 299_00, currency: 'CNY' }, means: 'wechat_pay', paidOn: '2026-09-28' };
    expect(await refusalsOf(walk.applyToOrder(id, 'fee_paid', { facts: wrong }))).toEqual(ruled('fee.amount_differs'));
    now = await walk.advance(now, 'in_review');
    expect(now).toMatchObject({ stage: 'review', holder: 'tencent' });
    expect(now.expectedRange).not.toBeNull();

    const back = await walk.applyToOrder(id, 'supplement_requested', {
      evidence: { rank: 'typed', note: 'the auditor wrote' },
      facts: { reason: '营业执照不清晰', dueOn: '2026-10-20' },
    });
    expect(back).toMatchObject({ state: 'awaiting_supplement', dueOn: '2026-10-20', chancesLeft: back.chancesTotal });
    const again = await walk.applyToOrder(id, 'supplement_submitted');
    expect(again).toMatchObject({ state: 'in_review', chancesLeft: (back.chancesTotal ?? 0) - 1 });

    const typed = { evidence: { rank: 'typed' as const, note: 'I think so' } };
    await walk.applyToOrder(id, 'qualification_passed', { ...typed, evidence: { rank: 'wechat_api' } });
    now = await walk.read(id);
    expect(now).toMatchObject({
      state: 'live',
      stage: 'live',
      order: { state: 'passed', qualification: 'passed' },
      verification: { status: 'verified_without_name', untilOn: '2027-09-28', provenance: 'assumed' },
    });
    expect(now.liveAt).not.toBeNull();
    await walk.applyToOrder(id, 'naming_passed', {
      evidence: { rank: 'wechat_api' },
      facts: { expiresAt: '2027-09-30T16:00:00Z' },
    });
    now = await walk.read(id);
    expect(now.verification).toMatchObject({
      status: 'verified',
      until: '2027-09-30T16:00:00.000Z',
      provenance: 'wechat_api',
    });
    expect(now.journey.map(({ stage }) => stage)).toEqual([
      'draft',
      'prerequisites',
      'email',
      'admin_verification',
      'ready',
      'fee',
      'review',
      'supplement',
      'review',
      'live',
    ]);
    expect(now.journey.at(-1)).toMatchObject({ outcome: 'current' });
  });

  test('keeps every step in a chained history that replays to the states it has', async () => {
    const known = await walk.caseAt('live');
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, known.id);
    expect(verifyChain(chain)).toBeNull();
    const entries = await historyOf(known.id);
    expect(entries.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => index + 1));
    const events = entries.filter(({ kind }) => kind in EVENT_FACTS || kind in ORDER_EVENT_FACTS);
    const replayed = replayHistory(
      events.map(
        ({ kind, orderId, from, to, payload }) =>
          ({ type: kind, orderId, from, to, outcome: payload['outcome'] }) as ReplayEntry,
      ),
    );
    expect(replayed.state).toBe('live');
    expect([...replayed.orders.values()]).toEqual(['passed']);
    const rows = await rowsOf(
      'SELECT encode(history_head, $1) AS head, history_length, version FROM registration WHERE id = $2',
      ['hex', known.id],
    );
    expect(rows[0]).toMatchObject({
      head: Buffer.from(chain.at(-1)?.hash ?? []).toString('hex'),
      history_length: chain.length,
      version: known.version,
    });
  });
});

describe('who was quicker', () => {
  test('a stale version is a conflict, whether the event would be allowed or not', async () => {
    const known = await walk.openCase();
    await walk.apply(known.id, 'advice_accepted');
    const stale = { expectedVersion: known.version };
    expect(await refusalsOf(walk.apply(known.id, 'advice_accepted', stale))).toEqual({
      status: 409,
      codes: ['version.conflict'],
    });
    expect(await refusalsOf(walk.apply(known.id, 'subject_proven', stale))).toEqual({
      status: 409,
      codes: ['version.conflict'],
    });
  });

  test('an order has a version of its own', async () => {
    const known = await walk.caseAt('awaiting_fee');
    expect(await refusalsOf(walk.applyToOrder(known.id, 'order_cancelled', { expectedVersion: 1 }))).toEqual({
      status: 409,
      codes: ['version.conflict'],
    });
  });
});

describe('two agencies', () => {
  test('do not see or move each other, and cannot tell a foreign id from a missing one', async () => {
    const known = await walk.caseAt('awaiting_fee');
    const other = new CaseWalk(api, await api.createAgency('Harbour'));
    const paper = (await api.call(walk.key, listPrerequisites, { params: { id: known.id } })).items[0]?.id ?? '';
    const person = known.admin?.personId ?? '';
    const contact = await walk.contactOf(known.client.id);
    const own = await other.openCase();
    const asked = (id: string, order: string, item: string) => [
      other.read(id),
      other.apply(id, 'advice_accepted', { expectedVersion: 1 }),
      api.call(other.key, listOrders, { params: { id } }),
      api.call(other.key, listPrerequisites, { params: { id } }),
      api.call(other.key, openOrder, { params: { id }, body: { kind: 'first', payer: 'client' } }),
      api.call(other.key, updateRegistration, { params: { id }, body: { expectedVersion: 1, followers: 3 } }),
      api.call(other.key, reserveEmail, { params: { id }, body: { email: `x${unique()}@y.test` } }),
      api.call(other.key, releaseEmail, { params: { id } }),
      api.call(other.key, reviewPrerequisite, { params: { id: item }, body: { decision: 'accept' } }),
      api.call(other.key, setAdmin, {
        params: { id },
        body: { personId: person, isLegalRepresentative: true, expectedVersion: 1 },
      }),
      api.call(other.key, recordSignOff, {
        params: { id },
        body: { contactId: contact, textVersion: '1', choices: [] },
      }),
      order,
    ];
    for (const call of asked(known.id, known.order?.id ?? '', paper)) {
      if (typeof call === 'string') continue;
      expect(await refusalsOf(call)).toEqual({ status: 404, codes: ['resource.not_found'] });
    }
    for (const call of asked(v7(), v7(), v7())) {
      if (typeof call === 'string') continue;
      expect(await refusalsOf(call)).toEqual({ status: 404, codes: ['resource.not_found'] });
    }
    const foreignAdmin = { personId: person, isLegalRepresentative: true, expectedVersion: own.version };
    expect(await refusalsOf(api.call(other.key, setAdmin, { params: { id: own.id }, body: foreignAdmin }))).toEqual(
      ruled('person.not_found'),
    );
    expect(await refusalsOf(other.openCase({ clientId: known.client.id }))).toEqual(ruled('client.not_found'));
    expect(await walk.read(known.id)).toEqual(known);
  });
});

describe('ways out', () => {
  test('a withdrawn case frees its slots and leaves its address to be checked', async () => {
    const known = await walk.caseAt('awaiting_admin_verification');
    const ended = await walk.apply(known.id, 'registration_withdrawn', { reason: 'the client gave up' });
    expect(ended).toMatchObject({ state: 'withdrawn', stage: 'closed', holder: 'none', accountEmail: null });
    const slots = await rowsOf('SELECT id FROM slot WHERE registration_id = $1', [known.id]);
    expect(slots).toEqual([]);
    const { items } = await api.call(walk.key, listEmails, { query: { q: known.accountEmail?.address ?? '' } });
    expect(items).toMatchObject([{ state: 'recheck', registration: null }]);
    const offered = ended.availableEvents.filter(({ allowed }) => allowed).map(({ event }) => event);
    expect(offered).not.toEqual(expect.arrayContaining(['restarted']));
    expect(offered).not.toEqual(expect.arrayContaining(['case_paused']));
  });

  test('a lapsed case begins again with its papers', async () => {
    const known = await walk.caseAt('preparing');
    const lapsed = await walk.apply(known.id, 'registration_lapsed', { reason: 'given up for now' });
    expect(lapsed).toMatchObject({ state: 'lapsed', order: { state: 'cancelled' } });
    const again = await walk.apply(known.id, 'restarted');
    expect(again).toMatchObject({ state: 'awaiting_prerequisites', submittedAt: null });
  });
});
