import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  deleteDocument,
  getDocumentContent,
  getRegistration,
  listCasePapers,
  listDocuments,
  listHistory,
  listPrerequisites,
  reuseDocuments,
  reviewPrerequisite,
  submitPrerequisite,
  type Document,
} from '@daiban/contracts';
import sharp from 'sharp';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { drawPdf } from '../demo/demo-papers.js';
import { verifyChain } from '../history/history-chain.js';
import { HistoryRepository } from '../history/history.repository.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';
import { problemOf } from '../registrations/testing/refusals-of.js';
import { aPicture, PaperWalk, sha256 } from './testing/paper-walk.js';

// Many requests each; a busy machine needs its time.
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

describe('a file', () => {
  test('comes whole, is inspected and kept, and only then can be looked at', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const { version } = await walk.read(caseId);
    const picture = await aPicture();
    const document = await papers.send(paperId, picture, { name: '张三 licence.jpg' });
    expect(document).toMatchObject({
      state: 'available',
      version: 1,
      page: 1,
      name: '张三 licence.jpg',
      mediaType: 'image/jpeg',
      receivedBytes: picture.length,
      canChange: true,
      canChangeUntil: null,
    });
    const content = await fetch(`${api.origin}/api/v1/documents/${document.id}/content`, {
      headers: { Authorization: `Bearer ${walk.key}` },
    });
    expect(Object.fromEntries(content.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="__ licence.jpg"; filename*=UTF-8''%E5%BC%A0%E4%B8%89%20licence.jpg`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await sharp(Buffer.from(await content.arrayBuffer())).metadata()).width).toBe(900);
    // Twice within the hour is one look.
    await api.call(walk.key, getDocumentContent, { params: { id: document.id } });
    const { items } = await api.call(walk.key, listHistory, { params: { id: caseId } });
    expect(items.map(({ kind }) => kind).slice(0, 2)).toEqual(['document_viewed', 'document_uploaded']);
    // News of the case, not changes of it: a form that a colleague has open stays good.
    expect((await walk.read(caseId)).version).toBe(version);
  });

  test('that is looked at by three while a fourth changes the case stands in nobody’s way', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const { id } = await papers.send(paperId, await aPicture());
    const known = await walk.read(caseId);
    const { owner, manager, specialist } = agency.apiKeys;
    const looks = [owner, manager, specialist].map((key) => api.call(key, getDocumentContent, { params: { id } }));
    const [named] = await Promise.all([walk.nameAdmin(known), ...looks]);
    expect(named.version).toBe(known.version + 1);
    const chain = await api.app.get(HistoryRepository, { strict: false }).readChain(agency.id, caseId);
    expect(verifyChain(chain)).toBeNull();
    expect(chain.filter(({ kind }) => kind === 'document_viewed')).toHaveLength(looks.length);
  });

  test('comes in parts, goes on after a break, and leaves no part behind', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture(1400);
    const total = picture.length;
    const half = Math.floor(total / 2);
    const first = await papers.send(paperId, picture, { range: [0, half - 1, total] });
    expect(first).toMatchObject({ state: 'receiving', receivedBytes: half, byteLength: total, mediaType: null });
    const tooFar = papers.send(paperId, picture, { range: [half + 1, total - 1, total] });
    expect(await codeOf(tooFar)).toBe('document.part_out_of_order');
    // The middle comes a second time: what is here already is left out.
    const whole = await papers.send(paperId, picture, { range: [half - 1000, total - 1, total] });
    expect(whole).toMatchObject({ id: first.id, state: 'available' });
    expect(papers.objectsOf(first.id)).toEqual([first.id]);
  });

  test('is the same document however often it comes', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture();
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => papers.send(paperId, picture)));
    const ids = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    expect(ids.length).toBe(8);
    expect(new Set(ids).size).toBe(1);
    expect(await papers.send(paperId, picture)).toMatchObject({ id: ids[0], state: 'available' });
    expect((await api.call(walk.key, listDocuments, { params: { id: paperId } })).items.length).toBe(1);
  });

  test('takes up its page: of two files for one page one wins', async () => {
    const { paperId } = await papers.aPaper();
    const pictures = await Promise.all(Array.from({ length: 6 }, () => aPicture()));
    const all = await Promise.allSettled(pictures.map((picture) => papers.send(paperId, picture)));
    const lost = all.filter((one) => one.status === 'rejected').map(({ reason }) => reason.problem.code as string);
    expect(lost).toEqual(Array.from({ length: 5 }, () => 'document.page_taken'));
  });

  test('that is no picture is refused in words, and its page is free again', async () => {
    const { paperId } = await papers.aPaper();
    const refused = await papers.send(paperId, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(refused).toMatchObject({
      state: 'refused',
      mediaType: null,
      refusal: {
        code: 'file.wrong_type',
        message: expect.stringContaining('picture'),
        fix: expect.stringContaining('PDF'),
      },
    });
    expect(await papers.send(paperId, Buffer.alloc(0), { name: 'empty.jpg' })).toMatchObject({
      refusal: { code: 'file.empty' },
    });
    expect(await papers.send(paperId, await aPicture())).toMatchObject({ state: 'available', page: 1 });
  });

  test('that changed on its way is refused, and may come again', async () => {
    const { paperId } = await papers.aPaper();
    const picture = await aPicture();
    const garbled = Buffer.from(picture);
    garbled[500] = (garbled[500] ?? 0) ^ 1;
    const refused = await papers.send(paperId, garbled, { hash: sha256(picture) });
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'file.hash_mismatch' } });
    expect(await papers.send(paperId, picture)).toMatchObject({ state: 'available' });
  });

  test('may not be larger than the rule says, nor stand on a page that no paper has', async () => {
    const { paperId } = await papers.aPaper();
    const part = Buffer.alloc(10);
    const huge = papers.send(paperId, part, { range: [0, 9, 20 * 1024 * 1024 + 1] });
    expect(await codeOf(huge)).toBe('document.too_big');
    expect(await codeOf(papers.send(paperId, part, { page: 11 }))).toBe('document.pages_full');
    expect(await codeOf(papers.send(paperId, part, { range: [5, 4, 10] }))).toBe('document.part_wrong');
  });

  test('without an announced length that turns out too big leaves its page free', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const body = new Uint8Array(20 * 1024 * 1024 + 1);
    const answer = await fetch(`${api.origin}/api/v1/prerequisites/${paperId}/documents/scan.pdf`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${walk.key}`,
        'Content-Type': 'application/octet-stream',
        'X-Content-SHA256': sha256(Buffer.from(body)),
        'X-Document-Page': '1',
      },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
    const { documents } = await papers.paper(caseId, paperId);
    expect(documents).toMatchObject([{ state: 'refused', refusal: { code: 'file.too_big' } }]);
    expect(papers.objectsOf(documents[0]?.id ?? '')).toEqual([]);
    expect(await papers.send(paperId, await aPicture())).toMatchObject({ state: 'available' });
  });

  test('that begins in its middle takes no page', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const picture = await aPicture();
    const late = papers.send(paperId, picture, { range: [10, 99, picture.length] });
    expect(await codeOf(late)).toBe('document.part_out_of_order');
    expect((await papers.paper(caseId, paperId)).documents).toEqual([]);
  });

  test('is nobody’s in another agency', async () => {
    const { paperId } = await papers.aPaper();
    const document = await papers.send(paperId, await aPicture());
    const other = (await api.createAgency('Other')).apiKeys.owner;
    expect(await codeOf(papers.send(paperId, await aPicture(), { key: other }))).toBe('resource.not_found');
    const look = api.call(other, getDocumentContent, { params: { id: document.id } });
    expect(await codeOf(look)).toBe('resource.not_found');
    const remove = api.call(other, deleteDocument, { params: { id: document.id } });
    expect(await codeOf(remove)).toBe('resource.not_found');
  });

  test('can be taken back by its sender alone, and then it is gone from the store', async () => {
    const { paperId } = await papers.aPaper();
    const document = await papers.send(paperId, await aPicture());
    const byOther = api.call(agency.apiKeys.manager, deleteDocument, { params: { id: document.id } });
    expect(await codeOf(byOther)).toBe('document.not_own');
    await api.call(walk.key, deleteDocument, { params: { id: document.id } });
    expect(papers.objectsOf(document.id)).toEqual([]);
    const { items } = await api.call(walk.key, listDocuments, { params: { id: paperId } });
    expect(items).toMatchObject([{ state: 'deleted', deletionReason: 'taken_back', name: '' }]);
    expect(items[0]?.deletionProof).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), rule: null });
    const look = api.call(walk.key, getDocumentContent, { params: { id: document.id } });
    await expect(look).rejects.toMatchObject({ problem: { status: 410, code: 'document.deleted' } });
  });
});

describe('a paper', () => {
  test('is sent, returned with a reason, and comes again as the next version', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const params = { id: paperId };
    expect(await codeOf(api.call(walk.key, submitPrerequisite, { params, body: {} }))).toBe('document.none');
    await papers.send(paperId, await aPicture());
    await papers.send(paperId, await aPicture(), { page: 2 });
    expect(await api.call(walk.key, submitPrerequisite, { params, body: {} })).toMatchObject({ state: 'submitted' });
    expect(await codeOf(papers.send(paperId, await aPicture(), { page: 3 }))).toBe('prerequisite.being_checked');
    await api.call(walk.key, reviewPrerequisite, { params, body: { decision: 'return', reasonCode: 'glare' } });
    const again = await papers.send(paperId, await aPicture());
    expect(again).toMatchObject({ version: 2, page: 1 });
    const paper = await papers.paper(caseId, paperId);
    expect(paper.documents.map(({ version, page }) => [version, page])).toEqual([
      [2, 1],
      [1, 1],
      [1, 2],
    ]);
    expect(paper.returnReasons).toContain('glare');
    const { sitting } = await api.call(walk.key, listCasePapers, { params: { id: caseId } });
    expect(sitting?.decisions).toMatchObject([{ code: 'business_licence', decision: 'return', reasonCode: 'glare' }]);
  });

  test('of the admin is not accepted by who brought it, unless the owner answers for it', async () => {
    const known = await walk.nameAdmin(await walk.caseAt('awaiting_prerequisites'));
    const { items } = await api.call(walk.key, listPrerequisites, { params: { id: known.id } });
    const params = { id: items.find(({ code }) => code === 'admin_id')?.id ?? '' };
    const unasked = papers.send(params.id, await aPicture(), { key: agency.apiKeys.owner });
    expect(await codeOf(unasked)).toBe('consent.papers_missing');
    await walk.agreeToPapers(known.id);
    await papers.send(params.id, await aPicture(), { key: agency.apiKeys.owner });
    const accept = (key: string, body = {}) =>
      api.call(key, reviewPrerequisite, { params, body: { decision: 'accept', ...body } });
    expect(await codeOf(accept(agency.apiKeys.owner))).toBe('document.checked_by_uploader');
    const acknowledgements = [{ code: 'document.checked_by_uploader', reason: 'I work alone' }];
    expect(await accept(agency.apiKeys.owner, { acknowledgements })).toMatchObject({ state: 'accepted' });
  });

  test('that was sent can be taken back for half an hour, and is its sender’s turn again', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const document: Document = await papers.send(paperId, await aPicture());
    await api.call(walk.key, submitPrerequisite, { params: { id: paperId }, body: {} });
    const { documents } = await papers.paper(caseId, paperId);
    expect(documents).toMatchObject([{ canChange: true, canChangeUntil: '2026-09-28T03:50:00.000Z' }]);
    await api.call(walk.key, deleteDocument, { params: { id: document.id } });
    expect((await papers.paper(caseId, paperId)).prerequisite.state).toBe('open');
    expect((await api.call(walk.key, getRegistration, { params: { id: caseId } })).holder).toBe('client');
  });
});

/** The same paper for a renewal of the account, as opening one writes it. */
async function forAnOrder(paperId: string): Promise<string> {
  const [order, paper] = [randomUUID(), randomUUID()];
  await runAsSuperuser(
    api.database,
    `WITH opened AS (
       INSERT INTO verification_order (id, agency_id, registration_id, kind, payer, state, state_since, number, opened_at)
       SELECT $1, agency_id, registration_id, 'renewal', 'client', 'preparing', created_at, 1, created_at FROM prerequisite WHERE id = $3
       RETURNING id)
     INSERT INTO prerequisite (id, agency_id, registration_id, order_id, code, holder, state, created_at)
     SELECT $2, k.agency_id, k.registration_id, o.id, k.code, k.holder, 'open', k.created_at FROM prerequisite k, opened o WHERE k.id = $3`,
    [order, paper, paperId],
  );
  return paper;
}

describe('a renewal', () => {
  test('is offered the papers that still hold; they lie in the store once and go with the last who uses them', async () => {
    const { caseId, paperId } = await papers.aPaper();
    const first = await papers.send(paperId, await aPicture());
    const accept = (id: string, expiresOn: string) =>
      api.call(walk.key, reviewPrerequisite, { params: { id }, body: { decision: 'accept', expiresOn } });
    await accept(paperId, '2028-09-28');
    const params = { id: caseId };
    const again = await forAnOrder(paperId);
    expect((await papers.paper(caseId, again)).reusable).toMatchObject([
      { documentId: first.id, name: 'licence.jpg', acceptedOn: '2026-09-28', expiresOn: '2028-09-28' },
    ]);
    expect((await papers.paper(caseId, paperId)).reusable).toEqual([]);
    const reuse = (documentIds: string[]) =>
      api.call(walk.key, reuseDocuments, { params: { id: again }, body: { documentIds } });
    expect(await codeOf(reuse([randomUUID()]))).toBe('document.not_reusable');
    const { items } = await reuse([first.id]);
    expect(items).toMatchObject([{ state: 'available', version: 1, page: 1, name: 'licence.jpg' }]);
    expect((await papers.paper(caseId, again)).prerequisite.state).toBe('submitted');
    const reused = items[0]?.id ?? '';
    expect(papers.objectsOf(reused)).toEqual([]);
    expect((await api.call(walk.key, getDocumentContent, { params: { id: reused } })).size).toBeGreaterThan(1000);
    // Taken back, it leaves the file to the first one.
    await api.call(walk.key, deleteDocument, { params: { id: reused } });
    expect(papers.objectsOf(first.id)).toEqual([first.id]);
    expect((await api.call(walk.key, getRegistration, { params })).version).toBeGreaterThan(1);
  });

  test('is not offered a paper that runs out before its review can end', async () => {
    const { caseId, paperId } = await papers.aPaper();
    await papers.send(paperId, await aPicture());
    await api.call(walk.key, reviewPrerequisite, {
      params: { id: paperId },
      body: { decision: 'accept', expiresOn: '2026-09-30' },
    });
    const again = await forAnOrder(paperId);
    expect((await papers.paper(caseId, again)).reusable).toEqual([]);
  });
});

test('a PDF is looked at page by page as pictures, since a strict page shows nothing else', async () => {
  const { paperId } = await papers.aPaper();
  const bytes = await drawPdf('Certificate', ['First page', 'Second page']);
  const document = await papers.send(paperId, bytes, { name: 'certificate.pdf' });
  expect(document).toMatchObject({ state: 'available', mediaType: 'application/pdf', pageCount: 2 });
  const look = (page: number) =>
    api.call(walk.key, getDocumentContent, { params: { id: document.id }, query: { view: 'picture', page } });
  const picture = Buffer.from(await (await look(2)).arrayBuffer());
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', height: expect.any(Number) });
  expect(await codeOf(look(3))).toBe('document.no_such_page');
});

test('a picture has one page', async () => {
  const { paperId } = await papers.aPaper();
  const { id } = await papers.send(paperId, await aPicture());
  const look = (page: number) =>
    api.call(walk.key, getDocumentContent, { params: { id }, query: { view: 'picture', page } });
  expect((await look(1)).type).toBe('image/jpeg');
  expect(await codeOf(look(2))).toBe('document.no_such_page');
});
