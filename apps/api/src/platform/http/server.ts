/** Builds the HTTP server under Nest: limits, ids, headers, JSON parsing, the log line of each request. */
import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance } from 'fastify';
import type { Settings } from '../config/settings.js';
import { drainBody } from './drain-body.js';
import { ErrorFilter } from './error.filter.js';
import { HttpProblem } from './http-problem.js';
import type { FastifyReply, FastifyRequest } from './request-state.js';
import { CSP_REPORT_PATH, DATA_POLICY, securityHeaders } from './security-headers.js';

/** Largest JSON body. */
export const JSON_LIMIT = 1024 * 1024;

/** @param filter answers what goes wrong before Nest has the request */
export function createServer(settings: Settings, filter: ErrorFilter): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => randomUUID(),
    // However long an id is, its contract refuses it, not the router; Node ends longer addresses itself.
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 16 * 1024 },
    requestTimeout: 60_000,
    // Names of what happened, never what was in it: no query, no body, no cookie, no address of a person.
    logController: new LogController({ disableRequestLogging: true }),
    logger: {
      level: settings.logLevel,
      serializers: {
        req: () => ({}),
        res: () => ({}),
        err: (error: Error) => ({ type: error.name, message: error.name, stack: '' }),
      },
    },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      // An address that cannot be read never reaches a hook.
      prepare(request, reply);
      void filter.answer(error, request, reply);
    },
  });
  const server = adapter.getInstance<FastifyInstance>();
  addJsonParser(server);
  addHooks(server);
  return adapter;
}

/** What every answer carries, whatever becomes of the request. */
function prepare(request: FastifyRequest, reply: FastifyReply): void {
  request.daiban = {};
  void reply
    .headers(securityHeaders(request.protocol === 'https'))
    .header('X-Request-Id', request.id)
    .header('Content-Security-Policy', DATA_POLICY)
    .header('Reporting-Endpoints', `csp="${CSP_REPORT_PATH}"`);
  if (request.url.startsWith('/api'))
    void reply.header('Cache-Control', 'no-store').header('Vary', 'Accept-Language, Cookie, Authorization');
}

function addHooks(server: FastifyInstance): void {
  server.decorateRequest('daiban');
  server.addHook('onRequest', (request, reply, done) => {
    prepare(request, reply);
    done();
  });
  server.addHook('onSend', async (request, reply) => {
    // A connection closed on somebody who is still sending swallows the answer.
    if (reply.statusCode < 400 || !hasBody(request)) return;
    if (!(await drainBody(request.raw))) void reply.header('Connection', 'close');
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, daiban } = request;
    const actor = daiban.staff?.actor ?? daiban.visitor?.actor;
    request.log.info(
      {
        method,
        route: routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actorKind: actor?.kind,
        actorId: actor?.id,
        agencyId: actor?.agencyId,
      },
      'request',
    );
    done();
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** JSON whole and as text too, for the hash of an Idempotency-Key; every other type goes on unread, for the operation that takes it. */
function addJsonParser(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: JSON_LIMIT },
    (request, body, done) => {
      const text = body as string;
      request.rawBody = text;
      if (text === '') return done(null, undefined);
      try {
        done(null, JSON.parse(text));
      } catch {
        done(new HttpProblem('request.malformed'));
      }
    },
  );
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
}
