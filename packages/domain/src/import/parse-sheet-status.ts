/** Reads a free-text status cell into a registration's state and its open order. Called by `planImport`. */
import type { OrderKind, OrderState, RegistrationState, Route } from '../enumerations/index.js';
import type { ImportWords, StatusWords } from './import-words.js';
import { matchWords, type WordMatcher } from './match-words.js';

export interface SheetStatus {
  /** Null when the words do not say it. */
  state: RegistrationState | null;
  /** The open (or failed) order they speak of; null: none, or `proving_subject` without saying how far. */
  orderState: OrderState | null;
  orderKind: OrderKind | null;
  /** Set only where the words name another proof than WeChat's verification. */
  route: Route | null;
  paused: boolean;
  /** Null when the words do not say it. */
  feePaid: boolean | null;
  renewalDue: boolean;
  /** How often it was sent back; null when not said. */
  rejections: number | null;
  problem:
    | 'status.missing'
    | 'status.unknown'
    | 'status.several_states'
    | 'status.paused_state_unknown'
    | 'status.rejection_unclear'
    | null;
}

const matchers = new WeakMap<ImportWords, WordMatcher<StatusWords>>();

/**
 * Phrases that say a state outright decide over those that only hint at it; a review beside "live" is that account's
 * renewal; "on hold" alone leaves the state open. What no word is known for is a problem, never a guess. Never throws.
 */
export function parseSheetStatus(text: string, words: ImportWords): SheetStatus {
  const result: SheetStatus = {
    state: null,
    orderState: null,
    orderKind: null,
    route: null,
    paused: false,
    feePaid: null,
    renewalDue: false,
    rejections: null,
    problem: null,
  };
  if (text.trim() === '') return { ...result, problem: 'status.missing' };
  const matches = matcherOf(words)(text).map(({ value }) => value);
  for (const { says } of matches) {
    if (says.paused) result.paused = true;
    if (says.renewalDue) result.renewalDue = true;
    if (says.feePaid !== undefined) result.feePaid = says.feePaid;
  }
  const withState = matches.filter(({ says }) => says.state !== undefined);
  const main = withState.filter(({ weight }) => weight === 'main');
  // Among hints the last step named is the furthest one reached: "submitted, paid".
  const deciding = main.length > 0 ? main : withState.slice(-1);
  const states = [...new Set(deciding.map(({ says }) => says.state))];
  const live = states.includes('live') && states.every((state) => state === 'live' || state === 'proving_subject');
  result.state = (live ? 'live' : states[0]) ?? null;
  const steps = deciding.filter(({ says }) => live || says.state === result.state).map(({ says }) => says);
  result.orderState =
    steps.find(({ orderState }) => orderState === 'failed')?.orderState ??
    steps.findLast((says) => says.orderState)?.orderState ??
    null;
  result.route = steps.find(({ route }) => route)?.route ?? null;
  if (result.orderState !== null) result.orderKind = live ? 'renewal' : 'first';
  if (result.orderState === 'awaiting_supplement') {
    result.rejections = countOf(text);
    // "rejected" alone may be one of the chances or the end.
    if (result.rejections === null && !/resend|resubmit|supplement|补|重新/i.test(text))
      result.problem = 'status.rejection_unclear';
  }
  if (states.length > 1 && !live) result.problem = 'status.several_states';
  if (result.state === null) result.problem = result.paused ? 'status.paused_state_unknown' : 'status.unknown';
  return result;
}

function matcherOf(words: ImportWords): WordMatcher<StatusWords> {
  let matcher = matchers.get(words);
  if (!matcher) {
    matcher = matchWords(words.statuses.map((value) => ({ value, patterns: value.patterns })));
    matchers.set(words, matcher);
  }
  return matcher;
}

function countOf(text: string): number | null {
  const digits = /(\d{1,2}) ?(?:x|×|times?|次)/i.exec(text.normalize('NFKC'));
  if (digits) return Number(digits[1]);
  if (/\bonce\b|一次/i.test(text)) return 1;
  if (/\btwice\b|[两二]次/i.test(text)) return 2;
  if (/\bthrice\b|三次/i.test(text)) return 3;
  return null;
}
