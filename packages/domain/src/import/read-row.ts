/** Reads one row by itself: each cell into its value, each cell's problem with a code. Called by `planImport`. */
import type { AccountType, IdKind } from '../enumerations/index.js';
import { normaliseEmail } from '../identity/email.js';
import { normaliseCode, type IdentifierProblem } from '../identity/identifier-check.js';
import { normalisePhone } from '../identity/phone.js';
import { checkResidentId } from '../identity/resident-id.js';
import type { ImportContext } from './import-plan.js';
import { parseAccountType } from './parse-account-type.js';
import { parseCountry } from './parse-country.js';
import { parseFeePaid, type SheetFee } from './parse-fee-paid.js';
import { parseSheetDate } from './parse-sheet-date.js';
import { parseSheetStatus, type SheetStatus } from './parse-sheet-status.js';
import type {
  ColumnMapping,
  DateOrder,
  ImportProblem,
  ImportProblemCode,
  ImportSeverity,
  SheetField,
} from './sheet-field.js';

/** A row's own values; null where the cell is empty or its value had to be left out. */
export interface RowReading {
  client: string | null;
  country: string | null;
  accountName: string | null;
  accountType: AccountType | null;
  email: { normalised: string; canonical: string } | null;
  status: SheetStatus;
  /** As written, normalised; what it is worth depends on the country. */
  licenceCode: string | null;
  adminName: string | null;
  adminId: { kind: IdKind; number: string } | null;
  phone: string | null;
  fee: SheetFee;
  submittedOn: string | null;
  verifiedUntil: string | null;
  notes: string;
  problems: ImportProblem[];
}

/** Longest texts that the records take, in characters. */
const LONGEST: Readonly<Partial<Record<SheetField, number>>> = {
  client: 200,
  accountName: 200,
  adminName: 200,
  licenceCode: 64,
};
const LONGEST_NOTES = 8000;
const EARLIEST = '2011-01-01';

/** Reads the mapped cells and gathers all the others, header and text, in the notes. Never throws. */
export function readRow(
  cells: readonly string[],
  headers: readonly string[],
  mapping: ColumnMapping,
  orders: { submittedOn: DateOrder | null; verifiedUntil: DateOrder | null },
  context: ImportContext,
): RowReading {
  const problems: ImportProblem[] = [];
  const say = (
    code: ImportProblemCode,
    field: SheetField | null,
    severity: ImportSeverity,
    params: ImportProblem['params'] = {},
  ) => problems.push({ code, field, severity, params });
  const texts = new Map<SheetField, string>();
  const notes: string[] = [];
  for (const [column, cell] of cells.entries()) {
    const field = mapping[column] ?? null;
    const text = cleanCell(cell);
    if (text === '') continue;
    if (field !== null && field !== 'notes' && !texts.has(field)) texts.set(field, text);
    else notes.push(field === 'notes' ? text : `${headers[column]?.trim() || `#${column + 1}`}: ${text}`);
    if (/^[=@]|^[+-]\s*[A-Za-z]/.test(text)) say('cell.formula_as_text', field, 'notes');
    // eslint-disable-next-line no-control-regex -- looking for them is the point
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(cell)) say('cell.control_characters', field, 'notes');
  }
  const take = (field: SheetField): string => {
    const text = texts.get(field) ?? '';
    const longest = LONGEST[field];
    if (longest === undefined || text.length <= longest) return text;
    say('cell.too_long', field, 'drops', { longest });
    return '';
  };
  const identifier = (found: readonly IdentifierProblem[], field: SheetField, severity: ImportSeverity) => {
    for (const { code, params } of found) say(code, field, severity, params);
  };

  const country = parseCountry(take('country'), context.words);
  if (country.kind === 'problem' && country.code === 'country.unknown') say(country.code, 'country', 'drops');
  const typeText = take('accountType');
  const type = parseAccountType(typeText, context.words);
  const answered = context.accountTypes?.get(typeText);
  if (type.kind === 'problem' && answered === undefined) say(type.code, 'accountType', 'refuses');
  const status = parseSheetStatus(take('status'), context.words);
  if (status.problem !== null) say(status.problem, 'status', 'warns');
  const fee = parseFeePaid(take('feePaid'), context.words);
  if (fee.problem !== null) say(fee.problem, 'feePaid', 'drops');

  const emailText = take('email');
  const email = emailText === '' ? null : normaliseEmail(emailText);
  if (email) {
    identifier(email.problems, 'email', 'drops');
    identifier(email.warnings, 'email', 'warns');
  }
  const phoneText = take('phone');
  const phone =
    phoneText === ''
      ? null
      : normalisePhone(phoneText, country.kind === 'country' ? country.code : 'CN', context.phonePlans);
  if (phone) {
    identifier(phone.problems, 'phone', 'drops');
    identifier(phone.warnings, 'phone', 'warns');
  }
  const date = (field: 'submittedOn' | 'verifiedUntil'): string | null => {
    const text = take(field);
    if (text === '' || /^[-–—]+$/.test(text)) return null;
    const reading = parseSheetDate(text, orders[field]);
    if (reading.kind === 'date') {
      if (reading.on >= EARLIEST && reading.on < `${Number(context.today.slice(0, 4)) + 30}`) return reading.on;
      say('date.implausible', field, 'drops', { on: reading.on });
    } else if (reading.kind === 'ambiguous') {
      const [first, second] = [...new Set(reading.readings.map(({ on }) => on))];
      say('date.ambiguous', field, 'drops', { first: first ?? '', second: second ?? '' });
    } else say(reading.code, field, 'drops');
    return null;
  };
  const licenceText = take('licenceCode');
  const licenceDamaged = isDamagedNumber(licenceText);
  if (licenceDamaged) say('cell.number_damaged', 'licenceCode', 'drops');
  let noteText = notes.join('\n');
  if (noteText.length > LONGEST_NOTES) {
    say('cell.too_long', 'notes', 'warns', { longest: LONGEST_NOTES });
    noteText = noteText.slice(0, LONGEST_NOTES);
  }
  return {
    client: take('client') || null,
    country: country.kind === 'country' ? country.code : null,
    accountName: take('accountName') || null,
    accountType: type.kind === 'type' ? type.type : (answered ?? null),
    email:
      email?.ok && email.normalised && email.canonical
        ? { normalised: email.normalised, canonical: email.canonical }
        : null,
    status,
    licenceCode: licenceText === '' || licenceDamaged ? null : licenceText,
    adminName: take('adminName') || null,
    adminId: readId(take('adminId')),
    phone: phone?.e164 ?? null,
    fee,
    submittedOn: date('submittedOn'),
    verifiedUntil: date('verifiedUntil'),
    notes: noteText,
    problems,
  };

  function readId(text: string): RowReading['adminId'] {
    if (text === '') return null;
    if (isDamagedNumber(text)) {
      say('cell.number_damaged', 'adminId', 'drops');
      return null;
    }
    const number = normaliseCode(text);
    if (/^[HM]\d{8}(\d{2})?$/.test(number)) return { kind: 'hk_mo_tw_permit', number };
    if (/^[A-Z]{1,3}\d{5,9}$|^\d{2}[A-Z]{2}\d{5}$/.test(number)) return { kind: 'passport', number };
    const check = checkResidentId(text, context.today, context.adultYears);
    if (check.valid) {
      identifier(check.problems, 'adminId', 'warns');
      // An unassigned region is a hint for the form, not worth a person's time in a sheet.
      identifier(
        check.warnings.filter(({ code }) => code !== 'resident_id.region_unassigned'),
        'adminId',
        'warns',
      );
      return { kind: check.kind, number };
    }
    // Spreadsheets keep 15 digits: a number typed as a number ends in zeros.
    if (/^\d{15}000$/.test(number)) say('cell.number_damaged', 'adminId', 'drops');
    else if (/^[\dX]{15,20}$/.test(number) || /^\d+$/.test(number)) identifier(check.problems, 'adminId', 'drops');
    else say('admin_id.kind_unknown', 'adminId', 'drops');
    return null;
  }
}

/** A cell as stored and shown: line ends unified, control characters made visible, blanks around it gone. */
export function cleanCell(cell: string): string {
  return (
    cell
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- removing them is the point
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd')
      .toWellFormed()
      .trim()
  );
}

/** `9.99999E+17`: the spreadsheet has thrown digits away. */
function isDamagedNumber(text: string): boolean {
  return /^\d([.,]\d+)?E\+?\d+$/i.test(text.trim());
}
