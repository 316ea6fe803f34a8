/** Brings hostile files, made by script, before the inspection: one of every kind, or three hundred and more in the long run. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOCUMENT_MEDIA_TYPES } from '@daiban/domain/enumerations';
import { DecodingProcess } from '../../apps/api/src/platform/files/decoding-process.js';
import type { FileInspection } from '../../apps/api/src/platform/files/file-inspection.js';
import { FileInspector } from '../../apps/api/src/platform/files/file-inspector.js';
import {
  CANARY,
  honestFiles,
  hostileFiles,
  type TestFile,
} from '../../apps/api/src/platform/files/testing/hostile-files.js';

const COUNT = process.env.DAIBAN_FULL ? 360 : 64;
const LIMITS = { types: DOCUMENT_MEDIA_TYPES, maxBytes: 20 * 1024 * 1024, imageMinPixels: 256, pdfPagesMax: 50 };

const decoding = new DecodingProcess();
const inspector = new FileInspector(null, decoding);
const judge = async (files: readonly TestFile[]) => {
  const judged: { file: TestFile; answer: FileInspection; tookMs: number }[] = [];
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const started = performance.now();
      const answer = await inspector.inspect(file.bytes, file.name, LIMITS);
      judged.push({ file, answer, tookMs: performance.now() - started });
    }
  };
  await Promise.all([work(), work()]);
  return judged;
};

let hostile: Awaited<ReturnType<typeof judge>>;
let honest: Awaited<ReturnType<typeof judge>>;
beforeAll(async () => {
  honest = await judge(await honestFiles());
  hostile = await judge(await hostileFiles(COUNT));
}, 300_000);
afterAll(() => {
  if (process.env.DAIBAN_FULL)
    process.stdout.write(
      `${hostile.length} hostile files; most memory of one process ${Math.round(decoding.peakMemoryBytes / 1024 / 1024)} MB, longest ${Math.round(Math.max(...hostile.map(({ tookMs }) => tookMs)))} ms\n`,
    );
});

test('every hostile file is refused by its own reason, or kept only without what was hidden in it', () => {
  const wrong = hostile.filter(({ file, answer }) =>
    Array.isArray(file.expected)
      ? answer.accepted || !file.expected.includes(answer.code)
      : answer.accepted && answer.mediaType !== 'application/pdf' && answer.bytes.includes(CANARY),
  );
  expect(wrong.map(({ file, answer }) => [file.about, file.expected, answer.accepted ? 'kept' : answer.code])).toEqual(
    [],
  );
  expect(hostile).toHaveLength(COUNT);
});

test('no process takes more than 256 MB or 20 seconds', () => {
  expect(decoding.peakMemoryBytes).toBeLessThan(256 * 1024 * 1024);
  expect(Math.max(...hostile.map(({ tookMs }) => tookMs))).toBeLessThan(21_000);
});

describe('an honest file', () => {
  test('gets through', () => {
    expect(honest.filter(({ answer }) => !answer.accepted).map(({ file, answer }) => [file.about, answer])).toEqual([]);
  });

  test('is kept without where and by whom it was taken', () => {
    for (const { file, answer } of honest)
      expect([file.about, answer.accepted && answer.bytes.includes(CANARY)]).toEqual([file.about, false]);
    expect(honest.filter(({ file }) => file.bytes.includes(CANARY)).length).toBeGreaterThan(2);
  });
});
