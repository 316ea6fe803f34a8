import { describe, expect, test } from '@jest/globals';
import { anAdminPage, withAgreement } from '../../testing/admin-page.js';
import { adminStatus } from './admin-status.js';

const [time] = anAdminPage().times;
if (!time) throw new Error('the page of the tests has times');
const booked = { ...time, state: 'booked' as const };
const readyFrom = '2026-09-30T01:45:00.000Z';

describe('the administrator is asked', () => {
  test('to agree, then to choose a time, then to be there', () => {
    const page = anAdminPage();
    expect(adminStatus(page)).toBe('agree');
    expect(adminStatus(withAgreement(page))).toBe('choose');
    expect(adminStatus(withAgreement(anAdminPage({ times: [] })))).toBe('wait_times');
    expect(adminStatus(withAgreement(anAdminPage({ times: [], askedOtherTimes: true })))).toBe('asked_times');
    expect(adminStatus(withAgreement(anAdminPage({ standing: booked, readyFrom })))).toBe('booked');
    expect(adminStatus(withAgreement(anAdminPage({ standing: booked, readyFrom, now: readyFrom })))).toBe('soon');
    expect(adminStatus(withAgreement(anAdminPage({ standing: { ...booked, state: 'ready' }, readyFrom })))).toBe(
      'ready',
    );
  });

  test('for papers only when the company is abroad', () => {
    const abroad = anAdminPage({ scan: 'none', times: [] });
    expect(adminStatus(abroad)).toBe('agree');
    expect(adminStatus(withAgreement(abroad))).toBe('no_scan');
    expect(adminStatus(withAgreement({ ...abroad, papers: [] }))).toBe('no_scan_done');
  });

  test('for nothing once it is done, or somebody else is named', () => {
    expect(adminStatus(anAdminPage({ scan: 'done' }))).toBe('done');
    expect(adminStatus(anAdminPage({ scan: 'not_theirs' }))).toBe('not_theirs');
  });
});
