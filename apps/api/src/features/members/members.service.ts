/** The people of an agency and their roles. Each change is an entry in the member's history. */
import type { createMember, Member, OperationInput, updateMember } from '@daiban/contracts';
import { type Locale, type Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { systemActor, type Actor, type StaffActor, type StaffCaller } from '../../platform/auth/actor.js';
import { newToken } from '../../platform/auth/secret-token.js';
import { StaffIdentity } from '../../platform/auth/staff-identity.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { isRoleAbove } from './is-role-above.js';
import { toMember } from './members.mapper.js';
import { MembersRepository, type MemberChange } from './members.repository.js';

/** 144 random bits, to be changed after the first sign-in. */
const newInitialPassword = (): string => newToken().slice(0, 24);

export interface MemberToCreate {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly password: string;
}

@Injectable()
export class MembersService {
  constructor(
    private readonly repository: MembersRepository,
    private readonly database: Database,
    private readonly history: HistoryService,
    private readonly identity: StaffIdentity,
    private readonly clock: SystemClock,
  ) {}

  async list(actor: StaffActor): Promise<{ items: Member[] }> {
    const rows = await this.database.withPrisma(actor.agencyId, (prisma) =>
      this.repository.list(prisma, actor.agencyId),
    );
    return { items: rows.map(toMember) };
  }

  /** The longest-serving active member of a role with its login; null when there is none. */
  async findByRole(agencyId: string, role: Role): Promise<{ id: string; userId: string } | null> {
    return this.database.withPrisma(agencyId, (prisma) => this.repository.findByRole(prisma, agencyId, role));
  }

  /** The member and the first password, which is shown once. */
  async create(
    actor: StaffActor,
    { body }: OperationInput<typeof createMember>,
  ): Promise<(Member & { initialPassword: string }) | Refused> {
    if (isRoleAbove(body.role, actor.role)) return Refused.of('member.role_above_own');
    const initialPassword = newInitialPassword();
    const member = await this.createWithPassword(actor.agencyId, { ...body, password: initialPassword }, actor);
    return member instanceof Refused ? member : { ...member, initialPassword };
  }

  /**
   * Makes a login and its member. A login without a member is what an earlier try left that was cut off: it is taken over, so that the
   * call may be repeated. The set-up and the demo call it as the system.
   * @param first runs in the member's transaction, before it: the agency itself, when it is new
   */
  async createWithPassword(
    agencyId: string,
    { password, ...member }: MemberToCreate,
    actor: Actor = systemActor(agencyId, member.locale),
    first?: (prisma: PrismaTransaction) => Promise<void>,
  ): Promise<Member | Refused> {
    const email = member.email.toLowerCase();
    const made = await this.identity.createUser(member.name, email, password);
    const userId = made ?? (await this.identity.findUserId(email));
    // An address is one login in the whole installation; the answer is the same as for a colleague's address.
    const inUse = (): Refused => Refused.of('member.email_in_use');
    if (userId === null) return inUse();
    const insert = async (prisma: PrismaTransaction): Promise<Member> => {
      await first?.(prisma);
      const id = v7();
      const record = { agencyId, recordType: 'member', recordId: id } as const;
      const draft: EntryDraft = { kind: 'member_created', payload: { role: member.role } };
      const historyHead = await this.history.recordCreation(prisma, record, draft, actor);
      const createdAt = this.clock.now();
      return toMember(
        await this.repository.create(prisma, agencyId, { ...member, id, email, userId, historyHead, createdAt }),
      );
    };
    const violations = { member_email_key: inUse, member_user_id_key: inUse };
    const created = await this.database.withPrisma<Member | Refused>(agencyId, insert, { violations });
    // Only now is it certain that the login was nobody's.
    if (!(created instanceof Refused) && made === null) await this.identity.resetPassword(userId, password);
    return created;
  }

  /** Holds from the next request on, since roles are read on each. */
  async update(actor: StaffActor, { params, body }: OperationInput<typeof updateMember>): Promise<Member | Refused> {
    const { agencyId } = actor;
    const { expectedVersion, disabled, ...fields } = body;
    const outcome = await this.database.withPrisma<{ member: Member; userId: string } | Refused>(
      agencyId,
      async (prisma) => {
        await this.repository.lockAll(prisma, agencyId);
        const before = await this.repository.find(prisma, agencyId, params.id);
        if (!before) return Refused.notFound();
        const roles = [before.role as Role, ...(fields.role ? [fields.role] : [])];
        if (roles.some((role) => isRoleAbove(role, actor.role))) return Refused.of('member.role_above_own');
        const change = { ...fields, ...(disabled !== undefined && { disabledAt: disabled ? this.clock.now() : null }) };
        const payload = { ...fields, ...(disabled !== undefined && { disabled }) };
        const draft: EntryDraft = { kind: disabled ? 'member_disabled' : 'member_updated', payload };
        const refused = await this.changeIn(prisma, agencyId, params.id, expectedVersion, draft, actor, change);
        if (refused) return refused;
        if ((await this.repository.countOwners(prisma, agencyId)) === 0) return Refused.of('member.last_owner');
        const after = await this.repository.find(prisma, agencyId, params.id);
        return after ? { member: toMember(after), userId: after.userId } : Refused.notFound();
      },
    );
    if (outcome instanceof Refused) return outcome;
    if (disabled) await this.identity.endSessionsOf(outcome.userId);
    return outcome.member;
  }

  /** For somebody who forgot it: a new first password, shown once. */
  async resetPassword(actor: StaffActor, id: string): Promise<{ initialPassword: string } | Refused> {
    const { agencyId } = actor;
    const draft: EntryDraft = { kind: 'member_updated', payload: { password: 'reset' } };
    const outcome = await this.database.withPrisma<string | Refused>(agencyId, async (prisma) => {
      const member = await this.repository.find(prisma, agencyId, id);
      if (!member) return Refused.notFound();
      if (isRoleAbove(member.role as Role, actor.role)) return Refused.of('member.role_above_own');
      return (await this.changeIn(prisma, agencyId, id, null, draft, actor)) ?? member.userId;
    });
    if (outcome instanceof Refused) return outcome;
    const initialPassword = newInitialPassword();
    await this.identity.resetPassword(outcome, initialPassword);
    return { initialPassword };
  }

  /** The language a member reads; a key takes that of its member. */
  async setOwnLocale({ actor, memberId }: StaffCaller, locale: Locale): Promise<void | Refused> {
    const { agencyId } = actor;
    const draft: EntryDraft = { kind: 'member_updated', payload: { locale } };
    const refused = await this.database.withPrisma(agencyId, (prisma) =>
      this.changeIn(prisma, agencyId, memberId, null, draft, actor, { locale }),
    );
    return refused ?? undefined;
  }

  /** Moves a member's row and its history together, inside the caller's transaction. Null: done. */
  async changeIn(
    prisma: PrismaTransaction,
    agencyId: string,
    id: string,
    expectedVersion: number | null,
    draft: EntryDraft,
    actor: Actor,
    change: Omit<MemberChange, 'version' | 'historyHead'> = {},
  ): Promise<Refused | null> {
    const record = { agencyId, recordType: 'member', recordId: id } as const;
    const move = await this.history.recordChange(
      prisma,
      record,
      expectedVersion,
      draft,
      actor,
      ({ fromVersion, version, head }) =>
        this.repository.update(prisma, agencyId, id, fromVersion, { ...change, version, historyHead: head }),
    );
    return move instanceof Refused ? move : null;
  }
}
