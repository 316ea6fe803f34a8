import { describe, expect, test } from '@jest/globals';
import type { HistoryEntry } from '@daiban/contracts';
import { historySentence } from './history-sentence.js';
import type { Translate } from './locale.js';
import { text } from './texts.js';

const t: Translate = (key, params) => text('en', key, params);
const entry = (kind: string, payload: HistoryEntry['payload'] = {}): HistoryEntry => ({
  id: 'h',
  sequence: 1,
  kind,
  orderId: null,
  voice: 'we_did',
  visibility: 'internal',
  from: null,
  to: null,
  payload,
  rules: [],
  actor: { kind: 'member', id: null, name: 'Mei' },
  occurredAt: '2026-09-28T03:20:00Z',
  recordedAt: '2026-09-28T03:20:00Z',
});

describe('a history entry in words', () => {
  test('names the paper it is about', () => {
    expect(historySentence(entry('prerequisite_accepted', { code: 'business_licence' }), t, 'en').sentence).toContain(
      'Business licence',
    );
  });

  test('of a case that began with advice names its verdict and its day', () => {
    const advice = { id: 'a', verdict: 'refused', asOf: '2026-09-28' };
    expect(historySentence(entry('registration_created', { advice }), t, 'en').details).toEqual([
      'Advised on 28 Sep 2026: Not possible',
    ]);
  });

  test('names a country, not its code', () => {
    const facts = { targetCountryCode: 'CN' };
    expect(historySentence(entry('migration_started', { facts }), t, 'en').details).toEqual([
      'Country of its company: China',
    ]);
  });

  test.each(['2027-09-28T16:00:00.000Z', '2027-09-28T16:00:00Z', '2027-09-29T00:00:00+08:00'])(
    'writes the moment %s as a reader’s time, and shows no id',
    (expiresAt) => {
      const facts = { expiresAt, targetRegistrationId: '01998e5c-0000-7000-8000-00000000da1b' };
      const { details } = historySentence(entry('qualification_passed', { facts }), t, 'en');
      expect(details).toHaveLength(1);
      expect(details[0]).toMatch(/2027/);
      expect(details[0]).not.toMatch(/T\d\d|Z$|\+08:00/);
    },
  );

  test('tells reason, evidence and what was gone on with all the same', () => {
    const { details } = historySentence(
      entry('information_submitted', {
        reason: 'client insists',
        evidence: { rank: 'screenshot', note: 'no. 4471' },
        acknowledgements: [
          { code: 'a', reason: 'Saturday is fine' },
          { code: 'b', reason: 'yes', answeredBy: 'the hotline' },
        ],
      }),
      t,
      'en',
    );
    expect(details).toEqual([
      'Reason: client insists',
      'Screenshot: no. 4471',
      'Went on all the same: Saturday is fine',
      'the hotline said: yes',
    ]);
  });

  test('tells what was recorded with it: amounts, days, Tencent’s own words', () => {
    const { details } = historySentence(
      entry('fee_paid', {
        facts: {
          amount: { amountMinor: 30_000, currency: 'CNY' },
          means: 'wechat_pay',
          paidOn: '2026-09-28',
          answered: false,
        },
      }),
      t,
      'en',
    );
    expect(details).toEqual(['Amount: ¥300', 'Paid by: WeChat Pay', 'Paid on: 28 Sep 2026']);
    const refused = historySentence(entry('supplement_requested', { facts: { reason: '公章不一致' } }), t, 'en');
    expect(refused.details).toEqual(['What Tencent said, in its own words: 公章不一致']);
  });

  test('shows a kind nobody wrote a sentence for as it is, rather than nothing', () => {
    expect(historySentence(entry('something_new'), t, 'en').sentence).toBe('something_new');
  });
});
