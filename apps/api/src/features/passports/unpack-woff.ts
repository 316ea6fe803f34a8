/** Turns a WOFF file (W3C, version 1) into the font inside it. pdfkit's reader inflates a packed table anew for every letter; out of its box the same font is drawn a thousand times faster. */
import { inflateSync } from 'node:zlib';

const WOFF_SIGNATURE = 0x774f4646;
const WOFF_HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const FONT_HEADER_BYTES = 12;
const FONT_ENTRY_BYTES = 16;
const HEAD_CHECK_SUM_AT = 8;
const CHECK_SUM_MAGIC = 0xb1b0afba;

/** @throws Error for a file that is no WOFF */
export function unpackWoff(file: Buffer): Buffer {
  if (file.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('Not a WOFF file.');
  const count = file.readUInt16BE(12);
  const header = Buffer.alloc(FONT_HEADER_BYTES + count * FONT_ENTRY_BYTES);
  const power = Math.floor(Math.log2(count));
  header.writeUInt32BE(file.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((count - 2 ** power) * 16, 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  let headAt: number | null = null;
  for (let index = 0; index < count; index++) {
    const from = WOFF_HEADER_BYTES + index * WOFF_ENTRY_BYTES;
    const [start, packedLength, length] = [4, 8, 12].map((at) => file.readUInt32BE(from + at)) as [
      number,
      number,
      number,
    ];
    const packed = file.subarray(start, start + packedLength);
    // A table that does not shrink is not packed.
    const table = packedLength < length ? inflateSync(packed) : packed;
    const to = FONT_HEADER_BYTES + index * FONT_ENTRY_BYTES;
    file.copy(header, to, from, from + 4);
    if (file.toString('latin1', from, from + 4) === 'head') headAt = offset;
    header.writeUInt32BE(file.readUInt32BE(from + 16), to + 4);
    header.writeUInt32BE(offset, to + 8);
    header.writeUInt32BE(length, to + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    offset += length + padding.length;
  }
  const font = Buffer.concat(parts);
  if (headAt !== null) writeCheckSum(font, headAt);
  return font;
}

/** Packing leaves the font's own check sum out of date; pdfkit takes two fonts with one name and one check sum for the same. */
function writeCheckSum(font: Buffer, headAt: number): void {
  const at = headAt + HEAD_CHECK_SUM_AT;
  font.writeUInt32BE(0, at);
  let sum = 0;
  for (let offset = 0; offset < font.length; offset += 4) sum = (sum + font.readUInt32BE(offset)) >>> 0;
  font.writeUInt32BE((CHECK_SUM_MAGIC - sum) >>> 0, at);
}
