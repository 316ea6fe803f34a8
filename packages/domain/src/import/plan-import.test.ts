import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { residentIdCheckCharacter } from '../identity/resident-id.js';
import { organisationCheckCharacter, usccCheckCharacter } from '../identity/uscc.js';
import { IMPORT_WORDS } from '../rulebook/import-words.js';
import { PHONE_PLANS } from '../rulebook/phone-plans.js';
import { guessColumns } from './guess-columns.js';
import type { ImportContext, ImportPlan } from './import-plan.js';
import { planImport } from './plan-import.js';
import { SHEET_FIELDS } from './sheet-field.js';

const context: ImportContext = {
  today: '2026-09-28',
  adultYears: 18,
  words: IMPORT_WORDS,
  phonePlans: PHONE_PLANS,
  emailsInUse: new Set(),
  importedKeys: new Set(),
  limits: { subject: { enterprise: 2, sole_proprietor: 2 }, adminId: 5, phone: 5 },
  renewal: { validityMonths: 12, windowDays: 90 },
  maxRows: 10_000,
};
const residentId = (birth: string, sequence: string) =>
  `999999${birth}${sequence}${residentIdCheckCharacter(`999999${birth}${sequence}`)}`;
const uscc = (head: string, organisation: string) => {
  const first17 = `${head}${organisation}${organisationCheckCharacter(organisation)}`;
  return first17 + usccCheckCharacter(first17);
};

function bringIn(headers: string[], rows: string[][], changes: Partial<ImportContext> = {}): ImportPlan {
  const mapping = guessColumns(headers, rows, IMPORT_WORDS).map(({ field }) => field);
  return planImport(rows, headers, mapping, { ...context, ...changes });
}

function readCsv(path: URL): { headers: string[]; rows: string[][] } {
  const lines = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const [headers = [], ...rows] = lines.map((line) =>
    [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '',
    ),
  );
  return { headers, rows };
}
const codesOf = (plan: ImportPlan, row: number, ...severities: string[]) =>
  (plan.rows[row - 1]?.problems ?? []).filter(({ severity }) => severities.includes(severity)).map(({ code }) => code);
const planOf = (plan: ImportPlan, row: number) => plan.rows[row - 1]?.plan;

describe("an agency's own tracker", () => {
  const { headers, rows } = readCsv(new URL('../../../../tests/fixtures/agency-sheet.csv', import.meta.url));
  const plan = bringIn(headers, rows);

  test('comes in but for five rows, each with its reason', () => {
    const refused = plan.rows.filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ row }) => [row, codesOf(plan, row, 'refuses')])).toEqual([
      [17, ['account_type.undecided']],
      [23, ['account_type.undecided']],
      [24, ['account_type.unknown']],
      [53, ['email.duplicate_in_file']],
      [55, ['client.missing']],
    ]);
    expect(plan.rows[52]?.problems.find(({ code }) => code === 'email.duplicate_in_file')?.params).toEqual({ row: 49 });
    expect(plan.summary).toMatchObject({ rows: 64, refused: 5, alreadyThere: 0, clients: 16 });
    expect(plan.summary.create + plan.summary.createWithProblems).toBe(59);
  });

  test('keeps every cell of every row, whatever becomes of it', () => {
    for (const [index, row] of plan.rows.entries()) {
      expect(row.cells).toEqual(rows[index]?.map((cell) => cell.trim()));
    }
  });

  test('leaves a wrong value out of its row and names it', () => {
    expect(codesOf(plan, 28, 'drops')).toContain('uscc.checksum');
    expect(planOf(plan, 28)?.subject.code).toBeNull();
    expect(codesOf(plan, 32, 'drops')).toContain('resident_id.birth_date');
    expect(planOf(plan, 32)?.admin).toMatchObject({ name: 'Chen W.', idNumber: null, phone: '+8613800000020' });
    expect(codesOf(plan, 42, 'drops')).toContain('resident_id.checksum');
    expect(codesOf(plan, 43, 'drops')).toEqual(['email.malformed']);
    expect(planOf(plan, 43)).toMatchObject({ email: null, state: 'awaiting_prerequisites' });
  });

  test('finds what contradicts itself between rows', () => {
    expect(codesOf(plan, 28, 'warns')).toContain('client.country_differs');
    expect(codesOf(plan, 33, 'warns')).toContain('admin_id.other_name');
    expect(codesOf(plan, 60, 'warns')).toContain('admin_id.other_name');
  });

  test('reads its dates day first, because some of them can be read in no other way', () => {
    expect(plan.summary.dateOrders).toEqual({ submittedOn: 'day_first', verifiedUntil: 'day_first' });
    expect(planOf(plan, 41)?.submittedOn).toBe('2026-09-05');
    expect(planOf(plan, 51)?.verifiedUntilOn).toBe('2027-08-14');
  });

  test('its states and orders are taken over, its addresses in one spelling', () => {
    expect(planOf(plan, 1)).toMatchObject({
      accountType: 'mini_program',
      state: 'proving_subject',
      order: { kind: 'first', state: 'in_review', timesReturned: 0 },
      client: { name: 'Kuala Terang Foods Sdn Bhd', countryCode: 'MY' },
      subject: { type: 'overseas_enterprise', licenceOf: 'client' },
      fee: { paid: true, amount: { amountMinor: 30000, currency: 'CNY' } },
      notes: '=HYPERLINK("http://x","doc")',
    });
    expect(planOf(plan, 2)).toMatchObject({ email: 'wx1@sungaibiru.example', state: 'awaiting_email' });
    expect(planOf(plan, 6)?.order).toEqual({ kind: 'first', state: 'awaiting_supplement', timesReturned: 1 });
    expect(planOf(plan, 7)).toMatchObject({ state: 'live', verifiedUntilOn: '2027-04-08', submittedOn: '2026-08-18' });
    expect(planOf(plan, 13)?.subject).toMatchObject({ type: 'sole_proprietor', code: '923101150049294313' });
    expect(planOf(plan, 2)?.subject).toMatchObject({ licenceOf: 'agency', type: 'enterprise', countryCode: 'CN' });
  });

  test('brought in a second time, creates nothing', () => {
    const keys = new Set(plan.rows.flatMap(({ plan: made, key }) => (made && key !== null ? [key] : [])));
    const emails = new Set(plan.rows.flatMap(({ plan: made }) => made?.email ?? []));
    const again = bringIn(headers, rows, { importedKeys: keys, emailsInUse: emails });
    expect(again.summary).toMatchObject({ create: 0, createWithProblems: 0, alreadyThere: 59, refused: 5 });
  });

  test("a person's answer for an open account type brings its rows in", () => {
    const answered = bringIn(headers, rows, { accountTypes: new Map([['公众号', 'subscription']]) });
    expect(answered.rows[16]?.plan?.accountType).toBe('subscription');
    expect(answered.summary.refused).toBe(3);
  });
});

describe('a Chinese sheet in another order', () => {
  const good = uscc('91310115', 'MA1K3L8Q');
  const headers = [
    '序号',
    '办理进度',
    '公司名称',
    '国家/地区',
    '注册邮箱',
    '账号类型',
    '公众号名称',
    '统一社会信用代码',
    '管理员姓名',
    '身份证号码',
    '管理员手机',
    '认证费',
    '提交日期',
    '认证到期日',
    '跟进人',
    '备注',
  ];
  const rows = [
    [
      '1',
      '审核中',
      '上海晨帆贸易有限公司',
      '中国',
      'a1@chenfan.example',
      '服务号',
      '晨帆',
      good,
      '王芳',
      residentId('19900101', '001'),
      '13800000001',
      '已付',
      '2026年9月4日',
      '',
      '小梅',
      '',
    ],
    [
      '2',
      '已上线',
      '上海晨帆贸易有限公司',
      '',
      'A1@CHENFAN.EXAMPLE ',
      '订阅号',
      '晨帆二',
      good,
      '王芳',
      residentId('19900101', '001'),
      '13800000001',
      '300元',
      '',
      '2027.3.10',
      '小梅',
      '',
    ],
    [
      '3',
      '待管理员扫码',
      '大阪茶屋株式会社',
      '日本',
      'b@osaka.example',
      '小程序',
      '茶屋',
      '',
      '李娜',
      '110105491231002',
      '138000',
      '否',
      '',
      '',
      '',
      '急',
    ],
    [
      '4',
      '资料已齐，待邮箱',
      '杭州青石茶行（个体户）',
      '',
      'c@hz.example',
      '服务号',
      '青石',
      uscc('92310115', 'MA1K3L8Q'),
      '张敏',
      residentId('20100101', '001'),
      '13800000002',
      '',
      '',
      '',
      '',
      '',
    ],
    ['', '', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
    [
      '6',
      '进行中吧',
      '青岛某公司',
      '中国',
      'd@qd.example',
      '订阅号',
      '青岛',
      good,
      '',
      '',
      '',
      '',
      '9月4日',
      '',
      '',
      '',
    ],
    ['7', '已上线', '法国之家', '法国', 'e@fr.example', '服务号', '之家', '', '', '', '', '', '', '2024-01-01', '', ''],
  ];
  const plan = bringIn(headers, rows);

  test('is read like any other', () => {
    expect(planOf(plan, 1)).toMatchObject({
      state: 'proving_subject',
      order: { state: 'in_review' },
      subject: { type: 'enterprise', code: good },
      admin: { idKind: 'resident_id', phone: '+8613800000001' },
      submittedOn: '2026-09-04',
      notes: '序号: 1\n跟进人: 小梅',
    });
    expect(plan.rows[0]?.outcome).toBe('create');
  });

  test('names its own mistakes', () => {
    expect(codesOf(plan, 2, 'refuses')).toEqual(['row.duplicate']);
    expect(codesOf(plan, 3, 'drops')).toEqual(['phone.invalid', 'resident_id.first_generation']);
    expect(codesOf(plan, 4, 'warns')).toEqual(['resident_id.under_age']);
    expect(planOf(plan, 4)?.client.countryCode).toBe('CN');
    expect(codesOf(plan, 5, 'refuses')).toEqual(['row.empty']);
    expect(codesOf(plan, 6, 'warns')).toEqual(['status.unknown', 'licence_code.used_by_other_client']);
    expect(codesOf(plan, 6, 'drops')).toEqual(['date.no_year']);
    expect(planOf(plan, 7)?.verifiedUntilOn).toBe('2024-01-01');
    expect(codesOf(plan, 7, 'notes')).toContain('verified_until.past');
  });
});

describe('a small American sheet with damaged numbers', () => {
  const headers = [
    'OA',
    'Company',
    'Kind of account',
    'Login e-mail',
    'Where are we?',
    'Market',
    'Passport / ID',
    'Contact person',
    'Mobile',
    'Applied on',
    'Expires',
  ];
  const rows = [
    [
      'Burberry China',
      'Harbour & Co.',
      'Official account (service)',
      'wx+h@harbour.example',
      'Live - renewal in review',
      'USA',
      'E12345678',
      'Ann Lee',
      '(212) 555-0123',
      '08/19/2026',
      '12/31/26',
    ],
    [
      'Harbour 2',
      'harbour and co',
      'service',
      'wx@harbour.example',
      'on hold',
      'U.S.',
      '9.99999E+17',
      'Ann Lee',
      '',
      '09/06/2026',
      '',
    ],
    [
      'Harbour 3',
      'HARBOUR & CO',
      'service',
      'x@y.example; z@y.example',
      'paid',
      'US',
      '999999199001010000',
      'Bo',
      '+86 138 0000 00',
      'next week',
      '2031-01-01',
    ],
    ['', 'Acme', 'subscription', 'used@acme.example', 'submitted', 'Atlantis', '', '', '555', '', ''],
    ['Acme two', 'Acme', 'subscription', '', 'unpaid', 'United States', 'ask Jun', '', '', '', '2027-01-01'],
    ['Acme two', 'Acme', 'subscription', '', 'unpaid', 'United States', '', '', '', '', ''],
  ];
  const plan = bringIn(headers, rows, { emailsInUse: new Set(['used@acme.example']) });

  test('is read month first', () => {
    expect(plan.summary.dateOrders).toEqual({ submittedOn: 'month_first', verifiedUntil: 'month_first' });
    expect(planOf(plan, 1)).toMatchObject({
      state: 'live',
      order: { kind: 'renewal', state: 'in_review' },
      submittedOn: '2026-08-19',
      verifiedUntilOn: '2026-12-31',
      admin: { idKind: 'passport', phone: '+12125550123' },
    });
  });

  test('has its clients put together however they are spelled, but not when a word differs', () => {
    expect(planOf(plan, 3)?.client.key).toBe(planOf(plan, 1)?.client.key);
    expect(planOf(plan, 2)?.client.key).not.toBe(planOf(plan, 1)?.client.key);
    expect(codesOf(plan, 3, 'notes')).toContain('client.spelled_differently');
  });

  test('names what the spreadsheet itself has damaged, and every other mistake', () => {
    expect(codesOf(plan, 1, 'warns')).toEqual(['email.plus_address']);
    expect(codesOf(plan, 2, 'drops')).toEqual(['cell.number_damaged', 'submitted.before_submission']);
    expect(codesOf(plan, 2, 'warns')).toEqual(['status.paused_state_unknown', 'email.same_mailbox']);
    expect(codesOf(plan, 3, 'drops')).toEqual([
      'email.several',
      'phone.invalid',
      'cell.number_damaged',
      'date.unknown',
      'verified_until.not_live',
    ]);
    expect(codesOf(plan, 4, 'refuses')).toEqual(['email.already_used']);
    expect(codesOf(plan, 5, 'drops')).toEqual(['admin_id.kind_unknown', 'verified_until.not_live']);
    expect(planOf(plan, 5)?.order).toEqual({ kind: 'first', state: 'awaiting_fee', timesReturned: 0 });
  });

  test('two rows of one client without an address are two accounts, each with a key of its own', () => {
    expect(plan.rows[4]?.key).not.toBe(plan.rows[5]?.key);
    expect(plan.rows[5]?.outcome).toBe('create_with_problems');
  });
});

describe('limits', () => {
  const headers = [
    'Client',
    'Country',
    'Type',
    'Account name',
    'Status',
    'Email',
    'Licence',
    'Admin',
    'Admin ID',
    'Notes',
  ];
  const row = (n: number, changes: Record<string, string> = {}) => {
    const cells: Record<string, string> = {
      Client: 'Chenfan',
      Country: 'China',
      Type: 'service',
      'Account name': `Chenfan ${n}`,
      Status: 'live',
      Email: `wx${n}@chenfan.example`,
      Licence: uscc('91310115', 'MA1K3L8Q'),
      Admin: 'Wang Fang',
      'Admin ID': residentId('19900101', '001'),
      Notes: '',
      ...changes,
    };
    return headers.map((header) => cells[header] ?? '');
  };

  test("accounts above the subject's and the admin's limit come in and are flagged", () => {
    const plan = bringIn(
      headers,
      [1, 2, 3, 4, 5, 6].map((n) => row(n)),
    );
    expect(plan.rows.map(({ row: n }) => codesOf(plan, n, 'warns'))).toEqual([
      [],
      [],
      ['subject.over_limit'],
      ['subject.over_limit'],
      ['subject.over_limit'],
      ['subject.over_limit', 'admin.over_limit'],
    ]);
  });

  test('rows beyond the most that one import takes stay out, and stay kept', () => {
    const plan = bringIn(headers, [row(1), row(2), row(3)], { maxRows: 2 });
    expect(codesOf(plan, 3, 'refuses')).toEqual(['row.over_limit']);
    expect(plan.rows[2]?.cells).toEqual(row(3));
  });

  test('a text longer than its record takes is left out, or cut in the notes, and named', () => {
    const plan = bringIn(headers, [row(1, { 'Account name': 'x'.repeat(300), Notes: 'y'.repeat(9000) })]);
    expect(codesOf(plan, 1, 'drops')).toEqual(['cell.too_long']);
    expect(planOf(plan, 1)?.notes.length).toBe(8000);
    expect(plan.rows[0]?.cells.some((cell) => cell.length === 9000)).toBe(true);
  });

  test('control characters never reach a record', () => {
    const plan = bringIn(headers, [row(1, { Client: 'Chen\u0000fan', Notes: '=cmd|x' })]);
    expect(planOf(plan, 1)?.client.name).toBe('Chen\ufffdfan');
    expect(codesOf(plan, 1, 'notes')).toEqual(
      expect.arrayContaining(['cell.control_characters', 'cell.formula_as_text']),
    );
  });
});

test('whatever a sheet holds, nothing is thrown, no row is lost, no refused row has a plan, no number stands in a problem', () => {
  const word = fc.constantFrom(
    'live',
    '300',
    '服务号',
    'Malaysia',
    'a@b.example',
    '2026-02-30',
    '999999199511242909',
    '公众号',
    '\u0000',
    '=1+1',
    '12/12/2026',
  );
  const cell = fc.oneof(word, word, fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 12 }),
      fc.array(fc.option(fc.constantFrom(...SHEET_FIELDS)), { maxLength: 16 }),
      (rows, mapping) => {
        const plan = planImport(rows, [], mapping, context);
        expect(plan.rows.length).toBe(rows.length);
        const emails = plan.rows.flatMap(({ plan: made }) => made?.email ?? []);
        expect(new Set(emails).size).toBe(emails.length);
        for (const row of plan.rows) {
          expect(row.plan === null).toBe(row.outcome === 'refused' || row.outcome === 'already_there');
          expect(row.problems.some(({ severity }) => severity === 'refuses')).toBe(row.outcome === 'refused');
          expect(JSON.stringify(row.problems)).not.toContain('999999199511242909');
          // eslint-disable-next-line no-control-regex -- that none is left is the point
          expect(JSON.stringify([row.plan, row.cells])).not.toMatch(/\\u0000/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
