/** Writes an amount with the sign people know from their own bank; screens and mails use it. */
import type { Locale } from '@daiban/domain/enumerations';

export interface MoneyAmount {
  /** Integer, in the currency's smallest unit (fen, cent). */
  amountMinor: number;
  /** ISO 4217 code. */
  currency: string;
}

/** Signs that cannot be mistaken: a bare "$" would be. */
const SIGNS: Readonly<Record<string, string>> = {
  CNY: '¥',
  EUR: '€',
  GBP: '£',
  USD: 'US$',
  AUD: 'A$',
  HKD: 'HK$',
  SGD: 'S$',
  CAD: 'C$',
  NZD: 'NZ$',
};

/** `¥300`, `US$99`, `A$180.50`, `MYR 75`: cents only where there are some. */
export function formatMoney(money: MoneyAmount, locale: Locale): string {
  const digits = fractionDigits(money.currency);
  const shown = money.amountMinor % 10 ** digits === 0 ? 0 : digits;
  const number = numberFormat(locale, shown).format(Math.abs(money.amountMinor) / 10 ** digits);
  return `${money.amountMinor < 0 ? '−' : ''}${SIGNS[money.currency] ?? `${money.currency} `}${number}`;
}

// Making a formatter costs a hundred times what using it does.
const digitsOf = new Map<string, number>();
const formats = new Map<string, Intl.NumberFormat>();

function fractionDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  digitsOf.set(currency, maximumFractionDigits);
  return maximumFractionDigits;
}

function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const known = formats.get(`${locale} ${digits}`);
  if (known) return known;
  const made = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(`${locale} ${digits}`, made);
  return made;
}
