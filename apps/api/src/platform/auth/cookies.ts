/** Names and attributes of our cookies. On https and on this machine they are `__Host-` and Secure; only on plain http elsewhere they cannot be. */
import type { FastifyReply, FastifyRequest } from '../http/request-state.js';

export type CookieKind = 'staff' | 'portal';

const NAMES = { staff: 'daiban', portal: 'daiban-portal' } as const;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

/** Browsers treat https and the own machine as safe and keep a Secure cookie there. */
function mayBeSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || LOOPBACK.test(request.host);
}

function nameOf(kind: CookieKind, request: FastifyRequest): string {
  return mayBeSecure(request) ? `__Host-${NAMES[kind]}` : NAMES[kind];
}

export function readCookie(kind: CookieKind, request: FastifyRequest): string | null {
  const wanted = nameOf(kind, request);
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (pair.slice(0, equals).trim() !== wanted) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/** Whether any cookie of ours came along, valid or not. */
export function hasOwnCookie(request: FastifyRequest): boolean {
  return /(^|[;\s])(__Host-)?daiban(-portal)?=/.test(request.headers.cookie ?? '');
}

/** @param maxAgeSeconds 0 takes the cookie away */
export function writeCookie(
  kind: CookieKind,
  request: FastifyRequest,
  reply: FastifyReply,
  value: string,
  maxAgeSeconds: number,
): void {
  const secure = mayBeSecure(request);
  if (!secure)
    request.log.warn(
      'A session cookie goes out without Secure: this address is plain http. Use https for anything but a trial.',
    );
  const parts = [
    `${nameOf(kind, request)}=${encodeURIComponent(value)}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
  ];
  if (secure) parts.push('Secure');
  void reply.header('Set-Cookie', parts.join('; '));
}
