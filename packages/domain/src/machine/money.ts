/** An amount of money as everything in Daiban carries it: whole minor units and their currency, never a float. */
export interface Money {
  /** Fen for CNY, cents for USD. */
  amountMinor: number;
  /** ISO 4217, `CNY` or `USD`. */
  currency: string;
}
