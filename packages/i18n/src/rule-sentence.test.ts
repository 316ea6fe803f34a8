import { describe, expect, test } from '@jest/globals';
import { LOCALES, SHIPPED_RULES, SOURCES, type RuleEntry, type SourceKey } from '@daiban/domain';
import { catalogues } from './catalogues.js';
import { describeSource, ruleSentence } from './rule-sentence.js';
import { findTemplate, type Catalogue } from './text.js';

const shipped: readonly RuleEntry[] = SHIPPED_RULES;
const has = (locale: (typeof LOCALES)[number], key: string) =>
  findTemplate(catalogues[locale] as Catalogue, locale, key) !== null;

describe('a rule in words', () => {
  test.each(LOCALES)('every value a rule has or had is said in %s, with nothing left open', (locale) => {
    const said = shipped.map((rule) => ({ id: rule.id, sentence: ruleSentence(locale, rule) }));
    const open = said.filter(
      ({ id, sentence }) => /\{\{|\}\}|undefined|NaN|\[object/.test(sentence) || sentence.includes(id),
    );
    expect(open).toEqual([]);
    // Codes are words of ours: nobody reads snake_case.
    expect(said.filter(({ sentence }) => /[a-z]_[a-z]/.test(sentence))).toEqual([]);
    expect(said.filter(({ sentence }) => !sentence.endsWith(locale === 'zh' ? '。' : '.'))).toEqual([]);
  });

  test('another value is another sentence', () => {
    for (const locale of LOCALES) {
      const ids = new Set(shipped.map(({ id }) => id));
      for (const id of ids) {
        const entries = shipped.filter((rule) => rule.id === id);
        expect(new Set(entries.map((rule) => ruleSentence(locale, rule))).size).toBe(entries.length);
      }
    }
  });

  test.each([
    ['supplement.chances', 3, 'A returned application may be answered 3 times; then the fee is gone.'],
    ['supplement.chances', 1, 'A returned application may be answered 1 time; then the fee is gone.'],
    ['review.mainland', { from: 5, to: 7 }, 'A mainland company’s review takes 5–7 working days.'],
    ['review.small_transfer', { from: 1, to: 1 }, 'The small transfer’s check takes 1 working day.'],
    [
      'fee.official_account.overseas_enterprise',
      { amountMinor: 99_00, currency: 'USD' },
      'A review of an overseas company’s Official Account costs US$99.',
    ],
    [
      'fee.official_account.enterprise',
      { amountMinor: 0, currency: 'CNY' },
      'A review of a company’s Official Account is free.',
    ],
    ['broadcast.service', { count: 6, per: 'month' }, 'A service account may post 6 times in a calendar month.'],
    ['admin.four_eyes', false, 'An ID may be looked at by the member who brought it in.'],
    ['calendar.warn_from', '11-01', 'While the next year’s holidays are missing, we warn from 1 Nov on.'],
    [
      'deregistration.freeze_days',
      [
        { upTo: 1_000, days: 7 },
        { upTo: null, days: 60 },
      ],
      'An account that is being closed stays frozen, by followers: up to 1,000: 7 days; above: 60 days.',
    ],
  ])('%s with the value %j', (id, value, sentence) => {
    expect(ruleSentence('en', { id, value })).toBe(sentence);
  });

  test('in Chinese', () => {
    expect(ruleSentence('zh', { id: 'quota.subject.enterprise', value: 2 })).toBe('一家企业可注册 2 个公众号。');
    expect(ruleSentence('zh', { id: 'payment.overseas_means', value: ['wechat_pay', 'bank_transfer'] })).toBe(
      '境外企业的支付方式：微信支付、银行转账。',
    );
  });

  test('where sources disagree, both languages tell who says what', () => {
    const disputed = new Set(shipped.filter(({ disputedBy }) => disputedBy !== undefined).map(({ id }) => id));
    const told = Object.keys(catalogues.en.rules)
      .filter((key) => key.endsWith('.disputed'))
      .map((key) => key.slice(0, -'.disputed'.length));
    expect(told.toSorted()).toEqual([...disputed].toSorted());
    for (const id of disputed) expect(LOCALES.every((locale) => has(locale, `rules.${id}.disputed`))).toBe(true);
  });
});

describe('a source in words', () => {
  test.each(Object.keys(SOURCES) as SourceKey[])('%s', (key) => {
    const english = describeSource('en', key, SOURCES[key]);
    const chinese = describeSource('zh', key, SOURCES[key]);
    expect(english.says).toBe(SOURCES[key].says);
    for (const word of Object.values(chinese)) expect(word).not.toBe('');
    expect(/\p{Script=Han}/u.test(chinese.says)).toBe(true);
    expect(/\p{Script=Han}[,:;?!()]|[,:;?!()]\p{Script=Han}/u.test(Object.values(chinese).join(''))).toBe(false);
  });
});
