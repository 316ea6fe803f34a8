/** What a call is refused with, for tests of the case: `expect(await refusalsOf(call)).toEqual(ruled('sign_off.missing'))`. */
import { expect } from '@jest/globals';
import type { ProblemError } from '@daiban/contracts';

/** The problem a call must end with. */
export async function problemOf(call: Promise<unknown>): Promise<ProblemError['problem']> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) throw new Error('the call was not refused');
  return (error as ProblemError).problem;
}

/** Status and codes of a call that must be refused. */
export async function refusalsOf(call: Promise<unknown>): Promise<{ status: number; codes: string[] }> {
  const problem = await problemOf(call);
  return { status: problem.status, codes: problem.refusals?.map(({ code }) => code) ?? [problem.code] };
}

/** Refused by these rules, and perhaps others. */
export const ruled = (...codes: string[]) => ({ status: 422, codes: expect.arrayContaining(codes) });
