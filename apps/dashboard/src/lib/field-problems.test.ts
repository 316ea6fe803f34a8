import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '@daiban/contracts';
import type { DescribedProblem } from './describe-problem.js';
import { sortFieldProblems } from './field-problems.js';

const refusal = (code: string): Refusal => ({
  code,
  kind: 'hard',
  message: 'No.',
  clearedBy: 'Take another.',
  clearedByHolder: 'agency',
  rule: null,
});
const problem = (changes: Partial<DescribedProblem>): DescribedProblem => ({
  kind: 'refused',
  code: 'x',
  title: '',
  detail: '',
  reference: '',
  refusals: [],
  invalid: [],
  ...changes,
});
const CODES = { accountEmail: ['email.'], 'subject.code': ['uscc.', 'subject.code'] } as const;

describe('what the API says about a form', () => {
  test('an address in use is told at the address, with what would help', () => {
    const sorted = sortFieldProblems(problem({ refusals: [refusal('email.already_used')] }), CODES);
    expect(sorted).toEqual({ messages: { accountEmail: 'No. Take another.' }, hasMore: false });
  });

  test('a wrong form is told at the field its path names', () => {
    const sorted = sortFieldProblems(
      problem({ invalid: [{ in: 'body', path: 'subject.code', message: 'too long' }] }),
      CODES,
    );
    expect(sorted.messages).toEqual({ 'subject.code': 'too long' });
  });

  test('what belongs to no field is left for the form', () => {
    expect(sortFieldProblems(problem({ refusals: [refusal('quota.full')] }), CODES)).toEqual({
      messages: {},
      hasMore: true,
    });
    expect(sortFieldProblems(problem({ code: 'permission.denied' }), CODES).hasMore).toBe(true);
  });
});
