import { expect, test } from '@jest/globals';
import { resolveRulebook, RULEBOOK_VERSION, SHIPPED_RULES } from '@daiban/domain';
import { AGENCY_TEXT_KINDS, LOCALES } from '@daiban/domain/enumerations';
import { shippedText } from './shipped-text.js';

const RULES = resolveRulebook(SHIPPED_RULES, [], '2026-09-28', RULEBOOK_VERSION);
const AGENCY = {
  name: 'Lantern Bridge',
  nameZh: '灯桥咨询',
  slug: null,
  brandColour: null,
  legalName: null,
  address: null,
  contactEmail: null,
  website: null,
};

test.each(LOCALES)(
  'every text that comes with the product is whole, whatever the agency has told of itself: %s',
  (locale) => {
    for (const kind of AGENCY_TEXT_KINDS)
      for (const agency of [
        AGENCY,
        { ...AGENCY, legalName: 'Lantern Ltd', address: '1 Example Road', contactEmail: 'a@b.test' },
      ]) {
        const text = shippedText(kind, agency, RULES, locale);
        expect(text.length).toBeGreaterThan(100);
        expect(text).not.toMatch(/\{\{|\}\}|null|undefined/);
      }
  },
);

test('the privacy notice says who, whom to write to and until when, by the rules of the agency', () => {
  const agency = { ...AGENCY, legalName: 'Lantern Ltd', address: '1 Example Road', contactEmail: 'data@lantern.test' };
  const text = shippedText('privacy_notice', agency, RULES, 'en');
  for (const said of ['Lantern Ltd, 1 Example Road', 'data@lantern.test', '30 days', '365 days', '15 days'])
    expect(text).toContain(said);
  const own = resolveRulebook(
    SHIPPED_RULES,
    [{ ruleId: 'data_request.answer_days', value: 7, validFrom: '2026-09-01' }],
    '2026-09-28',
    RULEBOOK_VERSION,
  );
  expect(shippedText('privacy_notice', agency, own, 'zh')).toContain('7 天内答复');
});

test('a Chinese reader finds the agency under its Chinese name, unless its registered name is told', () => {
  expect(shippedText('accessibility', AGENCY, RULES, 'zh')).toContain('灯桥咨询');
  expect(shippedText('accessibility', { ...AGENCY, legalName: 'Lantern Ltd' }, RULES, 'zh')).toContain('Lantern Ltd');
});
