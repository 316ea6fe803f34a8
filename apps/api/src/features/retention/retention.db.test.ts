import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  createAdminLink,
  listConsents,
  listHistory,
  listPrerequisites,
  uploadDocument,
  uploadPortalDocument,
  withdrawConsent,
} from '@daiban/contracts';
import sharp from 'sharp';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { FileStore, FileStoreUnavailable } from '../../platform/files/file-store.js';
import { aPicture, PaperWalk, uploadOf } from '../documents/testing/paper-walk.js';
import { PortalBrowser } from '../portal/testing/portal-browser.js';
import { CaseWalk, type Point } from '../registrations/testing/case-walk.js';
import { RetentionService } from './retention.service.js';

jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;
let store: FileStore;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
  store = api.app.get(FileStore, { strict: false });
});
afterAll(() => api.stop());

interface Row {
  state: string;
  object: string | null;
  deletion_reason: string | null;
  name_length: number;
  deletion_proof: { object: string; sha256: string; goneAt: string | null; basis: object | null } | null;
}

const rowOf = async (id: string) => {
  const [row] = await runAsSuperuser<Row>(
    api.database,
    'SELECT state, object_key AS object, deletion_reason, length(name_sealed) AS name_length, deletion_proof FROM document WHERE id = $1',
    [id],
  );
  return row!;
};

/** A file for one of a case's papers. */
async function bring(caseId: string, code: string): Promise<string> {
  const { items } = await api.call(walk.key, listPrerequisites, { params: { id: caseId } });
  const paper = items.find((each) => each.code === code);
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'white', noise } })
    .jpeg()
    .toBuffer();
  const sent = await api.call(agency.apiKeys.owner, uploadDocument, {
    params: { id: paper!.id, name: '王芳身份证.jpg' },
    headers: { 'x-content-sha256': createHash('sha256').update(bytes).digest('hex'), 'x-document-page': 1 },
    body: new Uint8Array(bytes),
  });
  expect(sent.state).toBe('available');
  return sent.id;
}

/** A case whose admin was named and whose ID picture lies in the store, taken on to a point of its way. */
async function caseWithId(to: Point) {
  const known = await walk.caseAt('awaiting_prerequisites');
  await walk.nameAdmin(known);
  await walk.agreeToPapers(known.id);
  const [idPicture, licence] = [await bring(known.id, 'admin_id'), await bring(known.id, 'business_licence')];
  const object = (await rowOf(idPicture)).object!;
  const sum = createHash('sha256')
    .update(await store.get(object))
    .digest('hex');
  if (to !== 'awaiting_prerequisites') await walk.advance(known, to);
  return { caseId: known.id, idPicture, licence, object, sum };
}

const deletionsOf = async (caseId: string) => {
  const { items } = await api.call(walk.key, listHistory, { params: { id: caseId }, query: { limit: 100 } });
  return items.filter(({ kind }) => kind === 'document_deleted');
};

describe('the picture of an identity card', () => {
  test('goes 30 days after the account is live, not a day before, and its deletion is proven and told to the client', async () => {
    const { caseId, idPicture, licence, object, sum } = await caseWithId('live');
    const [{ on }] = (await runAsSuperuser<{ on: string }>(
      api.database,
      `SELECT to_char((live_at AT TIME ZONE 'Asia/Shanghai')::date + 30, 'YYYY-MM-DD') AS on FROM registration WHERE id = $1`,
      [caseId],
    )) as [{ on: string }];
    await api.moveClock(new Date(Date.parse(`${on}T00:00:00+08:00`) - 60_000).toISOString());
    await api.tick();
    expect((await rowOf(idPicture)).state).toBe('available');
    await api.moveClock(`${on}T00:00:00+08:00`);
    await api.tick();
    const row = await rowOf(idPicture);
    expect(row).toMatchObject({
      state: 'deleted',
      object: null,
      deletion_reason: 'retention',
      name_length: 0,
      deletion_proof: {
        object,
        sha256: sum,
        basis: { ruleId: 'retention.identity_documents_days', dueOn: on, validFrom: expect.any(String) },
        goneAt: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
    expect(await store.exists(object)).toBe(false);
    expect(await deletionsOf(caseId)).toMatchObject([
      { visibility: 'client', voice: 'the_clock', payload: { paper: 'admin_id', files: 1, dueOn: on } },
    ]);
    expect((await rowOf(licence)).state).toBe('available');
    await api.tick();
    expect(await deletionsOf(caseId)).toHaveLength(1);
  });

  test('goes when its person takes the consent back, and the licence stays', async () => {
    const { caseId, idPicture, licence, object } = await caseWithId('awaiting_prerequisites');
    const { admin } = await walk.read(caseId);
    const { items } = await api.call(walk.key, listConsents, { params: { id: admin!.personId }, query: {} });
    await api.call(walk.key, withdrawConsent, { params: { id: items[0]!.id }, body: {} });
    expect(await rowOf(idPicture)).toMatchObject({ state: 'deleted', deletion_reason: 'consent_withdrawn' });
    expect(await store.exists(object)).toBe(false);
    expect((await rowOf(licence)).state).toBe('available');
    expect(await deletionsOf(caseId)).toHaveLength(1);
  });

  test('stays when an administrator of before takes their own consent back', async () => {
    const known = await walk.caseAt('awaiting_prerequisites');
    await walk.nameAdmin(known);
    const former = (await walk.read(known.id)).admin!;
    const present = await walk.nameAdmin(await walk.read(known.id), await walk.addPerson());
    await walk.agreeToPapers(known.id);
    const { url } = await api.call(walk.key, createAdminLink, { params: { id: known.id }, body: {} });
    const browser = await PortalBrowser.enter(api, url);
    const papers = new PaperWalk(api, walk);
    const own = await papers.paperId(known.id, 'admin_id');
    const { id } = await browser.call(uploadPortalDocument, uploadOf(own, await aPicture()));
    const consentsOf = async (personId: string) =>
      (await api.call(walk.key, listConsents, { params: { id: personId }, query: {} })).items;
    await api.call(walk.key, withdrawConsent, {
      params: { id: (await consentsOf(former.personId))[0]!.id },
      body: {},
    });
    await api.tick();
    expect((await rowOf(id)).state).toBe('available');
    await api.call(walk.key, withdrawConsent, {
      params: { id: (await consentsOf(present.admin!.personId))[0]!.id },
      body: {},
    });
    expect(await rowOf(id)).toMatchObject({ state: 'deleted', deletion_reason: 'consent_withdrawn' });
  });

  test('is unreadable at once while the store is down, and is taken away when it is back', async () => {
    const { caseId, idPicture, object } = await caseWithId('awaiting_prerequisites');
    const { admin } = await walk.read(caseId);
    const { items } = await api.call(walk.key, listConsents, { params: { id: admin!.personId }, query: {} });
    const down = jest.spyOn(store, 'delete').mockRejectedValue(new FileStoreUnavailable('unreachable', 'No answer.'));
    await api.call(walk.key, withdrawConsent, { params: { id: items[0]!.id }, body: {} });
    await api.tick();
    expect(await rowOf(idPicture)).toMatchObject({ state: 'deleted', object: null, deletion_proof: { goneAt: null } });
    expect(await store.exists(object)).toBe(true);
    down.mockRestore();
    await api.tick();
    expect((await rowOf(idPicture)).deletion_proof?.goneAt).not.toBeNull();
    expect(await store.exists(object)).toBe(false);
  });

  test('stays in the store while another document uses the same file', async () => {
    const { caseId, idPicture, licence, object } = await caseWithId('awaiting_prerequisites');
    await runAsSuperuser(api.database, 'UPDATE document SET object_key = $2, reused_from_id = $3 WHERE id = $1', [
      licence,
      object,
      idPicture,
    ]);
    const { admin } = await walk.read(caseId);
    const { items } = await api.call(walk.key, listConsents, { params: { id: admin!.personId }, query: {} });
    await api.call(walk.key, withdrawConsent, { params: { id: items[0]!.id }, body: {} });
    await api.tick();
    expect(await rowOf(idPicture)).toMatchObject({ state: 'deleted', deletion_proof: { goneAt: null } });
    expect(await store.exists(object)).toBe(true);
  });
});

test('two processes that look at once delete a picture once', async () => {
  const { caseId, idPicture } = await caseWithId('awaiting_prerequisites');
  await runAsSuperuser(api.database, 'UPDATE consent SET withdrawn_at = $2 WHERE registration_id = $1', [
    caseId,
    '2026-12-31T00:00:00Z',
  ]);
  const retention = api.app.get(RetentionService, { strict: false });
  await Promise.all([retention.deleteDue(agency.id), retention.deleteDue(agency.id)]);
  expect((await rowOf(idPicture)).state).toBe('deleted');
  expect(await deletionsOf(caseId)).toHaveLength(1);
});
