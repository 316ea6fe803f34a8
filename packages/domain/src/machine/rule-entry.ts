/** What one dated rule is, and the book of a day made of them. The engine and the decisions read these types; the values come in as an argument. */
import type { FindingKind } from './finding.js';
import type { ValueForm } from './value-form.js';

/** H: official text or WeChat's own script · M: several agreeing secondary sources or one good one · L: a single weak or old one. */
export type Confidence = 'H' | 'M' | 'L';

/** One rule as it held from a day on; an id may have several entries, one after the other. */
export interface RuleEntry<Id extends string = string, Value = unknown> {
  readonly id: Id;
  /** null means: nobody knows; a decision that needs it answers `unknown`. */
  readonly value: Value;
  /** How a guard answers that rests on it; only `policy` may be overridden. */
  readonly kind: FindingKind;
  /** Key of `SOURCES`: where the value was read. */
  readonly source: string;
  /** Keys of others that say the same. */
  readonly alsoSources?: readonly string[];
  /** Keys of those that say otherwise; what they say is the rule's text `rules.<id>.disputed`. */
  readonly disputedBy?: readonly string[];
  /** What an owner's own value may be: given for every policy, and for nothing else. */
  readonly form?: ValueForm;
  /** First day on which it held or, where nobody tells that day, on which a source says that it does. */
  readonly validFrom: string;
  /** First day on which it no longer holds. */
  readonly validTo?: string;
  readonly lastChecked: string;
  /** By when a person should look at it again. */
  readonly reviewBy: string;
  readonly confidence: Confidence;
}

/** Any one rule of a book with these values. */
export type ShippedRule<Values> = { [Id in keyof Values & string]: RuleEntry<Id, Values[Id]> }[keyof Values & string];

/** An owner's own value of a policy rule, from a day on. */
export interface RuleOverride {
  readonly ruleId: string;
  /** null: from that day on the shipped value counts again. */
  readonly value: unknown;
  readonly validFrom: string;
}

/** The rules of one day, by id. */
export interface ResolvedRules<Values> {
  /** Version of the shipped book; a case keeps the one it was advised under. */
  readonly version: string;
  readonly asOf: string;
  readonly entries: { readonly [Id in keyof Values & string]: RuleEntry<Id, Values[Id]> };
  /** Ids whose value is the agency's own. */
  readonly overridden: readonly string[];
}
