import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getRegistration, importSheet, listClients, listHistory, listImports, type ImportRun } from '@daiban/contracts';
import { IDENTIFIER_PROBLEM_CODES, IMPORT_PROBLEM_CODES } from '@daiban/domain';
import { LOCALES } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import { Encryption } from '../../platform/encryption/encryption.js';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { openRow } from './sealed-row.js';
import { fixture, SheetSender, trackerOf } from './testing/sheet-sender.js';
import { tinyWorkbook } from './testing/tiny-workbook.js';

let api: TestApi;
let sheets: SheetSender;
beforeAll(async () => {
  api = await startTestApi({ logLevel: 'fatal' });
  sheets = new SheetSender(api);
});
afterAll(() => api?.stop());

const AGENCY_SHEET = fixture('agency-sheet.csv');
const codesOf = (run: ImportRun, row: number) => run.rows[row - 1]?.problems.map(({ code }) => code) ?? [];

describe("an agency's own tracker", () => {
  test('is looked at row by row, and nothing comes in', async () => {
    const agency = await api.createAgency();
    const run = await sheets.look(agency, AGENCY_SHEET, { fileName: 'tracker.csv' });
    expect(run).toMatchObject({ dryRun: true, status: 'done', fileName: 'tracker.csv' });
    expect(run.summary).toMatchObject({ rows: 64, refused: 5, clients: 16 });
    expect((run.summary['create'] ?? 0) + (run.summary['create_with_problems'] ?? 0)).toBe(59);
    expect(run.columns.map(({ field }) => field)).toEqual([
      'client',
      'country',
      'accountName',
      'accountType',
      'email',
      'status',
      'licenceCode',
      'adminName',
      'adminId',
      'phone',
      'feePaid',
      'submittedOn',
      'verifiedUntil',
      'notes',
    ]);
    expect(run.questions.filter(({ kind }) => kind === 'account_type').length).toBeGreaterThan(0);
    const held = run.rows.filter(({ outcome }) => outcome === 'refused');
    expect(held.map(({ row }) => row)).toEqual([17, 23, 24, 53, 55]);
    expect(held.map(({ plan }) => plan.accountName ?? plan.client)).toEqual([
      'Kuala官方 16',
      '上海晨帆贸易有限公司官方 22',
      'Shanghai官方 23',
      'Lumière Official',
      '上海晨帆贸易有限公司官方 54',
    ]);
    for (const { problems } of held) expect(problems.some(({ severity }) => severity === 'refuses')).toBe(true);
    expect(await sheets.listCases(agency)).toEqual([]);
    expect(await sheets.read(agency, run.id)).toEqual(run);
  });

  test('comes in, each row as its case, and a second time creates nothing', async () => {
    const agency = await api.createAgency();
    const run = await sheets.bringIn(agency, AGENCY_SHEET);
    expect(run.status).toBe('done');
    expect(run.rows.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(run.summary).toMatchObject({ rows: 64, refused: 5 });
    const cameIn = run.rows.filter(({ registrationId }) => registrationId !== null);
    expect(cameIn).toHaveLength(59);
    expect(new Set(cameIn.map(({ registrationId }) => registrationId)).size).toBe(59);
    const cases = await sheets.listCases(agency);
    expect(cases).toHaveLength(59);
    const clients = await api.call(agency.apiKeys.viewer, listClients, { query: { limit: 100 } });
    expect(clients.items).toHaveLength(16);

    const again = await sheets.bringIn(agency, AGENCY_SHEET);
    expect(again.summary).toMatchObject({ already_there: 59, refused: 5 });
    expect(
      again.rows.filter(({ outcome }) => outcome === 'already_there').map(({ registrationId }) => registrationId),
    ).toEqual(cameIn.map(({ registrationId }) => registrationId));
    expect(await sheets.listCases(agency)).toHaveLength(59);
    const imports = await api.call(agency.apiKeys.manager, listImports, {});
    expect(imports.items.map(({ id }) => id)).toEqual([again.id, run.id]);
  });
});

describe('another sheet', () => {
  test('as a workbook comes in with its dates and numbers', async () => {
    const agency = await api.createAgency();
    const workbook = tinyWorkbook([
      ['Client', 'Country', 'Account name', 'Type', 'Email', 'Status', 'Admin', 'Phone', 'Verified until'],
      [
        'Northlight',
        'Spain',
        '北光生活',
        'service',
        'a@northlight.example',
        'live',
        '王芳',
        13800000147,
        new Date('2027-03-01T00:00:00Z'),
      ],
      ['Northlight', 'Spain', '北光小店', 'mini program', 'b@northlight.example', 'draft', '王芳', 13800000147, null],
    ]);
    const run = await sheets.bringIn(agency, workbook, { fileName: 'accounts.xlsx' });
    expect(run.rows.map(({ registrationId }) => registrationId !== null)).toEqual([true, true]);
    const live = await api.call(agency.apiKeys.viewer, getRegistration, {
      params: { id: run.rows[0]?.registrationId ?? '' },
    });
    expect(live).toMatchObject({
      state: 'live',
      proposedName: '北光生活',
      verification: { status: 'claimed', untilOn: '2027-03-01' },
      client: { name: 'Northlight' },
      accountEmail: { address: 'a@northlight.example', state: 'in_use' },
      admin: { name: '王芳', phoneMasked: expect.stringContaining('***') },
    });
    expect(await peopleOf(agency)).toBe(1);
  });

  test('in the encoding of Chinese Windows comes in under Chinese headers', async () => {
    const agency = await api.createAgency();
    const run = await sheets.bringIn(agency, fixture('chinese-sheet.gb18030.csv'));
    expect(run.columns.map(({ header }) => header)).toContain('客户名称');
    expect(run.rows.map(({ plan }) => [plan.client, plan.state])).toEqual([
      ['上海晨帆贸易有限公司', 'proving_subject'],
      ['上海晨帆贸易有限公司', 'awaiting_prerequisites'],
      ['Lumière Jewellery Srl', 'live'],
    ]);
    expect(run.rows.every(({ registrationId }) => registrationId !== null)).toBe(true);
  });

  test('with semicolons waits for what only a person can say, and keeps columns that are none of ours', async () => {
    const agency = await api.createAgency();
    const bytes = fixture('chinese-sheet.semicolon.csv');
    const first = await sheets.look(agency, bytes);
    expect(first.questions).toEqual([{ kind: 'account_type', cell: '公众号' }]);
    expect(first.rows.map(({ outcome }) => outcome !== 'refused')).toEqual([true, true, false]);
    const answers = JSON.stringify({ accountTypes: { 公众号: 'service' } });
    const run = await sheets.bringIn(agency, bytes, { answers });
    expect(run.questions).toEqual([]);
    expect(run.rows.map(({ plan }) => plan.accountType)).toEqual(['service', 'subscription', 'service']);
    // One ID number is one person, on however many rows.
    expect(await peopleOf(agency)).toBe(1);
    const { items } = await api.call(agency.apiKeys.viewer, listHistory, {
      params: { id: run.rows[1]?.registrationId ?? '' },
      query: {},
    });
    const kept = items.find(({ kind }) => kind === 'sheet_row_kept');
    expect(kept).toMatchObject({ visibility: 'internal', payload: { row: 2, status: '待管理员扫码', feePaid: false } });
    expect(kept?.payload['notes']).toBe('身份证 99***12 已核对\n内部编号: NL-2');
  });

  test('takes the columns as a person names them', async () => {
    const agency = await api.createAgency();
    const bytes = Buffer.from('A;B;C;D\nNorthlight;Spain;service;Southlight\n');
    const mapping = JSON.stringify([null, 'country', 'accountType', 'client']);
    const run = await sheets.look(agency, bytes, { mapping });
    expect(run.rows[0]?.plan.client).toBe('Southlight');
    for (const wrong of ['[', '[null]', '["client","client",null,null]', '["client","price",null,null]'])
      await expect(sheets.look(agency, bytes, { mapping: wrong })).rejects.toMatchObject({
        problem: { status: 422, code: 'import.mapping_invalid' },
      });
    for (const wrong of ['{', '{"accountTypes":{"公众号":"shop"}}', '{"dateOrder":"year_first"}', '{"more":1}'])
      await expect(sheets.look(agency, bytes, { answers: wrong })).rejects.toMatchObject({
        problem: { status: 422, code: 'import.answers_invalid' },
      });
  });

  test.each([
    ['import.empty', Buffer.from('Client,Country\n')],
    ['import.unreadable', Buffer.from('Client\0,Country\n')],
    ['import.too_many_rows', Buffer.from(`Client,Country\n${'a,b\n'.repeat(5001)}`)],
  ])('is refused with %s, and leaves nothing behind', async (code, bytes) => {
    const agency = await api.createAgency();
    await expect(sheets.send(agency, bytes)).rejects.toMatchObject({ problem: { status: 422, code } });
    expect((await api.call(agency.apiKeys.manager, listImports, {})).items).toEqual([]);
  });
});

describe('two agencies', () => {
  test("cannot see each other's imports, and the same sheet is each one's own", async () => {
    const [one, other] = [await api.createAgency('One'), await api.createAgency('Other')];
    const mine = await sheets.bringIn(one, sheetOf('first.example'));
    await expect(sheets.read(other, mine.id)).rejects.toMatchObject({ problem: { status: 404 } });
    const theirs = await sheets.bringIn(other, sheetOf('second.example'));
    expect(theirs.summary).toMatchObject({ rows: 2, clients: 1 });
    expect(await sheets.listCases(one)).toHaveLength(2);
    expect(await sheets.listCases(other)).toHaveLength(2);
  });

  test('learn of an address in use at the other only when it is to come in, row by row', async () => {
    const [one, other] = [await api.createAgency('One'), await api.createAgency('Other')];
    await sheets.bringIn(one, sheetOf('third.example'));
    const looked = await sheets.look(other, sheetOf('third.example'));
    expect(looked.rows.map(({ outcome }) => outcome)).not.toContain('refused');
    const run = await sheets.bringIn(other, sheetOf('third.example'));
    expect(run.summary).toMatchObject({ failed: 2 });
    expect(run.rows[0]?.problems.at(-1)).toMatchObject({
      code: 'email.taken_elsewhere',
      severity: 'refuses',
      field: 'email',
      column: 'Email',
    });
    expect(run.rows[0]?.problems.at(-1)?.message).toBe(text('en', 'refusals.email.taken_elsewhere'));
    expect(await sheets.listCases(other)).toEqual([]);
  });

  test('viewers bring nothing in', async () => {
    const agency = await api.createAgency();
    const body = new Blob([new Uint8Array(sheetOf('viewer.example'))], { type: 'text/csv' });
    await expect(api.call(agency.apiKeys.viewer, importSheet, { query: {}, body })).rejects.toMatchObject({
      problem: { status: 403 },
    });
  });
});

describe('nothing of a sheet is lost or told', () => {
  test('every cell of every row opens again, and no number stands anywhere in clear', async () => {
    const agency = await api.createAgency();
    const sheet = trackerOf('kept');
    const run = await sheets.bringIn(agency, sheet);
    const rows = await runAsSuperuser<{ id: string; row: number; original_sealed: Buffer }>(
      api.database,
      'SELECT id, row, original_sealed FROM import_row WHERE run_id = $1 ORDER BY row',
      [run.id],
    );
    const encryption = api.app.get(Encryption);
    const originals = await Promise.all(
      rows.map(async (row) => (await openRow(encryption, agency.id, row.id, row.original_sealed)).cells),
    );
    const csv = sheet.toString('utf8').replace(/^\ufeff/, '');
    expect(originals).toHaveLength(64);
    for (const cell of originals.flat()) expect(csv).toContain(cell.replaceAll('"', '""'));
    const numbers = [...csv.matchAll(/\d{17}[\dX]/g)].map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(originals.flat()).toContain(number);
    const ids = numbers.filter((number) => number.startsWith('999999'));
    for (const table of ['import_row', 'import_run', 'history_entry', 'person', 'registration', 'client']) {
      const [told] = await runAsSuperuser<{ found: number }>(
        api.database,
        `SELECT count(*)::int AS found FROM ${table} t WHERE t.agency_id = $1 AND to_jsonb(t)::text ~ $2`,
        [agency.id, ids.join('|')],
      );
      expect([table, told?.found]).toEqual([table, 0]);
    }
  });

  test('every problem has its sentence in both languages', () => {
    for (const locale of LOCALES)
      for (const code of [...IMPORT_PROBLEM_CODES, ...IDENTIFIER_PROBLEM_CODES])
        expect(text(locale, `problems.${code}` as string)).not.toBe(`problems.${code}`);
  });

  test('every sentence of a look has its values', async () => {
    const agency = await api.createAgency();
    const run = await sheets.look(agency, AGENCY_SHEET);
    const messages = run.rows.flatMap(({ problems }) => problems.map(({ message }) => message));
    expect(messages.length).toBeGreaterThan(50);
    for (const message of messages) expect(message).not.toMatch(/\{\{|^problems\./);
    expect(codesOf(run, 53)).toContain('email.duplicate_in_file');
  });
});

/** Two accounts of one client. */
function sheetOf(domain: string): Buffer {
  return Buffer.from(
    `Client,Country,Account name,Type,Email,Status\nNorthlight,Spain,北光生活,service,a@${domain},draft\nNorthlight,Spain,北光小店,mini program,b@${domain},in review\n`,
  );
}

async function peopleOf(agency: TestAgency): Promise<number> {
  const [row] = await runAsSuperuser<{ count: number }>(
    api.database,
    'SELECT count(*)::int AS count FROM person WHERE agency_id = $1',
    [agency.id],
  );
  return row?.count ?? 0;
}
