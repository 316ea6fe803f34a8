import { describe, expect, test } from '@jest/globals';
import type { CalendarYear, listCalendarYears, OperationAnswer } from '@daiban/contracts';
import { WORK_DAYS } from '@daiban/domain';
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '../../../config/paths.js';
import { answerCalls } from '../../../testing/answer-calls.js';
import { renderRoute } from '../../../testing/render-route.js';
import { CalendarPage } from './calendar-page.js';

type Years = OperationAnswer<typeof listCalendarYears>;

const YEAR_2026: CalendarYear = {
  year: 2026,
  daysOff: [...(WORK_DAYS.years.find(({ year }) => year === 2026)?.off ?? [])],
  makeUpDays: [...(WORK_DAYS.years.find(({ year }) => year === 2026)?.makeUp ?? [])],
  source: 'The notice',
  origin: 'shipped',
  setBy: null,
  setAt: null,
};
const years = (isDue: boolean): Years => ({
  items: [YEAR_2026],
  officialFrom: '2026-01-01',
  officialUntil: '2026-12-31',
  missing: {
    year: 2027,
    warnFromOn: '2026-11-01',
    isDue,
    fixedDaysOff: WORK_DAYS.fixedByLaw.map((day) => `2027-${day}`),
  },
  holidaysByLaw: 13,
  version: 4,
});
const answers = (isDue: boolean) => ({
  'GET /calendar/years': () => years(isDue),
  'GET /calendar/working-day': () => ({ date: '2026-10-13', makeUpDay: false, provisional: false }),
});

describe('the holidays', () => {
  test('of a year stand in words as well as in the picture', async () => {
    answerCalls(answers(false));
    await renderRoute(paths.calendar, CalendarPage, '/calendar');
    expect(await screen.findByText(/1–3 Jan, 15–23 Feb, 4–6 Apr, 1–5 May, 19–21 Jun, 25–27 Sep, 1–7 Oct/)).toBeTruthy();
    expect(screen.getByText('4 Jan, 14 Feb, 28 Feb, 9 May, 20 Sep, 10 Oct')).toBeTruthy();
    expect(screen.getAllByRole('table')).toHaveLength(12);
    expect(screen.getByRole('cell', { name: '10 weekend day that is worked' })).toBeTruthy();
    expect(await screen.findByText(/13 Oct/)).toBeTruthy();
  });

  test('that are missing are said to everybody, and loaded by the owner: first what moves, then the year', async () => {
    const sent = answerCalls({
      ...answers(true),
      'PUT /calendar/years/2027': () => ({
        year: { ...YEAR_2026, year: 2027 },
        warnings: [],
        casesTouched: {
          count: 1,
          truncated: false,
          askedAll: true,
          cases: [
            {
              registrationId: '0199a000-0000-7000-8000-000000000001',
              clientName: 'Northlight',
              accountName: '北光灯具',
              stage: 'review',
              changed: ['expectedRange'],
            },
          ],
        },
        version: 5,
      }),
    });
    await renderRoute(paths.calendar, CalendarPage, '/calendar', { role: 'owner' });
    await userEvent.click(await screen.findByRole('button', { name: 'Load the year' }));
    const daysOff = await screen.findByLabelText('Days off');
    fireEvent.change(daysOff, { target: { value: '1月1日至3日, New Year' } });
    expect(screen.getByText('Not understood: New Year')).toBeTruthy();
    fireEvent.change(daysOff, { target: { value: '1月1日至3日' } });
    expect(screen.getByText('3 days read.')).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /Source/ }), 'The notice of 2027');
    await userEvent.click(screen.getByRole('button', { name: 'See what moves' }));
    expect(await screen.findByText('One open case moves:')).toBeTruthy();
    expect(screen.getByText('北光灯具')).toBeTruthy();
    await userEvent.click(screen.getAllByRole('button', { name: 'Load the year' }).at(-1) as HTMLElement);
    const puts = sent.filter(({ method }) => method === 'PUT');
    expect(puts.map(({ path }) => path)).toEqual([
      '/calendar/years/2027?dryRun=true',
      '/calendar/years/2027?dryRun=false',
    ]);
    expect(puts[1]?.body).toEqual({
      daysOff: ['2027-01-01', '2027-01-02', '2027-01-03'],
      makeUpDays: [],
      source: 'The notice of 2027',
      expectedVersion: 4,
    });
  });

  test('are not offered for loading to others, who learn who can', async () => {
    answerCalls(answers(true));
    await renderRoute(paths.calendar, CalendarPage, '/calendar?year=2027', { role: 'viewer' });
    expect(await screen.findByText('The owner can load it.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Load/ })).toBeNull();
    expect(screen.getAllByText(/public holiday by law/).length).toBeGreaterThan(0);
  });
});
