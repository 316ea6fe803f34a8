/** Makes a claimed file name harmless and reads its ending. Called before a name is kept, compared or written into a header. */

/** Longest name kept, characters; its ending is never cut. */
const MAX_LENGTH = 120;
/** Steering characters, marks that turn the writing direction, zero-width ones, private use, halves of surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What a path, a shell or another system's file names would read as more than a letter. */
const RESERVED = /[\\/:*?"<>|]/g;

/** @returns a name of 1 to 120 visible characters without a path; `document` when nothing is left */
export function cleanFileName(claimed: string): string {
  const last = claimed.toWellFormed().split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(RESERVED, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const characters = Array.from(plain);
  if (characters.length <= MAX_LENGTH) return plain || 'document';
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  return characters.slice(0, MAX_LENGTH - ending.length).join('') + ending;
}

/** Ending of a name in small letters as a reader would see it, without the dot; null when it has none. */
export function extensionOf(claimed: string): string | null {
  return /\.([^.]+)$/.exec(cleanFileName(claimed))?.[1]?.toLowerCase() ?? null;
}
