/** Calls one operation of the contract over HTTP, checking what goes out and what comes back. Both apps and our own tests call the API only through this. */
import type { z } from 'zod';
import type { Operation, OperationAnswer, OperationCall, OperationDefinition } from './define-operation.js';
import { ProblemSchema, type Problem } from './problem.contract.js';

export interface CallOptions {
  /** Origin to call; the page's own when not given. */
  baseUrl?: string;
  /** `fetch` when not given. */
  fetch?: typeof globalThis.fetch;
  signal?: AbortSignal;
  /** Makes a POST safe to repeat: the same key and body get the same answer. */
  idempotencyKey?: string;
  headers?: Readonly<Record<string, string>>;
}

/** An answer that is not the expected one. `problem.code` says which; a network failure stays `fetch`'s own TypeError. */
export class ProblemError extends Error {
  /**
   * @param problem what the API said; code `answer.unreadable` when something between us answered, or when the answer does not fit the contract
   */
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.name = 'ProblemError';
  }
}

type LooseCall = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, unknown>;
  body?: unknown;
};

/**
 * @throws ProblemError when the API answers with a problem, or when the answer does not fit the contract
 * @throws z.ZodError when the input does not fit the contract: nothing is sent
 */
export async function callOperation<Definition extends OperationDefinition>(
  operation: Operation<Definition>,
  input: OperationCall<Definition>,
  options: CallOptions = {},
): Promise<OperationAnswer<Definition>> {
  const { params, query, headers: own, body } = input as LooseCall;
  const url = (options.baseUrl ?? '') + fillPath(operation, params) + writeQuery(operation.input.query, query);
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', ...options.headers };
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  Object.assign(headers, writeHeaders(operation.input.headers, own));
  const contentType = operation.input.contentType;
  let payload: BodyInit | undefined;
  if (contentType) {
    // a file says itself what it is; where the list has no such type, its first one is meant
    const accepted = typeof contentType === 'string' ? [contentType] : contentType;
    const type = body instanceof Blob ? body.type : '';
    headers['Content-Type'] = accepted.includes(type) ? type : (accepted[0] ?? type);
    payload = body as BodyInit;
  } else if (operation.input.body) {
    operation.input.body.parse(body);
    headers['Content-Type'] = 'application/json';
    payload = JSON.stringify(body);
  }
  const send = options.fetch ?? globalThis.fetch;
  const response = await send(url, {
    method: operation.method,
    headers,
    body: payload,
    signal: options.signal ?? null,
    credentials: 'same-origin',
  });
  return (await readAnswer(operation, response)) as OperationAnswer<Definition>;
}

function fillPath(operation: Operation, params: Record<string, unknown> | undefined): string {
  const values = operation.input.params?.parse(params) ?? {};
  return operation.fullPath.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

function writeQuery(schema: z.ZodObject | undefined, query: Record<string, unknown> | undefined): string {
  if (!schema || !query) return '';
  schema.parse(query);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as Record<string, string | number | boolean | null | undefined>))
    if (value !== undefined && value !== null) search.set(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
}

function writeHeaders(
  schema: z.ZodObject | undefined,
  headers: Record<string, unknown> | undefined,
): Record<string, string> {
  if (!schema) return {};
  schema.parse(headers);
  const given = Object.entries(headers as Record<string, string | number | undefined>);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

async function readAnswer(operation: Operation, response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    const problem = ProblemSchema.safeParse(await response.json().catch(() => undefined));
    throw new ProblemError(
      problem.success ? problem.data : unreadable(response, 'The problem does not fit the contract.'),
    );
  }
  if (!response.ok && !operation.output.otherStatuses?.includes(response.status))
    throw new ProblemError(unreadable(response, 'The answer did not come from Daiban.'));
  if (response.status === 204) return undefined;
  if (operation.output.contentType) return response.blob();
  const answer = operation.output.schema?.safeParse(await response.json().catch(() => undefined));
  if (!answer?.success)
    throw new ProblemError(unreadable(response, answer ? answer.error.message : 'The answer has no schema.'));
  return answer.data;
}

function unreadable(response: Response, detail: string): Problem {
  return {
    type: 'about:blank',
    title: 'Unreadable answer',
    status: response.status,
    code: 'answer.unreadable',
    detail,
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
