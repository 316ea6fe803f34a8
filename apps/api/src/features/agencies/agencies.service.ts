/** The agencies of the installation, and how an empty one gets its first. */
import type { OperationInput, setUpInstallation } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { systemActor, type Actor } from '../../platform/auth/actor.js';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { SignInService, type OpenedSession } from '../../platform/auth/sign-in.service.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { AgencyTransaction } from '../../platform/database/agency-transaction.js';
import { Database, type PrismaTransaction } from '../../platform/database/database.js';
import { RateLimits, TOKENS_BY_ADDRESS } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { HistoryService, type EntryDraft } from '../history/history.service.js';
import { MembersService } from '../members/members.service.js';
import { AgenciesRepository, type NewAgency } from './agencies.repository.js';

type AgencyToCreate = Omit<NewAgency, 'createdAt' | 'historyHead'>;

@Injectable()
export class AgenciesService {
  constructor(
    private readonly agencies: AgenciesRepository,
    private readonly members: MembersService,
    private readonly history: HistoryService,
    private readonly signIns: SignInService,
    private readonly limits: RateLimits,
    private readonly clock: SystemClock,
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** Ids of all agencies, for the sweeps and the demo. */
  listIds(): Promise<string[]> {
    return this.agencies.listIdsUnscoped();
  }

  /** Makes an agency; its history begins with it. */
  async create(agency: AgencyToCreate): Promise<void> {
    await this.database.withPrisma(agency.id, (prisma) => this.#createIn(prisma, agency));
  }

  /** The version of the agency's record: it moves with each entry of its history. */
  getVersion(agencyId: string): Promise<number> {
    return this.agencies.getVersion(agencyId);
  }

  /**
   * Writes an entry into the agency's history, in the transaction that changes what is the whole agency's (a rule's value, a calendar year).
   * @param expectedVersion of the agency's record, as the caller saw it; null: whichever it has now
   * @returns the agency's new version, or that somebody was quicker
   */
  async recordChange(
    transaction: AgencyTransaction,
    actor: Actor,
    expectedVersion: number | null,
    draft: EntryDraft,
  ): Promise<number | Refused> {
    const record = recordOf(actor.agencyId);
    const moved = await this.history.recordChange(transaction, record, expectedVersion, draft, actor, (move) =>
      this.agencies.moveWithin(transaction, move),
    );
    return moved instanceof Refused ? moved : moved.version;
  }

  /** Notes in the agency's history that the demo's data are all there. */
  async recordDemoFilled(id: string): Promise<void> {
    await this.database.withPrisma(id, (prisma) =>
      this.history.recordChange(prisma, recordOf(id), null, { kind: 'demo_filled' }, systemActor(id, 'en'), (move) =>
        this.agencies.move(prisma, id, move),
      ),
    );
  }

  hasDemoFilled(id: string): Promise<boolean> {
    return this.history.hasEntry(recordOf(id), 'demo_filled');
  }

  /** A fresh one-time address for an installation without an agency; null when it has one. An earlier address stops working. */
  async makeSetUpAddress(): Promise<string | null> {
    if ((await this.agencies.listIdsUnscoped()).length > 0) return null;
    const token = newToken();
    await this.agencies.keepSetUpToken(tokenHash(token));
    return `${this.settings.publicUrl}/setup#${token}`;
  }

  /** @param address where the caller sits */
  async setUp({ body }: OperationInput<typeof setUpInstallation>, address: string): Promise<OpenedSession | Refused> {
    const wait = await this.limits.take(TOKENS_BY_ADDRESS, address);
    if (wait !== null) return Refused.tooMany('session.too_many_attempts', wait);
    // One at a time in the whole installation: the token makes one agency, however often it is sent at once.
    return this.database.exclusively('set_up', async () => {
      if ((await this.agencies.listIdsUnscoped()).length > 0) return Refused.of('setup.already_done');
      if (!(await this.agencies.hasSetUpToken(tokenHash(body.token)))) return Refused.of('setup.wrong_token');
      const id = v7();
      const { name, email, password } = body.owner;
      // Agency and owner come together or not at all: whatever is cut off before may be sent again with the same address.
      const owner = await this.members.createWithPassword(
        id,
        { name, email, password, role: 'owner', locale: body.agency.locale },
        systemActor(id, body.agency.locale),
        (prisma) => this.#createIn(prisma, { id, ...body.agency, nameZh: null }),
      );
      if (owner instanceof Refused) return owner;
      await this.agencies.keepSetUpToken(null);
      return this.signIns.signIn(email, password, address);
    });
  }

  async #createIn(prisma: PrismaTransaction, agency: AgencyToCreate): Promise<void> {
    const { id, locale, name } = agency;
    const draft: EntryDraft = { kind: 'agency_created', payload: { name } };
    const historyHead = await this.history.recordCreation(prisma, recordOf(id), draft, systemActor(id, locale));
    await this.agencies.create(prisma, { ...agency, createdAt: this.clock.now(), historyHead });
  }
}

function recordOf(id: string) {
  return { agencyId: id, recordType: 'agency', recordId: id } as const;
}
