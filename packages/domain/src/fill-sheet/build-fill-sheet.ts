/** The sheet from which WeChat's form is filled: its fields in its order, with what to paste, what is missing and what can never be changed. Called by the fill sheet's screen and when a submission is sealed. */
import { countNameUnits } from '../identity/index.js';
import type { AccountType, Route, SubjectClass, SubjectType } from '../enumerations/index.js';
import type { Finding } from '../machine/finding.js';
import { found } from '../registration/judging.js';
import type { RegistrationFacts } from '../registration/registration-facts.js';
import type { Rulebook, RuleId } from '../rulebook/rule-values.js';
import type { PrerequisiteCode } from '../rulebook/prerequisites.js';
import { isOfficialAccount } from '../verification/verification-status.js';
import {
  SHEET_ROWS,
  type SheetFieldKey,
  type SheetFieldKind,
  type SheetLabel,
  type SheetRow,
  type SheetSource,
  type SheetStep,
} from './sheet-rows.js';

/** What the sheet is made of. */
export interface FillSheetFacts {
  facts: RegistrationFacts;
  /** The admin as screens may see them; null: nobody is named. */
  admin: { name: string; idNumberMasked: string | null; phoneMasked: string | null } | null;
}

/** How long a value is by the form's own way of counting. */
export interface SheetCounter {
  used: number;
  min: number;
  max: number;
  /** unit: a Chinese character is two · weight: it is three. */
  unit: 'unit' | 'weight';
  ruleId: RuleId;
}

/** A choice as the form knows it: which list of words, and the word. */
export type SheetChoice =
  | { list: 'account_type'; word: AccountType }
  | { list: 'subject_type'; word: SubjectType }
  | { list: 'subject_class'; word: SubjectClass }
  | { list: 'route'; word: Route }
  | { list: 'country'; word: string };

export interface FillSheetField {
  key: SheetFieldKey;
  /** Which pair of labels names it. */
  label: SheetLabel;
  step: SheetStep;
  kind: SheetFieldKind;
  source: SheetSource;
  /** What stands in the field; masked where it is sensitive; null: nothing to show. */
  value: string | null;
  /** What to paste, as the form compares it; null: nothing to paste. */
  copyValue: string | null;
  choice: SheetChoice | null;
  /** Other names to try when this one is taken. */
  alternatives: readonly string[];
  counter: SheetCounter | null;
  /** It can never be changed once the information is submitted. */
  locked: boolean;
  /** A personal number: shown masked, never whole. */
  sensitive: boolean;
  /** The paper it is read from. */
  paper: PrerequisiteCode | null;
  /** Why the field cannot be filled yet. */
  missing: Finding | null;
}

export interface FillSheet {
  /** The order is that of an Official Account's form; of other types nobody told us theirs. */
  formKnown: boolean;
  fields: readonly FillSheetField[];
}

/** The sheet of a case as it is now. */
export function buildFillSheet(sheet: FillSheetFacts, rules: Rulebook): FillSheet {
  const { registration, subject } = sheet.facts;
  const rows: readonly SheetRow[] = SHEET_ROWS;
  return {
    formKnown: isOfficialAccount(registration.accountType),
    fields: rows.filter((row) => appears(row, sheet.facts)).map((row) => toField(row, sheet, rules)),
  };

  function appears({ key, subjectTypes, routes }: SheetRow, facts: RegistrationFacts): boolean {
    if (key === 'subjectClass' && facts.subject.class === null) return false;
    return (
      (subjectTypes === undefined || subjectTypes.includes(subject.type)) &&
      (routes === undefined || routes.includes(registration.route))
    );
  }
}

function toField(row: SheetRow, sheet: FillSheetFacts, rules: Rulebook): FillSheetField {
  const key = row.key as SheetFieldKey;
  const { registration } = sheet.facts;
  const choice = choiceOf(key, sheet.facts);
  const value = row.kind === 'choose' ? (choice?.word ?? null) : valueOf(key, sheet);
  return {
    key,
    label: (row.label ?? row.key) as SheetLabel,
    step: row.step,
    kind: row.kind,
    source: row.source,
    value,
    copyValue: row.kind === 'copy' && value !== null ? asTheFormCompares(key, value) : null,
    choice,
    alternatives: key === 'accountName' ? registration.nameAlternatives : [],
    counter: value === null ? null : counterOf(key, value, sheet.facts, rules),
    locked: row.lockedAs !== undefined && rules.entries['registration.locked'].value.includes(row.lockedAs),
    sensitive: row.kind === 'masked',
    paper: row.paper ?? null,
    missing: value === null ? missingOf(key, row, sheet.facts) : null,
  };
}

function choiceOf(key: SheetFieldKey, { registration, subject }: RegistrationFacts): SheetChoice | null {
  switch (key) {
    case 'productType':
    case 'accountType':
      return { list: 'account_type', word: registration.accountType };
    case 'region':
      return { list: 'country', word: subject.countryCode };
    case 'subjectType':
      return { list: 'subject_type', word: subject.type };
    case 'subjectClass':
      return subject.class === null ? null : { list: 'subject_class', word: subject.class };
    case 'route':
      return { list: 'route', word: registration.route };
    default:
      return null;
  }
}

function valueOf(key: SheetFieldKey, { facts, admin }: FillSheetFacts): string | null {
  const { registration, subject, email } = facts;
  const text = (() => {
    switch (key) {
      case 'accountEmail':
        return email?.address;
      case 'subjectName':
      case 'bankAccountName':
        return subject.name;
      case 'subjectCode':
        return subject.code;
      case 'adminName':
        return admin?.name;
      case 'adminIdNumber':
        return admin?.idNumberMasked;
      case 'adminPhone':
        return admin?.phoneMasked;
      case 'accountName':
        return registration.proposedName;
      default:
        return null;
    }
  })();
  return text === undefined || text === null || text.trim() === '' ? null : text;
}

/** The form turns full-width brackets of a registered name into plain ones before it compares; blanks at the ends never belong. */
function asTheFormCompares(key: SheetFieldKey, value: string): string {
  const plain = value.trim();
  if (key !== 'subjectName' && key !== 'bankAccountName') return plain;
  return plain.replaceAll('（', '(').replaceAll('）', ')');
}

function counterOf(
  key: SheetFieldKey,
  value: string,
  { registration }: RegistrationFacts,
  rules: Rulebook,
): SheetCounter | null {
  if (key === 'accountName') {
    return { used: countNameUnits(value), ...rules.entries['name.units'].value, unit: 'unit', ruleId: 'name.units' };
  }
  const isBankName = registration.route === 'small_transfer' && (key === 'subjectName' || key === 'bankAccountName');
  if (!isBankName) return null;
  const bounds = rules.entries['name.bank_route_weight'].value;
  return { used: weightOf(value), ...bounds, unit: 'weight', ruleId: 'name.bank_route_weight' };
}

/** Latin letters, digits and plain signs count one on the bank's page, everything else three. */
function weightOf(value: string): number {
  return [...value].reduce((weight, character) => weight + (/[\p{Script=Latin}\p{ASCII}]/u.test(character) ? 1 : 3), 0);
}

/** What the guards would say of the empty field, or of the paper it is read from. */
function missingOf(key: SheetFieldKey, row: SheetRow, facts: RegistrationFacts): Finding | null {
  const { admin, prerequisites } = facts;
  switch (key) {
    case 'accountEmail':
      return found('email.missing', 'email.one_product');
    case 'subjectName':
    case 'bankAccountName':
      return found('subject.name_missing', 'prerequisites.complete');
    case 'subjectCode':
      return found('subject.code_missing', 'prerequisites.complete');
    case 'adminName':
      return found('admin.missing', 'admin.scan');
    case 'adminIdNumber':
      return admin === null ? found('admin.missing', 'admin.scan') : found('admin.id_missing', 'admin.scan');
    case 'adminPhone':
      return admin === null ? found('admin.missing', 'admin.scan') : found('admin.phone_missing', 'admin.wechat_phone');
    case 'accountName':
      return found('name.missing', 'name.form');
    default: {
      if (row.kind !== 'on_paper') return null;
      const paper = prerequisites.find(({ code, orderId }) => code === row.paper && orderId === null);
      return paper?.state === 'accepted'
        ? null
        : found(
            'prerequisite.not_accepted',
            'prerequisites.complete',
            { item: row.paper ?? key },
            paper?.state === 'submitted' ? 'agency' : (paper?.holder ?? 'client'),
          );
    }
  }
}
