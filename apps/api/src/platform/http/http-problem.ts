/** Thrown inside the HTTP layer (guards, parsers, the operation interceptor) to end a request with a problem. Services never see it: they return `Refused`. */
import type { ProblemCode, ProblemExtras } from './problem.js';

export class HttpProblem extends Error {
  override name = 'HttpProblem';

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
