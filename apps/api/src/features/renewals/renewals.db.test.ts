import { getDelivery, listDeliveries, listHistory, listRenewals } from '@daiban/contracts';
import { addDays, shanghaiInstant } from '@daiban/domain/calendar';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { RenewalRemindersService } from './renewal-reminders.service.js';
import { insertLiveAccounts, type LiveAccount } from './testing/live-accounts.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

const STEPS = [90, 60, 30, 14, 7, 3, 1, 0];
const FIRST_DAY = '2026-09-28';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const onDay = (on: string) => api.moveClock(shanghaiInstant(on, '11:30'));

/** `account step day`, in an order of its own, for every mail of an agency. */
async function mailsOf(agency: TestAgency): Promise<string[]> {
  const rows = await runAsSuperuser<{ name: string; step: number; on: string; state: string }>(
    api.database,
    `SELECT r.proposed_name AS name, d.step, (d.accepted_at AT TIME ZONE 'Asia/Shanghai')::date::text AS on, d.state FROM delivery d
     JOIN registration r ON r.id = d.registration_id WHERE d.agency_id = $1`,
    [agency.id],
  );
  return rows.map(({ name, step, on, state }) => `${name} ${step} ${on} ${state}`).sort();
}

describe('the renewal ladder', () => {
  test('over a year and 400 accounts sends each step once, on its day, and of the steps missed before only the newest', async () => {
    const agency = await api.createAgency();
    const ends = Array.from({ length: 400 }, (_, index) => addDays(FIRST_DAY, index));
    const accounts = await insertLiveAccounts(api.database, agency.id, ends);
    for (let day = 0; day < 365; day++) {
      await onDay(addDays(FIRST_DAY, day));
      await api.tick();
    }
    const lastDay = addDays(FIRST_DAY, 364);
    const expected = accounts.flatMap(({ name, endsOn }) => {
      const days = STEPS.map((step) => ({ step, on: addDays(endsOn, -step) }));
      const missed = days.filter(({ on }) => on < FIRST_DAY).at(-1);
      const isCaughtUp = missed && !days.some(({ on }) => on === FIRST_DAY);
      return [
        ...(isCaughtUp ? [{ step: missed.step, on: FIRST_DAY }] : []),
        ...days.filter(({ on }) => on >= FIRST_DAY),
      ]
        .filter(({ on }) => on <= lastDay)
        .map(({ step, on }) => `${name} ${step} ${on} accepted`);
    });
    expect(await mailsOf(agency)).toEqual(expected.sort());
    await api.tick();
    await api.tick();
    expect(await mailsOf(agency)).toHaveLength(expected.length);
  }, 180_000);
});

/** After the year above: a day on which nothing of it is due any more. */
const LATER = '2028-03-01';

describe('a reminder', () => {
  let agency: TestAgency;
  let account: LiveAccount;
  const prepareAccount = async (endsOn: string) => {
    agency = await api.createAgency();
    [account] = (await insertLiveAccounts(api.database, agency.id, [endsOn])) as [LiveAccount];
  };
  const listMails = async () => (await api.call(agency.apiKeys.viewer, listDeliveries, { query: {} })).items;
  const setRegistration = (columns: string) =>
    runAsSuperuser(api.database, `UPDATE registration SET ${columns} WHERE id = $1`, [account.registrationId]);

  test('tells the contact in their language, by a link that only the outbox of a trial shows, and the case remembers it', async () => {
    await onDay(LATER);
    agency = await api.createAgency('灯桥');
    [account] = (await insertLiveAccounts(api.database, agency.id, [addDays(LATER, 30)], { locale: 'zh' })) as [
      LiveAccount,
    ];
    await api.tick();
    const [mail] = await listMails();
    expect(mail).toMatchObject({
      kind: 'renewal_reminder',
      step: 30,
      state: 'accepted',
      locale: 'zh',
      toAddress: account.email,
      attempts: 1,
    });
    expect(mail?.subject).toContain(account.name);
    const { html, text } = await api.call(agency.apiKeys.viewer, getDelivery, { params: { id: mail?.id ?? '' } });
    const [, token] = /\/portal\/enter#([\w-]{43})/.exec(text ?? '') ?? [];
    expect(token).toBeDefined();
    expect(html).toContain(`/portal/enter#${token}`);
    const stored = await runAsSuperuser(api.database, 'SELECT html, text FROM delivery WHERE id = $1', [mail?.id]);
    expect(JSON.stringify(stored)).not.toContain(token);
    const { items } = await api.call(agency.apiKeys.viewer, listHistory, {
      params: { id: account.registrationId },
      query: {},
    });
    expect(items[0]).toMatchObject({
      kind: 'renewal_reminder_sent',
      visibility: 'client',
      payload: { step: 30, untilOn: account.endsOn },
    });
  });

  test.each([
    ['declined', `renewal_decision = 'declined', renewal_decided_at = now()`],
    ['paused', 'paused_at = now()'],
    ['not_live', `state = 'restricted'`],
    [
      'renewed',
      `verified_until_on = verified_until_on + 365, verification_ends_at = verification_ends_at + interval '365 days'`,
    ],
  ])('that was queued is not sent once the account is %s', async (reason, change) => {
    await onDay(LATER);
    await prepareAccount(addDays(LATER, 60));
    await queueOnly();
    await setRegistration(change);
    await api.tick();
    expect(await listMails()).toMatchObject([{ state: 'skipped', skippedReason: reason, toAddress: null }]);
  });

  test('is sent after all when the pause in which it was skipped ends', async () => {
    await onDay(LATER);
    await prepareAccount(addDays(LATER, 60));
    await queueOnly();
    await setRegistration('paused_at = now()');
    await api.tick();
    await api.tick();
    expect((await listMails()).map(({ state }) => state)).toEqual(['skipped']);
    await setRegistration('paused_at = NULL');
    await api.tick();
    expect((await listMails()).map(({ state }) => state)).toEqual(['accepted']);
  });

  test('is not for a contact who was removed; the next one is asked', async () => {
    await onDay(LATER);
    await prepareAccount(addDays(LATER, 60));
    await queueOnly();
    await runAsSuperuser(api.database, 'UPDATE client_contact SET removed_at = now() WHERE id = $1', [
      account.contactId,
    ]);
    await runAsSuperuser(
      api.database,
      `INSERT INTO client_contact (id, agency_id, client_id, name, email, role, position, created_at)
       SELECT gen_random_uuid(), agency_id, client_id, 'Next', 'next@client.test', 'papers', 1, now() FROM client_contact WHERE id = $1`,
      [account.contactId],
    );
    await api.tick();
    const mails = await listMails();
    expect(new Map(mails.map(({ state, toAddress }) => [state, toAddress]))).toEqual(
      new Map([
        ['accepted', 'next@client.test'],
        ['skipped', null],
      ]),
    );
  });

  test('of another agency is nobody else’s: not in the list, not by its id', async () => {
    await onDay(LATER);
    await prepareAccount(addDays(LATER, 60));
    await api.tick();
    const [mail] = await listMails();
    const other = await api.createAgency('Other');
    const list = await api.call(other.apiKeys.owner, listDeliveries, {
      query: { registrationId: account.registrationId },
    });
    expect(list.items).toEqual([]);
    const answer = api.call(other.apiKeys.owner, getDelivery, { params: { id: mail?.id ?? '' } });
    await expect(answer).rejects.toMatchObject({ problem: { status: 404, code: 'resource.not_found' } });
  });

  /** Queues what is due and leaves the sending to the next tick, as a worker does that dies in between. */
  async function queueOnly(): Promise<void> {
    await api.app.get(RenewalRemindersService, { strict: false }).queueDueUnscoped();
  }
});

describe('the list of renewals', () => {
  test('goes by end date, page by page, and shows what became of each step', async () => {
    await onDay(LATER);
    const agency = await api.createAgency();
    const ends = [addDays(LATER, 20), addDays(LATER, 5), addDays(LATER, -10), addDays(LATER, 400)];
    await insertLiveAccounts(api.database, agency.id, ends);
    await api.tick();
    const first = await api.call(agency.apiKeys.viewer, listRenewals, { query: { limit: 2 } });
    expect(first.items.map(({ accountName, daysLeft }) => [accountName, daysLeft])).toEqual([
      ['Account 3', -10],
      ['Account 2', 5],
    ]);
    const rest = await api.call(agency.apiKeys.viewer, listRenewals, {
      query: { limit: 2, cursor: first.nextCursor ?? '' },
    });
    expect(rest.items.map(({ accountName }) => accountName)).toEqual(['Account 1']);
    expect(rest.nextCursor).toBeNull();
    expect(first.items[0]?.verification.status).toBe('expired');
    expect(rest.items[0]?.ladder.map(({ step, state }) => `${step} ${state}`)).toEqual([
      '90 missed',
      '60 missed',
      '30 accepted',
      '14 planned',
      '7 planned',
      '3 planned',
      '1 planned',
      '0 planned',
    ]);
  });
});
