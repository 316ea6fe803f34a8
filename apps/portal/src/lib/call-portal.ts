/** Calls one operation of the API in the reader's language; says whether a failure means that the visit is over. */
// Every part that is loaded later calls the API too: this keeps the setting in the piece that zod itself is built into, before it.
import './zod-without-eval.js';
import {
  callOperation,
  ProblemError,
  type Operation,
  type OperationAnswer,
  type OperationCall,
  type OperationDefinition,
} from '@daiban/contracts';

/** @throws ProblemError when the API refuses; TypeError when it cannot be reached */
export function callPortal<Definition extends OperationDefinition>(
  operation: Operation<Definition>,
  input: OperationCall<Definition>,
): Promise<OperationAnswer<Definition>> {
  const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  return callOperation(operation, input, { headers: { 'Accept-Language': language } });
}

/** No visit, or one that has run out or was ended by the agency. */
export function isVisitOver(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401;
}

/** There is a visit, but its link does not reach this page. */
export function isElsewhere(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'portal.not_by_this_link';
}

/** What was asked for is not the visitor's, or no such thing could be: a mistyped id is not even sent. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return error instanceof Error && error.name === 'ZodError';
  return error.problem.status === 404 || error.problem.status === 400;
}

/** What support needs to find a failure again; null when nothing reached us. */
export function referenceOf(error: unknown): string | null {
  return error instanceof ProblemError && error.problem.requestId ? error.problem.requestId : null;
}

/** A failed connection is `fetch`'s TypeError; everything the API said is a ProblemError. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError;
}
