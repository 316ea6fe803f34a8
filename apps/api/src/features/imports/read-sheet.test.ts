import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { MAX_ROWS, readSheet } from './read-sheet.js';
import { tinyWorkbook } from './testing/tiny-workbook.js';

const SHEET = '客户;国家;类型\n上海晨帆贸易;中国;服务号\n北光; 中国 ;订阅号\n';
const READ = {
  headers: ['客户', '国家', '类型'],
  rows: [
    ['上海晨帆贸易', '中国', '服务号'],
    ['北光', ' 中国 ', '订阅号'],
  ],
};
/** `SHEET` as Excel in Chinese Windows saves it. */
const GB18030 = Buffer.from(
  readFileSync(new URL('../../../../../tests/fixtures/chinese-sheet.gb18030.csv', import.meta.url)),
);

describe('a sheet is read', () => {
  test.each([
    ['as UTF-8', Buffer.from(SHEET)],
    ['as UTF-8 with its mark', Buffer.from(`\ufeff${SHEET}`)],
    ['as UTF-16 with its mark', Buffer.from(`\ufeff${SHEET}`, 'utf16le')],
    ['as UTF-16, the other way round', Buffer.from(`\ufeff${SHEET}`, 'utf16le').swap16()],
    ['with tabs', Buffer.from(SHEET.replaceAll(';', '\t'))],
    ['with commas', Buffer.from(SHEET.replaceAll(';', ','))],
    ['with the line ends of Windows', Buffer.from(SHEET.replaceAll('\n', '\r\n'))],
    ['with empty rows at its end', Buffer.from(`${SHEET};;\n;;\n`)],
  ])('%s', async (_, bytes) => expect(await readSheet(bytes)).toEqual(READ));

  test('as Excel in Chinese Windows saves it', async () => {
    const sheet = await readSheet(GB18030);
    expect(sheet).toMatchObject({ headers: ['客户名称', '国家/地区', '账号名称', '类型', '登录邮箱', '进度', '备注'] });
    expect(sheet).toHaveProperty('rows.0.0', '上海晨帆贸易有限公司');
  });

  test('as Excel in the West saves it, its accents whole', async () => {
    const bytes = Buffer.from('Client,Country\nLumière Joaillerie,France\nOro è Bello,Italy\n', 'latin1');
    expect(await readSheet(bytes)).toMatchObject({
      rows: [
        ['Lumière Joaillerie', 'France'],
        ['Oro è Bello', 'Italy'],
      ],
    });
  });

  test('below the title that stands over its header, empty rows between others kept', async () => {
    const bytes = Buffer.from(
      'Accounts 2026,,\n,,\nClient,Country,Type\nNorthlight,Spain,service\n,,\nSouthlight,Spain,service',
    );
    expect(await readSheet(bytes)).toEqual({
      headers: ['Client', 'Country', 'Type'],
      rows: [
        ['Northlight', 'Spain', 'service'],
        ['', '', ''],
        ['Southlight', 'Spain', 'service'],
      ],
    });
  });

  test('with commas, quotes and line breaks inside a cell', async () => {
    const bytes = Buffer.from('Client,Country,Notes\n"Foods, Sdn ""Bhd""",Malaysia,"first\nsecond; third"\n');
    expect(await readSheet(bytes)).toMatchObject({ rows: [['Foods, Sdn "Bhd"', 'Malaysia', 'first\nsecond; third']] });
  });

  test('from a workbook: a date as a date, a number in plain digits, a formula as what it showed', async () => {
    const workbook = tinyWorkbook([
      ['Client', 'Country', 'Phone', 'Submitted', 'Fee', 'Notes'],
      [
        'Northlight & Co',
        'Spain',
        13800000047,
        new Date('2026-08-18T00:00:00Z'),
        300,
        { formula: '"a"&"b"', result: 'ab' },
      ],
      ['Southlight', null, 1.38e10, '2026年8月18日', 300.5, '=HYPERLINK("http://x")'],
    ]);
    expect(await readSheet(workbook)).toEqual({
      headers: ['Client', 'Country', 'Phone', 'Submitted', 'Fee', 'Notes'],
      rows: [
        ['Northlight & Co', 'Spain', '13800000047', '2026-08-18', '300', 'ab'],
        ['Southlight', '', '13800000000', '2026年8月18日', '300.5', '=HYPERLINK("http://x")'],
      ],
    });
  });
});

describe('a file is refused', () => {
  const rows = (count: number) => Buffer.from(`Client,Country\n${'Northlight,Spain\n'.repeat(count)}`);
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  test.each([
    ['with nothing in it', Buffer.alloc(0), 'import.empty'],
    ['with blanks only', Buffer.from(' \n\n,,\n'), 'import.empty'],
    ['with a header and nothing below', Buffer.from('Client,Country\n'), 'import.empty'],
    ['with a quote that never ends', Buffer.from('Client,Country\n"Northlight,Spain\n'), 'import.unreadable'],
    ['with NUL in its text', Buffer.from('Client,Country\nNorth\0light,Spain\n'), 'import.unreadable'],
    ['that is a picture', png, 'import.unreadable'],
    ['that is an archive of something else', tinyWorkbook([]).subarray(0, 300), 'import.unreadable'],
    ['that is an old Excel file', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex'), 'import.unreadable'],
    ['with a row too many', rows(MAX_ROWS + 1), 'import.too_many_rows'],
  ])('%s', async (_, bytes, code) => expect(await readSheet(bytes)).toBe(code));

  test('that unpacks to far more than a sheet', async () => {
    const workbook = tinyWorkbook([['Client', 'Country']]);
    const entry = workbook.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    workbook.writeUInt32LE(0xf0000000, entry + 24);
    expect(await readSheet(workbook)).toBe('import.unreadable');
  });

  test('not with as many rows as allowed', async () => {
    expect(await readSheet(rows(MAX_ROWS))).toMatchObject({ rows: { length: MAX_ROWS } });
  });
});
