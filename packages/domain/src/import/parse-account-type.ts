/** Reads an account type cell. Called by `planImport`. */
import type { AccountType } from '../enumerations/index.js';
import type { ImportWords } from './import-words.js';
import { matchWords, type WordMatcher } from './match-words.js';

export type SheetAccountType =
  | { kind: 'type'; type: AccountType }
  /** missing · unknown: no word of ours · undecided: an Official Account, or several types, a person must say which. */
  | { kind: 'problem'; code: 'account_type.missing' | 'account_type.unknown' | 'account_type.undecided' };

const matchers = new WeakMap<ImportWords, WordMatcher<AccountType | 'open'>>();

/** 公众号 alone is never taken for one of the two: since 2025 Tencent uses it for the subscription account only. Never throws. */
export function parseAccountType(text: string, words: ImportWords): SheetAccountType {
  if (text.trim() === '') return { kind: 'problem', code: 'account_type.missing' };
  const found = new Set(matcherOf(words)(text).map(({ value }) => value));
  const open = found.delete('open');
  const [only, ...more] = found;
  if (only === undefined || only === 'open') {
    return { kind: 'problem', code: open ? 'account_type.undecided' : 'account_type.unknown' };
  }
  return more.length === 0 ? { kind: 'type', type: only } : { kind: 'problem', code: 'account_type.undecided' };
}

function matcherOf(words: ImportWords): WordMatcher<AccountType | 'open'> {
  let matcher = matchers.get(words);
  if (!matcher) {
    matcher = matchWords<AccountType | 'open'>([
      ...words.accountTypes.map(({ type, patterns }) => ({ value: type, patterns })),
      { value: 'open', patterns: words.openAccountTypes },
    ]);
    matchers.set(words, matcher);
  }
  return matcher;
}
