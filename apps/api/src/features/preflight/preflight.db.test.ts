import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { getPreflight, openOrder, updateSubject, type Preflight } from '@daiban/contracts';
import { startTestApi, type TestAgency, type TestApi } from '../../testing/test-api.js';
import { CaseWalk } from '../registrations/testing/case-walk.js';

// Many requests each; a busy machine needs its time.
jest.setTimeout(60_000);

let api: TestApi;
let agency: TestAgency;
let walk: CaseWalk;

beforeAll(async () => {
  api = await startTestApi();
  agency = await api.createAgency();
  walk = new CaseWalk(api, agency);
});
afterAll(() => api.stop());

const preflight = (id: string, orderId?: string, key = walk.key): Promise<Preflight> =>
  api.call(key, getPreflight, { params: { id }, query: orderId === undefined ? {} : { orderId } });
const codes = (findings: readonly { code: string }[]) => [...new Set(findings.map(({ code }) => code))];
const yuan = (yuans: number) => ({ amountMinor: yuans * 100, currency: 'CNY' });

describe('the pre-flight of a case', () => {
  test('in draft says everything that is still to come, with its rule and who clears it', async () => {
    const known = await walk.openCase();
    const ahead = await preflight(known.id);
    expect(ahead.decisions).toContain('fee_paid');
    expect(codes(ahead.blockers)).toEqual(
      expect.arrayContaining(['prerequisite.not_accepted', 'sign_off.missing', 'email.not_checked', 'admin.missing']),
    );
    const [paper] = ahead.blockers;
    expect(paper).toMatchObject({ rule: { id: 'prerequisites.complete' }, decision: 'prerequisites_completed' });
    expect(paper?.clearedBy).not.toBe('');
    expect(ahead.burns).toEqual(yuan(300));
  });

  test('that is ready to submit finds no blocker, and says what a failed review would burn', async () => {
    const known = await walk.caseAt('ready_to_submit');
    const ahead = await preflight(known.id);
    expect(ahead).toMatchObject({ blockers: [], unknowns: [], burns: yuan(300), orderId: null });
    expect(ahead.fee).toMatchObject({ means: ['wechat_pay'], rule: { id: 'fee.official_account.enterprise' } });
  });

  test('is stopped by a licence that ends inside the review, whoever changed it and when', async () => {
    const known = await walk.caseAt('ready_to_submit');
    await api.call(walk.key, updateSubject, {
      params: { id: known.subject.id },
      body: { expectedVersion: known.subject.version, licenceExpiresOn: '2026-10-09' },
    });
    const { blockers } = await preflight(known.id);
    expect(blockers).toMatchObject([{ code: 'subject.licence_expires_soon', decision: 'information_submitted' }]);
  });

  test('on the small transfer has no fee ahead', async () => {
    const known = await walk.openCase({ route: 'small_transfer' });
    expect(await preflight(known.id)).toMatchObject({ fee: null, burns: null });
  });

  test('is read by a viewer, in the reader’s language', async () => {
    const known = await walk.openCase();
    const english = await preflight(known.id, undefined, agency.apiKeys.viewer);
    const chinese = await api.call(
      agency.apiKeys.viewer,
      getPreflight,
      { params: { id: known.id } },
      { headers: { 'Accept-Language': 'zh' } },
    );
    expect(codes(chinese.blockers)).toEqual(codes(english.blockers));
    expect(english.blockers[0]?.clearedBy).toBe('Get the paper, review it and accept it.');
    expect(chinese.blockers[0]?.clearedBy).toBe('请取得材料，审阅后予以通过。');
  });
});

describe('the pre-flight of an order', () => {
  test('that registers the account has its own way to the fee', async () => {
    const known = await walk.caseAt('preparing');
    const ahead = await preflight(known.id, known.order?.id);
    expect(ahead).toMatchObject({ decisions: ['application_submitted', 'fee_paid'], blockers: [], burns: yuan(300) });
    expect(ahead.orderId).toBe(known.order?.id);
  });

  test('for a renewal asks for the papers of that renewal', async () => {
    const known = await walk.caseAt('live');
    const ahead = await preflight(known.id);
    expect(ahead.decisions).toEqual(['order_opened', 'application_submitted', 'fee_paid']);
    expect(codes(ahead.blockers)).toEqual(['order.window_not_open', 'prerequisite.not_accepted']);
    const order = await api.call(walk.key, openOrder, {
      params: { id: known.id },
      body: {
        kind: 'rename',
        payer: 'client',
        wantedName: '北光书店',
        acknowledgements: [{ code: 'order.rename_effect_unknown', reason: 'asked', answeredBy: 'Tencent support' }],
      } as never,
    });
    const renaming = await preflight(known.id, order.id);
    expect(codes(renaming.blockers)).toEqual(['prerequisite.not_accepted']);
    expect(codes(renaming.warnings)).toContain('name.right_not_shown');
  });

  test('of another case, or of another agency, is not there', async () => {
    const [mine, other] = [await walk.caseAt('preparing'), await walk.caseAt('preparing')];
    await expect(preflight(mine.id, other.order?.id)).rejects.toMatchObject({ problem: { status: 404 } });
    const stranger = await api.createAgency();
    await expect(preflight(mine.id, undefined, stranger.apiKeys.owner)).rejects.toMatchObject({
      problem: { status: 404 },
    });
  });
});
