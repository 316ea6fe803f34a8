import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs beside the calendar's own files in a process of its own: inside a test the zone can no longer be changed. */
const PROGRAM = `
  import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) => next(name.startsWith('.') ? name.replace(/\\.js$/, '.ts') : name, context) });
  const { addWorkingDays, buildWorkCalendar, shanghaiDate, shanghaiInstant, addMonths } = await import('./index.ts');
  const { WORK_DAYS } = await import('./shipped-work-days.ts');
  const calendar = buildWorkCalendar(WORK_DAYS);
  const after = (instant) => addWorkingDays(calendar, shanghaiDate(instant), 1).date;
  console.log(JSON.stringify({
    hour: new Date('2026-01-01T00:00:00Z').getHours(),
    days: ['2025-12-31T16:00:00Z', '2025-12-31T15:59:59.999Z', '2026-01-01T00:30:00+09:00'].map(shanghaiDate),
    instants: ['00:00', '11:20', '23:59'].map((time) => shanghaiInstant('2026-09-28', time)),
    next: ['2026-10-09T15:59:59.999Z', '2026-10-09T16:00:00.000Z', '2026-10-03T04:00:00.000Z'].map(after),
    summerTime: [addMonths('2026-03-08', 8), addWorkingDays(calendar, '2026-03-27', 1).date, addWorkingDays(calendar, '2026-11-02', -1).date],
  }));
`;

describe.each([
  ['UTC', 0],
  ['America/Los_Angeles', 16],
  ['Asia/Shanghai', 8],
  ['Pacific/Kiritimati', 14],
])('on a server that keeps the time of %s', (zone, hour) => {
  test('days, instants and working days are those of Shanghai', () => {
    const told = execFileSync(process.execPath, ['--input-type=module', '--no-warnings', '--eval', PROGRAM], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toEqual({
      hour,
      days: ['2026-01-01', '2025-12-31', '2025-12-31'],
      instants: ['2026-09-27T16:00:00.000Z', '2026-09-28T03:20:00.000Z', '2026-09-28T15:59:00.000Z'],
      next: ['2026-10-10', '2026-10-12', '2026-10-08'],
      summerTime: ['2026-11-08', '2026-03-30', '2026-10-30'],
    });
  });
});
