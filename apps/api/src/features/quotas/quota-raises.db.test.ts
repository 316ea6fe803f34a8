import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  applyQuotaRaiseEvent,
  getSubject,
  listQuotaRaises,
  requestQuotaRaise,
  updateSubject,
  type OperationInput,
  type QuotaRaise,
  type RegistrationCase,
} from '@daiban/contracts';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { importCase } from '../registrations/testing/import-case.js';
import { problemOf, refusalsOf, ruled } from '../registrations/testing/refusals-of.js';

jest.setTimeout(120_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

type Request = OperationInput<typeof requestQuotaRaise>['body'];
/** Asked for although a place is free, with a person's word for it. */
const EARLY = { acknowledgements: [{ code: 'quota_raise.limit_not_reached', reason: '同时为两个品牌申请' }] };
type Answer = OperationInput<typeof applyQuotaRaiseEvent>['body'];
const request = (subjectId: string, more: Partial<Request> = {}, key = walk.key) =>
  api.call(key, requestQuotaRaise, { params: { id: subjectId }, body: { reason: '为新品牌开设服务号', ...more } });
const answer = ({ id, version }: QuotaRaise, event: Answer['event'], more: Partial<Answer> = {}, key = walk.key) =>
  api.call(key, applyQuotaRaiseEvent, {
    params: { id },
    body: {
      event,
      expectedVersion: version,
      evidence: { rank: 'screenshot', note: 'the console' },
      ...(event === 'raise_granted' && { facts: { grantedAccounts: 1 } }),
      ...more,
    },
  });
const slotsOf = async (id: string) => (await api.call(walk.key, getSubject, { params: { id } })).slots;
const of = ({ subject }: RegistrationCase) => {
  const { type, name, code, countryCode } = subject;
  return { type, name, code, countryCode, licenceOf: 'client' as const };
};

/** A company with both its places taken, and a third case of it. */
async function fullSubject() {
  const third = await walk.openCase();
  const { client, subject } = third;
  for (let n = 0; n < 2; n++) await importCase(api, agency, client.id, { state: 'live' }, { subject: of(third) });
  return { subjectId: subject.id, third };
}

describe('a third account of a company', () => {
  test('may be begun with a request, submitted with a grant, and the limit is lifted by it', async () => {
    const { subjectId, third } = await fullSubject();
    expect(await refusalsOf(walk.apply(third.id, 'advice_accepted'))).toEqual(ruled('quota.subject_full'));

    const asked = await request(subjectId, { registrationId: third.id });
    expect(asked).toMatchObject({
      state: 'requested',
      registrationId: third.id,
      grantedAccounts: null,
      expected: { fromOn: '2026-09-29', toOn: '2026-10-08', rule: { id: 'quota_raise.working_days' } },
      requestedBy: 'Lantern Bridge specialist',
    });
    await walk.apply(third.id, 'advice_accepted');
    const ready = await walk.advance(await walk.read(third.id), 'ready_to_submit');
    const submit = () => walk.apply(ready.id, 'information_submitted', { facts: { payer: 'client' } });
    expect(await refusalsOf(submit())).toEqual(ruled('quota.raise_not_granted'));

    const approved = await answer(asked, 'raise_pre_approved');
    expect(await refusalsOf(submit())).toEqual(ruled('quota.raise_not_granted'));
    const granted = await answer(approved, 'raise_granted', { reason: '同意增加一个' });
    expect(granted).toMatchObject({ state: 'granted', grantedAccounts: 1, note: '同意增加一个', expected: null });
    expect(await slotsOf(subjectId)).toMatchObject({
      reserved: 2,
      limit: 3,
      limitByRule: 2,
      granted: 1,
      rule: { id: 'quota.subject.enterprise' },
    });
    expect(await submit()).toMatchObject({
      state: 'proving_subject',
      counters: { subject: { reserved: 2, limit: 3, limitByRule: 2, granted: 1 } },
    });
    expect(await slotsOf(subjectId)).toMatchObject({ reserved: 3, limit: 3 });
    const fourth = await walk.openCase({ subject: of(third) });
    expect(await refusalsOf(walk.apply(fourth.id, 'advice_accepted'))).toEqual(ruled('quota.subject_full'));
  });

  test('is refused again once the request is refused', async () => {
    const { subjectId, third } = await fullSubject();
    const asked = await request(subjectId);
    await walk.apply(third.id, 'advice_accepted');
    await walk.apply(third.id, 'reopened', { reason: 'the answer is no', facts: { to: 'draft' } });
    expect(await answer(asked, 'raise_refused')).toMatchObject({ state: 'refused', grantedAccounts: null });
    expect(await refusalsOf(walk.apply(third.id, 'advice_accepted'))).toEqual(ruled('quota.subject_full'));
    expect((await request(subjectId)).state).toBe('requested');
    const { items } = await api.call(walk.key, listQuotaRaises, { params: { id: subjectId } });
    expect(items.map(({ state }) => state)).toEqual(['requested', 'refused']);
  });
});

describe('a request', () => {
  test('is one at a time: of eight callers one gets it', async () => {
    const { subject } = await walk.openCase();
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => request(subject.id, EARLY)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalsOf(request(subject.id, EARLY))).toEqual({ status: 409, codes: ['quota_raise.already_open'] });
  });

  test('waits while an account of the subject is restricted', async () => {
    const known = await walk.openCase();
    await importCase(api, agency, known.client.id, { state: 'restricted' }, { subject: of(known) });
    expect(await refusalsOf(request(known.subject.id, EARLY))).toEqual(ruled('quota_raise.blocked'));
  });

  test('waits while an account of the subject elsewhere is restricted, and no longer', async () => {
    const { subject } = await walk.openCase();
    const elsewhere = async (state: string) => {
      const { version } = await api.call(walk.key, getSubject, { params: { id: subject.id } });
      const accountsElsewhere = [{ accountType: 'subscription' as const, state }];
      const body = { expectedVersion: version, accountsElsewhere };
      return api.call(walk.key, updateSubject, { params: { id: subject.id }, body });
    };
    await elsewhere('长期未使用，已被冻结');
    expect(await refusalsOf(request(subject.id, EARLY))).toEqual(ruled('quota_raise.blocked'));
    await elsewhere('live');
    expect((await request(subject.id, EARLY)).state).toBe('requested');
  });

  test('while a place is free warns, and says which places are taken', async () => {
    const { subject } = await walk.openCase();
    const problem = await problemOf(request(subject.id));
    expect(problem).toMatchObject({
      status: 422,
      refusals: [{ code: 'quota_raise.limit_not_reached', kind: 'soft', rule: { id: 'quota.subject.enterprise' } }],
    });
    expect(problem.refusals?.[0]?.message).toContain('0 of 2 places');
    expect((await request(subject.id, EARLY)).state).toBe('requested');
  });

  test('of a sole proprietor is refused with its rule; a reason too long too; another subject’s case too', async () => {
    const shop = await walk.openCase({
      subject: { type: 'sole_proprietor', name: '小店', code: null, countryCode: 'CN', licenceOf: 'client' },
    });
    expect(await refusalsOf(request(shop.subject.id))).toEqual(ruled('quota_raise.not_open'));
    const { subject } = await walk.openCase();
    expect(await refusalsOf(request(subject.id, { reason: '长'.repeat(201) }))).toEqual(
      ruled('quota_raise.reason_too_long'),
    );
    expect(await refusalsOf(request(subject.id, { registrationId: shop.id }))).toEqual(
      ruled('registration.not_of_subject'),
    );
  });

  test('is told in the subject’s history, whoever answers it', async () => {
    const { subject } = await walk.openCase();
    await answer(await request(subject.id, EARLY), 'raise_granted', { facts: { grantedAccounts: 2 } });
    const kinds = await runAsSuperuser<{ kind: string; voice: string }>(
      api.database,
      `SELECT kind, voice FROM history_entry WHERE record_id = $1 ORDER BY sequence`,
      [subject.id],
    );
    expect(kinds.slice(1)).toEqual([
      { kind: 'quota_raise_requested', voice: 'we_did' },
      { kind: 'quota_raise_granted', voice: 'we_heard' },
    ]);
    expect(await slotsOf(subject.id)).toMatchObject({ limit: 4 });
  });

  test('is answered at the version that was seen, and with evidence', async () => {
    const { subject } = await walk.openCase();
    const asked = await request(subject.id, EARLY);
    const unproven = await problemOf(answer(asked, 'raise_granted', { evidence: undefined }));
    expect(unproven.refusals).toMatchObject([{ code: 'evidence.missing' }]);
    expect(unproven.refusals?.[0]?.message).toContain('“Record a grant”');
    const both = await Promise.allSettled([answer(asked, 'raise_granted'), answer(asked, 'raise_refused')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is granted with a number, which a later look corrects', async () => {
    const { subject } = await walk.openCase();
    const asked = await request(subject.id, EARLY);
    expect(await refusalsOf(answer(asked, 'raise_granted', { facts: {} }))).toEqual(ruled('facts.missing'));
    const granted = await answer(asked, 'raise_granted');
    expect(await slotsOf(subject.id)).toMatchObject({ limit: 3 });
    const corrected = await answer(granted, 'raise_granted', { facts: { grantedAccounts: 5 } });
    expect(corrected).toMatchObject({ state: 'granted', stateSince: granted.stateSince, grantedAccounts: 5 });
    expect(await slotsOf(subject.id)).toMatchObject({ limit: 7, limitByRule: 2, granted: 5 });
    const late = await answer(corrected, 'raise_pre_approved');
    expect(late).toMatchObject({ state: 'granted', grantedAccounts: 5, version: corrected.version });
  });
});

test('another agency’s subject and request do not exist', async () => {
  const elsewhere = (await api.createAgency('Elsewhere')).apiKeys.owner;
  const { subject } = await walk.openCase();
  const asked = await request(subject.id, EARLY);
  expect(await refusalsOf(request(subject.id, {}, elsewhere))).toMatchObject({ status: 404 });
  expect(await refusalsOf(answer(asked, 'raise_granted', {}, elsewhere))).toMatchObject({ status: 404 });
  const list = api.call(elsewhere, listQuotaRaises, { params: { id: subject.id } });
  expect(await refusalsOf(list)).toMatchObject({ status: 404 });
});
