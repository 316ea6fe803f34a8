import { describe, expect, test } from '@jest/globals';
import { resolveRulebook } from '../machine/resolve-rulebook.js';
import { RULEBOOK_VERSION } from '../rulebook/rulebook-versions.js';
import { SHIPPED_RULES } from '../rulebook/shipped-rules.js';
import { aRegistration } from '../testing/registration-builder.js';
import {
  judgeBooking,
  judgeOffer,
  judgeReady,
  listReminders,
  readyFrom,
  type AppointmentFacts,
} from './judge-appointment.js';

const NOW = '2026-09-28T03:20:00.000Z';
const MORNING = '2026-09-30T02:00:00.000Z';
const NOON = '2026-09-30T04:00:00.000Z';
const NIGHT = '2026-09-30T13:00:00.000Z';
const context = { rules: resolveRulebook(SHIPPED_RULES, [], '2026-09-28', RULEBOOK_VERSION), now: NOW };
const time = (id: string, startsAt: string, state: AppointmentFacts['state'] = 'offered'): AppointmentFacts => ({
  id,
  startsAt,
  minutes: 30,
  state,
});
const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);
const scanning = () => aRegistration().awaitingAdminVerification().facts;

describe('times are offered', () => {
  test('to the named administrator of a case whose scan is still ahead', () => {
    expect(judgeOffer(scanning(), [MORNING, NOON], context)).toEqual([]);
    expect(codes(judgeOffer({ ...scanning(), admin: null }, [MORNING], context))).toEqual(['admin.missing']);
    expect(codes(judgeOffer(aRegistration().readyToSubmit().facts, [MORNING], context))).toEqual([
      'appointment.scan_over',
    ]);
  });

  test('never for an overseas company: its form has no scan', () => {
    const overseas = aRegistration().subject('overseas_enterprise').awaitingAdminVerification().facts;
    expect(judgeOffer(overseas, [MORNING], context)).toMatchObject([
      { code: 'appointment.no_scan', kind: 'hard', ruleId: 'admin.scan' },
    ]);
  });

  test('not in the past, and with a warning before nine and after eight in Beijing', () => {
    expect(codes(judgeOffer(scanning(), [NOW], context))).toEqual(['appointment.in_past']);
    expect(judgeOffer(scanning(), [MORNING, NIGHT], context)).toMatchObject([
      { code: 'appointment.unusual_hour', kind: 'soft', params: { from: '09:00', to: '20:00', at: NIGHT } },
    ]);
    expect(judgeOffer(scanning(), ['2026-09-30T12:00:00.000Z', '2026-09-30T01:00:00.000Z'], context)).toEqual([]);
  });
});

describe('a time is booked', () => {
  const offered = [time('a', MORNING), time('b', NOON)];

  test('by an administrator who has agreed to the use of their papers', () => {
    const facts = scanning();
    expect(judgeBooking(facts, offered, 'a', context)).toEqual([]);
    const silent = { ...facts, admin: facts.admin && { ...facts.admin, consent: null } };
    expect(codes(judgeBooking(silent, offered, 'a', context))).toEqual(['consent.missing']);
  });

  test('once: another one has to be let go first', () => {
    expect(codes(judgeBooking(scanning(), [...offered, time('c', NIGHT, 'booked')], 'a', context))).toEqual([
      'appointment.already_booked',
    ]);
  });

  test('that is gone names the next three, and says so when none is left', () => {
    const many = ['2026-09-29T02:00:00.000Z', MORNING, NOON, NIGHT].map((at, index) => time(`t${index}`, at));
    expect(judgeBooking(scanning(), many, 'taken', context)).toMatchObject([
      { code: 'appointment.time_gone', params: { next: `2026-09-29T02:00:00.000Z, ${MORNING}, ${NOON}` } },
    ]);
    const passed = [time('old', '2026-09-27T02:00:00.000Z'), time('gone', NOON, 'cancelled')];
    expect(codes(judgeBooking(scanning(), passed, 'old', context))).toEqual(['appointment.no_time_left']);
  });
});

describe('the administrator is there', () => {
  const at = (now: string) => codes(judgeReady([time('a', MORNING, 'booked')], { ...context, now }));

  test('from fifteen minutes before their time, and as long as nobody has closed it', () => {
    expect(readyFrom({ startsAt: MORNING }, context.rules)).toBe('2026-09-30T01:45:00.000Z');
    expect(at('2026-09-30T01:44:59.999Z')).toEqual(['appointment.too_early']);
    expect(at('2026-09-30T01:45:00.000Z')).toEqual([]);
    expect(at('2026-09-30T05:00:00.000Z')).toEqual([]);
  });

  test('only for a time that they have booked', () => {
    expect(codes(judgeReady([time('a', MORNING)], context))).toEqual(['appointment.none_booked']);
  });
});

test('reminders go out a day and an hour before; those whose hour has passed are left out', () => {
  expect(listReminders({ startsAt: MORNING }, context)).toEqual([
    { hours: 24, at: '2026-09-29T02:00:00.000Z' },
    { hours: 1, at: '2026-09-30T01:00:00.000Z' },
  ]);
  expect(listReminders({ startsAt: MORNING }, { ...context, now: '2026-09-29T20:00:00.000Z' })).toEqual([
    { hours: 1, at: '2026-09-30T01:00:00.000Z' },
  ]);
});
