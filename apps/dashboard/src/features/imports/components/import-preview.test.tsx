import { describe, expect, jest, test } from '@jest/globals';
import type { ImportRow, ImportRun } from '@daiban/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../../../testing/render-screen.js';
import type { SheetChoices } from '../sheet-choices.js';
import { ImportPreview } from './import-preview.js';

const row = (number: number, changes: Partial<ImportRow> = {}): ImportRow => ({
  row: number,
  outcome: 'create',
  problems: [],
  registrationId: null,
  plan: { client: 'Northlight', accountName: '北光灯具', accountType: 'service', state: 'live', stage: 'live' },
  ...changes,
});
const run: ImportRun = {
  id: '0199a000-0000-7000-8000-000000000001',
  status: 'done',
  dryRun: true,
  fileName: 'agency.csv',
  columns: [
    { header: 'Client', field: 'client' },
    { header: 'Type', field: 'accountType' },
    { header: 'Boss', field: null },
  ],
  questions: [{ kind: 'account_type', cell: '公众号' }],
  summary: { rows: 3, clients: 2 },
  rows: [
    row(1),
    row(2, {
      outcome: 'create_with_problems',
      problems: [
        {
          code: 'resident_id.checksum',
          message: 'The ID number cannot be right. The row comes in without it.',
          field: 'adminId',
          severity: 'drops',
          column: 'Admin ID',
        },
      ],
    }),
    row(3, {
      outcome: 'refused',
      problems: [
        {
          code: 'email.duplicate_in_file',
          message: 'Another row of this file has the same email. Give this account one of its own.',
          field: 'email',
          severity: 'refuses',
          column: 'Email',
        },
      ],
    }),
  ],
  createdAt: '2026-09-28T03:20:00.000Z',
  endedAt: '2026-09-28T03:20:00.000Z',
};

function open(changes: Partial<ImportRun> = {}) {
  const onChange = jest.fn<(choices: Partial<SheetChoices>) => void>();
  const onImport = jest.fn<() => void>();
  const choices: SheetChoices = {
    file: new File(['a'], 'agency.csv'),
    mapping: null,
    accountTypes: {},
    dateOrder: null,
  };
  renderScreen(
    <ImportPreview
      run={{ ...run, ...changes }}
      choices={choices}
      looking={false}
      importing={false}
      error={null}
      onChange={onChange}
      onImport={onImport}
      onOtherFile={() => undefined}
    />,
  );
  return { onChange, onImport };
}
const rowsShown = () => screen.getAllByRole('row').slice(1);

describe('the preview of a sheet', () => {
  test('says of each row what becomes of it, and of each problem the column, what and what to do', () => {
    open();
    const [fine, halfway, refused] = rowsShown().map((line) => within(line));
    expect(fine!.getByText('Comes in')).toBeTruthy();
    expect(halfway!.getByText('Comes in, with remarks')).toBeTruthy();
    expect(halfway!.getByText('Left out:')).toBeTruthy();
    expect(halfway!.getByText('The ID number cannot be right. The row comes in without it.')).toBeTruthy();
    expect(refused!.getByText('Stays out')).toBeTruthy();
    expect(refused!.getByText('Email')).toBeTruthy();
    expect(refused!.getByText(/Give this account one of its own/)).toBeTruthy();
  });

  test('counts what the button will bring in and what stays out', async () => {
    const { onImport } = open();
    expect(screen.getByRole('status').textContent).toBe(
      '3 rows, 2 clients.One row stays out; it is listed below with its reason.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Import 2 rows' }));
    expect(onImport).toHaveBeenCalledTimes(1);
  });

  test('shows one outcome at a time', async () => {
    open();
    await userEvent.click(within(screen.getByRole('group', { name: 'Rows by outcome' })).getByText('Stays out'));
    expect(rowsShown()).toHaveLength(1);
    expect(within(rowsShown()[0]!).getByText('3')).toBeTruthy();
  });

  test('cannot be imported while no row can come in, and says what would help', () => {
    open({ rows: [run.rows[2]!] });
    expect(screen.getByRole('button', { name: /Import 0 rows/ }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(/Answer the questions, put the columns right, or correct the sheet/)).toBeTruthy();
  });

  test('asks what only a person can say and hands the answer on', async () => {
    const { onChange } = open();
    await userEvent.selectOptions(screen.getByLabelText(/Your sheet says “公众号”/), 'subscription');
    expect(onChange).toHaveBeenCalledWith({ accountTypes: { 公众号: 'subscription' } });
  });

  test('moves a field to the column it is chosen for, instead of giving it twice', async () => {
    const { onChange } = open();
    await userEvent.selectOptions(screen.getByLabelText('Boss'), 'client');
    expect(onChange).toHaveBeenCalledWith({ mapping: [null, 'accountType', 'client'] });
  });
});
