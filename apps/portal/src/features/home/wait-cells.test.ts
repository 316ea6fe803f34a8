import { describe, expect, test } from '@jest/globals';
import { aPortalRegistration } from '../../testing/portal-home.js';
import { waitCells, waitNotes } from './wait-cells.js';

const wait = aPortalRegistration().wait!;

describe('the wait over the National Day week', () => {
  test('numbers working days only, and draws the closed week as one cell', () => {
    const cells = waitCells(wait, '2026-09-28', 'en');
    expect(cells.map((cell) => (cell.kind === 'day' ? cell.number : `closed ${cell.days}`))).toEqual([
      0,
      1,
      2,
      'closed 7',
      3,
      4,
      5,
      'closed 1',
      6,
      7,
    ]);
    expect(cells.filter((cell) => cell.kind === 'day' && cell.expected)).toHaveLength(3);
    expect(cells[0]).toMatchObject({ state: 'today', label: 'today' });
    expect(cells[3]).toMatchObject({ label: '1–7 Oct' });
  });

  test('marks what is past, and no cell as today on a day off', () => {
    const cells = waitCells(wait, '2026-10-03', 'en');
    expect(cells.map((cell) => (cell.kind === 'day' ? cell.state : null)).filter(Boolean)).toEqual([
      'past',
      'past',
      'past',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
  });

  test('counts from the first working day when it began on a day off', () => {
    const days = [
      { on: '2026-10-11', working: false, makeUp: false },
      { on: '2026-10-12', working: true, makeUp: false },
    ];
    const cells = waitCells({ ...wait, startedOn: '2026-10-11', days }, '2026-10-11', 'en');
    expect(cells[1]).toMatchObject({ kind: 'day', number: 1 });
  });

  test('tells a reader abroad of the holiday and of the worked Saturday', () => {
    expect(waitNotes(wait, '2026-09-28', 'en')).toEqual([
      'China’s offices are closed 1–7 Oct: those days do not count.',
      'Sat 10 Oct is a working day in exchange.',
    ]);
    expect(waitNotes(wait, '2026-09-28', 'zh')).toEqual([
      '10月1日至7日放假，不计入工作日。',
      '10月10日（周六）调休上班，计入工作日。',
    ]);
  });

  test('says so when it takes longer than usual, and when the calendar is not official yet', () => {
    expect(waitNotes({ ...wait, provisional: true }, '2026-10-15', 'en')).toEqual(
      expect.arrayContaining([expect.stringMatching(/longer than usual/), expect.stringMatching(/not published yet/)]),
    );
  });
});
