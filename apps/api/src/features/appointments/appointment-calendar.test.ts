import { describe, expect, test } from '@jest/globals';
import { calendarOf, type CalendarAppointment } from './appointment-calendar.js';

const booked: CalendarAppointment = {
  id: '01998e5c-0000-7000-8000-000000000001',
  startsAt: '2026-09-30T02:00:00.000Z',
  minutes: 30,
  stateSince: '2026-09-28T03:20:00.000Z',
  version: 2,
  accountName: '光明，茶; "Lumière"',
  locale: 'zh',
  method: 'REQUEST',
  organizer: { name: '灯桥咨询', address: 'notice@agency.test' },
  attendee: { name: '王小明', address: 'wang@client.test' },
};
/** Without the folding of long lines. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file of an appointment', () => {
  test('says when in UTC, for whom, and as which version', () => {
    const lines = linesOf(calendarOf(booked));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:01998e5c-0000-7000-8000-000000000001@daiban',
        'SEQUENCE:2',
        'DTSTART:20260930T020000Z',
        'DTEND:20260930T023000Z',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(lines.some((line) => line.startsWith('ATTENDEE') && line.endsWith('wang@client.test'))).toBe(true);
  });

  test('cancels the same entry with a later version', () => {
    const lines = linesOf(calendarOf({ ...booked, method: 'CANCEL', version: 3 }));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:01998e5c-0000-7000-8000-000000000001@daiban',
        'SEQUENCE:3',
        'STATUS:CANCELLED',
      ]),
    );
  });

  test('of the page names the agency, as it must, and nobody else', () => {
    const file = calendarOf({ ...booked, method: 'PUBLISH', attendee: null });
    expect(file).not.toMatch(/王小明|@client\.test|ATTENDEE/);
    expect(linesOf(file)).toContain('ORGANIZER;CN="灯桥咨询":mailto:notice@agency.test');
  });

  test.each(['REQUEST', 'CANCEL', 'PUBLISH'] as const)('%s ends every line, the last one too', (method) => {
    expect(calendarOf({ ...booked, method })).toMatch(/[^\r\n]\r\nEND:VCALENDAR\r\n$/);
  });

  test('keeps whatever the account is called in one line', () => {
    const [summary] = linesOf(calendarOf(booked)).filter((line) => line.startsWith('SUMMARY'));
    expect(summary).toContain('光明，茶\\; "Lumière"');
  });
});
