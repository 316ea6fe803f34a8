/** An answer of the advisor for component tests. */
import type { Advice, AdviceCosts, AdviceStatement } from '@daiban/contracts';

/** The rule that every sentence here rests on. */
export const RULE = { id: 'account_type.service', source: 'WeChat’s form', validFrom: '2018-11-16', confidence: 'H' };
/** A sentence with its rule. */
export const say = (code: string, message: string): AdviceStatement => ({ code, message, rule: RULE });
const usd = { amountMinor: 99_00, currency: 'USD' };
const line = { message: 'Verification', amount: usd, due: 'always', size: null, rule: RULE } as const;
const COSTS: AdviceCosts = {
  firstYear: { lines: [{ code: 'verification', ...line }], totals: [usd], incomplete: false },
  yearly: { lines: [{ code: 'renewal', ...line }], totals: [usd], incomplete: false },
  notes: [],
};
/** An Italian jeweller who wants to serve customers. */
export const JEWELLER: Advice = {
  id: null,
  asOf: '2026-09-28',
  rulebookVersion: '2026.11.2',
  askedAt: '2026-09-28T03:20:00.000Z',
  question: {
    goal: 'customer_service',
    subjectType: 'overseas_enterprise',
    countryCode: 'IT',
    hasMainlandLicence: false,
    hasMainlandOffice: null,
    needsWechatPay: false,
    trademark: 'own',
    adminNationality: null,
    wantedAccountType: null,
    wantedRoute: null,
    licenceOf: null,
    existingAccounts: [],
  },
  verdict: 'allowed',
  accountType: 'service',
  suitedType: 'service',
  subject: { option: 'own_overseas', type: 'overseas_enterprise', countryCode: 'IT', licenceOf: 'client' },
  reasons: [],
  route: 'wechat_verification',
  routes: [],
  options: [],
  documents: [],
  costs: COSTS,
  timeRange: { minDays: 5, maxDays: 10, fromOn: '2026-10-10', toOn: '2026-10-16', provisional: false, rule: RULE },
  reach: { visibleInMainland: true, statement: say('reach.overseas', 'Everybody in mainland China can find it.') },
  posting: null,
  wechatPay: { verdict: 'refused', statement: say('pay.overseas_exceptions', 'No WeChat Pay.') },
  risks: [],
  changesVerdict: [],
  assumptions: [],
  refusals: [],
  unknowns: [],
  warnings: [],
  rules: [
    {
      ...RULE,
      name: 'Who may open a service account',
      kind: 'hard',
      lastChecked: '2026-11-20',
      reviewBy: '2027-05-20',
      reviewOverdue: false,
    },
  ],
};
