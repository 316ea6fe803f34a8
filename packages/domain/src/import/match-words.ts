/** Finds an agency's words in a cell: the pattern matcher under every reader of `import/`. */
import type { WordPattern } from './import-words.js';

export interface WordMatch<T> {
  value: T;
  /** Where in the cleaned text it was found. */
  start: number;
  end: number;
}

interface CompiledPattern<T> {
  value: T;
  length: number;
  han: string | null;
  latin: RegExp | null;
}

/** Lower case, compatibility forms folded, accents dropped, one blank around every word, a comma between clauses. */
export function cleanWords(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’]s(?=[^\p{L}]|$)/gu, '')
    .normalize('NFC')
    .replace(/[,;，；。、/+&|\n:：()（）[\]]+/g, ' , ')
    .replace(/([\p{Script=Han}√✓✔✗✘]+)/gu, ' $1 ')
    .replace(/[^\p{L}\p{N},√✓✔✗✘]+/gu, ' ');
  return ` ${folded.trim()} `.replace(/(?: ,)+ $/, ' ').replace(/^ (?:, )+/, ' ');
}

/** The matches in a text that do not overlap, longest pattern first; negated ones ("not live", 未上线) are left out. */
export type WordMatcher<T> = (text: string) => readonly WordMatch<T>[];

/** Compiles lists of patterns once, for a whole sheet. */
export function matchWords<T>(lists: readonly { value: T; patterns: readonly WordPattern[] }[]): WordMatcher<T> {
  const compiled = lists
    .flatMap(({ value, patterns }) => patterns.map((pattern) => compile(value, pattern)))
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const cleaned = cleanWords(text);
    const taken: { start: number; end: number }[] = [];
    const matches: WordMatch<T>[] = [];
    for (const pattern of compiled) {
      for (const { start, end } of find(pattern, cleaned)) {
        if (taken.some((span) => start < span.end && end > span.start)) continue;
        taken.push({ start, end });
        if (!isNegated(cleaned, start)) matches.push({ value: pattern.value, start, end });
      }
    }
    return matches.sort((a, b) => a.start - b.start);
  };
}

const compiledLists = new WeakMap<readonly WordPattern[], readonly CompiledPattern<null>[]>();

/** Whether the whole text is one of the patterns, nothing beside it. */
export function isWholly(text: string, patterns: readonly WordPattern[]): boolean {
  const cleaned = cleanWords(text);
  if (cleaned.trim() === '') return false;
  return compiledOf(patterns).some((pattern) =>
    find(pattern, cleaned).some(({ start, end }) => start <= 1 && end >= cleaned.length - 1),
  );
}

/** Length of the longest of the patterns in the text; 0 when none is there. */
export function longestMatch(text: string, patterns: readonly WordPattern[]): number {
  const cleaned = cleanWords(text);
  return Math.max(
    0,
    ...compiledOf(patterns).flatMap((pattern) => find(pattern, cleaned).map(({ start, end }) => end - start)),
  );
}

function compiledOf(patterns: readonly WordPattern[]): readonly CompiledPattern<null>[] {
  let compiled = compiledLists.get(patterns);
  if (!compiled) {
    compiled = patterns.map((pattern) => compile(null, pattern));
    compiledLists.set(patterns, compiled);
  }
  return compiled;
}

function compile<T>(value: T, pattern: WordPattern): CompiledPattern<T> {
  if (/[^\p{Script=Latin}\p{N}|*… ]/u.test(pattern)) {
    // Chinese has no blanks: weigh a character like a short word.
    return { value, length: pattern.length * 4, han: pattern, latin: null };
  }
  const words = pattern.split(' ').map((word) => {
    if (word === '…') return '(?:[^ ,]+ ){0,3}';
    const choices = word.split('|').map((choice) => choice.replace('*', '[^ ,]*'));
    return `(?:${choices.join('|')}) `;
  });
  const weight = pattern.split(' ').filter((word) => word !== '…').length * 100 + pattern.length;
  return { value, length: weight, han: null, latin: new RegExp(`(?<= )${words.join('')}`, 'gu') };
}

function find<T>({ han, latin }: CompiledPattern<T>, cleaned: string): { start: number; end: number }[] {
  if (latin) {
    return [...cleaned.matchAll(latin)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length - 1,
    }));
  }
  const found = [];
  if (han !== null) {
    for (let at = cleaned.indexOf(han); at !== -1; at = cleaned.indexOf(han, at + han.length)) {
      found.push({ start: at, end: at + han.length });
    }
  }
  return found;
}

function isNegated(cleaned: string, start: number): boolean {
  const before = cleaned.slice(0, start);
  return /[未没不无非]$|(?:^| )(?:not|never|no|isnt|isn t|without|not yet|nicht) ?$/.test(before);
}
