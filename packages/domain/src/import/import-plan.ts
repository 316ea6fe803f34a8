/** What the importer decides for a sheet: plain values that the API writes, row by row. */
import type {
  AccountType,
  IdKind,
  LicenceOwner,
  OrderKind,
  OrderState,
  RegistrationState,
  Route,
  SubjectType,
} from '../enumerations/index.js';
import type { PhoneMetadata } from '../identity/phone.js';
import type { ImportWords } from './import-words.js';
import type { DateOrder, ImportProblem, ImportProblemCode } from './sheet-field.js';

/** All that the plan depends on beside the sheet: day, words, what is there already, the rules of the day. */
export interface ImportContext {
  /** Shanghai's date. */
  today: string;
  /** From which age somebody may be an admin. */
  adultYears: number;
  words: ImportWords;
  phonePlans: PhoneMetadata;
  /** Normalised addresses this agency already uses or holds. */
  emailsInUse: ReadonlySet<string>;
  /** `key`s of rows that earlier imports brought in: the same sheet again creates nothing twice. */
  importedKeys: ReadonlySet<string>;
  /** Official Accounts a subject may have (absent: not known), accounts per admin's ID number and per phone. */
  limits: { subject: Readonly<Partial<Record<SubjectType, number>>>; adminId: number; phone: number };
  /** How long a verification lasts and how long before its end the renewal opens. */
  renewal: { validityMonths: number; windowDays: number };
  maxRows: number;
  /** A person's answers for type cells that leave it open: the cell's text → the type. */
  accountTypes?: ReadonlyMap<string, AccountType>;
  /** A person's answer for dates that leave it open; absent: inferred from each column. */
  dateOrder?: DateOrder;
}

export interface ImportAdmin {
  /** The same person has the same key in every row. */
  key: string;
  name: string;
  idKind: IdKind | null;
  /** Checked and normalised; null when missing or wrong. */
  idNumber: string | null;
  /** E.164. */
  phone: string | null;
}

/** What a row creates. */
export interface ImportRowPlan {
  client: { key: string; name: string; countryCode: string };
  subject: {
    /** The same licence has the same key in every row. */
    key: string;
    name: string;
    type: SubjectType;
    code: string | null;
    countryCode: string;
    licenceOf: LicenceOwner;
  };
  accountType: AccountType;
  route: Route;
  proposedName: string;
  state: RegistrationState;
  order: { kind: OrderKind; state: OrderState; timesReturned: number } | null;
  paused: boolean;
  /** Normalised. */
  email: string | null;
  submittedOn: string | null;
  /** As typed: evidence of the lowest rank, it claims and does not verify. */
  verifiedUntilOn: string | null;
  fee: { paid: boolean | null; amount: { amountMinor: number; currency: string } | null };
  admin: ImportAdmin | null;
  /** The notes column and every column that is none of ours, `header: text` line by line. */
  notes: string;
}

export interface ImportRow {
  /** 1 is the first row below the header. */
  row: number;
  outcome: 'create' | 'create_with_problems' | 'refused' | 'already_there';
  problems: readonly ImportProblem[];
  /** The account this row stands for, however often the sheet is brought in; null when the row cannot be told apart. */
  key: string | null;
  /** Null when the row does not come in. */
  plan: ImportRowPlan | null;
  /** The cells as they were, control characters made visible. */
  cells: readonly string[];
}

export interface ImportPlan {
  rows: readonly ImportRow[];
  summary: {
    rows: number;
    create: number;
    createWithProblems: number;
    refused: number;
    alreadyThere: number;
    /** Distinct clients among the rows that come in. */
    clients: number;
    problems: Readonly<Partial<Record<ImportProblemCode, number>>>;
    /** How each date column was read; null: nothing in it said so. */
    dateOrders: { submittedOn: DateOrder | null; verifiedUntil: DateOrder | null };
  };
}
