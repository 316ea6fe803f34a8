import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ProblemError, RegistrationCase } from '@daiban/contracts';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from './testing/case-walk.js';

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

const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown as ProblemError,
  );
  return error && `${error.problem.status} ${error.problem.code}`;
};
const AMOUNT = { amountMinor: 17, currency: 'CNY' };
const sent = (known: RegistrationCase) => ({
  facts: { amount: AMOUNT, payerName: known.subject.name, sentOn: '2026-09-28' },
});
const submit = (known: RegistrationCase) =>
  walk.apply(known.id, 'information_submitted', {
    facts: { transferAmount: AMOUNT },
    acknowledgements: [{ code: 'quota.subject_planned', reason: 'the client decides which is first' }],
  });

async function twoOfOneSubject(): Promise<[RegistrationCase, RegistrationCase]> {
  const first = await walk.openCase({ route: 'small_transfer' });
  const { type, name, code, countryCode } = first.subject;
  const subject = { type, name, code, countryCode, licenceOf: 'client' as const };
  const second = await walk.openCase({ route: 'small_transfer', subject });
  const acknowledgements = [{ code: 'quota.subject_planned', reason: 'the client decides which is first' }];
  await walk.apply(first.id, 'advice_accepted');
  await walk.apply(second.id, 'advice_accepted', { acknowledgements });
  const at = async (known: RegistrationCase) => walk.advance(await walk.read(known.id), 'ready_to_submit');
  return [await at(first), await at(second)];
}
const running = () =>
  runAsSuperuser<{ registration_id: string }>(api.database, 'SELECT registration_id FROM running_transfer');

describe('the small transfer', () => {
  test('proves a subject without a fee; live is not verified', async () => {
    const known = await walk.caseAt('ready_to_submit', { route: 'small_transfer' });
    const submitted = await submit(known);
    expect(submitted).toMatchObject({ state: 'proving_subject', stage: 'proof', holder: 'client', order: null });
    expect(submitted.proof).toMatchObject({ state: 'running', transferAmount: AMOUNT });
    const wrong = { facts: { ...sent(known).facts, amount: { amountMinor: 18, currency: 'CNY' } } };
    expect(await refusal(walk.apply(known.id, 'transfer_sent', wrong))).toBe('422 transfer.wrong_amount');
    const under = await walk.apply(known.id, 'transfer_sent', sent(known));
    expect(under).toMatchObject({ holder: 'tencent', proof: { state: 'transfer_sent' } });
    const live = await walk.apply(known.id, 'subject_proven', { evidence: { rank: 'wechat_api' } });
    expect(live).toMatchObject({
      state: 'live',
      stage: 'live',
      verification: { status: 'unverified' },
      proof: { state: 'accepted' },
    });
    expect((await running()).map((row) => row.registration_id)).not.toContain(known.id);
  });

  test('runs once a subject: of two cases submitted at once one gets it', async () => {
    const [first, second] = await twoOfOneSubject();
    const answers = await Promise.all([refusal(submit(first)), refusal(submit(second))]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    const lost = answers[0] === null ? second : first;
    expect(answers.find((answer) => answer !== null)).toMatch(/transfer\.already_running$/);
    expect(await refusal(submit(lost))).toMatch(/transfer\.already_running$/);
  });

  test('a failed one frees its place, and the route can be changed to the one with a fee', async () => {
    const known = await walk.caseAt('ready_to_submit', { route: 'small_transfer' });
    await submit(known);
    const failed = await walk.apply(known.id, 'subject_proof_failed', {
      facts: { cause: 'wrong_name' },
      evidence: { rank: 'wechat_api' },
    });
    expect(failed).toMatchObject({ holder: 'agency', proof: { state: 'failed' } });
    expect((await running()).map((row) => row.registration_id)).not.toContain(known.id);
    const changed = await walk.apply(known.id, 'route_changed', {
      reason: 'the bank cannot send it',
      facts: { route: 'wechat_verification', payer: 'agency' },
    });
    expect(changed).toMatchObject({
      route: 'wechat_verification',
      stage: 'fee',
      order: { state: 'preparing', payer: 'agency' },
    });
  });
});

describe('the next-update promise', () => {
  test('counts from the last news the client can read, and not from what only we know', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    const before = known.promise?.by ?? '';
    await api.moveClock('2026-10-09T03:20:00.000Z');
    expect((await walk.read(known.id)).promise).toMatchObject({ by: before, broken: true });
    const assigned = await walk.nameAdmin(await walk.read(known.id));
    expect(assigned.promise?.by).toBe(before);
    const told = await walk.apply(known.id, 'case_paused', { reason: 'the client is away' });
    expect(told.promise).toBeNull();
    const resumed = await walk.apply(known.id, 'case_resumed');
    const heard = await walk.acceptPapers(resumed).then(() => walk.read(known.id));
    expect(heard.promise).toMatchObject({ broken: false });
    expect(heard.promise?.by.localeCompare('2026-10-09')).toBe(1);
    expect(heard.holderSince.localeCompare(known.holderSince)).toBe(heard.holder === known.holder ? 0 : 1);
  });
});
