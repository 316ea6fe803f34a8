/** What an operation answers in the end: a status and a body, already fit for the contract. */
import type { Problem } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { Refused } from '../refusal/refused.js';
import { toRefusals } from '../refusal/to-refusals.js';
import type { AnyOperation } from './operation.decorator.js';
import { makeRefusalProblem } from './problem.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The body is a problem, not what the operation answers. */
  readonly isProblem?: true;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A body under another status than the contract's usual one: one of `output.otherStatuses`. */
export class OtherStatus<Body> {
  constructor(
    readonly status: number,
    readonly body: Body,
  ) {}
}

/** Thrown to let the error filter send an answer that is not the route's usual status. */
export class UnusualAnswer extends Error {
  constructor(readonly answer: Answer) {
    super(`answer ${answer.status}`);
  }
}

/** @throws z.ZodError when the method returns what its contract does not allow: a mistake of ours */
export function toAnswer(operation: AnyOperation, result: unknown, locale: Locale, requestId: string): Answer {
  if (result instanceof Refused) {
    const body: Problem = makeRefusalProblem(
      result.code,
      toRefusals(result.findings, locale, result.ruleOf),
      locale,
      requestId,
    );
    return {
      status: body.status,
      body,
      isProblem: true,
      ...(result.retryAfterSeconds && { headers: { 'Retry-After': String(result.retryAfterSeconds) } }),
    };
  }
  const { schema, status = 200, otherStatuses } = operation.output;
  if (result instanceof OtherStatus && otherStatuses?.includes(result.status))
    return { status: result.status, body: schema?.parse(result.body) };
  return { status, body: schema ? schema.parse(result) : operation.output.contentType ? result : undefined };
}
