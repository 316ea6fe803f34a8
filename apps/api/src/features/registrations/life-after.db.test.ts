import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  getPerson,
  getSubject,
  listEmails,
  listHistory,
  recordConsent,
  recordEmailCheck,
  recordIdCheck,
  reserveEmail,
  updateSubject,
  type Person,
  type RegistrationCase,
} from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk, unique } from './testing/case-walk.js';
import { ruled, refusalsOf } from './testing/refusals-of.js';

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

const HEARD = { evidence: { rank: 'wechat_api' } } as const;
const CLOSED_SERVICES = { payClosed: true, adsClosed: true, servicesClosed: true };
const live = () => walk.caseAt('live');
const kindsOf = async (id: string) =>
  (await api.call(walk.key, listHistory, { params: { id } })).items.map(({ kind, voice }) => [kind, voice]);
const subjectOf = ({ subject }: RegistrationCase) => api.call(walk.key, getSubject, { params: { id: subject.id } });
const emailOf = async ({ accountEmail }: RegistrationCase) =>
  (await api.call(walk.key, listEmails, { query: { q: accountEmail?.address } })).items[0];
const personOf = ({ id }: Pick<Person, 'id'>) => api.call(walk.key, getPerson, { params: { id } });

describe('an account that Tencent restricts', () => {
  test('keeps its places and spends nothing, marks a struck-off company, and works again once restored', async () => {
    const known = await live();
    const { accountEmail } = known;
    const struck = await walk.apply(known.id, 'account_restricted', { ...HEARD, facts: { restriction: 'struck_off' } });
    expect(struck).toMatchObject({
      state: 'restricted',
      stage: 'restricted',
      holder: 'agency',
      lifeAfter: { restriction: 'struck_off' },
      subject: { standing: 'struck_off' },
      accountEmail: { id: accountEmail?.id, state: 'in_use' },
    });
    expect(await subjectOf(struck)).toMatchObject({ standing: 'struck_off', slots: { reserved: 1 } });
    const restored = await walk.apply(known.id, 'account_restored', HEARD);
    expect(restored).toMatchObject({ state: 'live', lifeAfter: { restriction: null } });
    expect(await subjectOf(restored)).toMatchObject({ slots: { reserved: 1 } });
  });

  test('ends the same in whatever order its news comes, and news that comes twice is told once', async () => {
    const early = '2026-09-28T03:20:00.000Z';
    await api.moveClock('2026-09-30T03:20:00.000Z');
    const late = '2026-09-29T03:20:00.000Z';
    const known = await live();
    await walk.apply(known.id, 'account_restored', { ...HEARD, occurredAt: late });
    await walk.apply(known.id, 'account_restricted', { ...HEARD, occurredAt: early });
    expect(await walk.read(known.id)).toMatchObject({ state: 'live' });
    const other = await live();
    await walk.apply(other.id, 'account_restricted', { ...HEARD, occurredAt: early });
    await walk.apply(other.id, 'account_restored', { ...HEARD, occurredAt: late });
    await walk.apply(other.id, 'account_restricted', { ...HEARD, occurredAt: early });
    expect(await walk.read(other.id)).toMatchObject({ state: 'live' });
  });

  test('given up by the owner it is closed, and its places count until their release is on record', async () => {
    const known = await live();
    await walk.apply(known.id, 'account_restricted', { ...HEARD, facts: { restriction: 'banned' } });
    expect(await refusalsOf(walk.apply(known.id, 'account_given_up', { reason: 'no appeal' }))).toEqual(
      ruled('actor.not_allowed'),
    );
    const closed = await walk.apply(known.id, 'account_given_up', { reason: 'no appeal' }, agency.apiKeys.owner);
    expect(closed).toMatchObject({ state: 'closed', lifeAfter: { slotsHeld: true, slotsReleasedAt: null } });
    expect(await subjectOf(closed)).toMatchObject({ slots: { reserved: 1 } });
    const reason = 'Tencent wrote that the places are free';
    const released = await walk.apply(known.id, 'slots_released', {
      reason,
      evidence: { rank: 'typed', note: 'mail' },
    });
    expect(released).toMatchObject({
      state: 'closed',
      accountEmail: null,
      lifeAfter: { slotsHeld: false, slotsReleasedAt: expect.any(String) },
    });
    expect(await subjectOf(closed)).toMatchObject({ slots: { reserved: 0 } });
    expect(await emailOf(known)).toMatchObject({ state: 'recheck', registration: null });
    const again = walk.apply(known.id, 'slots_released', { reason, evidence: { rank: 'typed', note: 'mail' } });
    expect(await refusalsOf(again)).toEqual(ruled('slots.not_held'));
  });
});

describe('an account that moves into another one', () => {
  const target = {
    targetName: '北光品牌',
    targetAccountType: 'service',
    targetSubjectType: 'enterprise',
    targetCountryCode: 'CN',
    targetVerified: true,
    targetFollowers: 12,
    moveFollowers: true,
  } as const;

  test('is reviewed, confirmed by both admins, and frees what it held', async () => {
    const known = await live();
    const moving = await walk.apply(known.id, 'migration_started', { facts: target });
    expect(moving).toMatchObject({
      state: 'migrating',
      holder: 'tencent',
      expectedRange: { minDays: 1, maxDays: 3 },
      lifeAfter: {
        migration: {
          target: { name: '北光品牌', followers: 12 },
          approvedAt: null,
          fee: { amountMinor: 300_00 },
          openIdDays: 15,
        },
      },
    });
    const approved = await walk.apply(known.id, 'migration_approved', HEARD);
    expect(approved).toMatchObject({
      holder: 'admin_person',
      expectedRange: null,
      deadlines: [{ kind: 'migration_confirmation', passed: false, rule: { id: 'migration.confirm_days' } }],
    });
    const moved = await walk.apply(known.id, 'migration_completed', {
      evidence: { rank: 'typed', note: 'both said so' },
    });
    expect(moved).toMatchObject({ state: 'migrated', stage: 'closed', holder: 'none', accountEmail: null });
    expect(await subjectOf(moved)).toMatchObject({ slots: { reserved: 0 } });
  });

  test('is live again once the days to confirm are over, told by the clock and dated by the last of them', async () => {
    const known = await live();
    await walk.apply(known.id, 'migration_started', { facts: target });
    const approvedAt = '2026-09-29T03:20:00.000Z';
    await walk.apply(known.id, 'migration_approved', { ...HEARD, occurredAt: approvedAt });
    await api.moveClock('2026-10-14T15:59:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({ state: 'migrating' });
    await api.moveClock('2026-10-15T03:20:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({
      state: 'live',
      stateSince: '2026-10-14T16:00:00.000Z',
      lifeAfter: { migration: null },
    });
    expect((await kindsOf(known.id))[0]).toEqual(['migration_ended', 'the_clock']);
  });
});

describe('an account that is deregistered', () => {
  test('waits for the transfer, then for the freeze, then for its admin; then everything is free', async () => {
    await api.moveClock('2026-10-15T03:20:00.000Z');
    const known = await live();
    const facts = { ...CLOSED_SERVICES, followers: 1000 };
    const closing = await walk.apply(known.id, 'deregistration_started', { facts });
    expect(closing).toMatchObject({
      state: 'closing',
      holder: 'client',
      followers: 1000,
      accountEmail: { state: 'cooling' },
      deadlines: [{ kind: 'deregistration_proof', on: '2026-10-25' }],
      lifeAfter: { closing: { proof: 'small_transfer', freezeEndsOn: null } },
    });
    const frozen = await walk.apply(known.id, 'deregistration_proven', {
      evidence: { rank: 'typed', note: 'console' },
    });
    expect(frozen).toMatchObject({ holder: 'tencent', deadlines: [{ kind: 'freeze_end', on: '2026-10-22' }] });
    const early = walk.apply(known.id, 'deregistration_confirmed', { evidence: { rank: 'typed', note: 'console' } });
    expect(await refusalsOf(early)).toEqual(ruled('closing.freeze_running'));
    await api.moveClock('2026-10-23T03:20:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({
      holder: 'admin_person',
      holderSince: '2026-10-22T16:00:00.000Z',
      deadlines: [{ kind: 'deregistration_confirmation', on: '2026-10-29' }],
    });
    const closed = await walk.apply(known.id, 'deregistration_confirmed', {
      evidence: { rank: 'typed', note: 'gone' },
    });
    expect(closed).toMatchObject({ state: 'closed', holder: 'none', lifeAfter: { slotsHeld: false } });
    expect(await subjectOf(closed)).toMatchObject({ slots: { reserved: 0 } });
    expect(await emailOf(known)).toMatchObject({ state: 'recheck', registration: null });
  });

  test('goes on living once the days of the proof are over', async () => {
    const known = await live();
    await walk.apply(known.id, 'deregistration_started', { facts: { ...CLOSED_SERVICES, followers: 5 } });
    await api.moveClock('2026-11-06T03:20:00.000Z');
    await api.tick();
    expect(await walk.read(known.id)).toMatchObject({ state: 'live', accountEmail: { state: 'in_use' } });
    expect(await kindsOf(known.id)).toContainEqual(['deregistration_cancelled', 'the_clock']);
  });

  test('closed by Tencent while we believed it live, it is closed, and no conflict', async () => {
    const known = await live();
    const gone = await walk.apply(known.id, 'deregistration_confirmed', HEARD);
    expect(gone).toMatchObject({ state: 'closed', verification: { conflict: null } });
    expect(await subjectOf(gone)).toMatchObject({ slots: { reserved: 0 } });
  });
});

describe('a live account', () => {
  test('gets a new admin, whose places count from then on and the former one’s no more', async () => {
    const known = await live();
    const former = { id: known.admin?.personId ?? '' };
    const person = await walk.addPerson();
    const change = () => walk.apply(known.id, 'admin_changed', { facts: { personId: person.id, scanSeen: true } });
    expect(await refusalsOf(change())).toEqual(ruled('consent.missing'));
    expect(await walk.read(known.id)).toMatchObject({ admin: { personId: former.id } });
    await api.call(walk.key, recordConsent, {
      params: { id: person.id },
      body: { purpose: 'admin_identity', registrationId: known.id, textVersion: '2026-11' },
    });
    // Whoever accepted the former admin's paper has not seen this one's.
    expect(await refusalsOf(change())).toEqual(ruled('admin.id_not_checked'));
    await api.call(agency.apiKeys.manager, recordIdCheck, {
      params: { id: person.id },
      body: { expectedVersion: (await personOf(person)).version },
    });
    expect(await change()).toMatchObject({ state: 'live', admin: { personId: person.id } });
    expect((await kindsOf(known.id))[0]).toEqual(['admin_changed', 'we_did']);
    expect(await personOf(person)).toMatchObject({
      counters: { adminId: { reserved: 1 }, adminWechat: { reserved: 1 } },
    });
    expect(await personOf(former)).toMatchObject({
      counters: { adminId: { reserved: 0 }, adminWechat: { reserved: 0 } },
    });
    expect(await refusalsOf(change())).toEqual(ruled('admin.unchanged'));
  });

  test('of several that want the same new admin, no more get them than WeChat’s limit allows', async () => {
    const person = await walk.addPerson();
    await api.call(agency.apiKeys.manager, recordIdCheck, {
      params: { id: person.id },
      body: { expectedVersion: person.version },
    });
    const ids: string[] = [];
    for (let number = 0; number < 7; number += 1) {
      const { id } = await live();
      await api.call(walk.key, recordConsent, {
        params: { id: person.id },
        body: { purpose: 'admin_identity', registrationId: id, textVersion: '2026-11' },
      });
      ids.push(id);
    }
    const facts = { personId: person.id, scanSeen: true };
    const answers = await Promise.allSettled(ids.map((id) => walk.apply(id, 'admin_changed', { facts })));
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [Promise.reject(answer.reason)] : []));
    expect(await Promise.all(lost.map(refusalsOf))).toEqual([
      ruled('quota.admin_id_full'),
      ruled('quota.admin_id_full'),
    ]);
    const cases = await Promise.all(ids.map((id) => walk.read(id)));
    expect(cases.filter(({ admin }) => admin?.personId === person.id)).toHaveLength(5);
    expect(await personOf(person)).toMatchObject({ counters: { adminId: { reserved: 5, limit: 5 } } });
  });

  test('gets a new address, and the old one has to be checked again', async () => {
    const known = await live();
    const change = () => walk.apply(known.id, 'email_changed', { facts: { controlProven: true } });
    expect(await refusalsOf(change())).toEqual(ruled('email.missing'));
    const params = { id: known.id };
    const email = `next.${unique()}@northlight.test`;
    const next = await api.call(walk.key, reserveEmail, { params, body: { email } });
    expect(await refusalsOf(change())).toEqual(ruled('email.not_checked'));
    const evidence = { rank: 'typed', note: 'looked' } as const;
    await api.call(walk.key, recordEmailCheck, { params: { id: next.id }, body: { result: 'unused', evidence } });
    expect(await walk.read(known.id)).toMatchObject({
      accountEmail: { id: known.accountEmail?.id, state: 'in_use' },
      lifeAfter: { nextEmail: { id: next.id, address: email } },
    });
    expect(await change()).toMatchObject({
      accountEmail: { id: next.id, address: email, state: 'in_use' },
      lifeAfter: { nextEmail: null },
    });
    expect(await emailOf(known)).toMatchObject({ state: 'recheck', registration: null });
  });

  test('has its company’s name corrected everywhere, on the subject’s own record too', async () => {
    const known = await live();
    const registeredName = `上海北光商贸有限公司${unique()}`;
    const evidence = { rank: 'typed', note: 'new licence' } as const;
    const corrected = await walk.apply(known.id, 'subject_name_corrected', { facts: { registeredName }, evidence });
    expect(corrected).toMatchObject({ subject: { name: registeredName, version: known.subject.version + 1 } });
    expect(await subjectOf(known)).toMatchObject({ name: registeredName });
    const edit = api.call(walk.key, updateSubject, {
      params: { id: known.subject.id },
      body: { name: '上海北光', expectedVersion: known.subject.version + 1 },
    });
    expect(await refusalsOf(edit)).toEqual(ruled('subject.sealed'));
  });

  test('of which WeChat tells another type becomes a conflict with two choices, never an overwrite', async () => {
    const known = await live();
    const facts = {
      qualification: 'passed',
      accountType: 'subscription',
      subjectName: '上海北光（集团）有限公司',
    } as const;
    const told = await walk.apply(known.id, 'verification_observed', { ...HEARD, facts });
    expect(told).toMatchObject({
      accountType: 'service',
      holder: 'agency',
      verification: {
        conflict: {
          code: 'account.facts_differ',
          account: { accountType: 'subscription', subjectName: facts.subjectName },
        },
      },
    });
    const settled = await walk.apply(known.id, 'verification_conflict_resolved', {
      reason: 'we had it wrong',
      facts: { keep: 'observed' },
    });
    expect(settled).toMatchObject({
      accountType: 'subscription',
      subject: { name: facts.subjectName },
      verification: { conflict: null },
    });
  });

  test('leaves our care once everything that let us in is another’s', async () => {
    const known = await live();
    const half = walk.apply(known.id, 'custody_handed_over', { facts: { adminChanged: true } });
    expect(await refusalsOf(half)).toEqual(ruled('custody.incomplete'));
    const facts = Object.fromEntries(
      ['admin', 'email', 'phone', 'operators', 'authorisation', 'secret', 'whitelist'].map((what) => [
        `${what}Changed`,
        true,
      ]),
    );
    const handed = await walk.apply(known.id, 'custody_handed_over', { facts });
    expect(handed).toMatchObject({ state: 'handed_over', holder: 'none' });
    // Their account still stands on the licence.
    expect(await subjectOf(handed)).toMatchObject({ slots: { reserved: 1 } });
  });
});
