/** Stands before every operation: where does the request come from, who sends it, may they, and is the body what the operation takes. */
import { isPortalPermission, linkMay, roleMay, type Permission, type PortalPermission } from '@daiban/contracts';
import type { PortalLinkKind } from '@daiban/domain/enumerations';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { HttpProblem } from '../http/http-problem.js';
import { OPERATION, type AnyOperation } from '../http/operation.decorator.js';
import type { FastifyRequest } from '../http/request-state.js';
import { isSameOrigin } from '../http/same-origin.js';
import { CallerLookup } from './caller-lookup.js';
import { hasOwnCookie, readCookie } from './cookies.js';

/** Links that only ever show. */
const READING_KINDS: readonly PortalLinkKind[] = ['boardroom', 'preview'];

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly callers: CallerLookup,
    private readonly settings: Settings,
  ) {}

  /** @throws HttpProblem 401, 403 or 415; never answers false */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const operation = Reflect.getMetadata(OPERATION, context.getHandler()) as AnyOperation;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const bearer = bearerOf(request);
    if (operation.method !== 'GET' && bearer === null) this.#checkOrigin(request);
    await this.#identify(operation.permission, request, bearer);
    checkContentType(operation, request);
    return true;
  }

  #checkOrigin(request: FastifyRequest): void {
    const { 'sec-fetch-site': secFetchSite, origin } = request.headers;
    const same = isSameOrigin({
      secFetchSite: secFetchSite,
      origin,
      ownOrigin: `${request.protocol}://${request.host}`,
      publicOrigin: this.settings.publicUrl,
      hasCookie: hasOwnCookie(request),
    });
    if (!same) throw new HttpProblem('request.foreign_origin');
  }

  async #identify(permission: Permission, request: FastifyRequest, bearer: string | null): Promise<void> {
    if (permission === 'public') return;
    if (isPortalPermission(permission)) return this.#identifyVisitor(permission, request);
    const cookie = bearer === null ? readCookie('staff', request) : null;
    const staff =
      bearer !== null ? await this.callers.byApiKey(bearer) : cookie && (await this.callers.bySession(cookie));
    if (!staff) throw new HttpProblem('session.required', {}, { 'WWW-Authenticate': 'Bearer' });
    request.daiban.staff = staff;
    if (!roleMay(staff.actor.role, permission))
      throw new HttpProblem('permission.missing', { params: { role: staff.actor.role } });
  }

  async #identifyVisitor(permission: PortalPermission, request: FastifyRequest): Promise<void> {
    const cookie = readCookie('portal', request);
    const visitor = cookie && (await this.callers.byPortalCookie(cookie));
    if (!visitor) throw new HttpProblem('session.required');
    request.daiban.visitor = visitor;
    if (linkMay(visitor.kind, permission)) return;
    throw new HttpProblem(READING_KINDS.includes(visitor.kind) ? 'portal.read_only' : 'portal.not_by_this_link');
  }
}

/** Null: the caller names no key at all. */
function bearerOf(request: FastifyRequest): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  return /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
}

function checkContentType(operation: AnyOperation, request: FastifyRequest): void {
  const given = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (!hasBody && given === undefined) return;
  const accepted: readonly string[] = [operation.input.contentType ?? 'application/json'].flat();
  if (given === undefined || !accepted.includes(given)) throw new HttpProblem('request.wrong_content_type');
}
