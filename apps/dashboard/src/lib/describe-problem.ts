/** Turns whatever a call threw into what a person needs: what failed, what is safe, what to do, and a reference. */
import { ProblemError, type InvalidField, type Refusal } from '@daiban/contracts';
import { z } from 'zod';
import type { Translate } from './locale.js';

export interface DescribedProblem {
  /** offline: nothing arrived · refused: a rule or a check says no · conflict: somebody was quicker · failed: unexpected. */
  kind: 'offline' | 'refused' | 'conflict' | 'failed';
  code: string;
  title: string;
  detail: string;
  /** For support; empty when the call never arrived. */
  reference: string;
  refusals: readonly Refusal[];
  invalid: readonly InvalidField[];
}

/** Codes of 409 answers that mean: what you looked at is no longer what is stored. */
const CONFLICT = 'version.conflict';

export function describeProblem(error: unknown, t: Translate): DescribedProblem {
  if (error instanceof ProblemError) {
    const { status, code, title, detail, requestId, refusals = [], invalid = [] } = error.problem;
    const kind = code === CONFLICT ? 'conflict' : status >= 500 || code === 'answer.unreadable' ? 'failed' : 'refused';
    return {
      kind,
      code,
      title: kind === 'failed' ? t('dashboard.failed.title') : title,
      detail: kind === 'failed' ? t('dashboard.failed.detail') : detail,
      reference: requestId,
      refusals,
      invalid,
    };
  }
  if (error instanceof z.ZodError) {
    // The contract's own checks stopped it here: the API would have said the same.
    const invalid = error.issues.map(({ path }) => ({
      in: 'body' as const,
      path: path.join('.'),
      message: t('dashboard.field.malformed'),
    }));
    return {
      kind: 'refused',
      code: 'request.malformed',
      title: t('dashboard.field.malformed_title'),
      detail: t('dashboard.field.malformed_title'),
      reference: '',
      refusals: [],
      invalid,
    };
  }
  const none = { reference: '', refusals: [], invalid: [] };
  if (error instanceof TypeError) {
    return {
      kind: 'offline',
      code: 'offline',
      title: t('dashboard.offline.title'),
      detail: t('dashboard.offline.detail'),
      ...none,
    };
  }
  return {
    kind: 'failed',
    code: 'failed',
    title: t('dashboard.failed.title'),
    detail: t('dashboard.failed.detail'),
    ...none,
  };
}

/** Whether the API said that nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401;
}

/** Whether the API said that there is no such thing, or not for us. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 404;
}

/** The reader's role does not reach that far: trying again changes nothing. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 403;
}
