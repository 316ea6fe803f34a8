/** Who works here and which programs may: members with their roles, and API keys. */
import type { ApiKey, createApiKey, createMember, Member, OperationInput, updateMember } from '@daiban/contracts';
import { ROLES, type Locale, type Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { StaffActor, StaffCaller } from '../../platform/auth/actor.js';
import { API_KEY_PREFIX } from '../../platform/auth/caller-lookup.js';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { StaffIdentity } from '../../platform/auth/staff-identity.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Refused } from '../../platform/refusal/refused.js';
import { MembersRepository } from './members.repository.js';

/** Shown in a list to tell keys apart: `dbk_` and four characters of 43. */
const SHOWN_PREFIX = API_KEY_PREFIX.length + 4;
/** 144 random bits. */
const INITIAL_PASSWORD_LENGTH = 24;

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
    private readonly members: MembersRepository,
    private readonly identity: StaffIdentity,
    private readonly clock: SystemClock,
  ) {}

  async list(actor: StaffActor): Promise<{ items: Member[] }> {
    return { items: await this.members.list(actor.agencyId) };
  }

  /** The member and the first password, which is shown once. */
  async create(
    actor: StaffActor,
    { body }: OperationInput<typeof createMember>,
  ): Promise<(Member & { initialPassword: string }) | Refused> {
    if (isAbove(body.role, actor.role)) return Refused.of('member.role_above_own');
    const initialPassword = newToken().slice(0, INITIAL_PASSWORD_LENGTH);
    const member = await this.createWithPassword(actor.agencyId, { ...body, password: initialPassword });
    return member instanceof Refused ? member : { ...member, initialPassword };
  }

  /** Makes login and member together; without the member no login stays. Used by `create`, the set-up and the demo. */
  async createWithPassword(agencyId: string, { password, ...member }: MemberToCreate): Promise<Member | Refused> {
    const userId = await this.identity.createUser(member.name, member.email, password);
    // An address is one login in the whole installation; the answer is the same as for a colleague's address.
    if (userId === null) return Refused.of('member.email_in_use');
    try {
      const created = await this.members.create(agencyId, {
        ...member,
        email: member.email.toLowerCase(),
        userId,
        createdAt: this.clock.now(),
      });
      if (created instanceof Refused) await this.identity.deleteUser(userId);
      return created;
    } catch (error) {
      await this.identity.deleteUser(userId);
      throw error;
    }
  }

  /** Holds from the next request on, since roles are read on each. */
  async update(actor: StaffActor, { params, body }: OperationInput<typeof updateMember>): Promise<Member | Refused> {
    const { role, locale, disabled } = body;
    const updated = await this.members.update(
      actor.agencyId,
      params.id,
      body.expectedVersion,
      {
        ...(role && { role }),
        ...(locale && { locale }),
        ...(disabled !== undefined && { disabledAt: disabled ? this.clock.now() : null }),
      },
      (member) =>
        isAbove(member.role, actor.role) || (role && isAbove(role, actor.role))
          ? Refused.of('member.role_above_own')
          : null,
    );
    if (updated instanceof Refused) return updated;
    if (disabled) await this.identity.endSessionsOf(updated.userId);
    return updated.member;
  }

  /** The language a member reads; a key takes that of its member. */
  setOwnLocale({ actor, memberId }: StaffCaller, locale: Locale): Promise<void> {
    return this.members.setLocale(actor.agencyId, memberId, locale);
  }

  async listApiKeys(actor: StaffActor): Promise<{ items: ApiKey[] }> {
    return { items: await this.members.listApiKeys(actor.agencyId) };
  }

  /** For the demo, which asks before anybody is signed in. */
  listApiKeysOf(agencyId: string): Promise<ApiKey[]> {
    return this.members.listApiKeys(agencyId);
  }

  /** The longest-serving active member of a role with its login; null when there is none. */
  findByRole(agencyId: string, role: Role): Promise<{ id: string; userId: string } | null> {
    return this.members.findByRole(agencyId, role);
  }

  /** The only time that the key itself is shown. */
  async createApiKey(
    { actor, memberId }: StaffCaller,
    { body }: OperationInput<typeof createApiKey>,
  ): Promise<(ApiKey & { apiKey: string }) | Refused> {
    if (isAbove(body.role, actor.role)) return Refused.of('member.role_above_own');
    return this.makeApiKey(actor.agencyId, memberId, body.name, body.role);
  }

  /** A key in a member's name; also the demo's. */
  async makeApiKey(agencyId: string, memberId: string, name: string, role: Role): Promise<ApiKey & { apiKey: string }> {
    const apiKey = newToken(API_KEY_PREFIX);
    const made = await this.members.createApiKey(agencyId, {
      memberId,
      name,
      role,
      keyHash: tokenHash(apiKey),
      prefix: apiKey.slice(0, SHOWN_PREFIX),
      createdAt: this.clock.now(),
    });
    return { ...made, apiKey };
  }

  async revokeApiKey(actor: StaffActor, id: string): Promise<void | Refused> {
    if (!(await this.members.revokeApiKey(actor.agencyId, id, this.clock.now()))) return Refused.notFound();
  }
}

/** Nobody gives, takes or touches a role higher than the own one. */
function isAbove(role: Role, own: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(own);
}
