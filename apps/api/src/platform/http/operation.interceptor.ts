/** Runs each operation between its contract's two ends: checks what came in, honours an Idempotency-Key, checks what goes out. */
import { PORTAL_PERMISSIONS, type Permission, type PortalPermission } from '@daiban/contracts';
import { text } from '@daiban/i18n';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { RecentCallers } from '../auth/recent-callers.js';
import { toAnswer, UnusualAnswer, type Answer } from './answer.js';
import { HttpProblem } from './http-problem.js';
import { Idempotency } from './idempotency.js';
import { OPERATION, type AnyOperation } from './operation.decorator.js';
import { parseInput } from './parse-input.js';
import { readBytes } from './read-bytes.js';
import { localeOf } from './request-locale.js';
import type { FastifyReply, FastifyRequest } from './request-state.js';

/** Printable ASCII, as long as a key may be. */
const KEY_FORM = /^[\x21-\x7e]{1,255}$/;

/** Work on cases, in which no member gains or loses a right; visitors of the portal are asked for anew each time anyhow. After a change with any other permission, who calls is asked for anew. */
const CASE_WORK: ReadonlySet<Permission> = new Set<Permission>([
  'registrations.decide',
  'registrations.write',
  'clients.write',
  'people.write',
  'people.check',
  'emails.write',
  'imports.write',
  'documents.write',
  'messages.write',
  ...(Object.keys(PORTAL_PERMISSIONS) as PortalPermission[]),
]);

@Injectable()
export class OperationInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly recentCallers: RecentCallers,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as AnyOperation;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const locale = localeOf(request);
    const { contentType, streamed, maxBytes } = operation.input;
    const body = contentType && !streamed ? await readBytes(request, maxBytes) : request.body;
    const { params, query, headers } = request;
    request.daiban.input = parseInput(operation, { params, query, headers, body }, locale);
    const work = async (): Promise<Answer> =>
      toAnswer(operation, await lastValueFrom(next.handle(), { defaultValue: undefined }), locale, request.id);

    const keyed = this.#keyOf(request, operation, body);
    const answer = await (keyed ? this.idempotency.run(keyed, work) : work()).finally(() => {
      if (operation.method !== 'GET' && !CASE_WORK.has(operation.permission)) this.recentCallers.forget();
    });
    if (answer.headers) void reply.headers(answer.headers);
    if (answer.status !== (operation.output.status ?? 200)) throw new UnusualAnswer(answer);
    return of(answer.body);
  }

  #keyOf(request: FastifyRequest, operation: AnyOperation, body: unknown) {
    const key = request.headers['idempotency-key'];
    if (key === undefined || operation.method !== 'POST' || operation.idempotent === false) return null;
    const actor = request.daiban.staff?.actor ?? request.daiban.visitor?.actor;
    if (!actor) return null;
    if (typeof key !== 'string' || !KEY_FORM.test(key)) {
      throw new HttpProblem('request.invalid', {
        invalid: [
          { in: 'header', path: 'Idempotency-Key', message: text(localeOf(request), 'problems.field.idempotency_key') },
        ],
      });
    }
    return {
      agencyId: actor.agencyId,
      caller: `${actor.kind}:${actor.id}`,
      operation: operation.id,
      key,
      content: [request.method, request.url, body instanceof Uint8Array ? body : (request.rawBody ?? '')],
      money: operation.money ?? false,
    };
  }
}
