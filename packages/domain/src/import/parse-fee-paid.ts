/** Reads a "fee paid" cell: yes, no, or the amount itself. Called by `planImport`. */
import type { ImportWords } from './import-words.js';
import { isWholly } from './match-words.js';

export interface SheetFee {
  /** Null: the cell is empty or not understood. */
  paid: boolean | null;
  /** True when nothing is due. */
  waived: boolean;
  /** Minor units; null when no amount is written. A number without a currency is taken for renminbi. */
  amount: { amountMinor: number; currency: string } | null;
  problem: 'fee.unknown' | null;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/us ?\$|usd|\$ ?us|美元|美金/i, 'USD'],
  [/hk ?\$|hkd|港/i, 'HKD'],
  [/€|eur/i, 'EUR'],
  [/£|gbp/i, 'GBP'],
  [/¥|￥|rmb|cny|yuan|元|块/i, 'CNY'],
  [/^\$|\$$/, 'USD'],
];

/** `¥300`, `300 RMB`, `300元`, `US$99`, `300 paid` are amounts paid; `unpaid 300` is not. Never throws. */
export function parseFeePaid(text: string, words: ImportWords): SheetFee {
  const value = text.normalize('NFKC').replace(/^'/, '').trim();
  const fee: SheetFee = { paid: null, waived: false, amount: null, problem: null };
  if (value === '' || /^[-–—?？]+$/.test(value)) return fee;
  if (isWholly(value, words.no) || /^[¥$€£]? ?0+([.,]0+)?( ?\p{L}+)?$/u.test(value)) return { ...fee, paid: false };
  if (isWholly(value, words.free)) return { ...fee, waived: true };
  if (isWholly(value, words.yes)) return { ...fee, paid: true };
  const numbers = value.match(/\d[\d,]*(?:\.\d{1,2})?/g) ?? [];
  const rest = value
    .replace(/\d[\d,]*(?:\.\d{1,2})?/g, ' ')
    .replace(/us|hk|[$€£¥￥]|usd|hkd|eur|gbp|rmb|cny|yuan|元|块|美元|美金|港币|港元/gi, ' ')
    .trim();
  const unpaid = isWholly(rest, words.no);
  const [only, ...more] = numbers;
  if (only === undefined || more.length > 0 || (rest !== '' && !unpaid && !isWholly(rest, words.yes))) {
    return { ...fee, problem: 'fee.unknown' };
  }
  const amountMinor = Math.round(Number(only.replaceAll(',', '')) * 100);
  if (!Number.isSafeInteger(amountMinor) || amountMinor > 100_000_000) return { ...fee, problem: 'fee.unknown' };
  const currency = CURRENCIES.find(([form]) => form.test(value))?.[1] ?? 'CNY';
  return { ...fee, paid: !unpaid, amount: { amountMinor, currency } };
}
