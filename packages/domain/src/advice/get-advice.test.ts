import { describe, expect, test } from '@jest/globals';
import { ABROAD, ask, cny, codes, live, MAINLAND, PERSON, totals, usd } from '../testing/ask-advice.js';
import { contextAt, NOW } from '../testing/registration-builder.js';
import type { AdviceQuestion } from './advice-question.js';
import { getAdvice } from './get-advice.js';

describe('the Italian jeweller', () => {
  const answer = ask({ ...ABROAD, trademark: 'own', adminNationality: 'IT' });

  test('may open a service account on her own licence, and the mainland sees it', () => {
    expect(answer).toMatchObject({
      verdict: 'allowed',
      accountType: 'service',
      suitedType: 'subscription',
      route: 'wechat_verification',
      standing: { option: 'own_overseas', subjectType: 'overseas_enterprise', countryCode: 'IT' },
      reach: { visibleInMainland: true, statement: { code: 'reach.overseas', ruleId: 'visibility.overseas' } },
      posting: { broadcasts: 4, per: 'month', articles: 8, placement: 'chat_list' },
      wechatPay: { verdict: 'refused', statement: { code: 'pay.overseas_exceptions' } },
      timeRange: { minDays: 5, maxDays: 10, ruleId: 'review.overseas', provisional: false },
      refusals: [],
      unknowns: [],
    });
  });

  test('pays 99 dollars in the first and in each later year, once for each application', () => {
    expect(totals(answer.costs)).toEqual([usd(99_00), usd(99_00)]);
    expect(codes(answer.costs?.notes ?? [])).toEqual([
      'cost.per_application',
      'cost.not_refunded',
      'cost.again_each_year',
      'cost.overseas_means',
      'cost.notarised_papers',
    ]);
  });

  test('brings an overseas company’s papers, a passport among them and no resident ID', () => {
    const papers = codes(answer.documents);
    expect(papers).toEqual(
      expect.arrayContaining(['company_certificate_translated', 'operator_passport', 'name_right']),
    );
    expect(papers).not.toContain('admin_id');
  });

  test('is told that payments would turn it, and that her licence is the one that is there', () => {
    expect(answer.changesVerdict).toEqual([
      { code: 'change.with_pay', params: { verdict: 'refused' }, ruleId: 'wechat_pay.overseas' },
    ]);
    expect(answer.options.map(({ option, isChosen, isAvailable }) => [option, isChosen, isAvailable])).toEqual([
      ['own_mainland', false, false],
      ['another_party', false, false],
      ['own_overseas', true, true],
    ]);
  });

  test('sees the three licences side by side, each in its own currency', () => {
    const [mainland, another, overseas] = answer.options;
    expect([mainland, another, overseas].map((each) => each && totals(each.costs))).toEqual([
      [cny(0), []],
      [cny(0), []],
      [usd(99_00), usd(99_00)],
    ]);
    expect([mainland?.accountType, another?.owner, overseas?.owner]).toEqual([
      'subscription',
      'licence_holder',
      'client',
    ]);
    expect(overseas?.openTypes).toEqual(['service', 'mini_program']);
  });
});

describe('a Hong Kong company with an office in Shanghai', () => {
  const HONG_KONG: Partial<AdviceQuestion> = {
    ...ABROAD,
    countryCode: 'HK',
    hasMainlandOffice: true,
    goal: 'customer_service',
  };

  test('registers as an overseas company: the place of registration decides, not the office', () => {
    const answer = ask(HONG_KONG);
    expect(answer).toMatchObject({
      verdict: 'allowed',
      accountType: 'service',
      standing: { option: 'own_overseas', subjectType: 'overseas_enterprise', countryCode: 'HK' },
    });
    expect(codes(answer.assumptions)).toEqual(['assumed.office_does_not_count']);
  });

  test('that asks for a subscription account is refused and told of the service account', () => {
    const answer = ask({ ...HONG_KONG, wantedAccountType: 'subscription' });
    expect(answer).toMatchObject({ verdict: 'refused', accountType: 'service' });
    expect(answer.refusals).toEqual([
      expect.objectContaining({ code: 'account_type.not_open', kind: 'hard', ruleId: 'account_type.subscription' }),
    ]);
    expect(codes(answer.changesVerdict)).toEqual(['change.open_type', 'change.mainland_licence']);
  });

  test('whose asker says “enterprise” is read as the overseas company it is', () => {
    const answer = ask({ ...HONG_KONG, subjectType: 'enterprise' });
    expect(answer).toMatchObject({ verdict: 'allowed', standing: { subjectType: 'overseas_enterprise' } });
    expect(codes(answer.assumptions)).toContain('assumed.overseas');
  });

  test('goes the mainland way on the licence of its subsidiary', () => {
    const answer = ask({ ...HONG_KONG, hasMainlandLicence: true, wantedAccountType: 'subscription' });
    expect(answer).toMatchObject({
      verdict: 'allowed',
      accountType: 'subscription',
      standing: { option: 'own_mainland', subjectType: 'enterprise', countryCode: 'CN' },
    });
    expect(codes(answer.assumptions)).toEqual(['assumed.mainland_licence']);
  });
});

describe('several companies of one client', () => {
  test('each stands on its own licence: the Malaysian one and its sister in Hong Kong may both', () => {
    const malaysian = ask({ ...ABROAD, countryCode: 'MY', existingAccounts: [] });
    const sister = ask({ ...ABROAD, countryCode: 'HK', existingAccounts: [] });
    expect([malaysian.verdict, sister.verdict]).toEqual(['allowed', 'allowed']);
    expect([malaysian.standing.countryCode, sister.standing.countryCode]).toEqual(['MY', 'HK']);
  });

  test('how many more an overseas company may open nobody knows', () => {
    const answer = ask({ ...ABROAD, existingAccounts: [live('service')] });
    expect(answer).toMatchObject({ verdict: 'unknown', accountType: 'service', refusals: [] });
    expect(codes(answer.unknowns)).toEqual(['quota.subject_unknown']);
    expect(codes(answer.askWhom)).toEqual(['ask.tencent']);
  });
});

describe('from a subscription to a service account', () => {
  test('there is no switch: it is a second account, and the followers stay behind', () => {
    const answer = ask({ wantedAccountType: 'service', existingAccounts: [live('subscription')] });
    expect(answer).toMatchObject({ verdict: 'allowed', accountType: 'service' });
    const risks = codes(answer.risks);
    expect(risks).toEqual(expect.arrayContaining(['risk.type_is_final', 'risk.no_switch', 'risk.followers_stay']));
  });

  test('the other way round the followers can be moved', () => {
    const answer = ask({ wantedAccountType: 'subscription', existingAccounts: [live('service')] });
    expect(answer.risks).toContainEqual(
      expect.objectContaining({
        code: 'risk.followers_move',
        params: expect.objectContaining({ from: 'service', to: 'subscription', followers: 1000 }),
      }),
    );
  });

  test('both types cost the same', () => {
    const [one, other] = (['subscription', 'service'] as const).map((type) => ask({ wantedAccountType: type }));
    expect(one?.costs).toEqual(other?.costs);
  });
});

describe('one company and two accounts', () => {
  test('the second one is open, and one is what we advise', () => {
    const answer = ask({ wantedAccountType: 'subscription', existingAccounts: [live('service')] });
    expect(answer.verdict).toBe('allowed');
    expect(codes(answer.risks)).toContain('risk.one_by_default');
  });

  test('the third one needs a place or a raise', () => {
    const answer = ask({ existingAccounts: [live('service'), live('subscription')] });
    expect(answer).toMatchObject({ verdict: 'refused', accountType: 'subscription' });
    expect(answer.refusals).toEqual([
      expect.objectContaining({ code: 'quota.subject_full', kind: 'policy', params: { used: 2, limit: 2 } }),
    ]);
    expect(codes(answer.changesVerdict)).toEqual(
      expect.arrayContaining(['change.free_place', 'change.raise', 'change.raise_regulator']),
    );
  });

  test('no raise while one of them is restricted', () => {
    const answer = ask({ existingAccounts: [live('service'), { ...live('service'), state: 'restricted' }] });
    const changes = codes(answer.changesVerdict);
    expect(changes).toContain('change.raise_blocked');
    expect(changes).not.toContain('change.raise');
    expect(codes(answer.risks)).toContain('risk.restricted_blocks_raise');
  });

  test('no raise at all for a sole proprietor', () => {
    const answer = ask({ subjectType: 'sole_proprietor', existingAccounts: [live('service'), live('service')] });
    expect(codes(answer.changesVerdict)).toContain('change.no_raise');
  });

  test.each([
    ['closed', 'allowed'],
    ['migrated', 'allowed'],
    ['withdrawn', 'allowed'],
    ['lapsed', 'allowed'],
    ['draft', 'allowed'],
    ['live', 'refused'],
    ['closing', 'refused'],
    ['restricted', 'refused'],
    ['handed_over', 'refused'],
    ['whatever somebody typed', 'refused'],
  ])('a second account that is “%s” leaves a third one %s', (state, verdict) => {
    expect(ask({ existingAccounts: [live('service'), { ...live('service'), state }] }).verdict).toBe(verdict);
  });

  test('a media body has fifty places, an individual one', () => {
    const three = [live('service'), live('service'), live('service')];
    expect(ask({ subjectType: 'media', existingAccounts: three }).verdict).toBe('allowed');
    expect(ask({ ...PERSON, existingAccounts: [live('subscription')] })).toMatchObject({
      verdict: 'refused',
      refusals: [expect.objectContaining({ code: 'quota.subject_full' })],
    });
  });

  test('Mini Programs and WeCom take no place', () => {
    const others = (['mini_program', 'wecom'] as const).map((accountType) => ({ ...live('service'), accountType }));
    expect(ask({ existingAccounts: [...others, ...others] }).verdict).toBe('allowed');
  });
});

describe('a borrowed licence', () => {
  test.each(['agency', 'partner'] as const)('of the %s: the account is the licence holder’s', (licenceOf) => {
    const answer = ask({ ...ABROAD, licenceOf, needsWechatPay: true });
    expect(answer).toMatchObject({
      verdict: 'allowed',
      accountType: 'service',
      standing: { option: 'another_party', subjectType: 'enterprise', countryCode: 'CN' },
      warnings: [expect.objectContaining({ code: 'subject.licence_of_other', acknowledgedBy: 'owner' })],
    });
    expect(codes(answer.risks)).toContain('risk.licence_of_other');
  });

  test('the agency’s own carries two accounts for all of its clients', () => {
    expect(ask({ ...ABROAD, licenceOf: 'agency' }).risks).toContainEqual(
      expect.objectContaining({
        code: 'risk.agency_licence_full',
        ruleId: 'quota.subject.enterprise',
        params: { limit: 2 },
      }),
    );
    expect(ask({ ...ABROAD, licenceOf: 'agency', existingAccounts: [live('service'), live('service')] }).verdict).toBe(
      'refused',
    );
  });
});

describe('a question that contradicts itself', () => {
  test('an overseas company registered in the mainland is refused, and read as a mainland one', () => {
    const answer = ask({ subjectType: 'overseas_enterprise' });
    expect(answer).toMatchObject({ verdict: 'refused', standing: { subjectType: 'enterprise' } });
    expect(codes(answer.refusals)).toEqual(['subject.region_mismatch']);
    expect(codes(answer.assumptions)).toEqual(['assumed.mainland_company']);
    expect(answer.changesVerdict).toEqual([
      expect.objectContaining({ code: 'change.as_mainland_company', params: { verdict: 'allowed' } }),
      expect.objectContaining({ code: 'change.registered_abroad', params: { verdict: 'allowed' } }),
    ]);
  });

  test('a person with a German passport in the mainland is told of both companies that would be taken', () => {
    const answer = ask({ ...PERSON, adminNationality: 'DE' });
    expect(answer).toMatchObject({ verdict: 'refused', accountType: null });
    expect(codes(answer.changesVerdict)).toEqual(['change.as_company_abroad', 'change.as_mainland_company']);
  });

  test('a no for several reasons is told the steps that clear them together', () => {
    const answer = ask({ hasMainlandLicence: false, adminNationality: 'IT' });
    expect(codes(answer.refusals)).toEqual(['subject.licence_missing', 'admin.id_kind_refused']);
    expect(answer.changesVerdict).toEqual([
      expect.objectContaining({
        code: 'change.together',
        params: { steps: 'change.licence_there change.mainland_admin', verdict: 'allowed' },
      }),
    ]);
  });

  test('a company abroad that a mainland client would have to found is compared as one abroad', () => {
    const overseas = ask().options.find(({ option }) => option === 'own_overseas');
    expect(overseas).toMatchObject({
      verdict: 'allowed',
      isAvailable: false,
      accountType: 'service',
      subjectType: 'overseas_enterprise',
      wechatPay: 'refused',
      refusals: [],
    });
    expect(totals(overseas?.costs ?? null)).toEqual([usd(99_00), usd(99_00)]);
  });

  test('a mainland company without a licence is refused until it has one', () => {
    const answer = ask({ hasMainlandLicence: false });
    expect(answer).toMatchObject({ verdict: 'refused', accountType: 'subscription' });
    expect(codes(answer.refusals)).toEqual(['subject.licence_missing']);
    expect(answer.changesVerdict[0]).toMatchObject({ code: 'change.licence_there', params: { verdict: 'allowed' } });
  });
});

describe('the rules', () => {
  test('stand with their dates, every one that the answer names', () => {
    const { rules } = ask({ ...ABROAD, needsWechatPay: true });
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'account_type.service',
        'fee.official_account.overseas_enterprise',
        'wechat_pay.overseas',
        'visibility.overseas',
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of rules) expect(rule.validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('past their review date are marked as to be confirmed', () => {
    expect(ask({}, '2029-01-10T03:00:00Z').rules.every(({ reviewOverdue }) => reviewOverdue)).toBe(true);
    expect(ask({}, NOW).rules.some(({ reviewOverdue }) => reviewOverdue)).toBe(false);
  });

  test('of another day give another answer: before mid-September 2018 the mainland did not see overseas accounts', () => {
    const context = contextAt();
    const { entries } = context.rules;
    const then = { ...entries, 'visibility.overseas': { ...entries['visibility.overseas'], value: false } };
    const answer = getAdvice({ ...MAINLAND, ...ABROAD }, { ...context, rules: { ...context.rules, entries: then } });
    expect(answer.reach).toMatchObject({ visibleInMainland: false, statement: { code: 'reach.overseas_not' } });
  });

  test('an owner’s own fee is the one that is told', () => {
    const override = {
      ruleId: 'fee.official_account.enterprise',
      value: { amountMinor: 600_00, currency: 'CNY' },
      validFrom: '2026-01-01',
    };
    const answer = getAdvice({ ...MAINLAND, goal: 'customer_service' }, contextAt(NOW, [override]));
    expect(answer.costs?.yearly.totals).toEqual(cny(600_00));
    expect(answer.rules.find(({ id }) => id === override.ruleId)?.isOverridden).toBe(true);
  });
});
