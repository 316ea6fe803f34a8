/**
 * Decides what becomes of every row of a spreadsheet: what comes in, without what, what does not and why. Called by the
 * importer for its preview and again when it writes. Nothing of a row is lost: its cells go with it.
 */
import { checkUscc } from '../identity/uscc.js';
import { decideRow, type RowSetting } from './decide-row.js';
import type { ImportContext, ImportPlan, ImportRow } from './import-plan.js';
import { matchWords } from './match-words.js';
import { inferDateOrder } from './parse-sheet-date.js';
import { cleanCell, readRow, type RowReading } from './read-row.js';
import { keyOfName, RowMemory, type Say } from './row-memory.js';
import type { ColumnMapping, DateOrder, ImportProblem, ImportProblemCode, SheetField } from './sheet-field.js';

/**
 * Rows are the text below the header; `headers` name the columns in the notes. A row is refused when the client, the
 * country or the account type cannot be known, or its address is another account's; every other wrong value is left out
 * and named. Never throws, whatever the cells hold.
 */
export function planImport(
  rows: readonly (readonly string[])[],
  headers: readonly string[],
  mapping: ColumnMapping,
  context: ImportContext,
): ImportPlan {
  const dateOrders = orderDates(rows, mapping, context);
  const readings = rows.map((cells, index) =>
    index < context.maxRows && cells.some((cell) => cleanCell(cell) !== '')
      ? readRow(cells, headers, mapping, dateOrders, context)
      : null,
  );
  const countries = countriesOfClients(readings);
  const memory = new RowMemory();
  const setting: RowSetting = {
    context,
    memory,
    licenceOwners: matchWords(
      context.words.licenceOwners.map(({ licenceOf, patterns }) => ({ value: licenceOf, patterns })),
    ),
    soleProprietor: matchWords([{ value: true, patterns: context.words.soleProprietor }]),
  };
  const planned = readings.map((reading, index): ImportRow => {
    const cells = (rows[index] ?? []).map(cleanCell);
    if (reading) return planRow(index + 1, cells, reading);
    const code = index < context.maxRows ? 'row.empty' : 'row.over_limit';
    const problem: ImportProblem = { code, field: null, severity: 'refuses', params: { maxRows: context.maxRows } };
    return { row: index + 1, outcome: 'refused', problems: [problem], key: null, plan: null, cells };
  });
  return { rows: planned, summary: { ...summarise(planned), dateOrders } };

  function planRow(row: number, cells: readonly string[], reading: RowReading): ImportRow {
    const problems = [...reading.problems];
    const say: Say = (code, field, severity, params = {}) => problems.push({ code, field, severity, params });
    const clientKey = reading.client === null ? '' : keyOfName(reading.client);
    if (clientKey === '') say('client.missing', 'client', 'refuses');
    const key = clientKey === '' ? null : accountKey(reading, clientKey);
    const countryCode = countryOf(reading, clientKey, say);
    if (clientKey === '' || countryCode === null || reading.accountType === null || key === null) return refused();

    const { email } = reading;
    const imported = context.importedKeys.has(key);
    if (email) {
      const first = memory.rowOfEmail.get(email.normalised);
      if (first && first.clientKey === clientKey) say('row.duplicate', 'email', 'refuses', { row: first.row });
      else if (first) say('email.duplicate_in_file', 'email', 'refuses', { row: first.row });
      else if (!imported && context.emailsInUse.has(email.normalised)) say('email.already_used', 'email', 'refuses');
      if (problems.some(({ severity }) => severity === 'refuses')) return refused();
      const sameMailbox = memory.rowOfMailbox.get(email.canonical);
      if (sameMailbox !== undefined) say('email.same_mailbox', 'email', 'warns', { row: sameMailbox });
      else memory.rowOfMailbox.set(email.canonical, row);
      memory.rowOfEmail.set(email.normalised, { row, clientKey });
    }
    const plan = decideRow(setting, row, reading, clientKey, countryCode, reading.accountType, say);
    if (imported) {
      say('row.already_imported', null, 'notes');
      return { row, outcome: 'already_there', problems, key, plan: null, cells };
    }
    const troubled = problems.some(({ severity }) => severity !== 'notes');
    return { row, outcome: troubled ? 'create_with_problems' : 'create', problems, key, plan, cells };

    function refused(): ImportRow {
      return { row, outcome: 'refused', problems, key, plan: null, cells };
    }
  }

  /** Without an address, the nth account of that client, type and name. */
  function accountKey({ email, accountType, accountName }: RowReading, clientKey: string): string {
    if (email) return `${clientKey}|${email.normalised}`;
    const base = `${clientKey}|${accountType ?? ''}|${keyOfName(accountName ?? '')}`;
    return `${base}|${memory.count(`unnamed:${base}`)}`;
  }

  function countryOf(reading: RowReading, clientKey: string, say: Say): string | null {
    if (reading.country !== null) return reading.country;
    const fromClient = countries.get(clientKey);
    const fromCode = reading.licenceCode !== null && checkUscc(reading.licenceCode).valid ? 'CN' : undefined;
    const code = fromClient ?? fromCode;
    if (code === undefined) say('country.missing', 'country', 'refuses');
    else say('country.taken_from_client', 'country', 'notes', { countryCode: code });
    return code ?? null;
  }
}

/** A client's country, where all of its rows that name one agree. */
function countriesOfClients(readings: readonly (RowReading | null)[]): ReadonlyMap<string, string> {
  const named = new Map<string, Set<string>>();
  for (const reading of readings) {
    if (reading === null || reading.client === null || reading.country === null) continue;
    const key = keyOfName(reading.client);
    named.set(key, (named.get(key) ?? new Set()).add(reading.country));
  }
  return new Map(
    [...named].flatMap(([key, [only, ...more]]) => (only !== undefined && more.length === 0 ? [[key, only]] : [])),
  );
}

/** Each date column by its own values; where they say nothing, as the other column, since one hand wrote both. */
function orderDates(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  context: ImportContext,
): ImportPlan['summary']['dateOrders'] {
  if (context.dateOrder) return { submittedOn: context.dateOrder, verifiedUntil: context.dateOrder };
  const infer = (...fields: SheetField[]): DateOrder | null =>
    inferDateOrder(
      rows
        .slice(0, context.maxRows)
        .flatMap((cells) =>
          cells.filter((cell, column) => cell !== '' && fields.some((field) => mapping[column] === field)),
        ),
    );
  const both = infer('submittedOn', 'verifiedUntil');
  return { submittedOn: infer('submittedOn') ?? both, verifiedUntil: infer('verifiedUntil') ?? both };
}

function summarise(rows: readonly ImportRow[]): Omit<ImportPlan['summary'], 'dateOrders'> {
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const problems: Partial<Record<ImportProblemCode, number>> = {};
  for (const { code } of rows.flatMap((row) => row.problems)) problems[code] = (problems[code] ?? 0) + 1;
  return {
    rows: rows.length,
    create: count('create'),
    createWithProblems: count('create_with_problems'),
    refused: count('refused'),
    alreadyThere: count('already_there'),
    clients: new Set(rows.flatMap(({ plan }) => (plan ? [plan.client.key] : []))).size,
    problems,
  };
}
