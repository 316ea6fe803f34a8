/** An amount of money as everything in Daiban carries it: whole minor units and their currency, never a float. */
export interface Money {
  /** Fen for CNY, cents for USD. */
  amountMinor: number;
  /** ISO 4217, `CNY` or `USD`. */
  currency: string;
}

/** An amount as a text's parameter: `30000 CNY` in minor units, for i18n to format. */
export function moneyParam(money: Money | null): string {
  return money === null ? '' : `${money.amountMinor} ${money.currency}`;
}

/** Same amount in the same currency. */
export function isSameMoney(one: Money, other: Money): boolean {
  return one.amountMinor === other.amountMinor && one.currency === other.currency;
}
