/** Draws one page of a PDF that was inspected before, for who looks at it: a browser under a strict policy shows pictures only. Runs in the decoding process only. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Decoder } from './decoding-process.js';

/** Longer side of the picture, pixels: small print of an A4 page stays readable. */
const LONG_SIDE = 1800;

/** What the reader's own canvas gives, as far as it is used here. */
interface Drawn {
  readonly canvas: { toBuffer(type: 'image/png'): Buffer };
  readonly context: object;
}
interface CanvasMaker {
  create(width: number, height: number): Drawn;
}

export const decode: Decoder = async (bytes, { page: number = 1 }) => {
  const reader = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: join(reader, 'standard_fonts/'),
    cMapUrl: join(reader, 'cmaps/'),
    wasmUrl: join(reader, 'wasm/'),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: 0,
  }).promise;
  if (number > pdf.numPages) return { accepted: false, code: 'file.damaged' };
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_SIDE / Math.max(width, height) });
  const { canvas, context } = (pdf.canvasFactory as CanvasMaker).create(
    Math.ceil(viewport.width),
    Math.ceil(viewport.height),
  );
  await page.render({ canvas: null, canvasContext: context, viewport }).promise;
  return { accepted: true, rewritten: canvas.toBuffer('image/png'), pageCount: pdf.numPages };
};
