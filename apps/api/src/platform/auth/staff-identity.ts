/** Passwords and sessions of staff, kept by better-auth in its own schema. Called in process; nothing of it is reachable over HTTP. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { betterAuth } from 'better-auth';
import pg from 'pg';
import { SystemClock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { surviveLostConnections } from '../database/lost-connections.js';

const COOKIE = 'daiban_session';
/** A session ends after a week without use; using it moves the end, at most once a day. */
export const SESSION_SECONDS = 7 * 24 * 3600;
const RENEW_SECONDS = 24 * 3600;

export interface SignedIn {
  readonly userId: string;
  /** Value of our cookie: token and signature. */
  readonly cookie: string;
}

@Injectable()
export class StaffIdentity implements OnApplicationShutdown {
  readonly #pool: pg.Pool;
  readonly #secret: string;
  readonly #auth;

  constructor(
    settings: Settings,
    private readonly clock: SystemClock,
  ) {
    this.#secret = settings.secret;
    this.#pool = new pg.Pool({
      connectionString: settings.databaseAuthUrl,
      max: 3,
      connectionTimeoutMillis: 10_000,
      options: '-c search_path=auth',
    });
    surviveLostConnections(this.#pool);
    this.#auth = betterAuth({
      database: this.#pool,
      secret: settings.secret,
      baseURL: settings.publicUrl,
      emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 128, autoSignIn: false },
      session: { expiresIn: SESSION_SECONDS, updateAge: RENEW_SECONDS },
      advanced: {
        database: { generateId: 'uuid' },
        useSecureCookies: false,
        cookies: { session_token: { name: COOKIE } },
        // Our own guard has decided already; in process there is no origin to look at.
        disableCSRFCheck: true,
        disableOriginCheck: true,
      },
      rateLimit: { enabled: false },
      telemetry: { enabled: false },
      logger: { disabled: true },
    });
  }

  /** Null when address or password is wrong; both take equally long. */
  async signIn(email: string, password: string): Promise<SignedIn | null> {
    const response = await this.#auth.api.signInEmail({
      body: { email: email.toLowerCase(), password },
      asResponse: true,
    });
    if (!response.ok) return ended(response, [400, 401, 403]);
    const { user } = (await response.json()) as { user: { id: string } };
    const cookie = cookieOf(response);
    if (!cookie) throw new Error('A session without a cookie.');
    return { userId: user.id, cookie };
  }

  /** A session without a password: demo sign-in and the end of the set-up. */
  async openSession(userId: string): Promise<string> {
    const context = await this.#auth.$context;
    const session = await context.internalAdapter.createSession(userId);
    return sign(session.token, this.#secret);
  }

  /** Makes a login. Null when the address has one already. */
  async createUser(name: string, email: string, password: string): Promise<string | null> {
    const context = await this.#auth.$context;
    const address = email.toLowerCase();
    if (await context.internalAdapter.findUserByEmail(address)) return null;
    try {
      const user = await context.internalAdapter.createUser(
        { name, email: address, emailVerified: true },
        { method: 'email-password' },
      );
      await context.internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: await context.password.hash(password),
      });
      return user.id;
    } catch (error) {
      if (await context.internalAdapter.findUserByEmail(address)) return null;
      throw error;
    }
  }

  /** The login of an address, whoever it belongs to; null: the address has none. */
  async findUserId(email: string): Promise<string | null> {
    const { internalAdapter } = await this.#auth.$context;
    return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null;
  }

  /** Ends every session of a member: switched off, or password changed by somebody else. */
  async endSessionsOf(userId: string): Promise<void> {
    await (await this.#auth.$context).internalAdapter.deleteUserSessions(userId);
  }

  /** Another password in place of a forgotten one, or the first of a login whose making was cut off; every session of the login ends. */
  async resetPassword(userId: string, password: string): Promise<void> {
    const { internalAdapter, password: passwords } = await this.#auth.$context;
    const hash = await passwords.hash(password);
    const accounts = await internalAdapter.findAccounts(userId);
    if (accounts.some(({ providerId }) => providerId === 'credential'))
      await internalAdapter.updatePassword(userId, hash);
    else await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
    await internalAdapter.deleteUserSessions(userId);
  }

  /** New cookie when the current password was right, else null. Every other session of the member ends. */
  async changePassword(cookie: string, currentPassword: string, newPassword: string): Promise<string | null> {
    const response = await this.#auth.api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers: this.#headers(cookie),
      asResponse: true,
    });
    if (!response.ok) return ended(response, [400, 401]);
    return cookieOf(response) ?? cookie;
  }

  /** Whether this is the password of the session's member. */
  async hasPassword(cookie: string, password: string): Promise<boolean> {
    const response = await this.#auth.api.verifyPassword({
      body: { password },
      headers: this.#headers(cookie),
      asResponse: true,
    });
    return response.ok || ended(response, [400, 401]) !== null;
  }

  /** Moves the session's end when it is due. New cookie, or null when nothing changed. */
  async renew(cookie: string): Promise<string | null> {
    const response = await this.#auth.api.getSession({ headers: this.#headers(cookie), asResponse: true });
    return response.ok ? cookieOf(response) : null;
  }

  async signOut(cookie: string): Promise<void> {
    const token = this.tokenOf(cookie);
    if (token) await (await this.#auth.$context).internalAdapter.deleteSession(token);
  }

  /** The session's token in a cookie that we have signed, else null. Whether the session still lives is for the database to say. */
  tokenOf(cookie: string): string | null {
    const dot = cookie.lastIndexOf('.');
    if (dot < 1) return null;
    const token = cookie.slice(0, dot);
    const [given, expected] = [Buffer.from(cookie), Buffer.from(sign(token, this.#secret))];
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }

  #headers(cookie: string): Headers {
    return new Headers({ cookie: `${COOKIE}=${encodeURIComponent(cookie)}` });
  }
}

/** better-auth's own form of a signed value, so that both read the same cookie. */
function sign(token: string, secret: string): string {
  return `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;
}

function cookieOf(response: Response): string | null {
  for (const header of response.headers.getSetCookie()) {
    const match = new RegExp(`^${COOKIE}=([^;]+)`).exec(header);
    if (match?.[1]) return decodeURIComponent(match[1]);
  }
  return null;
}

function ended(response: Response, expected: readonly number[]): null {
  if (!expected.includes(response.status)) throw new Error(`better-auth answered ${response.status}`);
  return null;
}
