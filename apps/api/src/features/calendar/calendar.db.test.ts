import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getWorkingDay } from '@daiban/contracts';
import { WORK_DAYS } from '@daiban/domain';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestApi } from '../../testing/test-api.js';
import { CalendarRepository } from './calendar.repository.js';
import { CalendarService } from './calendar.service.js';

let api: TestApi;
let key: string;
beforeAll(async () => {
  api = await startTestApi();
  key = (await api.createAgency()).apiKeys.viewer;
}, 30_000);
afterAll(() => api.stop());

const ask = (query: Record<string, string | number>) =>
  api.call(key, getWorkingDay, { query: query as { from: string; days?: number } });

describe('a working day of China', () => {
  test.each([
    [
      { from: '2026-09-30', days: 7 },
      { date: '2026-10-15', provisional: false, makeUpDay: false },
    ],
    [
      { from: '2026-09-28', days: 5 },
      { date: '2026-10-10', provisional: false, makeUpDay: true },
    ],
    [
      { from: '2026-10-15', days: -7 },
      { date: '2026-09-30', provisional: false, makeUpDay: false },
    ],
    [
      { from: '2026-12-31', days: 1 },
      { date: '2027-01-04', provisional: true, makeUpDay: false },
    ],
    [
      { from: '2026-09-30', to: '2026-10-15' },
      { workingDays: 7, provisional: false },
    ],
    [
      { from: '2026-10-15', to: '2026-09-30' },
      { workingDays: -7, provisional: false },
    ],
  ])('%j is %j', async (query, answer) => {
    expect(await ask(query)).toEqual(answer);
  });

  test.each([
    [{ from: '2026-09-30' }, 'calendar.days_or_to'],
    [{ from: '2026-09-30', days: 1, to: '2026-10-01' }, 'calendar.days_or_to'],
  ])('%j is refused as %s', async (query, code) => {
    await expect(ask(query)).rejects.toMatchObject({ problem: { status: 400, code } });
  });
});

test.each(['from=0001-01-01&days=-5', 'from=9999-12-31&days=5', 'from=2026-02-30&days=1', 'from=2026-09-30&days=2001'])(
  '%s is no question about working days',
  async (query) => {
    const headers = { Authorization: `Bearer ${key}` };
    const answer = await fetch(`${api.origin}/api/v1/calendar/working-day?${query}`, { headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
  },
);

describe('the calendar in the database', () => {
  test('holds what the rulebook ships, once', async () => {
    await api.app.get(CalendarService, { strict: false }).onModuleInit();
    const years = await api.app.get(CalendarRepository, { strict: false }).listYearsUnscoped();
    expect(years.map(({ year, off, makeUp }) => ({ year, off, makeUp }))).toEqual(
      WORK_DAYS.years.map(({ year, off, makeUp }) => ({ year, off: [...off].sort(), makeUp: [...makeUp].sort() })),
    );
  });

  test('keeps a year that somebody corrected over the shipped one', async () => {
    await runAsSuperuser(api.database, `DELETE FROM work_calendar_day WHERE "on" = '2026-10-10'`);
    await api.app.get(CalendarService, { strict: false }).onModuleInit();
    const years = await api.app.get(CalendarRepository, { strict: false }).listYearsUnscoped();
    expect(years.find(({ year }) => year === 2026)?.makeUp).not.toContain('2026-10-10');
  });
});
