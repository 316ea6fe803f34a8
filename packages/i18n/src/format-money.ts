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
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency: money.currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const whole = money.amountMinor % 10 ** digits === 0;
  const number = (Math.abs(money.amountMinor) / 10 ** digits).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: digits,
  });
  return `${money.amountMinor < 0 ? '−' : ''}${SIGNS[money.currency] ?? `${money.currency} `}${number}`;
}
