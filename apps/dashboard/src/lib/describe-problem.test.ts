import { describe, expect, test } from '@jest/globals';
import { ProblemError } from '@daiban/contracts';
import { z } from 'zod';
import { describeProblem, isNotFound, isSignedOut } from './describe-problem.js';
import type { Translate } from './locale.js';
import { text } from './texts.js';

const t: Translate = (key, params) => text('en', key, params);
const answered = (status: number, code: string): ProblemError =>
  new ProblemError({ type: 'x', title: 'Title', status, code, detail: 'Detail', requestId: 'req-1' });

describe('what went wrong, for a person', () => {
  test('a call that never arrived says that nothing was sent and what was typed is kept', () => {
    const problem = describeProblem(new TypeError('Failed to fetch'), t);
    expect(problem).toMatchObject({ kind: 'offline', reference: '' });
    expect(problem.detail).toContain('what you typed is kept');
  });

  test('our own failure says what is safe and gives a reference, never the server’s words', () => {
    const problem = describeProblem(answered(500, 'internal'), t);
    expect(problem).toMatchObject({ kind: 'failed', reference: 'req-1' });
    expect(problem.detail).not.toContain('Detail');
  });

  test('a refusal keeps the API’s own words', () => {
    expect(describeProblem(answered(422, 'event.refused'), t)).toMatchObject({ kind: 'refused', detail: 'Detail' });
  });

  test('only a stale version is a conflict; an address that is taken is a refusal', () => {
    expect(describeProblem(answered(409, 'version.conflict'), t).kind).toBe('conflict');
    expect(describeProblem(answered(409, 'email.already_used'), t).kind).toBe('refused');
  });

  test('what the contract stops before it is sent names the field', () => {
    const { error } = z.object({ originalId: z.string().regex(/^gh_/) }).safeParse({ originalId: 'x' });
    expect(describeProblem(error, t)).toMatchObject({ kind: 'refused', invalid: [{ path: 'originalId' }] });
  });

  test('tells a missing thing and an ended session apart', () => {
    expect(isNotFound(answered(404, 'registration.not_found'))).toBe(true);
    expect(isSignedOut(answered(401, 'session.missing'))).toBe(true);
    expect(isSignedOut(answered(403, 'permission.denied'))).toBe(false);
  });
});
