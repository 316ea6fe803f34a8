/** The accounts of the demo's clients, each with its way so far. Read by `demo-data.service.ts` in the order of the days. */
import type { DemoCase, DemoStep, DemoSubject } from './demo-story.js';

type Dated = DemoCase['steps'][number];

/** What is written in the thread of a case. */
const asks = (body: string) => ({ do: 'message', by: 'contact', body }) as const satisfies DemoStep;
const answers = (body: string) => ({ do: 'message', by: 'member', body }) as const satisfies DemoStep;
const notes = (body: string) => ({ do: 'message', by: 'note', body }) as const satisfies DemoStep;

const event = (name: string, facts?: Record<string, unknown>, reason?: string): DemoStep => ({
  do: 'event',
  event: name,
  facts,
  reason,
});
const order = (name: string, facts?: Record<string, unknown>): DemoStep => ({ do: 'order', event: name, facts });
/** Told by WeChat itself. */
/** The client's contact brings a file. */
const bring = (code: string, name: string, file: 'photo' | 'bare' | 'pdf' | 'drawing') =>
  ({ do: 'bring', code, name, file, by: 'contact' }) as const;
const heard = (name: string, facts?: Record<string, unknown>): DemoStep => ({
  do: 'order',
  event: name,
  facts,
  heard: true,
});

/** The same of the account itself. */
const told = (name: string, facts?: Record<string, unknown>): DemoStep => ({
  do: 'event',
  event: name,
  facts,
  heard: true,
});

const company = (name: string, code: string, licenceOf: 'client' | 'agency' = 'client'): DemoSubject => ({
  type: 'enterprise',
  name,
  code,
  countryCode: 'CN',
  licenceOf,
});
/** Registry numbers abroad have no common form; these are nobody's. */
const overseas = (name: string, countryCode: string): DemoSubject => ({
  code: `${countryCode}-${name.length.toString().padStart(6, '0')}`,
  type: 'overseas_enterprise',
  name,
  countryCode,
});

const YUAN_300 = { amountMinor: 30000, currency: 'CNY' };
const USD_99 = { amountMinor: 9900, currency: 'USD' };

/** The way up to the day of submission, one step a day given. */
const untilSubmitted = (advise: string, papers: string, email: string, scan: string, submitted: string): Dated[] => [
  [advise, '10:10', { do: 'advise' }],
  [papers, '15:20', { do: 'papers' }],
  [email, '11:05', { do: 'email' }],
  [scan, '14:30', { do: 'scan' }],
  [submitted, '16:00', event('information_submitted', { payer: 'client' })],
];
/** The order's own way from its fee to the auditor's desk. */
const paid = (on: string, amount = YUAN_300, means = 'wechat_pay'): Dated[] => [
  [on, '16:10', order('application_submitted')],
  [
    on,
    '16:40',
    order('fee_paid', {
      amount,
      means,
      paidOn: on,
      ...(means === 'bank_transfer' ? { receivingNumber: '6214 0000 0000 0001' } : {}),
    }),
  ],
];
const dispatched = (on: string, provider = '深蓝认证'): Dated => [on, '17:20', heard('auditor_assigned', { provider })];
/** Passed, name and all; `until` is what WeChat told. */
const passed = (on: string, until: string): Dated[] => [
  [on, '15:00', heard('qualification_passed', { expiresAt: `${until}T15:00:00.000Z` })],
  [on, '15:30', heard('naming_passed', { expiresAt: `${until}T15:00:00.000Z` })],
];
/** A finished case: everything from the first day to the tick. */
const finished = (
  days: readonly [string, string, string, string, string],
  reviewed: string,
  until: string,
): Dated[] => [...untilSubmitted(...days), ...paid(days[4]), dispatched(days[4]), ...passed(reviewed, until)];

/** The agency's own licence, with as many accounts on it as the rule allows. */
const OWN_LICENCE = company('灯桥商务咨询（上海）有限公司', '91999999MA0D00017U', 'agency');

export const DEMO_CASES: readonly DemoCase[] = [
  // Silent since 18 September: the broken promise on top of the list.
  {
    client: 'kopi',
    subject: overseas('Kopi Selatan Sdn Bhd', 'MY'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '南岸咖啡',
    email: 'wx@kopi-selatan.example',
    assignee: 'specialist',
    openedOn: '2026-09-15',
    steps: [
      ['2026-09-18', '10:00', { do: 'advise' }],
      [
        '2026-09-25',
        '14:05',
        asks('Hello! We have heard nothing since last Friday. Is anything missing from our side?'),
      ],
    ],
  },
  // One client with two entities.
  {
    client: 'tanjong',
    subject: overseas('Tanjong Textiles Sdn Bhd', 'MY'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '丹绒布艺',
    email: 'wx-my@tanjong.example',
    admin: 'dewi',
    assignee: 'specialist',
    openedOn: '2026-08-20',
    steps: [
      ...untilSubmitted('2026-08-21', '2026-09-09', '2026-09-11', '2026-09-22', '2026-09-24'),
      ['2026-09-28', '10:00', order('application_submitted')],
    ],
  },
  {
    client: 'tanjong',
    subject: overseas('Tanjong Asia Ltd', 'HK'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '丹绒亚洲',
    email: 'wx-hk@tanjong.example',
    assignee: 'specialist',
    openedOn: '2026-09-02',
    steps: [
      ['2026-09-03', '10:30', { do: 'advise' }],
      ['2026-09-25', '16:20', { do: 'papers' }],
      ['2026-09-25', '16:35', { do: 'tell' }],
    ],
  },
  {
    client: 'orafa',
    subject: overseas('Orafa Bellini Srl', 'IT'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '贝丽尼珠宝',
    email: 'wx@orafa-bellini.example',
    admin: 'chiara',
    assignee: 'manager',
    openedOn: '2026-08-06',
    steps: [
      ...untilSubmitted('2026-08-07', '2026-08-27', '2026-09-01', '2026-09-10', '2026-09-14'),
      ...paid('2026-09-15', USD_99, 'bank_transfer'),
      dispatched('2026-09-24', '远山审计'),
    ],
  },
  // A Hong Kong company with a Shanghai office.
  {
    client: 'harbour',
    subject: overseas('Harbour & Pine (HK) Ltd', 'HK'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '港松家居',
    email: 'wx@harbourpine.example',
    assignee: 'specialist',
    openedOn: '2026-09-24',
    steps: [],
  },
  // The licence came without a notary's seal.
  {
    client: 'wattle',
    subject: overseas('Wattle Labs Pty Ltd', 'AU'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '金合欢营养',
    email: 'wx@wattlelabs.example',
    admin: 'chiara',
    assignee: 'manager',
    openedOn: '2026-09-07',
    steps: [
      ['2026-09-08', '11:00', { do: 'advise' }],
      ['2026-09-21', '14:05', bring('company_certificate_translated', 'Certificate of registration.pdf', 'pdf')],
      [
        '2026-09-23',
        '15:40',
        {
          do: 'return',
          code: 'company_certificate_translated',
          reasonCode: 'notarisation_missing',
          note: 'The certificate needs a notary’s seal and a certified translation.',
        },
      ],
      ['2026-09-23', '15:52', { do: 'tell' }],
      ['2026-09-25', '11:20', bring('application_letter', 'Application letter, signed.jpg', 'photo')],
      ['2026-09-25', '11:26', bring('company_profile', 'Company profile.jpg', 'bare')],
      ['2026-09-25', '11:31', bring('name_right', 'Trade mark.svg', 'drawing')],
      ['2026-09-28', '09:05', { do: 'consent' }],
      ['2026-09-28', '09:15', { ...bring('operator_passport', 'Passport, by courier.jpg', 'bare'), by: 'member' }],
    ],
  },
  // The first order failed and burnt its fee; the second is on the auditor's desk since this morning.
  {
    client: 'northlight',
    subject: company('北光（上海）贸易有限公司', '91999999MA0D00025N'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '北光灯具',
    email: 'wx-041@northlight.example',
    admin: 'zhou',
    assignee: 'specialist',
    openedOn: '2026-08-24',
    steps: [
      ...untilSubmitted('2026-08-26', '2026-09-09', '2026-09-10', '2026-09-12', '2026-09-14'),
      ...paid('2026-09-14'),
      dispatched('2026-09-15'),
      ['2026-09-21', '16:05', heard('qualification_failed', { reason: '公函公章与营业执照名称不一致' })],
      ['2026-09-21', '17:30', asks('We just read that it was refused. Is the ¥300 lost, and what went wrong?')],
      [
        '2026-09-21',
        '18:10',
        answers(
          'It is, I am sorry. The seal on the letter carries the old company name, so WeChat took it for another company.\n\nPlease have the letter sealed anew with the seal of 2024. The next attempt costs another ¥300; our own work on it is free.',
        ),
      ],
      [
        '2026-09-21',
        '18:20',
        notes('We should have seen the seal ourselves. From now on I compare every seal with the licence.'),
      ],
      ['2026-09-22', '15:40', asks('Understood. The new letter is being sealed in Shanghai, you have it on Thursday.')],
      ['2026-09-24', '10:00', { do: 'open', kind: 'first' }],
      ['2026-09-28', '09:40', { do: 'papers' }],
      ['2026-09-28', '09:45', { do: 'tell' }],
      ['2026-09-28', '09:58', order('application_submitted')],
      ['2026-09-28', '10:21', order('fee_paid', { amount: YUAN_300, means: 'wechat_pay', paidOn: '2026-09-28' })],
      ['2026-09-28', '10:42', heard('auditor_assigned', { provider: '深蓝认证' })],
      [
        '2026-09-28',
        '10:50',
        answers('The new seal was fine and the application is with WeChat again. Nothing is needed from you now.'),
      ],
    ],
  },
  // On the agency's licence, and over since yesterday.
  {
    client: 'pelican',
    subject: OWN_LICENCE,
    accountType: 'service',
    route: 'wechat_verification',
    name: '鹈鹕轮渡',
    email: 'wx@pelicanferries.example',
    admin: 'sun',
    assignee: 'manager',
    openedOn: '2025-08-25',
    steps: finished(['2025-08-26', '2025-09-05', '2025-09-08', '2025-09-10', '2025-09-15'], '2025-09-22', '2026-09-27'),
  },
  {
    client: 'bergfluss',
    subject: OWN_LICENCE,
    accountType: 'service',
    route: 'small_transfer',
    name: '山溪户外',
    email: 'wx@bergfluss.example',
    admin: 'sun',
    assignee: 'manager',
    openedOn: '2026-09-01',
    steps: [
      ...untilSubmitted('2026-09-02', '2026-09-15', '2026-09-17', '2026-09-22', '2026-09-24'),
      // With it the licence is full; the next client's account waits for the regulator.
      ['2026-09-25', '09:50', { do: 'raise', reason: '代理的境外客户增加，需为新客户的品牌另开设一个服务号。' }],
    ],
  },
  // Returned twice.
  {
    client: 'kestrel',
    subject: company('红隼教育科技（杭州）有限公司', '91999999MA0D00033H'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '红隼教育',
    email: 'wx@kestrel-edu.example',
    admin: 'li',
    assignee: 'manager',
    openedOn: '2026-08-10',
    steps: [
      ...untilSubmitted('2026-08-11', '2026-08-25', '2026-08-27', '2026-09-01', '2026-09-03'),
      ...paid('2026-09-03'),
      dispatched('2026-09-04'),
      ['2026-09-10', '10:00', heard('supplement_requested', { reason: '营业执照照片模糊', dueOn: '2026-10-09' })],
      ['2026-09-14', '17:00', order('supplement_submitted')],
      ['2026-09-25', '11:00', heard('supplement_requested', { reason: '申请公函缺少公章', dueOn: '2026-10-09' })],
    ],
  },
  {
    client: 'atelier',
    subject: company('莫罗香氛（上海）有限公司', '91999999MA0D00041C'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '莫罗香氛',
    email: 'wx@atelier-moreau.example',
    admin: 'zhao',
    assignee: 'specialist',
    openedOn: '2026-09-03',
    steps: [
      ...untilSubmitted('2026-09-04', '2026-09-16', '2026-09-18', '2026-09-28', '2026-09-28')
        .slice(0, 4)
        .map(([on, time, step]): Dated => [on, step.do === 'scan' ? '10:30' : time, step]),
      ['2026-09-16', '15:40', { do: 'tell' }],
    ],
  },
  {
    client: 'sunda',
    subject: overseas('Sunda Spice PT', 'ID'),
    accountType: 'mini_program',
    route: 'wechat_verification',
    name: '巽他香料',
    email: 'wx@sundaspice.example',
    admin: 'dewi',
    assignee: 'manager',
    openedOn: '2026-08-31',
    steps: [
      ...untilSubmitted('2026-09-01', '2026-09-18', '2026-09-25', '2026-09-29', '2026-09-30').slice(0, 3),
      ['2026-09-18', '15:40', { do: 'tell' }],
    ],
  },
  // Its admin chooses a time for the scan.
  {
    client: 'northlight',
    subject: company('北光（上海）贸易有限公司', '91999999MA0D00025N'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '北光照明日志',
    email: 'wx-042@northlight.example',
    admin: 'zhou',
    assignee: 'specialist',
    openedOn: '2026-09-07',
    steps: [
      ...untilSubmitted('2026-09-08', '2026-09-22', '2026-09-25', '2026-09-30', '2026-09-30').slice(0, 3),
      ['2026-09-22', '15:40', { do: 'tell' }],
      [
        '2026-09-28',
        '10:05',
        {
          do: 'offer',
          times: [
            '2026-09-29T02:00:00.000Z',
            '2026-09-29T07:00:00.000Z',
            '2026-09-30T02:00:00.000Z',
            '2026-09-30T11:00:00.000Z',
          ],
        },
      ],
    ],
  },
  // Three whose verification ends within thirty days, one of them under review again.
  {
    client: 'yarra',
    subject: company('雅拉乳业（上海）有限公司', '91999999MA0D0005X4'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '雅拉乳业',
    email: 'wx@yarradairy.example',
    admin: 'wang',
    assignee: 'specialist',
    openedOn: '2025-09-22',
    steps: finished(['2025-09-23', '2025-10-10', '2025-10-13', '2025-10-15', '2025-10-20'], '2025-10-28', '2026-10-28'),
  },
  {
    client: 'yarra',
    subject: company('雅拉乳业（上海）有限公司', '91999999MA0D0005X4'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '雅拉会员',
    email: 'wx-club@yarradairy.example',
    admin: 'wang',
    assignee: 'specialist',
    openedOn: '2025-09-01',
    steps: finished(['2025-09-02', '2025-09-12', '2025-09-15', '2025-09-17', '2025-09-22'], '2025-10-12', '2026-10-12'),
  },
  {
    client: 'maison',
    subject: company('维利耶（上海）酒业有限公司', '91999999MA0D000684'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '维利耶酒庄',
    email: 'wx@maison-verrier.example',
    admin: 'zhao',
    assignee: 'manager',
    openedOn: '2025-09-05',
    steps: [
      ...finished(['2025-09-08', '2025-09-18', '2025-09-22', '2025-09-24', '2025-10-09'], '2025-10-20', '2026-10-20'),
      ['2026-09-15', '10:00', event('renewal_accepted', { note: 'Luc: OK' })],
      ['2026-09-16', '10:00', { do: 'open', kind: 'renewal' }],
      ['2026-09-21', '10:00', { do: 'papers' }],
      ['2026-09-21', '10:20', { do: 'tell' }],
      ...paid('2026-09-22'),
      dispatched('2026-09-23'),
    ],
  },
  // Given up before it was submitted.
  {
    client: 'lumiere',
    subject: overseas('Lumière Jewellery SA', 'CH'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '流光珠宝',
    email: 'wx@lumiere.example',
    assignee: 'specialist',
    openedOn: '2026-06-22',
    steps: [
      ['2026-06-24', '10:00', { do: 'advise' }],
      ['2026-07-15', '10:00', { do: 'papers' }],
      ['2026-07-20', '11:00', { do: 'email' }],
      [
        '2026-08-03',
        '09:30',
        event('registration_withdrawn', undefined, 'The client will open through its Chinese distributor.'),
      ],
    ],
  },
  // Live and quiet; one admin holds five of them, and has no place left.
  {
    client: 'okanagan',
    subject: company('奥垦（上海）酒业有限公司', '91999999MA0D00076Y'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '奥垦酒庄',
    email: 'wx@okanagancellars.example',
    admin: 'chen',
    assignee: 'manager',
    openedOn: '2026-01-26',
    steps: [
      ...finished(['2026-01-27', '2026-02-09', '2026-02-10', '2026-02-12', '2026-02-13'], '2026-03-02', '2027-03-02'),
      ['2026-03-04', '10:00', { do: 'operator', person: 'sun', term: 'long' }],
      ['2026-09-14', '11:15', { do: 'operator', person: 'he', term: 'short' }],
    ],
  },
  {
    client: 'okanagan',
    subject: company('奥垦（上海）酒业有限公司', '91999999MA0D00076Y'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '奥垦品鉴',
    email: 'wx-club@okanagancellars.example',
    admin: 'chen',
    assignee: 'manager',
    openedOn: '2026-03-09',
    steps: finished(['2026-03-10', '2026-03-20', '2026-03-23', '2026-03-25', '2026-03-26'], '2026-04-02', '2027-04-02'),
  },
  {
    client: 'fjordline',
    subject: company('峡湾海鲜（青岛）有限公司', '91999999MA0D00084R'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '峡湾海鲜',
    email: 'wx@fjordline.example',
    admin: 'chen',
    assignee: 'specialist',
    openedOn: '2026-04-07',
    steps: finished(['2026-04-08', '2026-04-20', '2026-04-22', '2026-04-24', '2026-04-27'], '2026-05-08', '2027-05-08'),
  },
  {
    client: 'fjordline',
    subject: company('峡湾海鲜（青岛）有限公司', '91999999MA0D00084R'),
    accountType: 'mini_program',
    route: 'wechat_verification',
    name: '峡湾商城',
    email: 'wx-shop@fjordline.example',
    admin: 'chen',
    assignee: 'specialist',
    openedOn: '2026-05-11',
    steps: finished(['2026-05-12', '2026-05-22', '2026-05-25', '2026-05-27', '2026-05-28'], '2026-06-04', '2027-06-04'),
  },
  {
    client: 'kopi',
    subject: company('南岸咖啡（广州）有限公司', '91999999MA0D00092L'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '南岸咖啡会',
    email: 'wx-gz@kopi-selatan.example',
    admin: 'chen',
    assignee: 'specialist',
    openedOn: '2026-06-08',
    steps: finished(['2026-06-09', '2026-06-22', '2026-06-23', '2026-06-25', '2026-06-26'], '2026-07-03', '2027-07-03'),
  },
  // A sole proprietor: live by the small transfer, not verified yet.
  {
    client: 'qingshi',
    subject: { type: 'sole_proprietor', name: '青石茶行', code: '92999999MA0D001057', countryCode: 'CN' },
    accountType: 'subscription',
    route: 'small_transfer',
    name: '青石茶行',
    email: 'wx@qingshi-tea.example',
    admin: 'lu',
    assignee: 'manager',
    openedOn: '2026-08-17',
    steps: [
      ...untilSubmitted('2026-08-18', '2026-08-26', '2026-08-27', '2026-08-31', '2026-09-01'),
      ['2026-09-04', '10:00', { do: 'event', event: 'subject_proven', heard: true }],
    ],
  },
  // Frozen by Tencent because nobody used it for long.
  {
    client: 'sunda',
    subject: company('巽他食品（深圳）有限公司', '91999999MA0D001135'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '巽他厨房',
    email: 'wx-kitchen@sundaspice.example',
    admin: 'zhou',
    assignee: 'specialist',
    openedOn: '2025-10-13',
    steps: [
      ...finished(['2025-10-14', '2025-10-24', '2025-10-27', '2025-10-29', '2025-11-03'], '2025-11-10', '2026-11-10'),
      ['2026-09-24', '11:30', told('account_restricted', { restriction: 'dormant' })],
    ],
  },
  // Moves into the house's main account; both admins have their days to confirm.
  {
    client: 'maison',
    subject: company('维利耶（广州）贸易有限公司', '91999999MA0D001210'),
    accountType: 'service',
    route: 'wechat_verification',
    name: '维利耶优选',
    email: 'wx-select@maison-verrier.example',
    admin: 'zhao',
    assignee: 'manager',
    openedOn: '2025-11-10',
    steps: [
      ...finished(['2025-11-11', '2025-11-21', '2025-11-24', '2025-11-26', '2025-12-01'], '2025-12-08', '2026-12-31'),
      [
        '2026-09-21',
        '10:20',
        event('migration_started', {
          targetName: '维利耶酒庄',
          targetAccountType: 'service',
          targetSubjectType: 'enterprise',
          targetCountryCode: 'CN',
          targetVerified: true,
          targetFollowers: 640,
          moveFollowers: true,
        }),
      ],
      ['2026-09-24', '15:10', told('migration_approved')],
    ],
  },
  // Being deregistered; the freeze ends today, tomorrow its admin can confirm.
  {
    client: 'tanjong',
    subject: company('丹绒（上海）商贸有限公司', '91999999MA0D0013XP'),
    accountType: 'subscription',
    route: 'wechat_verification',
    name: '丹绒家纺',
    email: 'wx-sh@tanjong.example',
    admin: 'li',
    assignee: 'specialist',
    openedOn: '2026-01-12',
    steps: [
      ...finished(['2026-01-13', '2026-01-23', '2026-01-26', '2026-01-28', '2026-02-02'], '2026-02-09', '2027-02-09'),
      [
        '2026-09-16',
        '14:00',
        event('deregistration_started', { followers: 640, payClosed: true, adsClosed: true, servicesClosed: true }),
      ],
      ['2026-09-21', '16:40', told('deregistration_proven')],
    ],
  },
];
