/** Members and API keys in the database. */
import type { ApiKey, Member } from '@daiban/contracts';
import type { Locale, Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { toApiKey, toMember } from './members.mapper.js';

export interface NewMember {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly createdAt: string;
}

export interface NewApiKey {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
  readonly keyHash: Buffer;
  readonly prefix: string;
  readonly createdAt: string;
}

export interface MemberChange {
  readonly role?: Role;
  readonly locale?: Locale;
  /** Null switches the member on again. */
  readonly disabledAt?: string | null;
}

@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  /** All of them, by name: an agency has some dozens at most. */
  list(agencyId: string): Promise<Member[]> {
    return this.database.withPrisma(agencyId, async (prisma) => {
      const rows = await prisma.member.findMany({ where: { agencyId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
      return rows.map(toMember);
    });
  }

  /** The longest-serving active member of a role, with its login; null when there is none. */
  findByRole(agencyId: string, role: Role): Promise<{ id: string; userId: string } | null> {
    return this.database.withPrisma(agencyId, (prisma) =>
      prisma.member.findFirst({
        where: { agencyId, role, disabledAt: null },
        orderBy: { id: 'asc' },
        select: { id: true, userId: true },
      }),
    );
  }

  create(agencyId: string, member: NewMember): Promise<Member | Refused> {
    const taken = (): Refused => Refused.of('member.email_in_use');
    return this.database.withPrisma<Member | Refused>(
      agencyId,
      async (prisma) => toMember(await prisma.member.create({ data: { id: v7(), agencyId, ...member } })),
      {
        violations: { member_email_key: taken, member_user_id_key: taken },
      },
    );
  }

  /**
   * Changes a member when nobody else did meanwhile and an owner remains.
   * @param mayChange judges the member as it stands: may the caller touch this role?
   */
  update(
    agencyId: string,
    id: string,
    expectedVersion: number,
    change: MemberChange,
    mayChange: (member: Member) => Refused | null,
  ): Promise<{ member: Member; userId: string } | Refused> {
    return this.database.withPrisma<{ member: Member; userId: string } | Refused>(agencyId, async (prisma) => {
      // Every change of roles waits here for the one before it: two owners could otherwise demote each other at once.
      await prisma.$queryRaw`SELECT id FROM agency WHERE id = ${agencyId}::uuid FOR UPDATE`;
      const before = await prisma.member.findUnique({ where: { agencyId_id: { agencyId, id } } });
      if (!before) return Refused.notFound();
      const refused = mayChange(toMember(before));
      if (refused) return refused;
      if (before.version !== expectedVersion) return Refused.versionConflict();
      const after = await prisma.member.update({
        where: { agencyId_id: { agencyId, id } },
        data: { ...change, version: { increment: 1 } },
      });
      if (!(await hasOwner(prisma, agencyId))) return Refused.of('member.last_owner');
      return { member: toMember(after), userId: after.userId };
    });
  }

  async setLocale(agencyId: string, id: string, locale: Locale): Promise<void> {
    await this.database.withPrisma(agencyId, (prisma) =>
      prisma.member.update({ where: { agencyId_id: { agencyId, id } }, data: { locale, version: { increment: 1 } } }),
    );
  }

  listApiKeys(agencyId: string): Promise<ApiKey[]> {
    return this.database.withPrisma(agencyId, async (prisma) => {
      const rows = await prisma.apiKey.findMany({
        where: { agencyId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return rows.map(toApiKey);
    });
  }

  createApiKey(agencyId: string, key: NewApiKey): Promise<ApiKey> {
    return this.database.withPrisma(agencyId, async (prisma) =>
      toApiKey(
        await prisma.apiKey.create({ data: { id: v7(), agencyId, ...key, keyHash: new Uint8Array(key.keyHash) } }),
      ),
    );
  }

  /** False when the agency has no such key. */
  revokeApiKey(agencyId: string, id: string, revokedAt: string): Promise<boolean> {
    return this.database.withPrisma(agencyId, async (prisma) => {
      const known = await prisma.apiKey.findUnique({ where: { agencyId_id: { agencyId, id } } });
      if (known && !known.revokedAt)
        await prisma.apiKey.update({ where: { agencyId_id: { agencyId, id } }, data: { revokedAt } });
      return known !== null;
    });
  }
}

async function hasOwner(prisma: PrismaTransaction, agencyId: string): Promise<boolean> {
  return (await prisma.member.count({ where: { agencyId, role: 'owner', disabledAt: null } })) > 0;
}
