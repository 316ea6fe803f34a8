import { getDelivery, listDeliveries } from '@daiban/contracts';
import { addDays } from '@daiban/domain/calendar';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { insertLiveAccounts, type LiveAccount } from '../renewals/testing/live-accounts.js';
import { MailCatcher } from './testing/mail-catcher.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

/** The business clock stands here; a verification that ends in 60 days has a reminder due. */
const TODAY = '2026-09-28';

const catcher = new MailCatcher();
let api: TestApi;
let agency: TestAgency;

beforeAll(async () => {
  await catcher.open();
  api = await startTestApi({ smtpUrl: catcher.url });
});
afterAll(async () => {
  await api.stop();
  await catcher.close();
});
beforeEach(async () => {
  agency = await api.createAgency();
  catcher.handedIn.length = 0;
  catcher.mails.length = 0;
});
afterEach(() => {
  catcher.plans.length = 0;
});

async function dueAccounts(count: number): Promise<LiveAccount[]> {
  return insertLiveAccounts(api.database, agency.id, Array<string>(count).fill(addDays(TODAY, 60)));
}
async function listMails() {
  return (await api.call(agency.apiKeys.viewer, listDeliveries, { query: { limit: 200 } })).items;
}
/** The pause after a failed try, or the lease of a sender that died, is over. */
const letTimePass = () =>
  runAsSuperuser(
    api.database,
    `UPDATE delivery SET retry_at = now() - interval '1 second', leased_until = NULL WHERE state IN ('queued', 'sending')`,
  );
/** Read from the table: an account that was written behind the fences has no first entry, and of such the API knows nothing. */
async function historyOf({ registrationId }: LiveAccount): Promise<string[]> {
  const rows = await runAsSuperuser<{ kind: string }>(
    api.database,
    'SELECT kind FROM history_entry WHERE record_id = $1 ORDER BY sequence DESC',
    [registrationId],
  );
  return rows.map(({ kind }) => kind);
}

describe('a mail', () => {
  test('goes to the server as it is kept, but for the secret of its link', async () => {
    await dueAccounts(1);
    await api.tick();
    const [mail] = await listMails();
    expect(mail).toMatchObject({ state: 'accepted', attempts: 1, messageId: catcher.handedIn[0] });
    expect(mail?.response).toMatch(/^250/);
    const { text } = await api.call(agency.apiKeys.viewer, getDelivery, { params: { id: mail?.id ?? '' } });
    const [, kept] = /\/portal\/enter#(\S+)/.exec(text ?? '') ?? [];
    expect(kept).toMatch(/^[0-9a-f-]{36}$/);
    expect(catcher.mails[0]).not.toContain(kept);
    expect(catcher.mails[0]).toContain('Auto-Submitted: auto-generated');
    // Nobody looks after the account by name: the owner gets the answer.
    expect(catcher.mails[0]).toContain(`Reply-To: ${agency.emails.owner}`);
  });

  test('whose line breaks after DATA goes again under the same Message-ID, and the case remembers one', async () => {
    const [account] = (await dueAccounts(1)) as [LiveAccount];
    catcher.plans.push('cut the line');
    await api.tick();
    expect(await listMails()).toMatchObject([{ state: 'queued', attempts: 1 }]);
    await api.tick();
    expect(catcher.handedIn).toHaveLength(1);
    await letTimePass();
    await api.tick();
    expect(await listMails()).toMatchObject([{ state: 'accepted', attempts: 2 }]);
    expect(catcher.handedIn).toHaveLength(2);
    expect(new Set(catcher.handedIn).size).toBe(1);
    expect(await historyOf(account)).toEqual(['renewal_reminder_sent']);
  });

  test('that the server took when our COMMIT failed goes again under the same Message-ID, and the case remembers one', async () => {
    const [account] = (await dueAccounts(1)) as [LiveAccount];
    await runAsSuperuser(
      api.database,
      `CREATE FUNCTION planned_failure() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planned'; END $$;
       CREATE CONSTRAINT TRIGGER planned_failure AFTER UPDATE ON delivery DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
       WHEN (NEW.state = 'accepted') EXECUTE FUNCTION planned_failure()`,
    );
    await api.tick();
    await runAsSuperuser(api.database, 'DROP TRIGGER planned_failure ON delivery; DROP FUNCTION planned_failure()');
    expect(await listMails()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    expect(await historyOf(account)).toEqual([]);
    await api.tick();
    expect(catcher.handedIn).toHaveLength(1);
    await letTimePass();
    await api.tick();
    expect(await listMails()).toMatchObject([{ state: 'accepted', attempts: 2 }]);
    expect(catcher.handedIn).toHaveLength(2);
    expect(new Set(catcher.handedIn).size).toBe(1);
    expect(await historyOf(account)).toEqual(['renewal_reminder_sent']);
  });

  test('that the server will never take has bounced: staff see why, the client has heard nothing', async () => {
    const [account] = (await dueAccounts(1)) as [LiveAccount];
    catcher.plans.push(550);
    await api.tick();
    await letTimePass();
    await api.tick();
    expect(await listMails()).toMatchObject([
      { state: 'bounced', attempts: 1, acceptedAt: null, response: '550 no mailbox …' },
    ]);
    expect(catcher.handedIn).toHaveLength(1);
    expect(await historyOf(account)).toEqual(['delivery_bounced']);
    const [row] = await runAsSuperuser(
      api.database,
      'SELECT client_heard_at = created_at AS unheard FROM registration WHERE id = $1',
      [account.registrationId],
    );
    expect(row).toEqual({ unheard: true });
  });

  test('that the server cannot take now is tried again, and holds up no other', async () => {
    await dueAccounts(10);
    catcher.plans.push(451);
    await api.tick();
    const states = (await listMails()).map(({ state }) => state).sort();
    expect(states).toEqual([...Array<string>(9).fill('accepted'), 'queued']);
    await letTimePass();
    await api.tick();
    expect((await listMails()).every(({ state }) => state === 'accepted')).toBe(true);
    expect(catcher.handedIn).toHaveLength(11);
    expect(new Set(catcher.handedIn).size).toBe(10);
  });

  test('waits, without using up a try, while no server answers; nothing is lost', async () => {
    await catcher.close();
    await dueAccounts(5);
    await api.tick();
    await api.tick();
    expect((await listMails()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(
      Array<string>(5).fill('queued 0'),
    );
    await catcher.open();
    await api.tick();
    expect((await listMails()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(
      Array<string>(5).fill('accepted 1'),
    );
  });

  test('goes once when two workers look for work at the same moment', async () => {
    const other = await startTestApi({ smtpUrl: catcher.url }, api.database);
    try {
      await dueAccounts(120);
      await Promise.all([api.tick(), other.tick()]);
      await Promise.all([api.tick(), other.tick()]);
      const mails = await listMails();
      expect(mails).toHaveLength(120);
      expect(mails.every(({ state, attempts }) => state === 'accepted' && attempts === 1)).toBe(true);
      expect(catcher.handedIn).toHaveLength(120);
      expect(new Set(catcher.handedIn).size).toBe(120);
    } finally {
      await other.stop();
    }
  });
});

describe('the outbox', () => {
  test('shows mails newest first, page by page, and by state', async () => {
    await dueAccounts(5);
    await api.tick();
    const pages = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await api.call(agency.apiKeys.viewer, listDeliveries, {
        query: { limit: 2, ...(cursor && { cursor }) },
      });
      pages.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      more = cursor !== undefined;
    }
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual((await listMails()).map(({ id }) => id));
    const { items } = await api.call(agency.apiKeys.viewer, listDeliveries, { query: { state: 'skipped' } });
    expect(items).toEqual([]);
  });
});
