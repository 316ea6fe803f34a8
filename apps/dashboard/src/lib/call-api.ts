/** Calls one operation of the API in the reader's language. Every file in a feature's `api/` folder goes through it. */
import {
  callOperation,
  type CallOptions,
  type Operation,
  type OperationAnswer,
  type OperationCall,
  type OperationDefinition,
} from '@daiban/contracts';

/**
 * @throws ProblemError when the API refuses; TypeError when it cannot be reached
 */
export function callApi<Definition extends OperationDefinition>(
  operation: Operation<Definition>,
  input: OperationCall<Definition>,
  options: CallOptions = {},
): Promise<OperationAnswer<Definition>> {
  return callOperation(operation, input, {
    ...options,
    headers: { 'Accept-Language': document.documentElement.lang.startsWith('zh') ? 'zh' : 'en', ...options.headers },
  });
}
