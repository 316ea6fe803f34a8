/** The people and programs of an agency: members with a role, API keys. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema, RoleSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema } from './values.contract.js';

export const MemberSchema = z
  .object({
    id: IdSchema,
    name: z.string(),
    email: z.string(),
    role: RoleSchema,
    locale: LocaleSchema,
    /** From when on the member cannot sign in; null while active. */
    disabledAt: InstantSchema.nullable(),
    createdAt: InstantSchema,
    version: z.number().int(),
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof MemberSchema>;

export const listMembers = defineOperation({
  id: 'listMembers',
  method: 'GET',
  path: '/members',
  permission: 'members.read',
  summary: 'Lists the members of the agency by name.',
  input: {},
  output: { schema: z.object({ items: z.array(MemberSchema) }) },
});

export const createMember = defineOperation({
  id: 'createMember',
  method: 'POST',
  path: '/members',
  permission: 'members.manage',
  summary: 'Adds a member with a first password that is shown once; the member changes it after signing in.',
  input: {
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      email: z.email().max(254),
      role: RoleSchema,
      locale: LocaleSchema,
    }),
  },
  output: { status: 201, schema: MemberSchema.extend({ initialPassword: z.string() }) },
  refusals: ['member.email_in_use', 'member.role_above_own'],
});

export const updateMember = defineOperation({
  id: 'updateMember',
  method: 'PATCH',
  path: '/members/{id}',
  permission: 'members.manage',
  summary: 'Changes a role or switches a member off or on; it holds from the very next request.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: z.number().int().min(1),
      role: RoleSchema.optional(),
      disabled: z.boolean().optional(),
      locale: LocaleSchema.optional(),
    }),
  },
  output: { schema: MemberSchema },
  refusals: ['version.conflict', 'member.role_above_own', 'member.last_owner'],
});

export const resetMemberPassword = defineOperation({
  id: 'resetMemberPassword',
  method: 'POST',
  path: '/members/{id}/password-reset',
  permission: 'members.manage',
  summary:
    'Gives a member a new first password, shown once, and ends every session of theirs: for somebody who forgot it.',
  input: { params: IdParamsSchema },
  output: { schema: z.object({ initialPassword: z.string() }) },
  refusals: ['member.role_above_own'],
});

export const ApiKeySchema = z
  .object({
    id: IdSchema,
    name: z.string(),
    role: RoleSchema,
    /** The first characters of the key, enough to tell keys apart. */
    prefix: z.string(),
    createdAt: InstantSchema,
    revokedAt: InstantSchema.nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKey = z.infer<typeof ApiKeySchema>;

export const listApiKeys = defineOperation({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api-keys',
  permission: 'api_keys.manage',
  summary: 'Lists the API keys of the agency, revoked ones too; a key itself is never shown again.',
  input: {},
  output: { schema: z.object({ items: z.array(ApiKeySchema) }) },
});

export const createApiKey = defineOperation({
  id: 'createApiKey',
  method: 'POST',
  path: '/api-keys',
  permission: 'api_keys.manage',
  summary: 'Makes a key for a program, with a role; the answer is the only time the key is shown.',
  input: { body: z.strictObject({ name: z.string().trim().min(1).max(120), role: RoleSchema }) },
  output: { status: 201, schema: ApiKeySchema.extend({ apiKey: z.string() }) },
  refusals: ['member.role_above_own'],
});

export const revokeApiKey = defineOperation({
  id: 'revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/{id}',
  permission: 'api_keys.manage',
  summary: 'Revokes a key from the very next request on; revoking twice is the same.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
});
