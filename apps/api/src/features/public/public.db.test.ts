import {
  callOperation,
  createLead,
  getAgencySettings,
  getDelivery,
  getKeptAdvice,
  getPublicAgency,
  listDeliveries,
  listLeads,
  setAgencyText,
  updateAgency,
  updateLead,
  type OperationCall,
} from '@daiban/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { runAsSuperuser } from '../../testing/bare-registration.js';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { unique } from '../registrations/testing/case-walk.js';
import { makeFormToken } from './lead-form-token.js';

// Whole journeys over HTTP, on a machine that may be busy.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let slug: string;

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  agency = await api.createAgency();
  slug = `lantern-${unique()}`;
  await publish(agency, slug);
  await runAsSuperuser(api.database, 'DELETE FROM rate_limit');
});

async function publish(of: TestAgency, word: string): Promise<void> {
  const { version } = await api.call(of.apiKeys.owner, getAgencySettings, {});
  await api.call(of.apiKeys.owner, updateAgency, {
    body: { expectedVersion: version, slug: word, brandColour: '#7a3e12', contactEmail: 'data@lantern.test' },
  });
}

const QUESTION = {
  goal: 'content',
  subjectType: 'overseas_enterprise',
  countryCode: 'AU',
  hasMainlandLicence: false,
  needsWechatPay: false,
} as const;
const ask = (word: string, body: unknown = QUESTION) =>
  fetch(`${api.origin}/api/v1/public/agencies/${word}/advice`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

type LeadBody = OperationCall<typeof createLead>['body'];
/** A form as a page that has been open for a while would send it. */
async function aForm(of = agency, word = slug, openForMs = 10_000): Promise<LeadBody> {
  const { privacyVersion } = await callOperation(getPublicAgency, { params: { slug: word } }, { baseUrl: api.origin });
  const key = api.app.get(InstallationKeys).get('portal_token');
  const formToken = makeFormToken(key, of.id, Date.now() - openForMs);
  const body = { name: 'Zoë <b>', email: 'zoe@harbour.test', company: 'Harbour', message: 'Call me on Monday' };
  return { ...body, question: QUESTION, agreedTo: privacyVersion, formToken };
}
const leave = (word: string, body: unknown) =>
  fetch(`${api.origin}/api/v1/public/agencies/${word}/leads`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
const leads = async (of = agency) => (await api.call(of.apiKeys.specialist, listLeads, { query: {} })).items;

describe('the public address', () => {
  test('shows whose it is and nothing that is not for everybody', async () => {
    const found = await callOperation(getPublicAgency, { params: { slug } }, { baseUrl: api.origin });
    expect(found).toMatchObject({ name: 'Lantern Bridge', slug, brandColour: '#7a3e12', privacyVersion: 'daiban-1' });
    expect(Object.keys(found).sort()).toEqual(
      [
        'address',
        'brandColour',
        'contactEmail',
        'formToken',
        'legalName',
        'name',
        'nameZh',
        'privacyVersion',
        'slug',
        'website',
      ].sort(),
    );
  });

  test('that nobody has answers the same for every word', async () => {
    for (const word of ['nobody', 'x', '..%2F..', "a'--", '%00']) {
      const answer = await fetch(`${api.origin}/api/v1/public/agencies/${word}`);
      expect([400, 404]).toContain(answer.status);
    }
    expect(await codeOf(await ask('nobody'))).toBe('resource.not_found');
  });

  test('is one agency’s only', async () => {
    const other = await api.createAgency('Rialto');
    await expect(publish(other, slug)).rejects.toMatchObject({ problem: { code: 'agency.slug_taken', status: 409 } });
  });

  test('is given by the owner, and a stale page overwrites nothing', async () => {
    const { version } = await api.call(agency.apiKeys.owner, getAgencySettings, {});
    const body = { expectedVersion: version, legalName: 'Lantern Bridge Ltd.' };
    await expect(api.call(agency.apiKeys.manager, updateAgency, { body })).rejects.toMatchObject({
      problem: { code: 'permission.missing' },
    });
    const changed = await api.call(agency.apiKeys.owner, updateAgency, { body });
    expect(changed).toMatchObject({ legalName: 'Lantern Bridge Ltd.', slug, version: version + 1 });
    expect(changed.advisorUrl).toBe(`http://localhost:3000/portal/a/${slug}`);
    await expect(api.call(agency.apiKeys.owner, updateAgency, { body })).rejects.toMatchObject({
      problem: { code: 'version.conflict' },
    });
  });
});

describe('the public advisor', () => {
  test('answers, and keeps nothing', async () => {
    const answer = await ask(slug);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      id: null,
      verdict: expect.any(String),
      question: { countryCode: 'AU' },
    });
    const [kept] = await runAsSuperuser<{ count: number }>(
      api.database,
      'SELECT count(*)::int AS count FROM advice WHERE agency_id = $1',
      [agency.id],
    );
    expect(kept?.count).toBe(0);
  });

  test('tells the rule behind a sentence', async () => {
    const read = (id: string) => fetch(`${api.origin}/api/v1/public/agencies/${slug}/rules/${id}`);
    const rule = await read('fee.official_account.overseas_enterprise');
    expect(await rule.json()).toMatchObject({ id: 'fee.official_account.overseas_enterprise', own: false });
    expect((await read('no.such')).status).toBe(404);
  });

  test('rests for an address that asks without end', async () => {
    const answers = await Promise.all(Array.from({ length: 62 }, () => ask(slug)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(60);
  });
});

describe('a lead', () => {
  test('stands in the list with its answer, new ones first; the mail to owner and manager says nothing of it', async () => {
    expect((await leave(slug, await aForm())).status).toBe(204);
    const [lead] = await leads();
    expect(lead).toMatchObject({
      state: 'new',
      name: 'Zoë <b>',
      email: 'zoe@harbour.test',
      message: 'Call me on Monday',
      textVersion: 'daiban-1',
      advice: { goal: 'content', countryCode: 'AU' },
    });
    const kept = await api.call(agency.apiKeys.viewer, getKeptAdvice, { params: { id: lead?.advice?.id ?? '' } });
    expect(kept.verdict).toBe(lead?.advice?.verdict);
    await api.tick();
    const mails = (await api.call(agency.apiKeys.owner, listDeliveries, { query: {} })).items;
    expect(mails.map(({ kind, state }) => [kind, state])).toEqual([
      ['lead_left', 'accepted'],
      ['lead_left', 'accepted'],
    ]);
    for (const { id } of mails) {
      const { subject, html, text } = await api.call(agency.apiKeys.owner, getDelivery, { params: { id } });
      expect(`${subject}${html}${text}`).not.toMatch(/Zoë|zoe@|Harbour|Monday/);
      expect(text).toContain('http://localhost:3000/leads');
    }
  });

  test('is told of together with others that came before the mail left', async () => {
    for (let lead = 0; lead < 3; lead++) await leave(slug, await aForm());
    await api.tick();
    await leave(slug, await aForm());
    const mails = (await api.call(agency.apiKeys.owner, listDeliveries, { query: {} })).items;
    // The fourth waits until some minutes after the first mail.
    expect(mails.map(({ state }) => state).sort()).toEqual(['accepted', 'accepted', 'queued', 'queued']);
    const sent = mails.find(({ state }) => state === 'accepted');
    const { subject } = await api.call(agency.apiKeys.owner, getDelivery, { params: { id: sent?.id ?? '' } });
    expect(subject).toBe('3 enquiries from your public page');
  });

  test('is sealed as far as it is words, and stands in no history but by its id', async () => {
    await leave(slug, await aForm());
    const rows = await runAsSuperuser<{ found: string }>(
      api.database,
      `SELECT encode(body_sealed, 'escape') AS found FROM lead WHERE agency_id = $1
       UNION ALL SELECT payload::text FROM history_entry WHERE agency_id = $1`,
      [agency.id],
    );
    expect(rows.some(({ found }) => /leadId/.test(found))).toBe(true);
    expect(rows.filter(({ found }) => /Monday|zoe@|Zoë/.test(found))).toEqual([]);
  });

  test('of a machine is thanked and forgotten', async () => {
    expect((await leave(slug, { ...(await aForm()), homepage: 'https://spam.test' })).status).toBe(204);
    expect(await leads()).toEqual([]);
  });

  test('comes neither from a form nobody can have read nor from one of yesterday, nor with a forged mark', async () => {
    expect(await codeOf(await leave(slug, await aForm(agency, slug, 0)))).toBe('lead.form_too_quick');
    expect(await codeOf(await leave(slug, await aForm(agency, slug, 25 * 3600_000)))).toBe('lead.form_too_old');
    const form = await aForm();
    expect(await codeOf(await leave(slug, { ...form, formToken: `${form.formToken}A` }))).toBe('lead.form_too_old');
    const other = await api.createAgency('Rialto');
    expect(await codeOf(await leave(slug, await aForm(other)))).toBe('lead.form_too_old');
    expect(await leads()).toEqual([]);
  });

  test('agrees to the notice that stands now', async () => {
    const form = await aForm();
    await api.call(agency.apiKeys.owner, setAgencyText, {
      body: { kind: 'privacy_notice', en: 'We keep it.', zh: '我们会保存。' },
    });
    expect(await codeOf(await leave(slug, form))).toBe('lead.text_changed');
    expect((await leave(slug, await aForm())).status).toBe(204);
    expect((await leads())[0]?.textVersion).toBe('agency-1');
  });

  test('is one of five an hour from an address', async () => {
    const form = await aForm();
    const answers = [];
    for (let sent = 0; sent < 6; sent++) answers.push((await leave(slug, form)).status);
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
  });

  test('is moved on by whoever looked at it last, and is another agency’s never', async () => {
    await leave(slug, await aForm());
    const [lead] = await leads();
    const params = { id: lead?.id ?? '' };
    const body = { expectedVersion: lead?.version ?? 0, state: 'contacted' as const };
    const other = await api.createAgency('Rialto');
    await expect(api.call(other.apiKeys.owner, updateLead, { params, body })).rejects.toMatchObject({
      problem: { status: 404 },
    });
    expect(await leads(other)).toEqual([]);
    await expect(api.call(agency.apiKeys.viewer, listLeads, { query: {} })).rejects.toMatchObject({
      problem: { status: 403 },
    });
    expect(await api.call(agency.apiKeys.specialist, updateLead, { params, body })).toMatchObject({
      state: 'contacted',
      version: 2,
    });
    await expect(api.call(agency.apiKeys.specialist, updateLead, { params, body })).rejects.toMatchObject({
      problem: { code: 'version.conflict' },
    });
  });

  test('is listed page by page', async () => {
    await runAsSuperuser(api.database, 'DELETE FROM rate_limit');
    for (let sent = 0; sent < 4; sent++) await leave(slug, { ...(await aForm()), company: `Company ${sent}` });
    const [newest] = await leads();
    await api.call(agency.apiKeys.specialist, updateLead, {
      params: { id: newest?.id ?? '' },
      body: { expectedVersion: 1, state: 'won' },
    });
    const seen: (string | null)[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await api.call(agency.apiKeys.specialist, listLeads, {
        query: { limit: 1, ...(cursor && { cursor }) },
      });
      seen.push(...page.items.map(({ company }) => company));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['Company 2', 'Company 1', 'Company 0', 'Company 3']);
  });

  test('is forgotten after its time, and its place stays', async () => {
    await leave(slug, await aForm());
    await runAsSuperuser(api.database, `UPDATE lead SET left_at = left_at - interval '366 days' WHERE agency_id = $1`, [
      agency.id,
    ]);
    await api.tick();
    expect(await leads()).toMatchObject([{ name: '', email: '', company: null, message: null, state: 'closed' }]);
  });
});
