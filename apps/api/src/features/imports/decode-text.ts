/** Turns the bytes of a text file into text, whatever program saved it. Pure; called by the sheet reader. */

/** How many bytes are looked at to tell one encoding from another. */
const SAMPLE = 64 * 1024;

/**
 * A byte order mark decides; else many zero bytes are UTF-16, valid UTF-8 is UTF-8, and what is left is GB18030 (Excel in
 * Chinese Windows) or Windows-1252 (Excel in the West). Null: no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of candidates(bytes)) {
    const text = decode(bytes, encoding);
    if (text !== null) return text.includes('\0') ? null : text;
  }
  return null;
}

function candidates(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // In the Latin letters and separators of any sheet every other byte is zero.
  if (odd > sample.length / 8 && even === 0) return ['utf-16le'];
  if (even > sample.length / 8 && odd === 0) return ['utf-16be'];
  return ['utf-8', ...(looksWestern(sample) ? ['windows-1252'] : ['gb18030', 'windows-1252'])];
}

/** An accented letter of a Western file stands alone between plain letters; Chinese bytes come in pairs. */
function looksWestern(sample: Uint8Array): boolean {
  let alone = 0;
  let paired = 0;
  for (let index = 0; index < sample.length; index++) {
    if ((sample[index] ?? 0) < 0x80) continue;
    if ((sample[index + 1] ?? 0) >= 0x80) {
      paired += 1;
      index += 1;
    } else alone += 1;
  }
  return alone > paired;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    // The mark itself is no text: the decoder drops it.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
