/** Who is signed in, signing in and out, and changing one's password. */
import { STAFF_PERMISSIONS } from '@daiban/domain';
import { ACTOR_KINDS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema, RoleSchema } from './problem.contract.js';
import { IdSchema, InstantSchema } from './values.contract.js';

/** A password as a person types it: long enough to resist guessing, short enough to hash. */
export const PasswordSchema = z.string().min(12).max(128);

export const SessionSchema = z
  .object({
    actor: z.object({
      kind: z.enum(ACTOR_KINDS),
      id: IdSchema,
      name: z.string(),
      role: RoleSchema,
      locale: LocaleSchema,
    }),
    agency: z.object({
      id: IdSchema,
      name: z.string(),
      /** Its name for Chinese readers; null: it has none. */
      nameZh: z.string().nullable(),
      timeZone: z.string(),
      locale: LocaleSchema,
    }),
    /** What the role may do, so that a screen can name who can instead of showing a dead button. */
    permissions: z.array(z.enum(STAFF_PERMISSIONS)),
    /** Whether this installation shows made-up data under a clock that can be moved. */
    demo: z.boolean(),
    /** Now on the business clock; "today" on every screen comes from it. */
    businessNow: InstantSchema,
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof SessionSchema>;

export const signIn = defineOperation({
  id: 'signIn',
  method: 'POST',
  path: '/session',
  permission: 'public',
  summary: 'Signs a member in by email address and password and sets the session cookie.',
  input: { body: z.strictObject({ email: z.email().max(254), password: z.string().min(1).max(128) }) },
  output: { status: 201, schema: SessionSchema },
  refusals: ['session.wrong_credentials', 'session.too_many_attempts'],
  idempotent: false,
});

export const signOut = defineOperation({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  permission: 'public',
  summary: 'Ends the session of this browser; harmless when there is none.',
  input: {},
  output: { status: 204 },
});

export const getSession = defineOperation({
  id: 'getSession',
  method: 'GET',
  path: '/session',
  permission: 'session.own',
  summary: 'Says who is calling, in which agency and role, what the role may do, and what time it is for the business.',
  input: {},
  output: { schema: SessionSchema },
});

export const updateSession = defineOperation({
  id: 'updateSession',
  method: 'PATCH',
  path: '/session',
  permission: 'session.own',
  summary: 'Changes the own language; it holds on every device.',
  input: { body: z.strictObject({ locale: LocaleSchema }) },
  output: { schema: SessionSchema },
});

export const changePassword = defineOperation({
  id: 'changePassword',
  method: 'PUT',
  path: '/session/password',
  permission: 'session.own',
  summary: 'Changes the own password and ends every other session of the same member.',
  input: { body: z.strictObject({ currentPassword: z.string().min(1).max(128), newPassword: PasswordSchema }) },
  output: { status: 204 },
  refusals: ['session.wrong_credentials'],
});
