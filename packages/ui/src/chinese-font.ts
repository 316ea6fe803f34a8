/** Decides whether a reader may lack a Chinese face; the apps then import `@daiban/ui/chinese-font.css` after the first paint. */

/**
 * Windows, macOS, iOS and Android all ship one, named before ours in the font stack or found by the browser itself;
 * a Linux desktop may ship none. The style sheet is 200 faces long, so nobody else pays for it.
 */
export function mayLackChineseFont(userAgent: string): boolean {
  return /Linux|CrOS/.test(userAgent) && !/Android/.test(userAgent);
}
