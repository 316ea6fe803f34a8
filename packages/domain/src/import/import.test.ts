import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IMPORT_WORDS } from '../rulebook/import-words.js';
import { parseAccountType } from './parse-account-type.js';
import { parseCountry } from './parse-country.js';
import { parseFeePaid } from './parse-fee-paid.js';
import { inferDateOrder, parseSheetDate } from './parse-sheet-date.js';
import { parseSheetStatus } from './parse-sheet-status.js';
import { findHeaderRow, guessColumns } from './guess-columns.js';

const W = IMPORT_WORDS;

describe('a date in a sheet', () => {
  test.each([
    ['2026/8/18', '2026-08-18'],
    ['2026-07-03', '2026-07-03'],
    ['2026.7.3', '2026-07-03'],
    ['2026年10月17日', '2026-10-17'],
    ['2026 年 9 月 4 日', '2026-09-04'],
    ['２０２６年９月４号', '2026-09-04'],
    ['26年9月4日', '2026-09-04'],
    ['20261017', '2026-10-17'],
    ['46252', '2026-08-18'],
    ['46252.5', '2026-08-18'],
    ['19/08/2026', '2026-08-19'],
    ['08/19/2026', '2026-08-19'],
    ['5/5/2026', '2026-05-05'],
    ['18 Aug 2026', '2026-08-18'],
    ['Aug 18, 2026', '2026-08-18'],
    ['Tuesday, 18th August 2026', '2026-08-18'],
    ['18-Aug-26', '2026-08-18'],
    ['2026-08-18T00:00:00.000Z', '2026-08-18'],
    ['2026-08-17T16:00:00Z', '2026-08-18'],
    ['2026-08-18 14:30', '2026-08-18'],
    ['2026/8/18 2:30 PM', '2026-08-18'],
    ["'2026-08-18", '2026-08-18'],
  ])('%s is %s', (text, on) => expect(parseSheetDate(text)).toEqual({ kind: 'date', on }));

  test.each([
    ['2026-02-30', 'date.no_such_day'],
    ['31/02/2026', 'date.no_such_day'],
    ['45/45/2026', 'date.no_such_day'],
    ['8月18日', 'date.no_year'],
    ['18/8', 'date.no_year'],
    ['2026年8月', 'date.no_day'],
    ['08/2026', 'date.no_day'],
    ['next week', 'date.unknown'],
    ['12345', 'date.unknown'],
    ['Foo 12, 2026', 'date.unknown'],
    ['', 'date.unknown'],
  ])('%s cannot be read: %s', (text, code) => expect(parseSheetDate(text)).toEqual({ kind: 'problem', code }));

  test('that two orders read differently is never guessed, unless the column says which', () => {
    expect(parseSheetDate('09/06/2026')).toMatchObject({ kind: 'ambiguous' });
    expect(parseSheetDate('09/06/2026', 'day_first')).toEqual({ kind: 'date', on: '2026-06-09' });
    expect(parseSheetDate('09/06/2026', 'month_first')).toEqual({ kind: 'date', on: '2026-09-06' });
    expect(parseSheetDate('10-11-12')).toMatchObject({ kind: 'ambiguous' });
    expect(parseSheetDate('26/08/18', 'year_first')).toEqual({ kind: 'date', on: '2026-08-18' });
  });

  test('the column says which by the dates that only one order can read', () => {
    expect(inferDateOrder(['09/06/2026', '2026-01-01', '19/08/2026', ''])).toBe('day_first');
    expect(inferDateOrder(['09/06/2026', '08/19/2026'])).toBe('month_first');
    expect(inferDateOrder(['09/06/2026', '12/10/2026', '2026-01-31'])).toBeNull();
    expect(inferDateOrder(['19/08/2026', '08/19/2026'])).toBeNull();
  });

  test('never throws and only answers real days', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/)), (text) => {
        const read = parseSheetDate(text);
        if (read.kind === 'date') expect(parseSheetDate(read.on)).toEqual(read);
      }),
    );
  });
});

describe("a status in the agency's words", () => {
  test.each([
    ['in review (5-7 days)', 'proving_subject', 'in_review'],
    ['docs ok, need email', 'awaiting_email', null],
    ['waiting for docs', 'awaiting_prerequisites', null],
    ['waiting admin scan', 'awaiting_admin_verification', null],
    ['rejected 1x, resend licence', 'proving_subject', 'awaiting_supplement'],
    ['renewal due', 'live', null],
    ['LIVE', 'live', null],
    ['live', 'live', null],
    ['not started', 'draft', null],
    ['paid, in review', 'proving_subject', 'in_review'],
    ['submitted', 'proving_subject', null],
    ['Submitted, paid', 'proving_subject', 'awaiting_dispatch'],
    ['unpaid', 'proving_subject', 'awaiting_fee'],
    ["waiting for the client's payment", 'proving_subject', 'awaiting_fee'],
    ['missing licence', 'awaiting_prerequisites', null],
    ['chasing client for documents', 'awaiting_prerequisites', null],
    ['ready to submit', 'ready_to_submit', null],
    ['Live - renewal in review', 'live', 'in_review'],
    ['Verified', 'live', null],
    ['with Tencent', 'proving_subject', 'in_review'],
    ['finally rejected', 'proving_subject', 'failed'],
    ['frozen by Tencent', 'restricted', null],
    ['Cancelled', 'withdrawn', null],
    ['已上线', 'live', null],
    ['审核中', 'proving_subject', 'in_review'],
    ['已付款，审核中', 'proving_subject', 'in_review'],
    ['待管理员扫码', 'awaiting_admin_verification', null],
    ['资料已齐，待邮箱', 'awaiting_email', null],
    ['等资料', 'awaiting_prerequisites', null],
    ['审核未通过', 'proving_subject', 'failed'],
    ['被驳回，补材料', 'proving_subject', 'awaiting_supplement'],
    ['未开始', 'draft', null],
    ['待年审', 'live', null],
    ['年审审核中', 'live', 'in_review'],
    ['已注销', 'closed', null],
    ['未付款', 'proving_subject', 'awaiting_fee'],
  ])('%s: %s, order %s', (text, state, orderState) => {
    const read = parseSheetStatus(text, W);
    expect([read.state, read.orderState, read.problem]).toEqual([state, orderState, null]);
  });

  test('tells more than the state: paid, on hold, how often it came back, a renewal that is due, another proof', () => {
    expect(parseSheetStatus('paid, in review', W).feePaid).toBe(true);
    expect(parseSheetStatus('LIVE, on hold', W)).toMatchObject({ state: 'live', paused: true, problem: null });
    expect(parseSheetStatus('rejected 2 times, resubmit', W).rejections).toBe(2);
    expect(parseSheetStatus('退回三次，补件', W).rejections).toBe(3);
    expect(parseSheetStatus('renewal due', W).renewalDue).toBe(true);
    expect(parseSheetStatus('法人扫脸', W)).toMatchObject({ state: 'proving_subject', route: 'legal_representative' });
    expect(parseSheetStatus('Live - renewal in review', W).orderKind).toBe('renewal');
  });

  test.each([
    ['', 'status.missing'],
    ['banana', 'status.unknown'],
    ['not live', 'status.unknown'],
    ['未上线', 'status.unknown'],
    ['delivered', 'status.unknown'],
    ['on hold', 'status.paused_state_unknown'],
    ['live, cancelled', 'status.several_states'],
    ['rejected', 'status.rejection_unclear'],
  ])('%s is a question, not a guess: %s', (text, problem) => expect(parseSheetStatus(text, W).problem).toBe(problem));
});

describe('an account type', () => {
  test.each([
    ['小程序', 'mini_program'],
    ['Mini Program', 'mini_program'],
    ['服务号', 'service'],
    ['service account', 'service'],
    ['Service', 'service'],
    ['订阅号', 'subscription'],
    ['公众号（服务号）', 'service'],
    ['Official Account - Subscription', 'subscription'],
    ['企业微信', 'wecom'],
  ])('%s is %s', (text, type) => expect(parseAccountType(text, W)).toEqual({ kind: 'type', type }));
  test.each([
    ['公众号', 'account_type.undecided'],
    ['Official Account', 'account_type.undecided'],
    ['服务号/订阅号', 'account_type.undecided'],
    ['whatever account', 'account_type.unknown'],
    [' ', 'account_type.missing'],
  ])('%s: %s', (text, code) => expect(parseAccountType(text, W)).toEqual({ kind: 'problem', code }));
});

describe('a fee', () => {
  test.each([
    ['¥300', true, 30000, 'CNY'],
    ['300 RMB', true, 30000, 'CNY'],
    ['300', true, 30000, 'CNY'],
    ['300元 已付', true, 30000, 'CNY'],
    ['US$99', true, 9900, 'USD'],
    ['$99.00', true, 9900, 'USD'],
    ['unpaid 300', false, 30000, 'CNY'],
    ['1,200 RMB', true, 120000, 'CNY'],
  ])('%s: paid %s, %i %s', (text, paid, amountMinor, currency) =>
    expect(parseFeePaid(text, W)).toEqual({ paid, waived: false, amount: { amountMinor, currency }, problem: null }),
  );
  test.each([
    ['yes', true],
    ['no', false],
    ['是', true],
    ['未付', false],
    ['0', false],
    ['¥0', false],
    ['', null],
    ['-', null],
  ])('%s: paid %s', (text, paid) => expect(parseFeePaid(text, W)).toMatchObject({ paid, amount: null, problem: null }));
  test('what is neither is asked', () => {
    expect(parseFeePaid('免费', W)).toMatchObject({ waived: true, problem: null });
    for (const text of ['half', '300 + 300', 'ask Jun', '9'.repeat(40)]) {
      expect(parseFeePaid(text, W)).toMatchObject({ paid: null, problem: 'fee.unknown' });
    }
  });
});

describe('a country', () => {
  test.each([
    ['Malaysia', 'MY'],
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['Hong Kong', 'HK'],
    ['中国', 'CN'],
    ['马来西亚', 'MY'],
    ['日本', 'JP'],
    ['sg', 'SG'],
    ['Türkiye', 'TR'],
    ["Côte d'Ivoire", 'CI'],
    ['臺灣', 'TW'],
  ])('%s is %s', (text, code) => expect(parseCountry(text, W)).toEqual({ kind: 'country', code }));
  test.each([
    ['', 'country.missing'],
    ['Malaysia / Singapore', 'country.unknown'],
    ['Atlantis', 'country.unknown'],
  ])('%s: %s', (text, code) => expect(parseCountry(text, W)).toEqual({ kind: 'problem', code }));
});

describe('the columns of a sheet', () => {
  const fieldsOf = (headers: string[], rows: string[][] = []) =>
    guessColumns(headers, rows, W).map(({ field }) => field);

  test('are found by English headers', () => {
    expect(
      fieldsOf(
        'Client,Country,Account name,Type,Email,Status,Licence no.,Admin,Admin ID,Phone,Fee paid,Submitted,Verified until,Notes'.split(
          ',',
        ),
      ),
    ).toEqual([
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
  });

  test('are found by Chinese headers in another order', () => {
    expect(
      fieldsOf([
        '序号',
        '状态',
        '公司名称',
        '国家/地区',
        '公众号名称',
        '账号类型',
        '注册邮箱',
        '统一社会信用代码',
        '管理员姓名',
        '管理员身份证号',
        '管理员手机',
        '认证费',
        '提交日期',
        '认证到期日',
        '备注',
      ]),
    ).toEqual([
      null,
      'status',
      'client',
      'country',
      'accountName',
      'accountType',
      'email',
      'licenceCode',
      'adminName',
      'adminId',
      'phone',
      'feePaid',
      'submittedOn',
      'verifiedUntil',
      'notes',
    ]);
  });

  test('are found by mixed and wordy headers; a field is given once, what is not ours stays aside', () => {
    expect(
      fieldsOf([
        "Client's e-mail 邮箱",
        'Customer 客户',
        'Where are we?',
        'ID number of admin',
        'Admin phone',
        'Renewal date (到期)',
        'Invoice ref',
        'Remarks',
        'Comments',
      ]),
    ).toEqual(['email', 'client', 'status', 'adminId', 'phone', 'verifiedUntil', null, 'notes', 'notes']);
  });

  test('without a telling header are found by what stands below', () => {
    const rows = [
      ['Kuala Terang', 'wx0@kuala.example', '999999199511242909', '138 0000 0047', '服务号', 'LIVE', 'Malaysia'],
      [
        'Sungai Biru',
        'wx1@sungai.example',
        '99999919800705025X',
        '+86 138-0000-0070',
        '小程序',
        'waiting for docs',
        'Italy',
      ],
    ];
    expect(fieldsOf(['', 'A', 'B', 'C', 'D', 'E', 'F'], rows)).toEqual([
      null,
      'email',
      'adminId',
      'phone',
      'accountType',
      'status',
      'country',
    ]);
  });

  test('stand below the title rows that a sheet may begin with', () => {
    const rows = [
      ['WeChat tracker 2026', '', ''],
      ['', '', ''],
      ['Client', 'Status', 'Email'],
      ['A', 'live', 'a@b.example'],
    ];
    expect(findHeaderRow(rows, W)).toBe(2);
    expect(findHeaderRow([['x', 'y']], W)).toBe(0);
    expect(findHeaderRow([], W)).toBe(0);
  });
});
