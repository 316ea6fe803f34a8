import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  getRegistration,
  getWorkingDay,
  listCalendarYears,
  ProblemError,
  setCalendarYear,
  type OperationCall,
  type Refusal,
} from '@daiban/contracts';
import { WORK_DAYS } from '@daiban/domain';
import { parseDayList } from '@daiban/domain/calendar';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

type Body = OperationCall<typeof setCalendarYear>['body'];

/** A year as it might be announced: made up, since nobody has announced it. */
const YEAR_2027 = {
  daysOff: [
    ...parseDayList('1月1日至3日、2月5日至11日、4月3日至5日、5月1日至5日、6月9日、9月15日、10月1日至7日', 2027).days,
  ],
  makeUpDays: ['2027-02-20', '2027-05-08', '2027-09-26', '2027-10-09'],
  source: 'A notice made up for this test',
};

let api: TestApi;
let agency: TestAgency;
let other: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  [agency, other] = [await api.createAgency(), await api.createAgency('Harbour')];
}, 60_000);
afterAll(() => api.stop());

const load = (year: number, body: Body, dryRun = false, key = agency.apiKeys.owner) =>
  api.call(key, setCalendarYear, { params: { year }, query: { dryRun: dryRun ? 'true' : 'false' }, body });
const years = (by: TestAgency) => api.call(by.apiKeys.viewer, listCalendarYears, {});
const day = (by: TestAgency, from: string, days: number) =>
  api.call(by.apiKeys.viewer, getWorkingDay, { query: { from, days } });
const outcome = (call: Promise<unknown>) =>
  call.then(
    () => 'taken',
    (error: unknown) => (error instanceof ProblemError ? `${error.problem.status} ${error.problem.code}` : error),
  );

describe('the years of the calendar', () => {
  test('are the shipped ones, and tell which is missing and since when that matters', async () => {
    const answer = await years(agency);
    expect(answer.items.map(({ year, origin, setBy }) => [year, origin, setBy])).toEqual(
      WORK_DAYS.years.map(({ year }) => [year, 'shipped', null]),
    );
    expect(answer).toMatchObject({
      officialFrom: '2004-01-01',
      officialUntil: '2026-12-31',
      missing: { year: 2027, warnFromOn: '2026-11-01', isDue: false },
    });
    expect(answer.missing.fixedDaysOff).toContain('2027-01-01');
  });

  test('cannot be loaded by anybody but the owner', async () => {
    for (const role of ['manager', 'specialist', 'viewer'] as const)
      expect(await outcome(load(2027, YEAR_2027, false, agency.apiKeys[role]))).toBe('403 permission.missing');
  });

  test.each<[string, number, Partial<Body>, string]>([
    ['a year that is over', 2025, {}, '422 calendar.year_over'],
    ['a year far ahead', 2040, {}, '422 calendar.year_over'],
    ['days of another year', 2028, {}, '422 calendar.day_outside_year'],
    ['a working Wednesday as make-up day', 2027, { makeUpDays: ['2027-03-03'] }, '422 calendar.make_up_on_weekday'],
    ['a day off and worked', 2027, { makeUpDays: ['2027-10-02'] }, '422 calendar.day_twice'],
    ['no New Year', 2027, { daysOff: YEAR_2027.daysOff.slice(1) }, '422 calendar.fixed_holiday_missing'],
    ['no days at all', 2027, { daysOff: [], makeUpDays: [] }, '422 calendar.no_days_off'],
  ])('are not loaded with %s', async (_, year, change, code) => {
    expect(await outcome(load(year, { ...YEAR_2027, ...change }))).toBe(code);
    expect((await years(agency)).officialUntil).toBe('2026-12-31');
  });

  test.each([
    ['/2027', { ...YEAR_2027, source: ' ' }],
    ['/2027', { ...YEAR_2027, daysOff: ['2027-02-29'] }],
    ['/twenty', YEAR_2027],
    ['/2027', {}],
  ])('are not loaded from %s with what is no year: %#', async (path, body) => {
    const answer = await fetch(`${api.origin}/api/v1/calendar/years${path}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${agency.apiKeys.owner}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
  });

  test('are warned of where no notice was ever like this', async () => {
    const { warnings } = await load(2027, { ...YEAR_2027, makeUpDays: [] }, true);
    expect(warnings.map(({ code, kind }) => [code, kind])).toEqual([['calendar.balance_odd', 'soft']]);
  });

  test('are spoken of in the language the answer is asked for in, and each refusal names its rule', async () => {
    const inChinese = async (body: Partial<Body>) => {
      const answer = await fetch(`${api.origin}/api/v1/calendar/years/2027?dryRun=true`, {
        method: 'PUT',
        headers: {
          Authorization: `Bearer ${agency.apiKeys.owner}`,
          'Content-Type': 'application/json',
          'Accept-Language': 'zh-CN',
        },
        body: JSON.stringify({ ...YEAR_2027, ...body }),
      });
      return (await answer.json()) as { detail: string; warnings: Refusal[]; refusals: Refusal[] };
    };
    const [warning] = (await inChinese({ makeUpDays: [] })).warnings;
    expect(warning).toMatchObject({ rule: { id: 'calendar.notice' } });
    expect(`${warning?.message}${warning?.clearedBy}`).not.toMatch(/[a-z]{2}/);
    const refused = await inChinese({ daysOff: YEAR_2027.daysOff.filter((on) => !/-(01-01|05-0[12])$/.test(on)) });
    expect(refused.refusals).toMatchObject([
      { code: 'calendar.fixed_holiday_missing', rule: { id: 'calendar.new_year' } },
    ]);
    expect(refused.detail).toContain('2027年1月1日、2027年5月1日、2027年5月2日。请');
    const weekday = await inChinese({ makeUpDays: ['2027-03-03'] });
    expect(weekday.refusals).toMatchObject([{ rule: { id: 'calendar.notice' } }]);
  });
});

test('the first of November asks for the next year, and an open review moves when it is loaded: in this agency alone', async () => {
  await api.moveClock('2026-10-31T15:59:59.999Z');
  expect((await years(agency)).missing.isDue).toBe(false);
  await api.moveClock('2026-10-31T16:00:00.000Z');
  expect((await years(agency)).missing.isDue).toBe(true);

  await api.moveClock('2026-12-30T03:20:00.000Z');
  const inReview = await new CaseWalk(api, agency).openCase();
  await new CaseWalk(api, agency).advance(inReview, 'in_review');
  const elsewhere = await new CaseWalk(api, other).openCase();
  await new CaseWalk(api, other).advance(elsewhere, 'in_review');
  const rangeOf = async (by: TestAgency, id: string) =>
    (await api.call(by.apiKeys.viewer, getRegistration, { params: { id } })).expectedRange;
  const before = await rangeOf(agency, inReview.id);
  expect(before).toMatchObject({ provisional: true });

  const { version } = await years(agency);
  const preview = await load(2027, YEAR_2027, true);
  expect(preview).toMatchObject({ version, warnings: [], casesTouched: { count: 1, truncated: false } });
  expect(preview.casesTouched.cases[0]?.registrationId).toBe(inReview.id);
  expect(await outcome(load(2027, { ...YEAR_2027, expectedVersion: version + 7 }, true))).toBe('409 version.conflict');
  expect(await rangeOf(agency, inReview.id)).toEqual(before);

  const loaded = await load(2027, { ...YEAR_2027, expectedVersion: version });
  expect(loaded).toMatchObject({
    year: { year: 2027, origin: 'agency', setBy: 'Lantern Bridge owner' },
    casesTouched: { count: 1 },
    version: version + 1,
  });
  expect(preview.year).toEqual(loaded.year);
  const after = await rangeOf(agency, inReview.id);
  expect(after).toMatchObject({ provisional: false });
  // What lists sort by moved with it.
  const [row] = await runAsSuperuser<{ expected_to_on: string }>(
    api.database,
    'SELECT expected_to_on::text FROM registration WHERE id = $1',
    [inReview.id],
  );
  expect(row?.expected_to_on).toBe(after?.toOn);
  expect(await rangeOf(other, elsewhere.id)).toMatchObject({ provisional: true });
  expect(await day(agency, '2027-02-04', 1)).toEqual({ date: '2027-02-12', provisional: false, makeUpDay: false });
  expect(await day(agency, '2027-02-19', 1)).toEqual({ date: '2027-02-20', provisional: false, makeUpDay: true });
  expect(await day(other, '2027-02-04', 1)).toEqual({ date: '2027-02-05', provisional: true, makeUpDay: false });
  expect((await years(agency)).missing).toMatchObject({ year: 2028, isDue: false });
  expect((await years(other)).missing).toMatchObject({ year: 2027, isDue: true });

  const [entry] = await runAsSuperuser<{ payload: Record<string, unknown>; actor_id: string }>(
    api.database,
    `SELECT payload, actor_id FROM history_entry WHERE agency_id = $1 AND record_type = 'agency' AND kind = 'calendar_year_set'`,
    [agency.id],
  );
  expect(entry?.payload).toMatchObject({ year: 2027, replaced: null, makeUpDays: YEAR_2027.makeUpDays });
});

test('a year loaded again replaces what the agency had, and tells who was quicker', async () => {
  const { version } = await years(agency);
  const makeUpDays = ['2027-02-20', '2027-05-08', '2027-09-26', '2027-10-10'];
  const changed = await load(2027, { ...YEAR_2027, makeUpDays, expectedVersion: version });
  expect(changed.year.makeUpDays).toEqual(makeUpDays);
  expect(await day(agency, '2027-10-08', 1)).toMatchObject({ date: '2027-10-10', makeUpDay: true });
  expect(await outcome(load(2027, { ...YEAR_2027, expectedVersion: version }))).toBe('409 version.conflict');
  expect((await years(agency)).items.find(({ year }) => year === 2027)?.makeUpDays).toEqual(makeUpDays);
});

test('the shipped year may be corrected too, for the agency that does so', async () => {
  const shipped = WORK_DAYS.years.find(({ year }) => year === 2026);
  const body = {
    daysOff: [...(shipped?.off ?? [])],
    makeUpDays: [...(shipped?.makeUp ?? [])].slice(0, -1),
    source: 'Corrected',
  };
  expect((await load(2026, body)).year).toMatchObject({ origin: 'agency', source: 'Corrected' });
  expect(await day(agency, '2026-10-09', 1)).toMatchObject({ date: '2026-10-12' });
  expect(await day(other, '2026-10-09', 1)).toMatchObject({ date: '2026-10-10', makeUpDay: true });
});
