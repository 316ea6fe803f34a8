/** Rows of `client` and `client_contact`. */
import { Injectable } from '@nestjs/common';
import { FINAL_REGISTRATION_STATES } from '@daiban/domain/enumerations';
import type { Prisma } from '../../generated/client.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';

const INCLUDE = {
  contacts: { where: { removedAt: null }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  _count: { select: { registrations: { where: { state: { notIn: [...FINAL_REGISTRATION_STATES] } } } } },
} as const satisfies Prisma.ClientInclude;

/** A client with its contacts and the number of its open registrations. */
export type ClientRow = Prisma.ClientGetPayload<{ include: typeof INCLUDE }>;

export interface ClientFields {
  readonly name: string;
  readonly countryCode: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface NewClient extends ClientFields {
  readonly id: string;
  readonly historyHead: Uint8Array<ArrayBuffer>;
  readonly createdAt: string;
}

export interface ContactFields {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

@Injectable()
export class ClientsRepository {
  constructor(private readonly database: Database) {}

  async create(prisma: PrismaTransaction, agencyId: string, client: NewClient): Promise<void> {
    await prisma.client.create({ data: { ...client, agencyId } });
  }

  find(agencyId: string, id: string): Promise<ClientRow | null> {
    return this.database.withPrisma(agencyId, (prisma) => this.findIn(prisma, agencyId, id));
  }

  findIn(prisma: PrismaTransaction, agencyId: string, id: string): Promise<ClientRow | null> {
    return prisma.client.findUnique({ where: { agencyId_id: { agencyId, id } }, include: INCLUDE });
  }

  /** By name; one row more than the limit when there is a next page. */
  listPage(
    agencyId: string,
    query: { after: readonly [string, string] | null; search: string | null; limit: number },
  ): Promise<ClientRow[]> {
    const [name, id] = query.after ?? ['', ''];
    return this.database.withPrisma(agencyId, (prisma) =>
      prisma.client.findMany({
        where: {
          agencyId,
          // Prisma hands the text to ILIKE as it is, so the characters with a meaning there are escaped.
          ...(query.search && { name: { contains: query.search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } }),
          ...(query.after && { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }),
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: query.limit + 1,
        include: INCLUDE,
      }),
    );
  }

  /** Rows moved: 0 when the version is another by now. */
  async update(
    prisma: PrismaTransaction,
    agencyId: string,
    id: string,
    fromVersion: number,
    data: Partial<ClientFields> & { historyHead: Uint8Array<ArrayBuffer>; version: number },
  ): Promise<number> {
    const { count } = await prisma.client.updateMany({ where: { agencyId, id, version: fromVersion }, data });
    return count;
  }

  /** Makes the client's contacts those of the list, in its order. A contact that is left out keeps its row and loses its portal links. */
  async replaceContacts(
    prisma: PrismaTransaction,
    agencyId: string,
    clientId: string,
    contacts: readonly ContactFields[],
    at: string,
  ): Promise<void> {
    const stays = contacts.map((contact) => contact.id);
    const gone = { agencyId, clientId, removedAt: null, id: { notIn: stays } };
    await prisma.portalLink.updateMany({
      where: { agencyId, contact: gone, revokedAt: null },
      data: { revokedAt: at },
    });
    await prisma.clientContact.updateMany({ where: gone, data: { removedAt: at } });
    for (const [position, { id, name, email, role }] of contacts.entries()) {
      const fields = { name, email, role, position };
      const { count } = await prisma.clientContact.updateMany({
        where: { agencyId, clientId, id, removedAt: null },
        data: fields,
      });
      if (count === 0)
        await prisma.clientContact.create({ data: { id, agencyId, clientId, ...fields, createdAt: at } });
    }
  }
}
