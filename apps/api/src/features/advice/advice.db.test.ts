import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AdviceSchema,
  createClient,
  createPortalLink,
  createRegistration,
  getAdvice,
  getClient,
  getKeptAdvice,
  getRegistration,
  listHistory,
  listRules,
  overrideRule,
  type Advice,
  type OperationCall,
} from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';

let api: TestApi;
let agency: TestAgency;
let other: TestAgency;
beforeAll(async () => {
  api = await startTestApi();
  [agency, other] = [await api.createAgency(), await api.createAgency('Harbour')];
}, 60_000);
afterAll(() => api.stop());

type Question = OperationCall<typeof getAdvice>['body'];
const JEWELLER: Question = {
  goal: 'content',
  subjectType: 'overseas_enterprise',
  countryCode: 'IT',
  hasMainlandLicence: false,
  needsWechatPay: false,
  trademark: 'own',
};
const ask = (more: Partial<Question> = {}, dryRun = false, role: Role = 'specialist', locale = 'en') =>
  api.call(
    agency.apiKeys[role],
    getAdvice,
    { query: { dryRun: dryRun ? 'true' : 'false' }, body: { ...JEWELLER, ...more } },
    { headers: { 'Accept-Language': locale } },
  );
const countKept = async () =>
  Number((await runAsSuperuser<{ n: string }>(api.database, 'SELECT count(*) AS n FROM advice'))[0]?.n);
const everyText = (advice: Advice) => JSON.stringify(advice).matchAll(/"(?:message|name|clearedBy|source)":"([^"]*)"/g);

describe('an answer', () => {
  test('is kept with its question, its day and the version of the rules', async () => {
    const advice = await ask();
    expect(advice).toMatchObject({
      asOf: '2026-09-28',
      askedAt: '2026-09-28T03:20:00.000Z',
      question: { goal: 'content', countryCode: 'IT', adminNationality: null, existingAccounts: [] },
      verdict: 'allowed',
      accountType: 'service',
      route: 'wechat_verification',
      subject: { option: 'own_overseas', type: 'overseas_enterprise', countryCode: 'IT', licenceOf: 'client' },
      costs: { firstYear: { totals: [{ amountMinor: 99_00, currency: 'USD' }] } },
      posting: { broadcasts: 4, per: 'month', articles: 8, placement: 'chat_list' },
      refusals: [],
    });
    expect(advice.askWhom).toBeUndefined();
    expect(await api.call(agency.apiKeys.viewer, getKeptAdvice, { params: { id: advice.id ?? '' } })).toEqual(advice);
  });

  test('of a dry run is the same and is not kept', async () => {
    const before = await countKept();
    const { id, ...dry } = await ask({}, true);
    const { id: kept, ...wet } = await ask();
    expect([id, dry]).toEqual([null, wet]);
    expect(kept).not.toBeNull();
    expect(await countKept()).toBe(before + 1);
  });

  test('is for everybody of the agency, and for nobody of another', async () => {
    const { id } = await ask({}, false, 'viewer');
    await expect(api.call(other.apiKeys.owner, getKeptAdvice, { params: { id: id ?? '' } })).rejects.toMatchObject({
      problem: { status: 404, code: 'resource.not_found' },
    });
  });

  test.each(['en', 'zh'])('has every sentence, paper and rule in words (%s)', async (locale) => {
    const questions: Partial<Question>[] = [
      {},
      { needsWechatPay: true },
      { subjectType: 'enterprise', countryCode: 'HK', hasMainlandOffice: true, wantedAccountType: 'subscription' },
      { subjectType: 'individual', countryCode: 'IT' },
      { subjectType: 'individual', countryCode: 'CN', wantedAccountType: 'service', hasMainlandLicence: true },
      { goal: 'internal' },
      { goal: 'app', licenceOf: 'agency', adminNationality: 'TW' },
      {
        subjectType: 'enterprise',
        countryCode: 'CN',
        hasMainlandLicence: true,
        wantedAccountType: 'service',
        existingAccounts: [
          { accountType: 'subscription', state: 'live', verified: true },
          { accountType: 'service', state: 'restricted', verified: true },
        ],
      },
    ];
    for (const question of questions) {
      const advice = await ask(question, true, 'specialist', locale);
      const texts = [...everyText(advice)].map(([, said]) => said ?? '');
      expect(texts.length).toBeGreaterThan(20);
      expect(texts.filter((said) => said === '' || said.includes('{{') || /^[a-z_]+\.[a-z_.]+$/.test(said))).toEqual(
        [],
      );
    }
  });

  test('keeps the rules that it was given under, whatever the owner sets later', async () => {
    const question = { ...JEWELLER, subjectType: 'enterprise', countryCode: 'CN', hasMainlandLicence: true } as const;
    const before = await ask({ ...question, goal: 'customer_service' });
    const rule = before.rules.find(({ id }) => id === 'fee.official_account.enterprise');
    expect(rule).toMatchObject({ kind: 'policy', reviewOverdue: false, validFrom: expect.any(String) });
    await api.call(agency.apiKeys.owner, overrideRule, {
      params: { id: 'fee.official_account.enterprise' },
      body: { value: { amountMinor: 600_00, currency: 'CNY' }, validFrom: '2026-09-28', reason: 'Tencent said so' },
    });
    const after = await ask({ ...question, goal: 'customer_service' });
    expect([before, after].map(({ costs }) => costs?.yearly.totals)).toEqual([
      [{ amountMinor: 300_00, currency: 'CNY' }],
      [{ amountMinor: 600_00, currency: 'CNY' }],
    ]);
    expect(await api.call(agency.apiKeys.viewer, getKeptAdvice, { params: { id: before.id ?? '' } })).toEqual(before);
  });
});

test('a rule is named in an answer as the rulebook names it', async () => {
  const { rules } = await ask();
  const { items } = await api.call(agency.apiKeys.viewer, listRules, { query: {} });
  const book = new Map(items.map(({ id, source }) => [id, source.title]));
  for (const { id, source } of rules.filter((rule) => rule.source !== 'Set by the agency itself'))
    expect([id, source]).toEqual([id, book.get(id)]);
});

describe('a question', () => {
  test.each<[string, object]>([
    ['without a goal', { goal: undefined }],
    ['with a country that is none', { countryCode: 'ZZ' }],
    ['with a field nobody knows', { colour: 'red' }],
    ['with a kind of subject that is none', { subjectType: 'company' }],
    ['with an account without a state', { existingAccounts: [{ accountType: 'service', state: ' ' }] }],
  ])('%s is malformed', async (_, more) => {
    const answer = await fetch(`${api.origin}/api/v1/advice`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${agency.apiKeys.viewer}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...JEWELLER, ...more }),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'request.invalid']);
  });

  test('that contradicts itself is refused with the contradiction, not failed', async () => {
    const advice = await ask({ countryCode: 'CN' });
    expect(advice).toMatchObject({ verdict: 'refused', refusals: [{ code: 'subject.region_mismatch', kind: 'hard' }] });
    expect(advice.assumptions).not.toEqual([]);
  });

  test('whose answer nobody knows says whom to ask', async () => {
    const advice = await ask({ goal: 'internal' });
    expect(advice).toMatchObject({
      verdict: 'unknown',
      unknowns: expect.arrayContaining([expect.objectContaining({ kind: 'unknown' })]),
    });
    expect(advice.askWhom?.[0]?.message).toContain('Tencent');
  });
});

describe('a case', () => {
  const open = async (adviceId: string, by: TestAgency = agency) => {
    const client = await api.call(by.apiKeys.specialist, createClient, {
      body: {
        name: 'Gioielli Rossi',
        countryCode: 'IT',
        locale: 'en',
        timeZone: 'Europe/Rome',
        contacts: [{ name: 'Alessandra', email: 'alessandra@gioielli.test', role: 'decider' }],
      },
    });
    const opened = await api.call(by.apiKeys.specialist, createRegistration, {
      body: {
        clientId: client.id,
        accountType: 'service',
        route: 'wechat_verification',
        proposedName: '罗西珠宝',
        subject: { type: 'overseas_enterprise', name: 'Gioielli Rossi S.r.l.', countryCode: 'IT' },
        adviceId,
      },
    });
    return { opened, client };
  };

  test('is opened on an answer, and names it', async () => {
    const { id } = await ask();
    const { opened } = await open(id ?? '');
    expect(opened.adviceId).toBe(id);
    const read = await api.call(agency.apiKeys.viewer, getRegistration, { params: { id: opened.id } });
    expect(read.adviceId).toBe(id);
  });

  test('tells in its history on which answer it was opened, other than it or not', async () => {
    const refused = await ask({ needsWechatPay: true });
    expect(refused.verdict).toBe('refused');
    const { opened } = await open(refused.id ?? '');
    const { items } = await api.call(agency.apiKeys.viewer, listHistory, { params: { id: opened.id } });
    expect(items.at(-1)).toMatchObject({
      kind: 'registration_created',
      payload: { advice: { id: refused.id, verdict: 'refused', asOf: '2026-09-28' } },
    });
  });

  test('is not opened on an answer of another agency, or on none', async () => {
    const { id } = await ask();
    for (const [adviceId, by] of [
      [id ?? '', other],
      ['0199d5a0-0000-7000-8000-000000000000', agency],
    ] as const) {
      await expect(open(adviceId, by)).rejects.toMatchObject({ problem: { status: 422, code: 'advice.not_found' } });
    }
  });

  test('a client asks the same on their own page, and nothing is kept', async () => {
    const { id } = await ask();
    const { client } = await open(id ?? '');
    const { contacts } = await api.call(agency.apiKeys.specialist, getClient, { params: { id: client.id } });
    const link = await api.call(agency.apiKeys.specialist, createPortalLink, {
      params: { id: contacts[0]?.id ?? '' },
      body: {},
    });
    const headers = { Origin: api.origin, 'Content-Type': 'application/json' };
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${api.origin}/api/v1/portal/${path}`, {
        method: 'POST',
        headers: { ...headers, ...(cookie && { Cookie: cookie }) },
        body: JSON.stringify(body),
      });
    expect((await post('advice', JEWELLER)).status).toBe(401);
    const visit = await post('session', { token: link.url.split('#')[1] ?? '' });
    const cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const before = await countKept();
    const answer = await post('advice', JEWELLER, cookie);
    expect(answer.status).toBe(200);
    expect(AdviceSchema.parse(await answer.json())).toMatchObject({
      id: null,
      verdict: 'allowed',
      accountType: 'service',
    });
    expect(await countKept()).toBe(before);
  });
});
