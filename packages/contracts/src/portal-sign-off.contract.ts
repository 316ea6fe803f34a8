/** The client's own page for what can never be changed: what they agree to, and their yes. Staff record one given elsewhere with `recordSignOff`. */
import { LICENCE_OWNERS } from '@daiban/domain/enumerations';
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { IrreversibleChoiceSchema } from './sign-offs.contract.js';
import { CalendarDateSchema, IdParamsSchema, IdSchema, InstantSchema, MoneySchema } from './values.contract.js';

/** What the client says yes to, one by one: what stays for ever, what it costs, whose account it is. */
export const SIGN_OFF_BLOCKS = ['unchangeable', 'cost', 'owner'] as const;
export type SignOffBlock = (typeof SIGN_OFF_BLOCKS)[number];

export const PortalSignOffSchema = z
  .object({
    registrationId: IdSchema,
    accountName: z.string(),
    agencyName: z.string(),
    /** For Chinese readers; null: the same. */
    agencyNameZh: z.string().nullable(),
    /**
     * early: the choices are still being made · wanted: it is asked for · changed: it was given, and something has changed since · signed: it stands ·
     * submitted: the case is submitted, nothing can be signed or changed any more.
     */
    state: z.enum(['early', 'wanted', 'changed', 'signed', 'submitted']),
    /** The last one that was given; null: none was. */
    last: z.object({ signedAt: InstantSchema, contactName: z.string().nullable(), textVersion: z.string() }).nullable(),
    /** What has changed since then; empty unless `changed`. */
    changes: z.array(z.object({ choice: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
    /** Version of the text on the page. */
    textVersion: z.string(),
    /** The choices as they stand, in the order in which they are shown. */
    choices: z.array(IrreversibleChoiceSchema),
    /** WeChat's fee; null: this account has no verification. `amount` null: asked at payment time. */
    fee: z
      .object({
        amount: MoneySchema.nullable(),
        ruleId: z.string().nullable(),
        ruleValidFrom: CalendarDateSchema.nullable(),
      })
      .nullable(),
    /** Who will own the account, and who administers it. */
    owner: z.object({
      subjectName: z.string(),
      /** Not `client`: the account stands on somebody else's licence and is theirs. */
      licenceOf: z.enum(LICENCE_OWNERS),
      adminName: z.string().nullable(),
    }),
    /** Who may sign: the client's deciders by name. */
    deciders: z.array(z.string()),
    /** The visitor is one of them and something is to be signed. */
    maySign: z.boolean(),
    /** Business clock. */
    now: InstantSchema,
  })
  .meta({ id: 'PortalSignOff' });
export type PortalSignOff = z.infer<typeof PortalSignOffSchema>;

export const getPortalSignOff = defineOperation({
  id: 'getPortalSignOff',
  method: 'GET',
  path: '/portal/registrations/{id}/sign-off',
  permission: 'portal.visitor',
  summary:
    'What of an account can never be changed after submission, what it costs, whose it will be, and who of the client says yes.',
  input: { params: IdParamsSchema },
  output: { schema: PortalSignOffSchema },
});

export const signOffPortal = defineOperation({
  id: 'signOffPortal',
  method: 'POST',
  path: '/portal/registrations/{id}/sign-off',
  permission: 'portal.write',
  summary: "Records the visiting decider's yes to the choices as they stand; a later change of one of them voids it.",
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      /** Of the text that was read. */
      textVersion: z.string().trim().min(1).max(40),
      /** What was read: choices that differ from the case by now are refused. */
      choices: z.array(z.strictObject(IrreversibleChoiceSchema.shape)).max(20),
      /** Every block, once. */
      agreed: z.array(z.enum(SIGN_OFF_BLOCKS)).max(SIGN_OFF_BLOCKS.length),
    }),
  },
  output: { schema: PortalSignOffSchema },
  refusals: [
    'sign_off.choices_differ',
    'sign_off.text_outdated',
    'sign_off.not_agreed',
    'sign_off.not_decider',
    'sign_off.too_early',
    'sign_off.too_late',
  ],
});
