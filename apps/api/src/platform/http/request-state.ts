/** What the HTTP layer keeps on a request while it travels from hook to guard, interceptor and controller. */
import type { Locale } from '@daiban/domain/enumerations';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PortalVisitor, StaffCaller } from '../auth/actor.js';

export interface RequestState {
  /** The language of this answer, once known better than from the header alone. */
  locale?: Locale;
  staff?: StaffCaller;
  visitor?: PortalVisitor;
  /** `{ params, query, headers, body }` as the contract parsed them. */
  input?: unknown;
}

declare module 'fastify' {
  interface FastifyRequest {
    daiban: RequestState;
    /** The text of a JSON body, for the hash of an Idempotency-Key. */
    rawBody?: string;
  }
}

/** Request and reply together, for the few methods that speak HTTP themselves. */
export interface HttpExchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export type { FastifyReply, FastifyRequest };
