/** What a catalogue file must look like. Every Chinese file states that it translates its English twin, so a missing text does not compile. */

/** The Chinese twin of an English file: the same keys, but Chinese has no `_one` form. */
export type TranslationOf<En extends Readonly<Record<string, string>>> = Readonly<
  Record<Exclude<keyof En & string, `${string}_one`>, string>
>;

/** A key as callers write it: `days_one` and `days_other` are both asked for as `days`. */
type WithoutPlural<Key extends string> = Key extends `${infer Base}_one`
  ? Base
  : Key extends `${infer Base}_other`
    ? Base
    : Key;

/** Keys of a catalogue file as callers write them. */
export type KeyOf<Texts> = WithoutPlural<keyof Texts & string>;
