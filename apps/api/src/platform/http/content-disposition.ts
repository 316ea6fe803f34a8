/** Names the file that an answer is, for whoever saves it. Called by every controller that hands out files. */

/** What no file name may hold on some system, and marks that turn the direction of writing: a name must not disguise its ending. */
const UNSAFE = /[\p{Cc}\\/:*?"<>|\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * RFC 6266: a name in plain letters for old programs, the real one in UTF-8 beside it.
 * @param plain for those programs, where what is left of the name in plain letters would say nothing
 */
export function contentDisposition(disposition: 'attachment' | 'inline', name: string, plain?: string): string {
  const safe = name.replace(UNSAFE, '_');
  const ascii = (plain ?? safe).replace(/[^\x20-\x7e]|[%"\\]/g, '_');
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encodeExtended(safe)}`;
}

/** RFC 8187: encodeURIComponent leaves some characters that are not allowed there, and stops at half a character. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
