/** Reads the first sheet of an XLSX workbook into cells of text. Called by the sheet reader. */
import { readSheet } from 'read-excel-file/node';

/** A workbook of 10 MB that unpacks to more than this was made to harm. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Whether the bytes are a ZIP archive, which every XLSX workbook is. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Dates as `YYYY-MM-DD`, numbers as plain digits, a formula as what it last showed. Null: no workbook, or one that unpacks to far more than a sheet. */
export async function readWorkbook(bytes: Uint8Array): Promise<string[][] | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unpacked = unpackedSize(buffer);
  if (unpacked === null || unpacked > LARGEST_UNPACKED) return null;
  try {
    const rows = await readSheet<string>(buffer, { parseNumber: (text) => text, trim: false });
    return rows.map((row) => row.map(cellText));
  } catch {
    // The library has no one error for "this is no workbook": whatever it stumbles over, the file cannot be read.
    return null;
  }
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  if (typeof cell === 'string') return plainDigits(cell);
  return typeof cell === 'boolean' ? String(cell) : '';
}

/** `1.38E10` is how some programs store 13800000000. What had more digits than a number keeps stays as it is, for the plan to see that it is damaged. */
function plainDigits(text: string): string {
  if (!/^-?\d+(\.\d+)?[Ee]\+?\d+$/.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
}

/** Sum of the sizes that the archive's directory names; null when it has none. */
function unpackedSize(archive: Buffer): number | null {
  let end = archive.length - END_LENGTH;
  const lowest = Math.max(0, end - LONGEST_COMMENT);
  while (end >= lowest && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) return null;
  let entry = archive.readUInt32LE(end + 16);
  let sum = 0;
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (entry + 46 > archive.length || archive.readUInt32LE(entry) !== DIRECTORY_ENTRY) return null;
    sum += archive.readUInt32LE(entry + 24);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(entry + offset));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return sum;
}
