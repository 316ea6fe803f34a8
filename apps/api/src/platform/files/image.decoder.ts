/** Opens a JPEG or PNG and writes it anew: upright, without metadata, never larger than needed to read it. Runs in the decoding process only. */
import sharp from 'sharp';
import type { Decoder } from './decoding-process.js';

/** Enough for any telephone's full picture; above it a file is a bomb or a mistake. */
const MAX_PIXELS = 64_000_000;
/** Longer side of what is kept: an A4 page at 340 dots per inch. */
const MAX_SIDE = 4_000;
/** High enough that the fine lines of a seal stay. */
const JPEG_QUALITY = 90;

// libvips knows some forty formats, SVG among them: all but the two asked for are switched off.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

export const decode: Decoder = async (bytes, { mediaType, imageMinPixels }) => {
  const { width, height, format, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (`image/${format}` !== mediaType || pages > 1) return { accepted: false, code: 'file.damaged' };
  if (width * height > MAX_PIXELS) return { accepted: false, code: 'file.too_many_pixels' };
  if (Math.min(width, height) < imageMinPixels) return { accepted: false, code: 'file.too_small' };
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'warning' })
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true });
  const written =
    format === 'png'
      ? picture.png()
      : // Optimised coding would hold the whole picture's coefficients in memory.
        picture.jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false });
  return { accepted: true, rewritten: await written.toBuffer(), pageCount: 1 };
};
