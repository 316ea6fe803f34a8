import { describe, expect, test } from '@jest/globals';
import * as contracts from '@daiban/contracts';
import type { OperationDefinition } from '@daiban/contracts';
import { LOCALES } from '@daiban/domain';
import { catalogues, findTemplate } from '@daiban/i18n';
import { PROBLEM_STATUS, REFUSAL_STATUS } from './problem.js';

const operations = Object.values(contracts).filter(
  (each): each is typeof each & OperationDefinition =>
    typeof each === 'object' && 'permission' in each && 'fullPath' in each,
);
const declared = operations.flatMap(({ refusals = [] }: OperationDefinition) => refusals);
const missing = (keys: readonly string[]) =>
  LOCALES.flatMap((locale) =>
    keys.filter((key) => findTemplate(catalogues[locale], locale, key) === null).map((key) => `${locale} ${key}`),
  );

// A code that a service answers with has its words by its type: `Refused.of` takes no other.
describe('both languages say', () => {
  test('every refusal that an operation announces', () => {
    expect(operations.length).toBeGreaterThan(40);
    expect(declared.length).toBeGreaterThan(30);
    expect(missing(declared.map((code) => `refusals.${code}`))).toEqual([]);
  });

  test('every refusal with a status of its own', () => {
    expect(missing(Object.keys(REFUSAL_STATUS).map((code) => `refusals.${code}`))).toEqual([]);
  });

  test('every problem of the HTTP layer, and what clears it', () => {
    const codes = Object.keys(PROBLEM_STATUS);
    expect(missing(codes.flatMap((code) => [`problems.${code}.title`, `problems.${code}.detail`]))).toEqual([]);
  });
});
