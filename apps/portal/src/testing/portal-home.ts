/** Builds what the API answers a visitor, for the portal's own tests: one account in its second review over the National Day week. */
import type { PortalHome, PortalRegistration } from '@daiban/contracts';

const OFF = ['01', '02', '03', '04', '05', '06', '07', '11'].map((day) => `2026-10-${day}`);
const DAYS = [28, 29, 30].map((day) => `2026-09-${day}`);
for (let day = 1; day <= 13; day++) DAYS.push(`2026-10-${String(day).padStart(2, '0')}`);

export function aPortalRegistration(changes: Partial<PortalRegistration> = {}): PortalRegistration {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    accountName: 'Northlight',
    accountType: 'service',
    stage: 'review',
    holder: 'tencent',
    holderSince: '2026-09-28T02:42:00.000Z',
    paused: false,
    promise: '2026-09-30T09:00:00.000Z',
    promiseRuleId: 'promise.working_days',
    assigneeName: 'Mei Lin',
    wait: {
      startedOn: '2026-09-28',
      fromOn: '2026-10-10',
      toOn: '2026-10-13',
      minDays: 5,
      maxDays: 7,
      dayNumber: 0,
      provisional: false,
      ownCases: null,
      ruleId: 'review.mainland',
      days: DAYS.map((on) => ({ on, working: !OFF.includes(on), makeUp: on === '2026-10-10' })),
    },
    nextJob: {
      kind: 'paper',
      code: 'legal_representative',
      prerequisiteId: '01890000-0000-7000-8000-0000000000a1',
      dueOn: '2026-09-30',
    },
    journey: [
      { stage: 'review', kind: 'reached', on: '2026-09-14', holder: 'tencent', days: 7, amount: null },
      {
        stage: 'rejected',
        kind: 'lost',
        on: '2026-09-21',
        holder: 'agency',
        days: 7,
        amount: { amountMinor: 30000, currency: 'CNY' },
      },
      { stage: 'review', kind: 'current', on: '2026-09-28', holder: 'tencent', days: null, amount: null },
    ],
    expectedLive: { fromOn: '2026-10-10', toOn: '2026-10-13' },
    verification: { status: 'unverified', untilOn: null, provenance: null, ruleId: null },
    fee: {
      amount: { amountMinor: 30000, currency: 'CNY' },
      ruleId: 'fee.official_account.enterprise',
      ruleValidFrom: '2013-10-01',
    },
    typeSwitch: { possible: false, ruleId: 'type.switch', ruleValidFrom: '2023-06-01' },
    ending: null,
    owner: { subjectName: 'Northlight (Shanghai) Trading', adminName: 'Zhou Haining', hasAdmin: true },
    papers: [
      {
        prerequisiteId: '01890000-0000-7000-8000-0000000000a1',
        code: 'legal_representative',
        state: 'open',
        submittedAt: null,
        reasonCode: null,
      },
    ],
    signOff: null,
    stillNeeded: [{ code: 'legal_representative', state: 'open' }],
    history: [
      {
        id: '01890000-0000-7000-8000-000000000002',
        type: 'auditor_assigned',
        at: '2026-09-28T02:42:00.000Z',
        voice: 'we_heard',
        params: {},
      },
    ],
    ...changes,
  };
}

export function aPortalHome(changes: Partial<PortalHome> = {}): PortalHome {
  return {
    visitor: { name: 'Ruth Okafor', locale: 'en', timeZone: 'Europe/Rome' },
    clientName: 'Northlight',
    agencyName: 'Lantern Bridge',
    agencyNameZh: '灯桥咨询',
    now: '2026-09-28T03:20:00.000Z',
    today: '2026-09-28',
    registrations: [aPortalRegistration()],
    ...changes,
  };
}
