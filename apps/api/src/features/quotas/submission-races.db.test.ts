import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  applyQuotaRaiseEvent,
  getPerson,
  getSubject,
  requestQuotaRaise,
  type RegistrationCase,
} from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

// Eight cases are walked to their last look, then all of them submit at once.
jest.setTimeout(240_000);

const RACERS = 8;
const PLANNED = { acknowledgements: [{ code: 'quota.subject_planned', reason: 'whoever is ready first' }] };

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

const submit = (known: RegistrationCase, more: object) =>
  walk.apply(known.id, 'information_submitted', { facts: { payer: 'client' }, ...PLANNED, ...more }).then(
    () => null,
    (error: { problem: { status: number; code: string } }) => `${error.problem.status} ${error.problem.code}`,
  );

/** Submits all at once, and whoever lost a place in that very moment once more, until nobody gets in any longer. */
async function race(
  cases: readonly RegistrationCase[],
  more: object = {},
): Promise<{ won: RegistrationCase[]; answers: Set<string> }> {
  const won: RegistrationCase[] = [];
  const answers = new Set<string>();
  let waiting = [...cases];
  for (let round = 0; round < RACERS && waiting.length > 0; round++) {
    const outcomes = await Promise.all(waiting.map((known) => submit(known, more)));
    won.push(...waiting.filter((_, index) => outcomes[index] === null));
    for (const outcome of outcomes) if (outcome !== null) answers.add(outcome);
    waiting = waiting.filter((_, index) => outcomes[index]?.startsWith('409'));
  }
  return { won, answers };
}

describe('of eight cases that submit at once', () => {
  test('two get the places of one company, whoever their clients are', async () => {
    const first = await walk.openCase();
    const { type, name, code, countryCode } = first.subject;
    const subject = { type, name, code, countryCode, licenceOf: 'client' as const };
    const cases = [first];
    while (cases.length < RACERS) cases.push(await walk.openCase({ subject }));
    for (const known of cases) await walk.apply(known.id, 'advice_accepted', PLANNED);
    const ready: RegistrationCase[] = [];
    for (const known of cases) ready.push(await walk.advance(await walk.read(known.id), 'ready_to_submit'));
    const { won, answers } = await race(ready);
    expect(won).toHaveLength(2);
    expect([...answers].filter((answer) => !/^409 slot\.taken$|^422 quota\.subject_full$/.test(answer))).toEqual([]);
    const { slots } = await api.call(walk.key, getSubject, { params: { id: first.subject.id } });
    expect(slots).toMatchObject({ reserved: 2, planned: 6, limit: 2 });

    // A lapsed one gives its place back, to one of the six.
    const [lapsed] = won;
    await api.moveClock('2026-11-15T03:20:00.000Z');
    await walk.apply(lapsed?.id ?? '', 'registration_lapsed', { reason: 'the days are over' });
    const late = ready.filter((known) => !won.includes(known));
    expect((await race(late)).won).toHaveLength(1);
  });

  test('one gets the small transfer of its company, however many places there are', async () => {
    const first = await walk.openCase({ route: 'small_transfer' });
    const { type, name, code, countryCode } = first.subject;
    const subject = { type, name, code, countryCode, licenceOf: 'client' as const };
    const params = { id: first.subject.id };
    const acknowledgements = [{ code: 'quota_raise.limit_not_reached', reason: 'all eight at once' }];
    const asked = { reason: 'eight brands', acknowledgements };
    const raise = await api.call(walk.key, requestQuotaRaise, { params, body: asked });
    await api.call(walk.key, applyQuotaRaiseEvent, {
      params: { id: raise.id },
      body: {
        event: 'raise_granted',
        expectedVersion: raise.version,
        facts: { grantedAccounts: 10 },
        evidence: { rank: 'screenshot' },
      },
    });
    const cases = [first];
    while (cases.length < RACERS) cases.push(await walk.openCase({ route: 'small_transfer', subject }));
    const ready: RegistrationCase[] = [];
    for (const known of cases) ready.push(await walk.advance(known, 'ready_to_submit'));
    const transferAmount = { amountMinor: 17, currency: 'CNY' };
    const { won, answers } = await race(ready, { facts: { transferAmount } });
    expect(won).toHaveLength(1);
    expect([...answers].filter((answer) => !/^409 slot\.taken$|transfer\.already_running$/.test(answer))).toEqual([]);

    const [winner, ...others] = [...won, ...ready.filter((known) => !won.includes(known))];
    await walk.apply(winner?.id ?? '', 'subject_proof_failed', {
      facts: { cause: 'wrong_name' },
      evidence: { rank: 'wechat_api' },
    });
    expect((await race(others, { facts: { transferAmount } })).won).toHaveLength(1);
    // The failed one cannot begin a second beside it by changing its route back.
    await walk.apply(winner?.id ?? '', 'route_changed', {
      reason: 'the bank cannot send it',
      facts: { route: 'wechat_verification', payer: 'client' },
    });
    const back = walk.apply(winner?.id ?? '', 'route_changed', {
      reason: 'it can after all',
      facts: { route: 'small_transfer', transferAmount },
    });
    expect((await refusalsOf(back)).codes).toContain('transfer.already_running');
  });

  test('five get the places on one admin’s ID and phone, whatever the company', async () => {
    const admin = await walk.addPerson();
    const ready: RegistrationCase[] = [];
    for (let n = 0; n < RACERS; n++) {
      const begun = await walk.apply((await walk.openCase()).id, 'advice_accepted');
      ready.push(await walk.advance(await walk.nameAdmin(begun, admin), 'ready_to_submit'));
    }
    const { won, answers } = await race(ready);
    expect(won).toHaveLength(5);
    expect([...answers].filter((answer) => !/^409 slot\.taken$|^422 quota\.admin_/.test(answer))).toEqual([]);
    const { counters } = await api.call(walk.key, getPerson, { params: { id: admin.id } });
    expect(counters.adminId).toMatchObject({ reserved: 5, planned: 3, limit: 5 });
    expect(counters.adminPhone).toMatchObject({ reserved: 5, planned: 3, limit: 5 });
    expect(counters.adminWechat).toMatchObject({ reserved: 5, planned: 3, limit: 50 });
    const sixth = ready.find((known) => !won.includes(known)) as RegistrationCase;
    const again = walk.apply(sixth.id, 'information_submitted', { facts: { payer: 'client' } });
    expect(await refusalsOf(again)).toEqual(ruled('quota.admin_id_full', 'quota.admin_phone_full'));
  });
});
