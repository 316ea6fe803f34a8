import { expect, test } from '@jest/globals';
import { rowsToCsv } from './rows-to-csv.js';

test('keeps commas, quotes and line breaks inside their cell', () => {
  expect(rowsToCsv([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
});

test('never lets a cell become a formula, however its beginning is written', () => {
  for (const value of ['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', '＠x'])
    expect(rowsToCsv([[value]])).toBe(`\uFEFF"'${value}"\r\n`);
  expect(rowsToCsv([['北光灯具', '3 = 3']])).toBe('\uFEFF"北光灯具","3 = 3"\r\n');
});
