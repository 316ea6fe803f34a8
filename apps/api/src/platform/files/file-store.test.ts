import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import S3rver from 's3rver';
import { DiskFileStore } from './disk-file-store.js';
import { FileStoreUnavailable, StoredFileMissing, type FileStore } from './file-store.js';
import { parseS3Url, S3FileStore, type S3Place } from './s3-file-store.js';

const BUCKET = 'papers';
const PATIENCE = { connectMs: 500, answerMs: 500, attempts: 1 };
const KEY = '0197a000-aaaa-7000-8000-000000000001/0197a000-bbbb-7000-8000-000000000002';

let folder: string;
let s3: S3rver;
let place: S3Place;
let silent: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daiban-file-store-'));
  s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  });
  const { port } = await s3.run();
  place = parseS3Url(`s3://S3RVER:S3RVER@127.0.0.1:${port}/${BUCKET}?tls=0`)!;
  silent = createServer().listen(0, '127.0.0.1');
});
afterAll(async () => {
  await s3.close();
  silent.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<[string, () => FileStore]>([
  ['a folder', () => new DiskFileStore(join(folder, 'files'))],
  ['a bucket', () => new S3FileStore(place)],
])('%s', (_, store) => {
  test('gives back byte for byte what was put, also long ones, and the newer of two', async () => {
    for (const bytes of [Buffer.of(0), Buffer.alloc(3_000_000, 'sealed'), Buffer.from('newer')]) {
      await store().put(KEY, bytes);
      expect((await store().get(KEY)).equals(bytes)).toBe(true);
    }
    expect(await store().exists(KEY)).toBe(true);
  });

  test('has nothing once it was deleted, and deleting it again is no error', async () => {
    await store().put(KEY, Buffer.from('x'));
    await store().delete(KEY);
    await store().delete(KEY);
    expect(await store().exists(KEY)).toBe(false);
    await expect(store().get(KEY)).rejects.toBeInstanceOf(StoredFileMissing);
  });

  test('keeps one of eight that put at once, whole', async () => {
    const drafts = Array.from({ length: 8 }, (_value, index) => Buffer.alloc(400_000, index));
    await Promise.all(drafts.map((bytes) => store().put(KEY, bytes)));
    const kept = await store().get(KEY);
    expect(drafts.some((bytes) => bytes.equals(kept))).toBe(true);
  });

  test.each(['../keys/file-key', 'a/../../b', '/etc/passwd', 'a/b/c', 'a', '', 'a/.drafts', 'A\0/b'])(
    'does not know a key that leaves its place: %j',
    async (key) => {
      await expect(store().put(key, Buffer.from('x'))).rejects.toThrow('not of the form');
      await expect(store().get(key)).rejects.toThrow('not of the form');
      await expect(store().delete(key)).rejects.toThrow('not of the form');
    },
  );

  test('says that it can be used', async () => {
    await expect(store().check()).resolves.toBeUndefined();
  });
});

describe('a folder', () => {
  test('is for this account only, and a write that dies leaves neither half an object nor a draft for long', async () => {
    const own = join(folder, 'private');
    const store = new DiskFileStore(own);
    await store.put(KEY, Buffer.from('x'));
    expect(statSync(join(own, KEY)).mode & 0o777).toBe(0o600);
    expect(statSync(join(own, KEY, '..')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(own, '.drafts'))).toEqual([]);
    for (const [name, hoursAgo] of [
      ['dead', 25],
      ['alive', 1],
    ] as const) {
      const draft = join(own, '.drafts', name);
      writeFileSync(draft, 'half');
      utimesSync(draft, new Date(), new Date(Date.now() - hoursAgo * 3_600_000));
    }
    await store.check();
    expect(readdirSync(join(own, '.drafts'))).toEqual(['alive']);
  });

  test('that is not mounted is in trouble: it does not say that a file is gone', async () => {
    const store = new DiskFileStore(join(folder, 'not-mounted'));
    await expect(store.exists(KEY)).rejects.toMatchObject({ trouble: 'no_bucket' });
    await expect(store.get(KEY)).rejects.toBeInstanceOf(FileStoreUnavailable);
  });

  test('that cannot be written says so', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    await expect(new DiskFileStore(join(folder, 'a-file', 'x')).check()).rejects.toBeInstanceOf(FileStoreUnavailable);
  });
});

describe('a bucket', () => {
  const troubled: [string, () => S3Place, string][] = [
    ['that does not know us', () => ({ ...place, accessKeyId: 'NOBODY' }), 'denied'],
    ['that does not exist', () => ({ ...place, bucket: 'nowhere' }), 'no_bucket'],
    ['whose server is down', () => ({ ...place, endpoint: 'http://127.0.0.1:1' }), 'unreachable'],
    [
      'whose server says nothing',
      () => ({ ...place, endpoint: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` }),
      'unreachable',
    ],
  ];
  test.each(troubled)(
    '%s is in trouble, whatever is asked of it, and never says that a file is gone',
    async (_, at, trouble) => {
      const store = new S3FileStore(at(), PATIENCE);
      const asked = [
        store.check(),
        store.put(KEY, Buffer.from('x')),
        store.get(KEY),
        store.exists(KEY),
        store.delete(KEY),
      ];
      for (const answer of await Promise.allSettled(asked)) {
        expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'FileStoreUnavailable', trouble } });
        expect(String((answer as PromiseRejectedResult).reason.message)).not.toMatch(/secret|S3RVER|NOBODY/);
      }
    },
  );

  test('keeps the bytes as they are, without frames around them', async () => {
    const bytes = Buffer.alloc(300_000, 'x');
    await new S3FileStore(place).put(KEY, bytes);
    const files = readdirSync(join(folder, 's3', BUCKET), { recursive: true, encoding: 'utf8' });
    const [object] = files.filter((name) => name.endsWith('_object'));
    expect(readFileSync(join(folder, 's3', BUCKET, object!)).equals(bytes)).toBe(true);
  });
});

describe('DAIBAN_FILES_URL', () => {
  test('names server, bucket and credentials', () => {
    expect(parseS3Url('s3://key:se%2Fcret@oss-cn-hangzhou.aliyuncs.com/papers?region=cn-hangzhou&path=0')).toEqual({
      endpoint: 'https://oss-cn-hangzhou.aliyuncs.com',
      region: 'cn-hangzhou',
      bucket: 'papers',
      accessKeyId: 'key',
      secretAccessKey: 'se/cret',
      pathStyle: false,
    });
    expect(parseS3Url('s3://a:b@localhost:9000/papers?tls=0')).toMatchObject({
      endpoint: 'http://localhost:9000',
      pathStyle: true,
    });
  });

  test.each([
    '',
    'papers',
    'https://a:b@host/papers',
    's3://host/papers',
    's3://a@host/papers',
    's3://a:b@host/',
    's3://a:b@host/x/y',
  ])('is not %j', (url) => {
    expect(parseS3Url(url)).toBeNull();
  });
});
