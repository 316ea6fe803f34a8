import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { ProblemError } from '../call-operation.js';
import type { Document } from '../documents.contract.js';
import { PART_BYTES, type FileToSend } from './send-file.js';
import { UploadQueue, type BroughtPaper, type Upload, type UploadQueueHost } from './upload-queue.js';

function aPaper(changes: Partial<BroughtPaper> = {}): BroughtPaper {
  return {
    documents: [],
    limits: {
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      maxBytes: 20 * 1024 * 1024,
      maxPages: 10,
      maxPdfPages: 50,
      minPixels: 256,
    },
    ...changes,
  };
}

function aDocument(changes: Partial<Document> = {}): Document {
  return {
    id: '01890000-0000-7000-8000-0000000000d1',
    prerequisiteId: '01890000-0000-7000-8000-0000000000a1',
    version: 1,
    page: 1,
    name: 'licence.jpg',
    state: 'available',
    refusal: null,
    mediaType: 'image/jpeg',
    byteLength: 1_500_000,
    receivedBytes: 1_500_000,
    sha256: 'a'.repeat(64),
    pageCount: 1,
    uploadedAt: '2026-09-28T03:10:00.000Z',
    uploadedBy: { kind: 'contact', name: 'Ana' },
    canChange: true,
    canChangeUntil: null,
    deletesOn: null,
    deletedAt: null,
    deletionReason: null,
    deletionProof: null,
    ...changes,
  };
}

const photo = (name: string, length: number, fill = 1) => {
  const bytes = new Uint8Array(length).fill(fill);
  bytes.set([0xff, 0xd8, 0xff]);
  return new File([bytes], name, { type: 'image/jpeg' });
};
const hashOf = async (file: File) =>
  createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
const problem = (status: number, code: string) =>
  new ProblemError({ type: 'about:blank', title: code, status, code, detail: `says ${code}`, requestId: '' });
const offline = () => new TypeError('Failed to fetch');

/** An API in small: keeps parts as the real one does, and fails as the test says. */
class SmallApi implements UploadQueueHost {
  documents: Document[] = [];
  readonly arrived: string[] = [];
  readonly pauses: number[] = [];
  readonly parts: string[] = [];
  /** What goes wrong at the next puts, one after the other. */
  failures: (Error | null)[] = [];
  changes: Partial<BroughtPaper> = {};

  readonly paper = async () => aPaper({ ...this.changes, documents: this.documents });
  readonly pause = async (ms: number) => void this.pauses.push(ms);
  readonly onArrived = (document: Document, file: File) => void this.arrived.push(`${document.page} ${file.name}`);
  readonly put = async (file: FileToSend, part: Blob, range: string | null): Promise<Document> => {
    const failure = this.failures.shift();
    if (failure) throw failure;
    this.parts.push(`${file.page} ${range ?? 'whole'}`);
    const known = this.documents.find(({ sha256 }) => sha256 === file.sha256);
    const received = (known?.receivedBytes ?? 0) + part.size;
    const document = aDocument({
      page: file.page,
      name: file.name,
      sha256: file.sha256,
      byteLength: file.bytes.byteLength,
      receivedBytes: received,
      state: received < file.bytes.byteLength ? 'receiving' : 'quarantined',
    });
    this.documents = [...this.documents.filter(({ sha256 }) => sha256 !== file.sha256), document];
    return document;
  };
}

const add = (queue: UploadQueue, files: readonly File[], documents: Document[] = []) =>
  void queue.add(files, aPaper({ documents }));

/** Waits until nothing of the queue moves any more. */
async function settled(queue: UploadQueue): Promise<readonly Upload[]> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (queue.uploads().every(({ state }) => state === 'stopped' || state === 'problem')) return queue.uploads();
  }
}

test('several files arrive in the order of choosing, each on the next free page', async () => {
  const api = new SmallApi();
  api.documents = [aDocument({ page: 2 })];
  const queue = new UploadQueue(api);
  add(queue, [photo('one.jpg', 10, 1), photo('two.jpg', 10, 2)]);
  expect(await settled(queue)).toEqual([]);
  expect(api.arrived).toEqual(['1 one.jpg', '3 two.jpg']);
  expect(api.parts).toEqual(['1 whole', '3 whole']);
});

test('a long file goes in parts', async () => {
  const api = new SmallApi();
  const queue = new UploadQueue(api);
  add(queue, [photo('long.jpg', PART_BYTES * 2 + 5)]);
  expect(await settled(queue)).toEqual([]);
  const whole = PART_BYTES * 2 + 5;
  expect(api.parts).toEqual([
    `1 bytes 0-${PART_BYTES - 1}/${whole}`,
    `1 bytes ${PART_BYTES}-${PART_BYTES * 2 - 1}/${whole}`,
    `1 bytes ${PART_BYTES * 2}-${whole - 1}/${whole}`,
  ]);
});

test('a file that broke off in an earlier visit goes on where it was, on its page', async () => {
  const api = new SmallApi();
  const file = photo('long.jpg', PART_BYTES + 5);
  const broken = { page: 4, state: 'receiving', byteLength: file.size, receivedBytes: PART_BYTES } as const;
  api.documents = [aDocument({ ...broken, sha256: await hashOf(file) })];
  const queue = new UploadQueue(api);
  add(queue, [file]);
  expect(await settled(queue)).toEqual([]);
  expect(api.parts).toEqual([`4 bytes ${PART_BYTES}-${PART_BYTES + 4}/${PART_BYTES + 5}`]);
});

test('a broken connection is tried again after longer and longer pauses, and only the broken part is sent again', async () => {
  const api = new SmallApi();
  api.failures = [null, offline(), problem(503, 'document.store_down'), problem(429, 'rate.too_many'), null];
  const queue = new UploadQueue(api);
  add(queue, [photo('long.jpg', PART_BYTES + 5)]);
  expect(await settled(queue)).toEqual([]);
  expect(api.pauses).toEqual([1000, 2000, 4000]);
  expect(api.parts).toHaveLength(2);
});

test('a connection that stays away stops the file with what is safe, and it goes on when asked', async () => {
  const api = new SmallApi();
  api.failures = [null, ...Array.from({ length: 6 }, offline)];
  const queue = new UploadQueue(api);
  add(queue, [photo('long.jpg', PART_BYTES + 5)]);
  expect(await settled(queue)).toMatchObject([{ state: 'stopped', sentBytes: PART_BYTES }]);
  void queue.resume();
  expect(await settled(queue)).toEqual([]);
  expect(api.arrived).toEqual(['1 long.jpg']);
});

test('when the API expects another part, it is asked which, and that one follows', async () => {
  const api = new SmallApi();
  api.failures = [null, problem(409, 'document.part_out_of_order'), null];
  const queue = new UploadQueue(api);
  add(queue, [photo('long.jpg', PART_BYTES * 2)]);
  expect(await settled(queue)).toEqual([]);
  expect(api.parts).toHaveLength(2);
});

test('files that cannot be taken say why, and the others come all the same', async () => {
  const api = new SmallApi();
  const queue = new UploadQueue(api);
  add(queue, [
    new File([], 'wechat.jpg', { type: 'image/jpeg' }),
    new File(['<html>'], 'page.jpg'),
    new File([Buffer.from('\0\0\0\x18ftypheic', 'latin1')], 'IMG_1.HEIC'),
    photo('good.jpg', 10),
  ]);
  expect((await settled(queue)).map(({ file, problem: said }) => [file.name, said])).toEqual([
    ['wechat.jpg', { kind: 'file', code: 'file.empty' }],
    ['page.jpg', { kind: 'file', code: 'file.wrong_type' }],
    ['IMG_1.HEIC', { kind: 'file', code: 'file.heic' }],
  ]);
  expect(api.arrived).toEqual(['1 good.jpg']);
});

test('a file that is here already is not sent twice', async () => {
  const api = new SmallApi();
  const file = photo('licence.jpg', 10);
  api.documents = [aDocument({ sha256: await hashOf(file) })];
  const queue = new UploadQueue(api);
  add(queue, [file]);
  expect(await settled(queue)).toMatchObject([{ problem: { kind: 'duplicate' } }]);
});

test('a file chosen after another was refused takes its page; one chosen together with it does not', async () => {
  const api = new SmallApi();
  api.documents = [aDocument({ page: 1, state: 'refused' })];
  const queue = new UploadQueue(api);
  add(queue, [photo('chosen-before.jpg', 10, 1)]);
  expect(await settled(queue)).toEqual([]);
  add(queue, [photo('chosen-after.jpg', 10, 2)], api.documents.slice(0, 1));
  expect(await settled(queue)).toEqual([]);
  expect(api.arrived).toEqual(['2 chosen-before.jpg', '1 chosen-after.jpg']);
});

test('more files than there is room for say so', async () => {
  const api = new SmallApi();
  api.changes = { limits: { ...aPaper().limits, maxPages: 1 } };
  const queue = new UploadQueue(api);
  add(queue, [photo('one.jpg', 10, 1), photo('two.jpg', 10, 2)]);
  expect(await settled(queue)).toMatchObject([{ file: { name: 'two.jpg' }, problem: { kind: 'full' } }]);
});

test("the API's no is repeated in its own words, and nothing is tried again", async () => {
  const api = new SmallApi();
  api.failures = [problem(409, 'prerequisite.being_checked')];
  const queue = new UploadQueue(api);
  add(queue, [photo('one.jpg', 10)]);
  expect(await settled(queue)).toMatchObject([
    { problem: { kind: 'refused', detail: 'says prerequisite.being_checked' } },
  ]);
  expect(api.pauses).toEqual([]);
});

test('a cancelled file is gone and the next one follows', async () => {
  const api = new SmallApi();
  const queue = new UploadQueue(api);
  add(queue, [photo('one.jpg', PART_BYTES * 3, 1), photo('two.jpg', 10, 2)]);
  queue.dismiss(queue.uploads()[0]!.key);
  expect(await settled(queue)).toEqual([]);
  expect(api.arrived.at(-1)).toMatch(/two\.jpg$/);
  expect(api.arrived).toHaveLength(1);
});

test('a file that cannot be taken says so while another is still on its way', async () => {
  const api = new SmallApi();
  const queue = new UploadQueue(api);
  let release = (): void => undefined;
  api.failures = [offline()];
  Object.assign(api, { pause: () => new Promise<void>((resolve) => (release = resolve)) });
  add(queue, [photo('good.jpg', 10), new File([], 'wechat.jpg')]);
  while (queue.uploads()[1]?.state !== 'problem' || queue.uploads()[0]?.state !== 'retrying')
    await new Promise((resolve) => setTimeout(resolve, 1));
  release();
  expect(await settled(queue)).toMatchObject([{ file: { name: 'wechat.jpg' }, problem: { code: 'file.empty' } }]);
  expect(api.arrived).toEqual(['1 good.jpg']);
});
