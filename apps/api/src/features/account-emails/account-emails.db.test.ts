import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient, listEmails, ProblemError, recordEmailCheck } from '@daiban/contracts';
import { v7 } from 'uuid';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { insertBareRegistration, runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { AccountEmailsService } from './account-emails.service.js';

const NOW = '2026-09-28T03:20:00.000Z';
const RACES = 100;

let api: TestApi;
let agency: TestAgency;
let other: TestAgency;

beforeAll(async () => {
  api = await startTestApi();
  [agency, other] = [await api.createAgency(), await api.createAgency('Harbour')];
}, 60_000);
afterAll(() => api.stop());

const emails = () => api.app.get(AccountEmailsService, { strict: false });
const reserve = (by: TestAgency, email: string, registrationId: string, now = NOW) =>
  api.app
    .get(Database)
    .withAgency(by.id, (transaction) =>
      emails().reserve(transaction, by.actors.specialist, { registrationId, email, now }),
    );
const outcomeOf = (result: unknown) => (result instanceof Refused ? result.code : 'reserved');
const newCase = async (by: TestAgency) => {
  const body = { name: 'Acme', countryCode: 'FR', locale: 'en', timeZone: 'Europe/Paris' } as const;
  const clientId = (await api.call(by.apiKeys.owner, createClient, { body })).id;
  const subjectId = v7();
  await runAsSuperuser(
    api.database,
    `INSERT INTO subject (id, agency_id, type, name, country_code, licence_of, standing, created_at) VALUES ($1, $2, 'enterprise', 'S', 'CN', 'client', 'active', now())`,
    [subjectId, by.id],
  );
  return insertBareRegistration(api.database, { agencyId: by.id, clientId, subjectId });
};

describe('an address', () => {
  test(`has one owner in the whole installation: ${RACES} races of 8 cases in 2 agencies`, async () => {
    for (let race = 0; race < RACES; race++) {
      const address = `race${race}@mail.test`;
      // Every second race finds the address in both pools already, as a free one.
      if (race % 2)
        for (const by of [agency, other]) {
          const registrationId = v7();
          await reserve(by, address, registrationId);
          await api.app
            .get(Database)
            .withAgency(by.id, (transaction) =>
              emails().release(transaction, by.actors.owner, { registrationId, now: NOW }),
            );
        }
      const callers = Array.from({ length: 8 }, (_, index) => reserve(index % 2 ? agency : other, address, v7()));
      const outcomes = (await Promise.all(callers)).map(outcomeOf);
      expect(outcomes.filter((outcome) => outcome === 'reserved')).toHaveLength(1);
      expect(
        outcomes.every((outcome) => ['reserved', 'email.already_used', 'email.taken_elsewhere'].includes(outcome)),
      ).toBe(true);
    }
    const [held] = await runAsSuperuser<{ count: number }>(
      api.database,
      `SELECT count(*)::int AS count FROM account_email WHERE state = 'reserved' AND address LIKE 'race%'`,
    );
    expect(held?.count).toBe(RACES);
  }, 120_000);

  test('taken in the same agency is refused with the account and the client, elsewhere without a word about whose', async () => {
    const mine = await newCase(agency);
    expect(outcomeOf(await reserve(agency, 'Taken@Mail.test', mine))).toBe('reserved');
    const again = await reserve(agency, ' taken@mail.test ', await newCase(agency));
    expect(again instanceof Refused && again.findings[0]).toMatchObject({
      code: 'email.already_used',
      params: { accountName: 'Acme 资讯', clientName: 'Acme' },
      clearedBy: 'choose_email_of_no_account',
    });
    const elsewhere = await reserve(other, 'taken@mail.test', v7());
    expect(elsewhere instanceof Refused && elsewhere.findings[0]).toMatchObject({
      code: 'email.taken_elsewhere',
      params: {},
    });
  });

  test('reserved again by its own case starts its days anew; another address takes its place', async () => {
    const registrationId = await newCase(agency);
    const first = await reserve(agency, 'one@mail.test', registrationId);
    const second = await reserve(agency, 'one@mail.test', registrationId, '2026-09-29T00:00:00.000Z');
    if (first instanceof Refused || second instanceof Refused) throw new Error('refused');
    expect(second.id).toBe(first.id);
    expect((second.reservedUntil ?? '') > (first.reservedUntil ?? '')).toBe(true);
    expect(outcomeOf(await reserve(agency, 'two@mail.test', registrationId))).toBe('reserved');
    const page = await api.call(agency.apiKeys.viewer, listEmails, { query: { q: 'one@mail' } });
    expect(page.items).toMatchObject([
      { address: 'one@mail.test', state: 'free', registration: null, reservedUntil: null },
    ]);
  });

  test('goes free when the days of its reservation are over', async () => {
    const registrationId = await newCase(agency);
    await reserve(agency, 'expiring@mail.test', registrationId, '2026-08-01T00:00:00.000Z');
    expect(outcomeOf(await reserve(agency, 'expiring@mail.test', await newCase(agency)))).toBe('reserved');
    await reserve(other, 'expiring2@mail.test', v7(), '2026-08-01T00:00:00.000Z');
    expect(outcomeOf(await reserve(agency, 'expiring2@mail.test', v7()))).toBe('email.taken_elsewhere');
    await emails().endExpiredReservations();
    expect(outcomeOf(await reserve(agency, 'expiring2@mail.test', v7()))).toBe('reserved');
  });

  test('moves with its case: in use it is locked, given up after use it waits for a fresh look', async () => {
    const registrationId = await newCase(agency);
    const within = <R>(work: (transaction: Parameters<AccountEmailsService['release']>[0]) => Promise<R>) =>
      api.app.get(Database).withAgency(agency.id, work);
    const owner = agency.actors.owner;
    const reserved = await reserve(agency, 'moving@mail.test', registrationId);
    if (reserved instanceof Refused) throw new Error(reserved.code);
    await within((transaction) =>
      emails().moveWithin(transaction, owner, { registrationId, to: 'in_use', controlProven: true, now: NOW }),
    );
    expect(
      outcomeOf(await within((transaction) => emails().release(transaction, owner, { registrationId, now: NOW }))),
    ).toBe('email.locked');
    expect(outcomeOf(await reserve(agency, 'another@mail.test', registrationId))).toBe('email.locked');
    await within((transaction) => emails().moveWithin(transaction, owner, { registrationId, to: 'recheck', now: NOW }));
    expect(outcomeOf(await reserve(agency, 'moving@mail.test', v7()))).toBe('email.needs_recheck');
    expect(
      outcomeOf(await within((transaction) => emails().release(transaction, owner, { registrationId, now: NOW }))),
    ).toBe('email.none_reserved');

    const check = (result: 'unused' | 'personal_wechat' | 'unknown') =>
      api.call(agency.apiKeys.specialist, recordEmailCheck, {
        params: { id: reserved.id },
        body: { result, evidence: { rank: 'typed', note: 'looked' } },
      });
    expect(await check('unknown')).toMatchObject({ state: 'recheck', lastCheck: { result: 'unknown' } });
    expect(await check('personal_wechat')).toMatchObject({ state: 'blocked' });
    expect(outcomeOf(await reserve(agency, 'moving@mail.test', v7()))).toBe('email.blocked');
    expect(await check('unused')).toMatchObject({
      state: 'free',
      lastCheck: { result: 'unused', evidenceRank: 'typed', checkedAt: NOW },
    });
    expect(outcomeOf(await reserve(agency, 'moving@mail.test', v7()))).toBe('reserved');
  });

  test('is checked by somebody who answers for it: each look moves its version, a made-up file or signature does nothing', async () => {
    const registrationId = await newCase(agency);
    const reserved = await reserve(agency, 'looked.at@mail.test', registrationId);
    if (reserved instanceof Refused) throw new Error(reserved.code);
    const { specialist, manager } = agency.actors;
    const check = (evidence: object) =>
      api
        .call(agency.apiKeys.specialist, recordEmailCheck, {
          params: { id: reserved.id },
          body: { result: 'unused', evidence: { rank: 'typed', ...evidence } },
        })
        .catch((error: ProblemError) => [error.problem.status, error.problem.code]);
    expect(await check({ fileId: v7() })).toEqual([422, 'evidence.file_unknown']);
    expect(await check({ countersignedBy: specialist.id })).toEqual([422, 'evidence.countersigner_invalid']);
    expect(await check({ countersignedBy: other.actors.manager.id })).toEqual([422, 'evidence.countersigner_invalid']);
    expect(await check({ countersignedBy: manager.id })).toMatchObject({
      state: 'reserved',
      version: reserved.version + 1,
    });
    expect(await check({ note: 'looked again' })).toMatchObject({ version: reserved.version + 2 });
  });

  test('says until when it is taken, for which case, and why nobody else gets it', async () => {
    const registrationId = await newCase(agency);
    const reserved = await reserve(agency, 'why@mail.test', registrationId);
    if (reserved instanceof Refused) throw new Error(reserved.code);
    const look = async (q: string) => (await api.call(agency.apiKeys.viewer, listEmails, { query: { q } })).items[0];
    expect(await look('why@mail')).toMatchObject({
      state: 'reserved',
      until: reserved.reservedUntil,
      registration: { id: registrationId, accountName: 'Acme 资讯', state: 'draft' },
      why: { code: 'email.already_used', rule: { id: 'email.one_product' }, clearedByHolder: 'agency' },
    });
    const moved = (to: 'in_use' | 'cooling' | 'recheck') =>
      api.app
        .get(Database)
        .withAgency(agency.id, (transaction) =>
          emails().moveWithin(transaction, agency.actors.owner, { registrationId, to, now: NOW }),
        );
    await moved('in_use');
    expect(await look('why@mail')).toMatchObject({
      state: 'in_use',
      until: null,
      why: { code: 'email.already_used', clearedBy: expect.stringContaining('stays with that account') },
    });
    await runAsSuperuser(api.database, `UPDATE registration SET freeze_ends_on = '2026-10-13' WHERE id = $1`, [
      registrationId,
    ]);
    await moved('cooling');
    // It cannot be given back there: it is free to look at again once the account is closed.
    expect(await look('why@mail')).toMatchObject({
      state: 'cooling',
      until: '2026-10-13T16:00:00.000Z',
      why: { code: 'email.already_used', clearedBy: expect.stringContaining('wait until it is closed') },
    });
    await moved('recheck');
    expect(await look('why@mail')).toMatchObject({
      state: 'recheck',
      until: null,
      registration: null,
      why: { code: 'email.needs_recheck' },
    });
    expect(await look('nobody@mail')).toBeUndefined();
  });

  test('blocked and then found unused is the waiting case’s again, unless that took another', async () => {
    const open = async (email: string) => {
      const registrationId = await newCase(agency);
      const row = await reserve(agency, email, registrationId);
      if (row instanceof Refused) throw new Error(row.code);
      await runAsSuperuser(api.database, 'UPDATE registration SET account_email_id = $2 WHERE id = $1', [
        registrationId,
        row.id,
      ]);
      return { registrationId, emailId: row.id };
    };
    const check = (id: string, result: 'unused' | 'personal_wechat') =>
      api.call(agency.apiKeys.specialist, recordEmailCheck, {
        params: { id },
        body: { result, evidence: { rank: 'typed', note: 'looked' } },
      });
    const waiting = await open('back@mail.test');
    expect(await check(waiting.emailId, 'personal_wechat')).toMatchObject({
      state: 'blocked',
      registration: null,
      why: {
        code: 'email.blocked',
        rule: { id: 'email.personal_unbound' },
        clearedBy: expect.stringContaining('personal WeChat'),
      },
    });
    // Whoever asks in Chinese is answered in Chinese, whatever their own language is.
    const inChinese = await api.call(
      agency.apiKeys.specialist,
      recordEmailCheck,
      {
        params: { id: waiting.emailId },
        body: { result: 'personal_wechat', evidence: { rank: 'typed', note: 'looked' } },
      },
      { headers: { 'Accept-Language': 'zh' } },
    );
    expect(inChinese.why?.message).toMatch(/^\p{Script=Han}.*。$/u);
    await api.tick();
    expect(await check(waiting.emailId, 'unused')).toMatchObject({
      state: 'reserved',
      registration: { id: waiting.registrationId },
      until: '2026-10-28T03:20:00.000Z',
    });

    const moved = await open('gone@mail.test');
    await check(moved.emailId, 'personal_wechat');
    const next = await reserve(agency, 'next@mail.test', moved.registrationId);
    if (next instanceof Refused) throw new Error(next.code);
    await runAsSuperuser(api.database, 'UPDATE registration SET account_email_id = $2 WHERE id = $1', [
      moved.registrationId,
      next.id,
    ]);
    expect(await check(moved.emailId, 'unused')).toMatchObject({ state: 'free', registration: null, why: null });
  });

  test('with a plus tag is reserved all the same, and warned of by its rule', async () => {
    const reserved = await reserve(agency, 'wx+kuala@mail.test', await newCase(agency));
    expect(outcomeOf(reserved)).toBe('reserved');
    const [found] = (await api.call(agency.apiKeys.viewer, listEmails, { query: { q: 'wx+kuala' } })).items;
    expect(found?.warnings).toMatchObject([
      { code: 'email.plus_address', kind: 'soft', rule: { id: 'email.plus_address' } },
    ]);
  });

  test('is found by the account and by the client as well', async () => {
    const registrationId = await newCase(agency);
    await reserve(agency, 'by.name@mail.test', registrationId);
    const found = await api.call(agency.apiKeys.viewer, listEmails, {
      query: { q: 'acme', state: 'reserved', limit: 200 },
    });
    expect(found.items.map(({ address }) => address)).toContain('by.name@mail.test');
  });

  test('that is none is refused', async () => {
    expect(outcomeOf(await reserve(agency, 'no address', v7()))).toBe('email.malformed');
  });
});

describe('asking for addresses of others', () => {
  test('is possible a few times a day only, and typing free ones is not counted', async () => {
    const curious = await api.createAgency('Curious');
    const probe = (email: string) =>
      emails().limitProbes(curious.actors.specialist, async () => reserve(curious, email, v7()));
    await reserve(other, 'secret@mail.test', v7());
    for (let n = 0; n < 25; n++) expect(outcomeOf(await probe(`free${n}@mail.test`))).toBe('reserved');
    for (let n = 0; n < 20; n++) expect(outcomeOf(await probe('secret@mail.test'))).toBe('email.taken_elsewhere');
    const stopped = await probe('fresh@mail.test');
    expect(stopped instanceof Refused && [stopped.code, (stopped.retryAfterSeconds ?? 0) > 80_000]).toEqual([
      'rate.too_many',
      true,
    ]);
  });
});
