/** Programs of an agency: API keys with a role, in the name of the member who made them. Each is an entry in that member's history. */
import type { ApiKey, createApiKey, OperationInput } from '@daiban/contracts';
import type { Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { systemActor, type Actor, type StaffActor, type StaffCaller } from '../../platform/auth/actor.js';
import { API_KEY_PREFIX } from '../../platform/auth/caller-lookup.js';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { Encryption } from '../../platform/encryption/encryption.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { EntryDraft } from '../history/history.service.js';
import { isRoleAbove } from './is-role-above.js';
import { toApiKey } from './members.mapper.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';

/** Shown in a list to tell keys apart: `dbk_` and four characters of 43. */
const SHOWN_PREFIX = API_KEY_PREFIX.length + 4;

/** In whose name a key acts, what it is called, and what it may do. */
interface KeyOwner {
  readonly memberId: string;
  readonly name: string;
  readonly role: Role;
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly repository: MembersRepository,
    private readonly members: MembersService,
    private readonly database: Database,
    private readonly clock: SystemClock,
    private readonly encryption: Encryption,
  ) {}

  /** All of them, revoked ones too, newest first. */
  async list(agencyId: string): Promise<{ items: ApiKey[] }> {
    const rows = await this.database.withPrisma(agencyId, (prisma) => this.repository.listApiKeys(prisma, agencyId));
    return { items: rows.map(toApiKey) };
  }

  /** The only time that the key itself is shown. */
  async create(
    { actor, memberId }: StaffCaller,
    { body }: OperationInput<typeof createApiKey>,
  ): Promise<(ApiKey & { apiKey: string }) | Refused> {
    if (isRoleAbove(body.role, actor.role)) return Refused.of('member.role_above_own');
    const { agencyId } = actor;
    const apiKey = newToken(API_KEY_PREFIX);
    const made = await this.database.withPrisma<ApiKey | Refused>(agencyId, (prisma) =>
      this.#makeIn(prisma, agencyId, { memberId, name: body.name, role: body.role }, apiKey, actor),
    );
    return made instanceof Refused ? made : { ...made, apiKey };
  }

  /** The one key of this name that a member keeps: made when it is first asked for, and anew after it was revoked. The demo calls it. */
  async keep(agencyId: string, key: KeyOwner): Promise<{ apiKey: string } | Refused> {
    return this.database.withPrisma<{ apiKey: string } | Refused>(agencyId, async (prisma) => {
      await this.repository.lockAll(prisma, agencyId);
      const keys = await this.repository.listApiKeys(prisma, agencyId);
      const own = keys.filter(({ memberId, name }) => memberId === key.memberId && name === key.name);
      const revoked = own.filter(({ revokedAt }) => revokedAt).length;
      // Derived, so that it can be told again though only its hash is kept.
      const secret = this.encryption.blindIndex('api_key', JSON.stringify([key.memberId, key.name, revoked]));
      const apiKey = API_KEY_PREFIX + secret.toString('base64url');
      const hash = tokenHash(apiKey);
      if (own.some(({ keyHash }) => hash.equals(keyHash))) return { apiKey };
      const made = await this.#makeIn(prisma, agencyId, key, apiKey, systemActor(agencyId, 'en'));
      return made instanceof Refused ? made : { apiKey };
    });
  }

  async #makeIn(
    prisma: PrismaTransaction,
    agencyId: string,
    { memberId, name, role }: KeyOwner,
    apiKey: string,
    actor: Actor,
  ): Promise<ApiKey | Refused> {
    const id = v7();
    const draft: EntryDraft = { kind: 'api_key_created', payload: { id, role } };
    const refused = await this.members.changeIn(prisma, agencyId, memberId, null, draft, actor);
    if (refused) return refused;
    const keyHash = new Uint8Array(tokenHash(apiKey));
    const prefix = apiKey.slice(0, SHOWN_PREFIX);
    const createdAt = this.clock.now();
    return toApiKey(
      await this.repository.createApiKey(prisma, agencyId, { id, memberId, name, role, keyHash, prefix, createdAt }),
    );
  }

  /** Revoking twice is the same as once. */
  async revoke(actor: StaffActor, id: string): Promise<void | Refused> {
    const { agencyId } = actor;
    const refused = await this.database.withPrisma<Refused | null>(agencyId, async (prisma) => {
      const key = await this.repository.findApiKey(prisma, agencyId, id);
      if (!key) return Refused.notFound();
      if (isRoleAbove(key.role as Role, actor.role)) return Refused.of('member.role_above_own');
      if (key.revokedAt) return null;
      await this.repository.revokeApiKey(prisma, agencyId, id, this.clock.now());
      const draft: EntryDraft = { kind: 'api_key_revoked', payload: { id } };
      return this.members.changeIn(prisma, agencyId, key.memberId, null, draft, actor);
    });
    return refused ?? undefined;
  }
}
