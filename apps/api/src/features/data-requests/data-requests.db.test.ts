import {
  closeDataRequest,
  createBoardroomLink,
  createDataRequest,
  createPortalLink,
  getClient,
  getDelivery,
  listDataRequests,
  listDeliveries,
  listMyDataRequests,
} from '@daiban/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let clientId: string;
let contactId: string;
let ana: PortalBrowser;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  agency = await api.createAgency();
  clientId = (await new CaseWalk(api, agency).openClient()).id;
  const { contacts } = await api.call(agency.apiKeys.owner, getClient, { params: { id: clientId } });
  contactId = contacts[0]?.id ?? '';
  const made = await api.call(agency.apiKeys.specialist, createPortalLink, { params: { id: contactId }, body: {} });
  ana = await PortalBrowser.enter(api, made.url);
});

const ASKED = { kind: 'deletion', message: 'Please delete my old telephone number' } as const;
const inbox = async (of = agency) => (await api.call(of.apiKeys.manager, listDataRequests, { query: {} })).items;

describe('a request about one’s own data', () => {
  test('has a day by the rule, is told to owner and manager without its words, and is answered on the page', async () => {
    const asked = await ana.call(createDataRequest, { body: ASKED });
    expect(asked).toMatchObject({ ...ASKED, state: 'open', dueOn: '2026-10-13', answer: null });
    await api.tick();
    const [request] = await inbox();
    expect(request).toMatchObject({
      ...ASKED,
      asker: { kind: 'contact', id: contactId, clientId, name: 'Ana' },
      overdue: false,
    });
    const answer = 'It is deleted since this morning.';
    const closed = await api.call(agency.apiKeys.manager, closeDataRequest, {
      params: { id: asked.id },
      body: { expectedVersion: request?.version ?? 0, outcome: 'done', answer },
    });
    expect(closed).toMatchObject({ state: 'done', answer, version: 2 });
    expect(await ana.call(listMyDataRequests, {})).toMatchObject({
      items: [{ id: asked.id, state: 'done', answer }],
      answerDays: 15,
      ruleId: 'data_request.answer_days',
    });
    await api.tick();
    const mails = (await api.call(agency.apiKeys.owner, listDeliveries, { query: {} })).items;
    expect(mails.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'data_answered accepted',
      'data_requested accepted',
      'data_requested accepted',
    ]);
    for (const { id } of mails) {
      const { subject, html, text } = await api.call(agency.apiKeys.owner, getDelivery, { params: { id } });
      expect(`${subject}${html}${text}`).not.toMatch(/telephone|deleted since/);
    }
    const history = await runAsSuperuser<{ kind: string; payload: string }>(
      api.database,
      `SELECT kind, payload::text FROM history_entry WHERE record_id = $1 AND kind LIKE 'data_%' ORDER BY sequence`,
      [clientId],
    );
    expect(history.map(({ kind }) => kind)).toEqual(['data_requested', 'data_request_closed']);
    expect(JSON.stringify(history)).not.toMatch(/telephone|deleted since/);
  });

  test('is answered once: of two who answer at once one is told so', async () => {
    const { id } = await ana.call(createDataRequest, { body: ASKED });
    const close = () =>
      api.call(agency.apiKeys.manager, closeDataRequest, {
        params: { id },
        body: { expectedVersion: 1, outcome: 'refused', answer: 'The law makes us keep it.' },
      });
    const ends = await Promise.allSettled([close(), close(), close()]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(close()).rejects.toMatchObject({ problem: { code: 'data_request.closed', status: 409 } });
  });

  test('is one of five: who waits for as many answers has said enough', async () => {
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () => ana.call(createDataRequest, { body: ASKED })),
    );
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    await expect(ana.call(createDataRequest, { body: ASKED })).rejects.toMatchObject({
      problem: { code: 'data_request.too_many_open' },
    });
  });

  test('is told of together with others: one mail a member, and none once all are answered', async () => {
    const ids: string[] = [];
    for (const kind of ['copy', 'deletion', 'correction'] as const)
      ids.push((await ana.call(createDataRequest, { body: { ...ASKED, kind } })).id);
    const mails = async () =>
      (await api.call(agency.apiKeys.owner, listDeliveries, { query: {} })).items.filter(
        ({ kind }) => kind === 'data_requested',
      );
    expect(await mails()).toHaveLength(2);
    for (const id of ids) {
      const body = { expectedVersion: 1, outcome: 'done', answer: 'Done.' } as const;
      await api.call(agency.apiKeys.manager, closeDataRequest, { params: { id }, body });
    }
    await api.tick();
    expect((await mails()).map(({ state }) => state)).toEqual(['skipped', 'skipped']);
  });

  test('is overdue once its day has passed, and stands first', async () => {
    await ana.call(createDataRequest, { body: ASKED });
    await runAsSuperuser(api.database, `UPDATE data_request SET due_on = '2026-09-27' WHERE agency_id = $1`, [
      agency.id,
    ]);
    await ana.call(createDataRequest, { body: { kind: 'copy', message: 'What do you have?' } });
    expect((await inbox()).map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['deletion', true],
      ['copy', false],
    ]);
  });

  test('comes from a person only, and a board is none', async () => {
    const { url } = await api.call(agency.apiKeys.specialist, createBoardroomLink, {
      params: { id: clientId },
      body: { label: 'Board' },
    });
    const board = await PortalBrowser.enter(api, url);
    const refused = { problem: { code: 'data_request.no_person', status: 403 } };
    await expect(board.call(createDataRequest, { body: ASKED })).rejects.toMatchObject(refused);
    await expect(board.call(listMyDataRequests, {})).rejects.toMatchObject(refused);
  });

  test('is another agency’s never, and no specialist’s', async () => {
    const { id } = await ana.call(createDataRequest, { body: ASKED });
    const other = await api.createAgency('Rialto');
    expect(await inbox(other)).toEqual([]);
    const body = { expectedVersion: 1, outcome: 'done', answer: 'Done.' } as const;
    await expect(api.call(other.apiKeys.owner, closeDataRequest, { params: { id }, body })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    await expect(api.call(agency.apiKeys.specialist, listDataRequests, { query: {} })).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });

  test('is sealed in the database, and so is its answer', async () => {
    const { id } = await ana.call(createDataRequest, { body: ASKED });
    const answer = 'Your number is now another.';
    await api.call(agency.apiKeys.manager, closeDataRequest, {
      params: { id },
      body: { expectedVersion: 1, outcome: 'done', answer },
    });
    const [row] = await runAsSuperuser<{ sealed: string }>(
      api.database,
      `SELECT encode(body_sealed, 'escape') || encode(answer_sealed, 'escape') AS sealed FROM data_request WHERE agency_id = $1`,
      [agency.id],
    );
    expect(row?.sealed).not.toMatch(/telephone|number|another/);
    expect((await inbox())[0]).toMatchObject({ message: ASKED.message, answer });
  });
});
