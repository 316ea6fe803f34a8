/** The pool of account emails: one address opens one WeChat product. */
import { EMAIL_CHECK_RESULTS, EMAIL_STATES, EVIDENCE_RANKS, REGISTRATION_STATES } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { RefusalSchema } from './problem.contract.js';
import { IdParamsSchema, IdSchema, InstantSchema, PAGE_QUERY, pageOf, VersionSchema } from './values.contract.js';

/** What a statement rests on; a typed note alone never makes an account verified. */
export const EvidenceSchema = z
  .strictObject({
    rank: z.enum(EVIDENCE_RANKS),
    /** An uploaded file; one that nobody uploaded is refused. A screenshot without it is one its author saw outside and answers for. */
    fileId: IdSchema.optional(),
    /** Another active member who saw the same. */
    countersignedBy: IdSchema.optional(),
    note: z.string().trim().max(2000).optional(),
  })
  .meta({ id: 'Evidence' });

/** An address as a person types it; case, spaces around it and Unicode forms do not matter. */
export const AddressSchema = z.string().trim().min(3).max(254);

export const EmailSchema = z
  .object({
    id: IdSchema,
    address: z.string(),
    state: z.enum(EMAIL_STATES),
    stateSince: InstantSchema,
    /** Whose mailbox. */
    holder: z.enum(['agency', 'client']),
    /** The registration it is kept or used for, with the account's name and where it stands. */
    registration: z
      .object({ id: IdSchema, accountName: z.string(), clientName: z.string(), state: z.enum(REGISTRATION_STATES) })
      .nullable(),
    /** End of the reservation. */
    reservedUntil: InstantSchema.nullable(),
    /** When the state ends by itself: the reservation's end, or while cooling the end of the freeze; null: a person ends it, or nobody knows. */
    until: InstantSchema.nullable(),
    /** Why it cannot be reserved for another case, and what clears that: what such a reservation would be refused with; null when it is free. */
    why: RefusalSchema.nullable(),
    /** What is doubtful about the address itself: a plus tag, look-alike letters. It refuses nothing. */
    warnings: z.array(RefusalSchema),
    lastCheck: z
      .object({ result: z.enum(EMAIL_CHECK_RESULTS), evidenceRank: z.enum(EVIDENCE_RANKS), checkedAt: InstantSchema })
      .nullable(),
    version: VersionSchema,
  })
  .meta({ id: 'AccountEmail' });
export type AccountEmail = z.infer<typeof EmailSchema>;

export const listEmails = defineOperation({
  id: 'listEmails',
  method: 'GET',
  path: '/emails',
  permission: 'emails.read',
  summary: 'Lists the addresses of the pool by address, each with until when and why it is taken.',
  input: {
    query: z.strictObject({
      ...PAGE_QUERY,
      state: z.enum(EMAIL_STATES).optional(),
      /** Searches the address, the account's name and the client. */
      q: z.string().trim().max(100).optional(),
    }),
  },
  output: { schema: pageOf(EmailSchema) },
});

export const recordEmailCheck = defineOperation({
  id: 'recordEmailCheck',
  method: 'POST',
  path: '/emails/{id}/checks',
  permission: 'emails.write',
  summary:
    'Records what a person found: does a WeChat product, the Open Platform or a personal WeChat use the address.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ result: z.enum(EMAIL_CHECK_RESULTS), evidence: EvidenceSchema }),
  },
  output: { status: 201, schema: EmailSchema },
});

export const reserveEmail = defineOperation({
  id: 'reserveEmail',
  method: 'POST',
  path: '/registrations/{id}/email',
  permission: 'emails.write',
  summary:
    'Reserves an address for a registration, for a live one beside its own, to change to; one that is taken is refused with by whom, when it is ours to say.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ email: AddressSchema, holder: z.enum(['agency', 'client']).optional() }),
  },
  output: { status: 201, schema: EmailSchema },
  refusals: [
    'email.already_used',
    'email.taken_elsewhere',
    'email.malformed',
    'email.needs_recheck',
    'email.blocked',
    'email.locked',
  ],
});

export const releaseEmail = defineOperation({
  id: 'releaseEmail',
  method: 'DELETE',
  path: '/registrations/{id}/email',
  permission: 'emails.write',
  summary: 'Gives a reserved address back to the pool; possible until it was confirmed to Tencent.',
  input: { params: IdParamsSchema },
  output: { status: 204 },
  refusals: ['email.none_reserved', 'email.locked'],
});
