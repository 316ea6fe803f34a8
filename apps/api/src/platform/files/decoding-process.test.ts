import { describe, expect, test } from '@jest/globals';
import { DECODING_BOUNDS, DecodingProcess, wasAtWork } from './decoding-process.js';
import { InspectionUnavailable } from './file-inspection.js';
import { pdf, photo } from './testing/hostile-files.js';

const MEGABYTE = 1024 * 1024;
const limits = (mediaType: 'image/jpeg' | 'application/pdf') => ({ mediaType, imageMinPixels: 256, pdfPagesMax: 50 });

describe('a process that opens one file', () => {
  test('gives back a picture written anew, and a PDF as it came', async () => {
    const decoding = new DecodingProcess();
    const picture = await decoding.decode(await photo(), limits('image/jpeg'));
    expect(picture).toMatchObject({ accepted: true, pageCount: 1, rewritten: expect.any(Buffer) });
    expect(await decoding.decode(pdf({ pages: 3 }), limits('application/pdf'))).toEqual({
      accepted: true,
      rewritten: null,
      pageCount: 3,
    });
    expect(decoding.peakMemoryBytes).toBeGreaterThan(20 * MEGABYTE);
  });

  test('is ended when its time is over; it is the file’s fault only if the process was at work all the while', async () => {
    const decoding = new DecodingProcess({ ...DECODING_BOUNDS, timeMs: 5 });
    await expect(decoding.decode(pdf(), limits('application/pdf'))).rejects.toThrow(InspectionUnavailable);
    expect(wasAtWork(9_900, 20_000)).toBe(false);
    expect(wasAtWork(10_000, 20_000)).toBe(true);
    expect(wasAtWork(null, 20_000)).toBe(true);
  });

  test('that cannot load its packages says nothing of the file, and is known not to work until one does again', async () => {
    const decoding = new DecodingProcess();
    const without = { mediaType: 'image/gif' as 'image/png', imageMinPixels: 1, pdfPagesMax: 1 };
    await expect(decoding.decode(await photo(), without)).rejects.toThrow(InspectionUnavailable);
    expect(decoding.works).toBe(false);
    expect(await decoding.decode(await photo(), limits('image/jpeg'))).toMatchObject({ accepted: true });
    expect(decoding.works).toBe(true);
  });

  test('is ended when it takes too much memory: a picture has too many pixels then, a PDF is damaged', async () => {
    const decoding = new DecodingProcess({ ...DECODING_BOUNDS, memoryBytes: 10 * MEGABYTE });
    const picture = await decoding.decode(await photo(), limits('image/jpeg'));
    expect(picture).toEqual({ accepted: false, code: 'file.too_many_pixels' });
    expect(await decoding.decode(pdf(), limits('application/pdf'))).toEqual({ accepted: false, code: 'file.damaged' });
  });

  test('takes turns with the others, and a file for which no place is left is judged later, not refused', async () => {
    const decoding = new DecodingProcess({ ...DECODING_BOUNDS, processes: 1, waiting: 1 });
    const [first, second, third] = await Promise.allSettled(
      [1, 2, 3].map(() => decoding.decode(pdf(), limits('application/pdf'))),
    );
    expect([first, second].map((each) => each?.status)).toEqual(['fulfilled', 'fulfilled']);
    expect((third as PromiseRejectedResult).reason).toBeInstanceOf(InspectionUnavailable);
    expect(await decoding.decode(pdf(), limits('application/pdf'))).toMatchObject({ accepted: true });
  });
});
