import { describe, expect, test } from '@jest/globals';
import type { RuleEntry } from '@daiban/domain';
import type { OverrideRow } from './rule-overrides.repository.js';
import { ruleTimeline, valueOf } from './rule-timeline.js';

const entry = (value: number, validFrom: string, validTo?: string, kind: RuleEntry['kind'] = 'policy'): RuleEntry => ({
  id: 'quota.subject.enterprise',
  value,
  kind,
  source: 'limits_notice',
  validFrom,
  ...(validTo !== undefined && { validTo }),
  lastChecked: '2026-11-20',
  reviewBy: '2027-05-20',
  confidence: 'H',
});
const own = (value: number | null, validFrom: string, createdAt = '2026-09-28T03:20:00.000Z'): OverrideRow => ({
  id: `${validFrom} ${value}`,
  ruleId: 'quota.subject.enterprise',
  value,
  validFrom,
  reason: 'Tencent told us',
  by: 'Wei',
  createdAt,
});
const drawn = (...of: Parameters<typeof ruleTimeline>) =>
  ruleTimeline(...of).map((span) => [span.validFrom, span.validTo, valueOf(span), span.own ? 'own' : 'shipped']);

const LIMIT = [entry(50, '2013-01-01', '2018-02-10'), entry(5, '2018-02-10', '2018-11-16'), entry(2, '2018-11-16')];

describe('the values of a rule over time', () => {
  test('are the shipped ones, each up to the day of the next', () => {
    expect(drawn(LIMIT, [])).toEqual([
      ['2013-01-01', '2018-02-10', 50, 'shipped'],
      ['2018-02-10', '2018-11-16', 5, 'shipped'],
      ['2018-11-16', null, 2, 'shipped'],
    ]);
  });

  test('are the agency’s own from its day on, until it goes back', () => {
    expect(drawn(LIMIT.slice(2), [own(3, '2026-10-01'), own(null, '2026-12-01')])).toEqual([
      ['2018-11-16', '2026-10-01', 2, 'shipped'],
      ['2026-10-01', '2026-12-01', 3, 'own'],
      ['2026-12-01', null, 2, 'shipped'],
    ]);
  });

  test('of two own values of one day the one set last counts', () => {
    expect(drawn(LIMIT.slice(2), [own(3, '2026-10-01'), own(4, '2026-10-01')])).toEqual([
      ['2018-11-16', '2026-10-01', 2, 'shipped'],
      ['2026-10-01', null, 4, 'own'],
    ]);
  });

  test('keep a value of some hours: decisions were made by it before it was replaced or taken back on its day', () => {
    const hours = [
      own(3, '2026-10-01', '2026-10-01T01:00:00.000Z'),
      own(4, '2026-10-01', '2026-10-01T02:00:00.000Z'),
      own(null, '2026-10-01', '2026-10-01T03:00:00.000Z'),
    ];
    expect(drawn(LIMIT.slice(2), hours)).toEqual([
      ['2018-11-16', '2026-10-01', 2, 'shipped'],
      ['2026-10-01', '2026-10-01', 3, 'own'],
      ['2026-10-01', '2026-10-01', 4, 'own'],
      ['2026-10-01', null, 2, 'shipped'],
    ]);
  });

  test('stay the agency’s own when a new value is shipped meanwhile', () => {
    expect(drawn([entry(5, '2018-02-10', '2027-01-01'), entry(6, '2027-01-01')], [own(9, '2026-10-01')])).toEqual([
      ['2018-02-10', '2026-10-01', 5, 'shipped'],
      ['2026-10-01', '2027-01-01', 9, 'own'],
      ['2027-01-01', null, 9, 'own'],
    ]);
  });

  test('are the shipped ones once the rule is no policy any more', () => {
    expect(
      drawn([entry(5, '2018-02-10', '2027-01-01'), entry(6, '2027-01-01', undefined, 'hard')], [own(9, '2026-10-01')]),
    ).toEqual([
      ['2018-02-10', '2026-10-01', 5, 'shipped'],
      ['2026-10-01', '2027-01-01', 9, 'own'],
      ['2027-01-01', null, 6, 'shipped'],
    ]);
  });

  test('have a gap where nothing was shipped', () => {
    expect(drawn([entry(5, '2013-01-01', '2014-01-01'), entry(6, '2015-01-01')], [])).toEqual([
      ['2013-01-01', '2014-01-01', 5, 'shipped'],
      ['2015-01-01', null, 6, 'shipped'],
    ]);
  });
});
