/** Erasing one client: what it would take away, and doing it. */
import { REGISTRATION_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { ReasonSchema } from './people-numbers.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema } from './values.contract.js';

export const ErasurePreviewSchema = z
  .object({
    clientName: z.string(),
    /** Cases that are not over; while there is one nothing can be erased. */
    openCases: z.array(
      z.object({ registrationId: IdSchema, accountName: z.string(), state: z.enum(REGISTRATION_STATES) }),
    ),
    /** What would go. */
    counts: z.object({
      cases: z.number().int(),
      contacts: z.number().int(),
      /** Administrators and operators who stand in no other client's case. */
      people: z.number().int(),
      documents: z.number().int(),
      messages: z.number().int(),
      mails: z.number().int(),
    }),
  })
  .meta({ id: 'ErasurePreview' });
export type ErasurePreview = z.infer<typeof ErasurePreviewSchema>;

export const ErasureSchema = z.object({ clientId: IdSchema, erasedAt: InstantSchema }).meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof ErasureSchema>;

export const previewErasure = defineOperation({
  id: 'previewErasure',
  method: 'GET',
  path: '/clients/{id}/erasure',
  permission: 'clients.erase',
  summary: 'Says what erasing a client would take away, and which cases stand against it.',
  input: { params: IdParamsSchema },
  output: { schema: ErasurePreviewSchema },
  refusals: ['client.erased'],
});

export const eraseClient = defineOperation({
  id: 'eraseClient',
  method: 'POST',
  path: '/clients/{id}/erasure',
  permission: 'clients.erase',
  summary:
    "Erases a client for good: files, names, addresses, numbers, messages and mails go, the client's keys are destroyed, which makes what older backups hold of it unreadable. What was done and when stays, without words. Members only, with their password.",
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      /** The client's name, typed out. */
      clientName: z.string().max(200),
      reason: ReasonSchema,
      password: z.string().min(1).max(128),
    }),
  },
  output: { schema: ErasureSchema },
  refusals: [
    'client.erased',
    'client.cases_open',
    'client.name_differs',
    'confirmation.wrong_password',
    'confirmation.too_many',
    'confirmation.members_only',
    'reason.holds_number',
    'reason.names_client',
  ],
  idempotent: false,
});
