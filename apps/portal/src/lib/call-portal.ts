/** Calls one operation of the API in the reader's language; says whether a failure means that the visit is over. */
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
  return error instanceof ProblemError && (error.problem.status === 401 || error.problem.status === 403);
}

/** What support needs to find a failure again; null when nothing reached us. */
export function referenceOf(error: unknown): string | null {
  return error instanceof ProblemError && error.problem.requestId ? error.problem.requestId : null;
}

/** A failed connection is `fetch`'s TypeError; everything the API said is a ProblemError. */
export function isOffline(error: unknown): boolean {
  return error instanceof TypeError;
}
