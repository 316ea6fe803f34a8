/** What values of a rule look like, as data beside the rule: an owner's own value is checked against it, and a form is drawn from it. */

export type ValueForm =
  | { readonly kind: 'yes_no' }
  /** A whole number of something, both bounds included. */
  | { readonly kind: 'number'; readonly unit: ValueUnit; readonly min: number; readonly max: number }
  /** Whole numbers, each once, from the greatest to the smallest. */
  | { readonly kind: 'numbers'; readonly unit: ValueUnit; readonly min: number; readonly max: number }
  /** `{from, to}` in whole numbers, `from` not after `to`. */
  | { readonly kind: 'range'; readonly unit: ValueUnit; readonly min: number; readonly max: number }
  /** `{min, max}` in whole numbers, `min` not above `max`. */
  | { readonly kind: 'bounds'; readonly unit: ValueUnit; readonly min: number; readonly max: number }
  /** `{amountMinor, currency}` in whole minor units of this currency; zero: free. */
  | { readonly kind: 'money'; readonly currency: string; readonly maxMinor: number }
  /** Some of these words, at least one, each once. */
  | { readonly kind: 'words'; readonly of: readonly string[] }
  /** `{count, per}`. */
  | { readonly kind: 'allowance'; readonly max: number; readonly per: readonly string[] }
  /** A whole number for each of the keys that the shipped value has; null where it may be none. */
  | { readonly kind: 'number_by_key'; readonly unit: ValueUnit; readonly min: number; readonly max: number }
  /** `[{upTo, days}, …]`: rising, the last without an upper end. */
  | { readonly kind: 'tiers'; readonly maxDays: number }
  /** Time of day `HH:MM`. */
  | { readonly kind: 'time' }
  /** Day of the year `MM-DD`. */
  | { readonly kind: 'month_day' };

/** What a number counts. */
export type ValueUnit =
  | 'accounts'
  | 'articles'
  | 'seats'
  | 'followers'
  | 'changes'
  | 'chances'
  | 'reviews'
  | 'characters'
  | 'units'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'working_days'
  | 'months';
