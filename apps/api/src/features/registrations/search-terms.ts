/** Cuts texts into pairs of characters that a search can look up in an index, two Chinese characters as well as a Latin syllable. Pure; called when a name changes and by the list. */

/** All pairs of these texts, each begun with its agency: one agency's search never touches another's entries. */
export function searchTerms(agencyId: string, texts: readonly (string | null)[]): string[] {
  const pairs = new Set<string>();
  for (const text of texts) for (const pair of pairsOf(text ?? '')) pairs.add(`${agencyId}:${pair}`);
  return [...pairs].sort();
}

/** One form for what readers take for the same: full and half width, letter case, runs of spaces. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

function* pairsOf(text: string): Generator<string> {
  const characters = [...searchForm(text)];
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`;
    if (!pair.includes(' ')) yield pair;
  }
}
