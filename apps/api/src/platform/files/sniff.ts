/** Says what bytes are by how they begin. Knows only what can be taken and what is worth a remedy of its own; all else is nothing to us. */
import type { DocumentMediaType } from '@daiban/domain/enumerations';

const STARTS: readonly (readonly [DocumentMediaType, Buffer])[] = [
  ['image/jpeg', Buffer.of(0xff, 0xd8, 0xff)],
  ['image/png', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  // Readers accept a PDF that begins a little later. We do not: what stands before it may be another file.
  ['application/pdf', Buffer.from('%PDF-')],
];
/** Brands of the ISO container that mean a telephone's HEVC picture; `mif1` and `msf1` stand first in many of them. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** @returns null for whatever is neither */
export function sniff(bytes: Uint8Array): DocumentMediaType | 'heic' | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16));
  const [mediaType] = STARTS.find(([, start]) => head.subarray(0, start.length).equals(start)) ?? [];
  if (mediaType) return mediaType;
  const isHeic = head.toString('latin1', 4, 8) === 'ftyp' && HEIC_BRANDS.includes(head.toString('latin1', 8, 12));
  return isHeic ? 'heic' : null;
}
