/** Clients of the agency and their contacts. */
import { z } from 'zod';
import { defineOperation } from './define-operation.js';
import { LocaleSchema } from './problem.contract.js';
import {
  CountryCodeSchema,
  IdParamsSchema,
  IdSchema,
  InstantSchema,
  PAGE_QUERY,
  pageOf,
  saying,
  TimeZoneSchema,
  VersionSchema,
  visibleText,
} from './values.contract.js';

/** A name as people write it: one line, no control characters, something to see in it. */
export const NameSchema = visibleText(200).refine((name) => !/\p{Cc}/u.test(name), saying('one_line'));

/** What a contact is there for: who decides, who brings papers, who pays, who only watches. */
export const CONTACT_ROLES = ['decider', 'papers', 'finance', 'observer'] as const;

const contactFields = { name: NameSchema, email: z.email().max(254), role: z.enum(CONTACT_ROLES) };

export const ContactSchema = z.object({ id: IdSchema, ...contactFields }).meta({ id: 'Contact' });
export type Contact = z.infer<typeof ContactSchema>;

export const ClientSchema = z
  .object({
    id: IdSchema,
    name: z.string(),
    countryCode: z.string().meta({ description: 'ISO 3166-1 alpha-2' }),
    locale: LocaleSchema,
    timeZone: z.string(),
    /** In the order they are asked. */
    contacts: z.array(ContactSchema),
    /** Registrations that are not final. */
    openRegistrations: z.number().int(),
    /** When everything that told of them was erased; null: never. */
    erasedAt: InstantSchema.nullable(),
    createdAt: InstantSchema,
    version: VersionSchema,
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof ClientSchema>;

const clientFields = {
  name: NameSchema,
  countryCode: CountryCodeSchema,
  locale: LocaleSchema,
  timeZone: TimeZoneSchema,
};

export const createClient = defineOperation({
  id: 'createClient',
  method: 'POST',
  path: '/clients',
  permission: 'clients.write',
  summary: 'Adds a client with its contacts.',
  input: {
    body: z.strictObject({ ...clientFields, contacts: z.array(z.strictObject(contactFields)).max(50).default([]) }),
  },
  output: { status: 201, schema: ClientSchema },
});

export const listClients = defineOperation({
  id: 'listClients',
  method: 'GET',
  path: '/clients',
  permission: 'clients.read',
  summary: 'Lists clients by name; `q` searches the name.',
  input: { query: z.strictObject({ ...PAGE_QUERY, q: z.string().trim().max(100).optional() }) },
  output: { schema: pageOf(ClientSchema) },
});

export const getClient = defineOperation({
  id: 'getClient',
  method: 'GET',
  path: '/clients/{id}',
  permission: 'clients.read',
  summary: 'Reads a client.',
  input: { params: IdParamsSchema },
  output: { schema: ClientSchema },
});

export const updateClient = defineOperation({
  id: 'updateClient',
  method: 'PATCH',
  path: '/clients/{id}',
  permission: 'clients.write',
  summary:
    'Changes a client. `contacts` replaces the whole list: one with an id stays, one without is added, a missing one is removed and its links end.',
  input: {
    params: IdParamsSchema,
    body: z.strictObject({
      expectedVersion: VersionSchema,
      name: clientFields.name.optional(),
      countryCode: clientFields.countryCode.optional(),
      locale: clientFields.locale.optional(),
      timeZone: clientFields.timeZone.optional(),
      contacts: z
        .array(z.strictObject({ id: IdSchema.optional(), ...contactFields }))
        .max(50)
        .optional(),
    }),
  },
  output: { schema: ClientSchema },
  refusals: ['version.conflict', 'client.erased'],
});
