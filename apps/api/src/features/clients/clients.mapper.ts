/** Builds the contract's client from a row. */
import { ClientSchema, type Client } from '@daiban/contracts';
import type { ClientRow } from './clients.repository.js';

export function toClient(row: ClientRow): Client {
  return ClientSchema.parse({
    id: row.id,
    name: row.name,
    countryCode: row.countryCode,
    locale: row.locale,
    timeZone: row.timeZone,
    contacts: row.contacts.map(({ id, name, email, role }) => ({ id, name, email, role })),
    openRegistrations: row._count.registrations,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  });
}
