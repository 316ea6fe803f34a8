import { describe, expect, test } from '@jest/globals';
import { checkRegisteredName, weighRegisteredName } from './registered-name.js';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('a registered name', () => {
  const rule = { min: 12, max: 90 };
  test.each([
    ['灯桥（上海）咨询有限公司', '灯桥(上海)咨询有限公司', ['registered_name.brackets']],
    [' 灯桥 ', '灯桥', ['registered_name.too_short']],
    ['Lumière Trading Ltd', 'Lumière Trading Ltd', []],
    ['灯'.repeat(30), '灯'.repeat(30), []],
    ['灯'.repeat(31), '灯'.repeat(31), ['registered_name.too_long']],
  ])('%s', (typed, normalised, found) => {
    const check = checkRegisteredName(typed, rule);
    expect(check.normalised).toBe(normalised);
    expect(codes([...check.problems, ...check.warnings])).toEqual(found);
  });

  test('weighs three for a Chinese character and one for a Latin letter, on the bank route only', () => {
    expect(weighRegisteredName('灯桥A(1)')).toBe(10);
    expect(checkRegisteredName('灯', null).valid).toBe(true);
    expect(checkRegisteredName('\u200B', rule)).toMatchObject({ valid: false, normalised: null });
  });
});
