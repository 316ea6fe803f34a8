/**
 * The shape of an agency's words for our values. The lists themselves are data of the rulebook (`rulebook/import-words.ts`)
 * and are handed to every reader, so that an agency's own words can join them.
 */
import type {
  AccountType,
  LicenceOwner,
  OrderKind,
  OrderState,
  RegistrationState,
  Route,
} from '../enumerations/index.js';
import type { SheetField } from './sheet-field.js';

/**
 * A pattern over a cleaned text (lower case, one blank between words, a comma between clauses). In Latin script it is a
 * row of words: `a|b` either, `wait*` any ending, `…` up to three words of the same clause. In Chinese it is found anywhere.
 */
export type WordPattern = string;

/** What a phrase in a status cell says; a phrase may say only a part (`paid`, `on hold`). */
export interface StatusMeaning {
  state?: RegistrationState;
  orderState?: OrderState;
  orderKind?: OrderKind;
  route?: Route;
  paused?: true;
  feePaid?: boolean;
  renewalDue?: true;
  verified?: true;
}

export interface StatusWords {
  /** `hint` gives way to any phrase that says the state outright: in "docs ok, need email" the second decides. */
  weight: 'main' | 'hint';
  says: StatusMeaning;
  patterns: readonly WordPattern[];
}

export interface HeaderWords {
  field: SheetField;
  /** The whole header. */
  exact: readonly WordPattern[];
  /** Part of a header that settles its field (`Client's email` is an e-mail). */
  strong: readonly WordPattern[];
  /** Part of a header that only suggests it. */
  weak: readonly WordPattern[];
}

export interface ImportWords {
  headers: readonly HeaderWords[];
  statuses: readonly StatusWords[];
  accountTypes: readonly { type: AccountType; patterns: readonly WordPattern[] }[];
  /** Words for "an Official Account" that leave open which: since 2025 公众号 is Tencent's own name of one of the two. */
  openAccountTypes: readonly WordPattern[];
  /** ISO 3166-1 alpha-2, all of them. */
  countryCodes: readonly string[];
  /** ISO 3166 code → further names than the language data has. */
  countries: Readonly<Record<string, readonly string[]>>;
  yes: readonly WordPattern[];
  no: readonly WordPattern[];
  free: readonly WordPattern[];
  licenceOwners: readonly { licenceOf: LicenceOwner; patterns: readonly WordPattern[] }[];
  soleProprietor: readonly WordPattern[];
}
