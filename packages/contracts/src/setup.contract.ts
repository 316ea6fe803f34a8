/** The first agency of an empty installation. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema } from './problem.contract.js';
import { PasswordSchema, SessionSchema } from './session.contract.js';
import { TimeZoneSchema } from './values.contract.js';

export const setUpInstallation = defineOperation({
  id: 'setUpInstallation',
  method: 'POST',
  path: '/setup',
  permission: 'public',
  summary:
    'Makes the first agency and its owner with the one-time token that the start printed, and signs the owner in.',
  input: {
    body: z.strictObject({
      token: z.string().min(1).max(200),
      agency: z.strictObject({
        name: z.string().trim().min(1).max(120),
        timeZone: TimeZoneSchema,
        locale: LocaleSchema,
      }),
      owner: z.strictObject({
        name: z.string().trim().min(1).max(120),
        email: z.email().max(254),
        password: PasswordSchema,
      }),
    }),
  },
  output: { status: 201, schema: SessionSchema },
  refusals: ['setup.wrong_token', 'setup.already_done'],
  idempotent: false,
});
