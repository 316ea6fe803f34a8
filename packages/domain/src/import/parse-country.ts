/** Reads a country cell into its ISO 3166 code. Called by `planImport`. */
import type { ImportWords } from './import-words.js';

export type SheetCountry =
  { kind: 'country'; code: string } | { kind: 'problem'; code: 'country.missing' | 'country.unknown' };

const tables = new WeakMap<ImportWords, ReadonlyMap<string, string>>();

/** An ISO code, or a name in English or Chinese (the language data's and the agency's further words). Never throws. */
export function parseCountry(text: string, words: ImportWords): SheetCountry {
  const key = keyOf(text);
  if (key === '') return { kind: 'problem', code: 'country.missing' };
  let table = tables.get(words);
  if (!table) tables.set(words, (table = tableOf(words)));
  const code = table.get(key);
  return code === undefined ? { kind: 'problem', code: 'country.unknown' } : { kind: 'country', code };
}

function tableOf(words: ImportWords): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const language of ['en', 'zh-Hans', 'zh-Hant']) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of words.countryCodes) {
      const name = names.of(code);
      if (name !== undefined) table.set(keyOf(name), code);
    }
  }
  for (const [code, names] of Object.entries(words.countries)) for (const name of names) table.set(keyOf(name), code);
  for (const code of words.countryCodes) table.set(keyOf(code), code);
  return table;
}

function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
