/** Looks at a chosen file before a byte is sent, so that what cannot be taken is told at once, with its remedy. The API's inspection decides. */
import type { UploadLimits } from '../documents.contract.js';

/** Codes of the file refusals that a browser can see by itself. */
export type SeenRefusal = 'file.empty' | 'file.too_big' | 'file.wrong_type' | 'file.heic';

const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** @param head the file's first bytes, sixteen are enough */
export function checkFile(size: number, head: Uint8Array, limits: UploadLimits): SeenRefusal | null {
  // WeChat's browser on some Android phones hands over files without content.
  if (size === 0) return 'file.empty';
  if (text(head, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cx]|mif1|msf1)$/.test(text(head, 8, 12))) return 'file.heic';
  if (size > limits.maxBytes) return 'file.too_big';
  const found =
    text(head, 0, 3) === '\xff\xd8\xff'
      ? 'image/jpeg'
      : text(head, 0, 4) === '\x89PNG'
        ? 'image/png'
        : text(head, 0, 5) === '%PDF-'
          ? 'application/pdf'
          : null;
  return found && limits.mediaTypes.includes(found) ? null : 'file.wrong_type';
}
