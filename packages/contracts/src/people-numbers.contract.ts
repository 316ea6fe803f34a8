/** A person's numbers in clear, the only two ways: shown once to a member who says why and proves who they are, and looked for by whoever has the number already. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { PersonSchema } from './people.contract.js';
import { IdParamsSchema, visibleText } from './values.contract.js';

/** Which of a person's numbers. */
export const NUMBER_KINDS = ['id_number', 'phone'] as const;
export type NumberKind = (typeof NUMBER_KINDS)[number];

/** Fewest characters of a reason that says something. */
export const REASON_LENGTH = 10;

/** Why somebody looks at, or does away with, what is personal; it is kept in the history, so it must not name numbers. */
export const ReasonSchema = visibleText(300).min(REASON_LENGTH);

export const RevealedNumberSchema = z.object({ number: z.string() }).meta({ id: 'RevealedNumber' });
export type RevealedNumber = z.infer<typeof RevealedNumberSchema>;

export const revealNumber = defineOperation({
  id: 'revealNumber',
  method: 'POST',
  path: '/people/{id}/reveal',
  permission: 'people.reveal',
  summary:
    "Shows a person's ID number or phone in clear, once. Members only: the own password is asked for again, and who looked and why stands in the person's history.",
  input: {
    params: IdParamsSchema,
    body: z.strictObject({ what: z.enum(NUMBER_KINDS), reason: ReasonSchema, password: z.string().min(1).max(128) }),
  },
  output: { schema: RevealedNumberSchema },
  refusals: [
    'confirmation.wrong_password',
    'confirmation.too_many',
    'confirmation.members_only',
    'person.no_number',
    'reason.holds_number',
  ],
  // The answer is for these eyes and this moment: it is kept nowhere.
  idempotent: false,
});

export const findPeopleByNumber = defineOperation({
  id: 'findPeopleByNumber',
  method: 'POST',
  path: '/people/search',
  permission: 'people.read',
  summary:
    'Finds the people of the agency who have this ID number or phone. A POST, so that no address ever holds a number.',
  input: {
    body: z.union([
      z.strictObject({ idNumber: z.string().trim().min(5).max(40) }),
      z.strictObject({ phone: z.string().trim().min(3).max(40) }),
    ]),
  },
  output: { schema: z.object({ items: z.array(PersonSchema) }) },
  refusals: ['rate.too_many', 'phone.malformed'],
  idempotent: false,
});
