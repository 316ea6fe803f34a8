import { describe, expect, test } from '@jest/globals';
import type { Verdict } from '../enumerations/index.js';
import { judgeRegistrationEvent } from '../registration/judge-registration-event.js';
import { ABROAD, ask, cny, codes, PERSON, totals } from '../testing/ask-advice.js';
import { aRegistration, contextAt, SPECIALIST } from '../testing/registration-builder.js';
import type { AdviceQuestion } from './advice-question.js';

describe('an individual', () => {
  test('who wants a service account is refused and told of the subscription account', () => {
    const answer = ask({ ...PERSON, wantedAccountType: 'service' });
    expect(answer).toMatchObject({
      verdict: 'refused',
      accountType: 'subscription',
      route: 'identity_scan',
      refusals: [expect.objectContaining({ code: 'account_type.not_open', ruleId: 'account_type.service' })],
    });
    expect(codes(answer.changesVerdict)).toEqual(['change.open_type', 'change.as_sole_proprietor']);
  });

  test('may open a subscription account for nothing, and whether it can ever be verified nobody knows', () => {
    const answer = ask(PERSON);
    expect(answer).toMatchObject({
      verdict: 'allowed',
      accountType: 'subscription',
      posting: { broadcasts: 1, per: 'day' },
    });
    expect(totals(answer.costs)).toEqual([cny(0), []]);
    expect(codes(answer.unknowns)).toEqual(['order.individual_unknown', 'review.time_unknown']);
    expect(codes(answer.risks)).toEqual(expect.arrayContaining(['risk.individual_unverified', 'risk.no_publishing']));
  });

  test('cannot prove themselves by a verification', () => {
    expect(ask({ ...PERSON, wantedRoute: 'wechat_verification' })).toMatchObject({
      verdict: 'refused',
      route: 'identity_scan',
      refusals: [expect.objectContaining({ code: 'route.not_open' })],
    });
  });

  test('cannot take payments', () => {
    const answer = ask({ ...PERSON, goal: 'ecommerce', needsWechatPay: true });
    expect(answer).toMatchObject({
      verdict: 'refused',
      accountType: 'subscription',
      wechatPay: { verdict: 'refused' },
    });
    expect(codes(answer.refusals)).toEqual(['wechat_pay.not_open']);
  });

  test('has no WeCom: the refusal still names what is open', () => {
    expect(ask({ ...PERSON, goal: 'internal' })).toMatchObject({
      verdict: 'refused',
      accountType: 'subscription',
      suitedType: 'wecom',
    });
  });

  test('with a passport has no account of their own, and is told of the company abroad', () => {
    const answer = ask({ ...PERSON, countryCode: 'IT' });
    expect(answer).toMatchObject({ verdict: 'refused', accountType: null, routes: [], costs: null, posting: null });
    expect(codes(answer.refusals)).toEqual(['admin.id_kind_refused']);
    expect(codes(answer.assumptions)).toEqual(['assumed.person_by_id']);
    expect(codes(answer.changesVerdict)).toContain('change.as_company_abroad');
  });

  test('who lives in Italy and holds a resident ID may', () => {
    const answer = ask({ ...PERSON, countryCode: 'IT', adminNationality: 'CN' });
    expect(answer).toMatchObject({ verdict: 'allowed', accountType: 'subscription', assumptions: [] });
  });

  test.each(['HK', 'MO', 'TW'])('of %s: whether the form takes the permit nobody knows', (countryCode) => {
    expect(ask({ ...PERSON, countryCode })).toMatchObject({
      verdict: 'unknown',
      accountType: 'subscription',
      askWhom: expect.arrayContaining([expect.objectContaining({ code: 'ask.tencent' })]),
    });
  });

  test('with a licence is answered as the person, and told that the licence opens more', () => {
    const answer = ask({ ...PERSON, hasMainlandLicence: true, wantedAccountType: 'service' });
    expect(answer.verdict).toBe('refused');
    expect(codes(answer.assumptions)).toEqual(['assumed.person_without_licence']);
  });
});

describe('WeChat Pay', () => {
  test.each<[string, Partial<AdviceQuestion>, Verdict, string | null]>([
    ['a mainland company is led to the service account', { needsWechatPay: true }, 'allowed', 'service'],
    [
      'its subscription account cannot, and the service account that can is the answer',
      { needsWechatPay: true, wantedAccountType: 'subscription' },
      'refused',
      'service',
    ],
    [
      'a government body’s subscription account can',
      { needsWechatPay: true, subjectType: 'government' },
      'allowed',
      'subscription',
    ],
    [
      'a media body’s subscription account can',
      { needsWechatPay: true, subjectType: 'media' },
      'allowed',
      'subscription',
    ],
    ['an overseas company has exceptions only', { ...ABROAD, needsWechatPay: true }, 'refused', 'service'],
    ['a sole proprietor can', { subjectType: 'sole_proprietor', needsWechatPay: true }, 'allowed', 'service'],
  ])('%s', (_, question, verdict, accountType) => {
    expect(ask(question)).toMatchObject({ verdict, accountType });
  });

  test('an overseas company is told that it may without payments, and with them on a mainland licence', () => {
    const answer = ask({ ...ABROAD, goal: 'ecommerce', needsWechatPay: true });
    expect(answer.refusals).toEqual([
      expect.objectContaining({ code: 'wechat_pay.not_open', ruleId: 'wechat_pay.overseas' }),
    ]);
    expect(codes(answer.changesVerdict)).toEqual(['change.without_pay', 'change.mainland_licence']);
    expect(answer.options.map(({ wechatPay }) => wechatPay)).toEqual(['allowed', 'allowed', 'refused']);
  });

  test('on a subscription account is refused by its own rule, and is turned by the service account', () => {
    const answer = ask({ needsWechatPay: true, wantedAccountType: 'subscription' });
    expect(answer.refusals).toEqual([
      expect.objectContaining({
        code: 'wechat_pay.not_open',
        params: { accountType: 'subscription', subjectType: 'enterprise' },
      }),
    ]);
    expect(answer.wechatPay.verdict).toBe('allowed');
    expect(answer.changesVerdict.slice(0, 2)).toEqual([
      expect.objectContaining({ code: 'change.open_type', params: { accountType: 'service', verdict: 'allowed' } }),
      expect.objectContaining({ code: 'change.without_pay', params: { verdict: 'allowed' } }),
    ]);
  });

  test('where no account of theirs can be paid through leaves the wished one as the answer', () => {
    expect(ask({ ...PERSON, needsWechatPay: true, wantedAccountType: 'subscription' })).toMatchObject({
      verdict: 'refused',
      accountType: 'subscription',
    });
  });

  test('in a Mini Program is for verified ones too, so its fee is certain', () => {
    const answer = ask({ goal: 'app', needsWechatPay: true });
    expect(answer).toMatchObject({ verdict: 'unknown', accountType: 'mini_program' });
    expect(totals(answer.costs)).toEqual([cny(300_00), cny(300_00)]);
  });

  test('needs a verified account, so its fee is due in the first year whatever the way', () => {
    const answer = ask({ needsWechatPay: true, wantedRoute: 'small_transfer' });
    expect(answer.route).toBe('small_transfer');
    expect(totals(answer.costs)).toEqual([cny(300_00), cny(300_00)]);
  });
});

describe('what an account is for', () => {
  test.each([
    ['content', 'subscription'],
    ['customer_service', 'service'],
    ['ecommerce', 'service'],
  ] as const)('%s: a mainland company opens a %s', (goal, accountType) => {
    expect(ask({ goal })).toMatchObject({ verdict: 'allowed', accountType, suitedType: accountType });
  });

  test.each([
    ['internal', 'wecom'],
    ['app', 'mini_program'],
  ] as const)('%s: the type is named, and that nobody knows a way into it is the verdict', (goal, accountType) => {
    for (const who of [{}, ABROAD, { licenceOf: 'partner' as const }]) {
      const answer = ask({ ...who, goal });
      expect(answer).toMatchObject({ verdict: 'unknown', accountType, suitedType: accountType, refusals: [] });
      expect(answer.askWhom).toContainEqual(
        expect.objectContaining({
          code: 'ask.tencent',
          params: expect.objectContaining({ about: 'route.unknown_for_type' }),
        }),
      );
    }
  });

  test('an account that does not serve the goal is not offered as what would change it', () => {
    expect(codes(ask({ goal: 'internal' }).changesVerdict)).toEqual(['change.passport_admin']);
  });

  test('content is daily in a folder or four times a month among the chats, and both are said', () => {
    expect(ask().risks).toContainEqual(
      expect.objectContaining({ code: 'risk.content_on_subscription', params: { daily: 1, monthly: 4 } }),
    );
    expect(codes(ask({ wantedAccountType: 'service' }).risks)).toContain('risk.content_on_service');
  });

  test('an app is filed with the regulator after the account is there', () => {
    expect(codes(ask({ goal: 'app' }).risks)).toContain('risk.filing');
  });

  test('how a Mini Program or WeCom proves its company and how long that takes is not known', () => {
    for (const goal of ['app', 'internal'] as const) {
      const answer = ask({ goal });
      expect(answer).toMatchObject({ route: null, timeRange: null, posting: null });
      expect(answer.reach.statement.code).toBe('reach.not_followed');
      expect(codes(answer.unknowns)).toContain('route.unknown_for_type');
      expect(answer.routes.map(({ verdict }) => verdict)).not.toContain('allowed');
    }
  });

  test('WeCom costs by the size of the organisation, and the sizes are not added', () => {
    const { costs } = ask({ goal: 'internal' });
    expect(costs?.firstYear.lines.map(({ size, amount }) => [size, amount?.amountMinor])).toEqual([
      ['small', 300_00],
      ['medium', 3_000_00],
      ['large', 30_000_00],
    ]);
    for (const period of [costs?.firstYear, costs?.yearly])
      expect(period).toMatchObject({ totals: [], incomplete: true });
  });

  test('whether a Mini Program’s fee comes due is open with its way: no sum is called complete', () => {
    expect(ask({ goal: 'app' }).costs?.firstYear).toMatchObject({ totals: [], incomplete: true });
  });

  test('whether an overseas company may open WeCom nobody knows', () => {
    expect(ask({ ...ABROAD, goal: 'internal' })).toMatchObject({ verdict: 'unknown', accountType: 'wecom' });
  });
});

describe('ways and fees by kind of subject', () => {
  const openWays = (question: Partial<AdviceQuestion>) =>
    ask(question).routes.flatMap(({ route, verdict }) => (verdict === 'allowed' ? [route] : []));

  test.each([
    ['enterprise', ['wechat_verification', 'small_transfer', 'legal_representative']],
    ['government', ['wechat_verification']],
    ['media', ['wechat_verification']],
  ] as const)('%s: %j', (subjectType, ways) => {
    expect(openWays({ subjectType })).toEqual(ways);
  });

  test('a company may be live without a fee and is verified later, if it wants', () => {
    const answer = ask();
    expect(answer.route).toBe('legal_representative');
    expect(totals(answer.costs)).toEqual([cny(0), []]);
    expect(answer.costs?.firstYear.lines).toContainEqual(
      expect.objectContaining({
        code: 'verification',
        due: 'if_verified',
        amount: { amountMinor: 300_00, currency: 'CNY' },
      }),
    );
    expect(answer.documents).toContainEqual(
      expect.objectContaining({ code: 'application_letter', for: 'verification' }),
    );
  });

  test('a company that needs verified functions goes the verification’s way at once', () => {
    const answer = ask({ goal: 'customer_service' });
    expect(answer.route).toBe('wechat_verification');
    expect(totals(answer.costs)).toEqual([cny(300_00), cny(300_00)]);
  });

  test('a foreign owner’s subsidiary is not led to a scan that its legal representative may not manage', () => {
    expect(ask({ ...ABROAD, hasMainlandLicence: true }).route).toBe('small_transfer');
  });

  test('a government body is verified for nothing', () => {
    expect(totals(ask({ subjectType: 'government' }).costs)).toEqual([cny(0), cny(0)]);
  });

  test('a government body has no business licence and needs none', () => {
    const answer = ask({ subjectType: 'government', hasMainlandLicence: false });
    expect(answer.verdict).toBe('allowed');
    expect(codes(answer.assumptions)).toEqual(['assumed.certificate']);
  });

  test('a sole proprietor’s fee is not known, and the payment page is where it is read', () => {
    const answer = ask({ subjectType: 'sole_proprietor', goal: 'customer_service' });
    expect(answer).toMatchObject({ verdict: 'allowed', costs: { firstYear: { totals: [], incomplete: true } } });
    expect(codes(answer.unknowns)).toEqual(['fee.unknown']);
    expect(codes(answer.askWhom)).toEqual(['ask.payment_page']);
  });

  test('foundations and foreign missions are told that their class decides the fee', () => {
    expect(codes(ask({ subjectType: 'other_organisation' }).costs?.notes ?? [])).toContain('cost.class_decides');
  });

  test('the range counts Chinese working days from today, over the closed week', () => {
    expect(ask({ goal: 'customer_service' }).timeRange).toMatchObject({ fromOn: '2026-10-10', toOn: '2026-10-13' });
  });

  test.each<[string, Partial<AdviceQuestion>, string]>([
    ['a company’s legal representative', { wantedRoute: 'legal_representative' }, 'route.legal_representative'],
    ['a person’s own scan', PERSON, 'route.identity_scan'],
    ['a Mini Program', { goal: 'app' }, 'review.other_types'],
  ])('%s: how long it takes nobody knows, and whom to ask is said', (_, question, ruleId) => {
    const answer = ask(question);
    expect(answer.timeRange).toBeNull();
    expect(answer.askWhom).toContainEqual({
      code: 'ask.tencent',
      ruleId,
      params: { about: 'review.time_unknown', accountType: answer.accountType },
    });
    const silent = answer.routes.filter(({ verdict, timeRange }) => verdict !== 'refused' && timeRange === null);
    expect(silent.length).toBeGreaterThan(0);
    for (const { notes } of silent) expect(codes(notes)).toContain('time.unknown');
    const chosen = answer.options.find(({ isChosen }) => isChosen);
    if (chosen) expect(codes(chosen.notes)).toContain('time.unknown');
  });

  test('a way whose time is known does not say that it is not', () => {
    const answer = ask({ goal: 'customer_service' });
    expect(codes(answer.unknowns)).toEqual([]);
    expect(codes(answer.routes.find(({ isRecommended }) => isRecommended)?.notes ?? [])).not.toContain('time.unknown');
  });

  test('into a year whose holidays are not announced it is provisional', () => {
    expect(ask({ goal: 'customer_service' }, '2026-12-29T03:00:00Z').timeRange?.provisional).toBe(true);
  });
});

describe('the admin', () => {
  test.each<[string, Partial<AdviceQuestion>, Verdict]>([
    ['a Chinese resident for a mainland company', { adminNationality: 'CN' }, 'allowed'],
    ['nobody chosen yet', { adminNationality: null }, 'allowed'],
    ['a foreign passport for a mainland company', { adminNationality: 'IT' }, 'refused'],
    ['a permit of Hong Kong for a mainland company', { adminNationality: 'HK' }, 'unknown'],
    ['a foreign passport for an overseas company', { ...ABROAD, adminNationality: 'IT' }, 'allowed'],
    ['a permit of Taiwan for an overseas company', { ...ABROAD, adminNationality: 'TW' }, 'allowed'],
    [
      'a foreign passport on somebody’s mainland licence',
      { ...ABROAD, licenceOf: 'partner', adminNationality: 'IT' },
      'refused',
    ],
  ])('%s', (_, question, verdict) => {
    expect(ask(question).verdict).toBe(verdict);
  });

  test('with a passport the type is still named, and who could be admin instead', () => {
    const answer = ask({ adminNationality: 'IT' });
    expect(answer.accountType).toBe('subscription');
    expect(codes(answer.changesVerdict)).toContain('change.mainland_admin');
  });
});

describe('the name', () => {
  test.each([
    ['own', 'risk.name_own'],
    ['licensed', 'risk.name_licensed'],
    ['none', 'risk.name_without_right'],
  ] as const)('trademark %s', (trademark, code) => {
    expect(codes(ask({ trademark }).risks)).toContain(code);
  });
});

test('what is advised as open, the case’s own guards let through', () => {
  const draft = aRegistration();
  const { standing, accountType, route } = ask({ goal: 'customer_service' });
  const { facts } = draft.with((before) => ({
    registration: {
      ...before.registration,
      accountType: accountType ?? 'service',
      route: route ?? 'wechat_verification',
    },
    subject: { ...before.subject, type: standing.subjectType },
  }));
  expect(judgeRegistrationEvent(facts, { event: 'advice_accepted', actor: SPECIALIST }, contextAt()).allowed).toBe(
    true,
  );
});
