/** Members and API keys in the database, inside the transaction that the service opened. */
import type { Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { ApiKey as ApiKeyRow, Member as MemberRow, Prisma } from '../../generated/client.js';
import type { PrismaTransaction } from '../../platform/database/database.js';

export type NewMember = Omit<Prisma.MemberUncheckedCreateInput, 'agencyId' | 'apiKeys' | 'registrations'>;
export type NewApiKey = Omit<Prisma.ApiKeyUncheckedCreateInput, 'agencyId'>;
export type MemberChange = Pick<Prisma.MemberUncheckedUpdateInput, 'role' | 'locale' | 'disabledAt'> & {
  readonly version: number;
  readonly historyHead: Uint8Array<ArrayBuffer>;
};

@Injectable()
export class MembersRepository {
  /** All of them, by name: an agency has some dozens at most. */
  list(prisma: PrismaTransaction, agencyId: string): Promise<MemberRow[]> {
    return prisma.member.findMany({ where: { agencyId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
  }

  find(prisma: PrismaTransaction, agencyId: string, id: string): Promise<MemberRow | null> {
    return prisma.member.findUnique({ where: { agencyId_id: { agencyId, id } } });
  }

  /** The longest-serving active member of a role. */
  findByRole(prisma: PrismaTransaction, agencyId: string, role: Role): Promise<MemberRow | null> {
    return prisma.member.findFirst({ where: { agencyId, role, disabledAt: null }, orderBy: { id: 'asc' } });
  }

  async countOwners(prisma: PrismaTransaction, agencyId: string): Promise<number> {
    return prisma.member.count({ where: { agencyId, role: 'owner', disabledAt: null } });
  }

  /** Every change of members waits here for the one before it: two owners could otherwise demote each other at once. */
  async lockAll(prisma: PrismaTransaction, agencyId: string): Promise<void> {
    await prisma.$queryRaw`SELECT id FROM agency WHERE id = ${agencyId}::uuid FOR UPDATE`;
  }

  create(prisma: PrismaTransaction, agencyId: string, member: NewMember): Promise<MemberRow> {
    return prisma.member.create({ data: { ...member, agencyId } });
  }

  /** How many rows it moved: none when the version is another by now. */
  async update(
    prisma: PrismaTransaction,
    agencyId: string,
    id: string,
    fromVersion: number,
    data: MemberChange,
  ): Promise<number> {
    return (await prisma.member.updateMany({ where: { agencyId, id, version: fromVersion }, data })).count;
  }

  listApiKeys(prisma: PrismaTransaction, agencyId: string): Promise<ApiKeyRow[]> {
    return prisma.apiKey.findMany({ where: { agencyId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  }

  findApiKey(prisma: PrismaTransaction, agencyId: string, id: string): Promise<ApiKeyRow | null> {
    return prisma.apiKey.findUnique({ where: { agencyId_id: { agencyId, id } } });
  }

  createApiKey(prisma: PrismaTransaction, agencyId: string, key: NewApiKey): Promise<ApiKeyRow> {
    return prisma.apiKey.create({ data: { ...key, agencyId } });
  }

  async revokeApiKey(prisma: PrismaTransaction, agencyId: string, id: string, revokedAt: string): Promise<void> {
    await prisma.apiKey.update({ where: { agencyId_id: { agencyId, id } }, data: { revokedAt } });
  }
}
