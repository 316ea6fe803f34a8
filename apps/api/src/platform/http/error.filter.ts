/** Turns everything that can go wrong into a problem in the reader's language. Only a mistake of ours becomes a 500, and only that is logged with its stack. */
import { Catch, Logger, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { FileStoreUnavailable } from '../files/file-store.js';
import { UnusualAnswer } from './answer.js';
import { describeError } from './describe-error.js';
import { HttpProblem } from './http-problem.js';
import { makeProblem } from './problem.js';
import { OperationRegistry } from './operation-registry.js';
import { localeOf } from './request-locale.js';
import type { FastifyReply, FastifyRequest } from './request-state.js';

/** Fastify's own names for a request that it could not read. */
const FASTIFY_CODES: Readonly<Record<string, HttpProblem['code']>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.wrong_content_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_BAD_URL: 'request.malformed',
  FST_ERR_MAX_PARAM_LENGTH: 'request.malformed',
  FST_ERR_ASYNC_CONSTRAINT: 'request.malformed',
};
/** The database, or the way to it, is gone for the moment. */
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '3D000',
  '53300',
  '08006',
  '08001',
]);
/** Text that no column can hold. */
const UNSTORABLE = new Set(['22021', '22P05']);

@Catch()
export class ErrorFilter implements ExceptionFilter {
  readonly #logger = new Logger('Problem');

  /** @param registry knows which methods an address takes; absent before Nest has started */
  constructor(@Optional() private readonly registry?: OperationRegistry) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    void this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Also called by Fastify's own error handlers, before Nest has seen the request. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (error instanceof UnusualAnswer) {
      const { status, body, isProblem } = error.answer;
      const type = isProblem ? 'application/problem+json' : 'application/json';
      return reply.status(status).type(`${type}; charset=utf-8`).send(JSON.stringify(body));
    }
    const problem = this.#otherMethods(toHttpProblem(error), request);
    if (problem.code === 'server.failed') this.#logger.error(`${request.id} ${describeError(error)}`);
    const document = makeProblem(problem.code, localeOf(request), request.id, problem.extras);
    return reply
      .status(document.status)
      .headers(problem.headers)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(document));
  }

  /** An address that is there for another method is 405 and says which. */
  #otherMethods(problem: HttpProblem, request: FastifyRequest): HttpProblem {
    if (problem.code !== 'request.unknown_path') return problem;
    const methods = this.registry?.methodsAt(request.url.split('?')[0] ?? '') ?? [];
    return methods.length > 0
      ? new HttpProblem('request.method_not_allowed', {}, { Allow: methods.join(', ') })
      : problem;
  }
}

function toHttpProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof FileStoreUnavailable) return new HttpProblem('server.unavailable', {}, { 'Retry-After': '30' });
  const { code, statusCode, status, message } = (error ?? {}) as {
    code?: unknown;
    statusCode?: unknown;
    status?: unknown;
    message?: unknown;
  };
  if (typeof code === 'string') {
    const known = FASTIFY_CODES[code];
    if (known) return new HttpProblem(known);
    if (UNAVAILABLE.has(code)) return new HttpProblem('server.unavailable', {}, { 'Retry-After': '5' });
    if (UNSTORABLE.has(code)) return new HttpProblem('request.malformed');
  }
  if (message === 'timeout exceeded when trying to connect')
    return new HttpProblem('server.unavailable', {}, { 'Retry-After': '5' });
  switch (statusCode ?? status) {
    case 400:
      return new HttpProblem('request.malformed');
    case 404:
      return new HttpProblem('request.unknown_path');
    case 413:
      return new HttpProblem('request.too_large');
    case 415:
      return new HttpProblem('request.wrong_content_type');
    default:
      return new HttpProblem('server.failed');
  }
}
