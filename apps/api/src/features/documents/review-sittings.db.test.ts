import {
  finishReviewSitting,
  getDelivery,
  getPerson,
  getReviewMessage,
  listCasePapers,
  listDeliveries,
  listHistory,
  recordIdCheck,
  reviewPrerequisite,
  undoReview,
  type OperationInput,
} from '@daiban/contracts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { problemOf } from '../registrations/testing/refusals-of.js';
import { aPicture, PaperWalk } from './testing/paper-walk.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let papers: PaperWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  papers = new PaperWalk(api, walk);
});
afterAll(() => api.stop());

const codeOf = async (call: Promise<unknown>) => (await problemOf(call)).code;

const decide = (paperId: string, decision: 'accept' | 'return', more: object = {}) =>
  api.call(walk.key, reviewPrerequisite, { params: { id: paperId }, body: { decision, ...more } });

const mailsOf = async (caseId: string) =>
  (await api.call(walk.key, listDeliveries, { query: { registrationId: caseId } })).items;

const finish = (caseId: string) => api.call(walk.key, finishReviewSitting, { params: { id: caseId }, body: {} });

describe('a sitting', () => {
  test('ends with one mail: what is accepted first, then each return with its reason, then what is missing', async () => {
    const { caseId, paperId: licence } = await papers.aPaper();
    const letter = await papers.paperId(caseId, 'application_letter');
    const params = { id: caseId };
    await decide(licence, 'accept');
    const draft = {
      prerequisiteId: letter,
      decision: 'return' as const,
      reasonCode: 'seal_differs',
      note: 'Use <the> big seal.',
    };
    const preview = await api.call(walk.key, getReviewMessage, { params, body: { draft } });
    expect(await mailsOf(caseId)).toEqual([]);
    await decide(letter, 'return', { reasonCode: 'seal_differs', note: draft.note });
    expect((await api.call(walk.key, listCasePapers, { params })).sitting?.decisions.length).toBe(2);
    expect(await finish(caseId)).toEqual({ decisions: 2, mails: 1 });

    const [mail, ...others] = await mailsOf(caseId);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'papers_reviewed', state: 'accepted' });
    const { text, html, subject } = await api.call(walk.key, getDelivery, { params: { id: mail?.id ?? '' } });
    expect(subject).toMatch(/please resend “Application letter with seal/);
    expect(text).toMatch(
      /Accepted\n✓ Business licence[\s\S]*Please send again[\s\S]*Application letter[\s\S]*The text of the seal is not the registered name[\s\S]*Use <the> big seal\.[\s\S]*Still missing/,
    );
    expect(html).toContain('Use &lt;the&gt; big seal.');
    // The preview is the same text, but for the address, which opens the page of one contact.
    expect(preview.recipients).toMatchObject([{ kind: 'contact', name: 'Ana', locale: 'en' }]);
    const withoutAddress = (body: string | null | undefined) => body?.replace(/http\S+/g, '');
    expect(withoutAddress(preview.message?.en.text)).toBe(withoutAddress(text));
    expect(preview.message?.zh.subject).toMatch(/：请重新提交“/);
    expect(await codeOf(finish(caseId))).toBe('review.nothing_decided');
    expect((await api.call(walk.key, listCasePapers, { params })).sitting).toBeNull();
  });

  test('counts a paper once, by the last word; a decision can be taken back until it is told', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await papers.send(paperId, await aPicture());
    await decide(paperId, 'accept');
    await decide(paperId, 'return', { reasonCode: 'blurred' });
    const params = { id: caseId };
    const { sitting } = await api.call(walk.key, listCasePapers, { params });
    expect(sitting?.decisions).toMatchObject([{ decision: 'return', reasonCode: 'blurred' }]);
    const undo = () => api.call(walk.key, undoReview, { params: { id: paperId }, body: {} });
    expect(await undo()).toMatchObject({ state: 'open', reasonCode: null });
    expect((await papers.paper(caseId, paperId)).documents).toMatchObject([{ version: 1 }]);
    expect(await codeOf(undo())).toBe('review.nothing_to_undo');
    expect(await codeOf(finish(caseId))).toBe('review.nothing_decided');
  });

  test('a reason that says nothing by itself wants a note', async () => {
    const { paperId } = await papers.aPaper();
    expect(await codeOf(decide(paperId, 'return', { reasonCode: 'other' }))).toBe('prerequisite.note_missing');
    expect(await decide(paperId, 'return', { reasonCode: 'other', note: 'Sign page 2.' })).toMatchObject({
      state: 'returned',
    });
  });

  test('so does a reason that is none of this paper’s', async () => {
    const { paperId } = await papers.aPaper();
    for (const reasonCode of ['nonsense', 'notarisation_missing'])
      expect(await codeOf(decide(paperId, 'return', { reasonCode }))).toBe('prerequisite.note_missing');
  });

  test('tells only what stands: what another member has decided since is theirs to tell', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await papers.send(paperId, await aPicture());
    const by = (
      key: string,
      body: Pick<OperationInput<typeof reviewPrerequisite>['body'], 'decision' | 'reasonCode'>,
    ) => api.call(key, reviewPrerequisite, { params: { id: paperId }, body });
    const { manager, owner } = agency.apiKeys;
    await by(manager, { decision: 'accept' });
    await by(owner, { decision: 'return', reasonCode: 'glare' });
    const end = (key: string) => api.call(key, finishReviewSitting, { params: { id: caseId }, body: {} });
    expect(await codeOf(end(manager))).toBe('review.nothing_decided');
    expect(await end(owner)).toEqual({ decisions: 1, mails: 1 });
    expect(await mailsOf(caseId)).toHaveLength(1);
  });

  test('takes the ID check back with the acceptance it came from', async () => {
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'));
    const params = { id: await papers.paperId(known.id, 'admin_id') };
    const { manager } = agency.apiKeys;
    const person = () => api.call(walk.key, getPerson, { params: { id: known.admin?.personId ?? '' } });
    await api.call(manager, reviewPrerequisite, { params, body: { decision: 'accept' } });
    expect((await person()).idCheckedBy).not.toBeNull();
    await api.call(manager, undoReview, { params, body: {} });
    expect((await person()).idCheckedBy).toBeNull();
    // One that was made by itself stands.
    await api.call(manager, recordIdCheck, {
      params: { id: known.admin?.personId ?? '' },
      body: { expectedVersion: (await person()).version },
    });
    // The clock stands still; in the world it does not.
    await runAsSuperuser(api.database, `UPDATE person SET id_checked_at = id_checked_at - interval '1 minute'`);
    await api.call(manager, reviewPrerequisite, { params, body: { decision: 'accept' } });
    await api.call(manager, undoReview, { params, body: {} });
    expect((await person()).idCheckedBy).not.toBeNull();
  });

  test('of which two requests make an end at once sends one mail', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await decide(paperId, 'accept');
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => finish(caseId)));
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await mailsOf(caseId)).length).toBe(1);
  });

  // The clock stands still for all, so what moves it comes last.
  test('that nobody ends, about papers that were handed in meanwhile, ends without a word', async () => {
    const known = await walk.caseAt('preparing');
    await api.moveClock('2026-09-28T03:51:00.000Z');
    await api.tick();
    const reviews = (await mailsOf(known.id)).filter(({ kind }) => kind === 'papers_reviewed');
    expect(reviews.map(({ state }) => state)).toEqual([]);
    const { items } = await api.call(walk.key, listHistory, { params: { id: known.id } });
    expect(items.map(({ kind }) => kind)).not.toContain('review_finished');
  });

  test('that nobody ends is told after half an hour, so that nobody waits in silence', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await decide(paperId, 'accept');
    await api.tick();
    expect(await mailsOf(caseId)).toEqual([]);
    await api.moveClock('2026-09-28T04:22:00.000Z');
    await api.tick();
    expect(await mailsOf(caseId)).toMatchObject([{ kind: 'papers_reviewed', state: 'accepted' }]);
    const { items } = await api.call(walk.key, listHistory, { params: { id: caseId } });
    expect(items.map(({ kind }) => kind).slice(0, 2)).toEqual(['review_mail_sent', 'review_finished']);
  });

  test('of two members that nobody ends is one mail, and says nothing of the administrator’s accepted papers', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await decide(paperId, 'accept');
    const letter = await papers.paperId(caseId, 'application_letter');
    const byManager = (id: string) =>
      api.call(agency.apiKeys.manager, reviewPrerequisite, { params: { id }, body: { decision: 'accept' } });
    await byManager(letter);
    await byManager(await papers.paperId(caseId, 'admin_phone'));
    await api.moveClock('2026-09-28T04:53:00.000Z');
    await api.tick();
    const [mail, ...others] = await mailsOf(caseId);
    expect(others).toEqual([]);
    const { text } = await api.call(walk.key, getDelivery, { params: { id: mail?.id ?? '' } });
    expect(text).toContain('✓ Business licence');
    expect(text).toContain('✓ Application letter');
    expect(text).not.toContain('Administrator');
  });

  test('says nothing of a paper that has come again before the mail leaves', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const letter = await papers.paperId(caseId, 'application_letter');
    await decide(paperId, 'accept');
    await decide(letter, 'return', { reasonCode: 'seal_differs' });
    await runAsSuperuser(api.database, `UPDATE prerequisite SET state = 'submitted' WHERE id = $1`, [letter]);
    expect(await finish(caseId)).toEqual({ decisions: 2, mails: 1 });
    const [mail] = await mailsOf(caseId);
    const { text } = await api.call(walk.key, getDelivery, { params: { id: mail?.id ?? '' } });
    expect(text).toContain('✓ Business licence');
    expect(text).not.toContain('seal');
  });
});
