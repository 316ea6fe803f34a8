import { describe, expect, test } from '@jest/globals';
import { NameSchema } from './clients.contract.js';
import {
  CountryCodeSchema,
  GivenDateSchema,
  GivenInstantSchema,
  TimeZoneSchema,
  VersionSchema,
} from './values.contract.js';

describe('a country', () => {
  test.each(['FR', 'CN', 'HK', 'TW', 'GB'])('%s is one', (code) => {
    expect(CountryCodeSchema.safeParse(code).success).toBe(true);
  });
  test.each(['XX', 'UK', 'fr', 'FRA', '', 'ZZ'])('%p is none', (code) => {
    expect(CountryCodeSchema.safeParse(code).success).toBe(false);
  });
});

describe('a time zone', () => {
  test.each(['Asia/Shanghai', 'Europe/Paris', 'UTC', 'Asia/Calcutta', 'America/Argentina/Ushuaia'])('%s', (zone) => {
    expect(TimeZoneSchema.safeParse(zone).success).toBe(true);
  });
  test.each(['+08:00', 'CST', 'Asia/Nowhere', 'Shanghai', '', '/'])('%p is none', (zone) => {
    expect(TimeZoneSchema.safeParse(zone).success).toBe(false);
  });
});

describe('a day or a moment that somebody gives', () => {
  test('lies within the years that can be counted with', () => {
    for (const day of ['1900-01-01', '2026-09-28', '2199-12-31']) {
      expect(GivenDateSchema.safeParse(day).success).toBe(true);
      expect(GivenInstantSchema.safeParse(`${day}T00:00:00Z`).success).toBe(true);
    }
    for (const day of ['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30']) {
      expect(GivenDateSchema.safeParse(day).success).toBe(false);
      expect(GivenInstantSchema.safeParse(`${day}T00:00:00Z`).success).toBe(false);
    }
  });
});

test('a version is no more than the database can count', () => {
  expect(VersionSchema.safeParse(2_147_483_647).success).toBe(true);
  for (const version of [0, 1.5, 2_147_483_648, Number.MAX_SAFE_INTEGER])
    expect(VersionSchema.safeParse(version).success).toBe(false);
});

describe('a name', () => {
  test.each(['灯桥咨询', 'O’Brien & Söhne', ' Acme ', '3M', 'क्‍ष'])('%s can be read', (name) => {
    expect(NameSchema.parse(name)).toBe(name.trim());
  });
  test.each(['\u200b', ' \u200b\u2060 ', '\u3164', '\u00ad', '\ufeff', 'two\nlines', '\u0007'])(
    '%j cannot be seen or is no line',
    (name) => {
      expect(NameSchema.safeParse(name).success).toBe(false);
    },
  );
});
