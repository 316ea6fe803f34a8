/** The agencies of the installation, and how an empty one gets its first. */
import type { OperationInput, setUpInstallation } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { newToken, tokenHash } from '../../platform/auth/secret-token.js';
import { SignInService, type OpenedSession } from '../../platform/auth/sign-in.service.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { RateLimits, TOKENS_BY_ADDRESS } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { MembersService } from '../members/members.service.js';
import { AgenciesRepository, type NewAgency } from './agencies.repository.js';

@Injectable()
export class AgenciesService {
  constructor(
    private readonly agencies: AgenciesRepository,
    private readonly members: MembersService,
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

  create(agency: Omit<NewAgency, 'createdAt'>): Promise<void> {
    return this.agencies.create({ ...agency, createdAt: this.clock.now() });
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
      await this.create({ id, ...body.agency, nameZh: null });
      const { name, email, password } = body.owner;
      const owner = await this.members.createWithPassword(id, {
        name,
        email,
        password,
        role: 'owner',
        locale: body.agency.locale,
      });
      if (owner instanceof Refused) return owner;
      await this.agencies.keepSetUpToken(null);
      const opened = await this.signIns.signIn(email, password, address);
      return opened;
    });
  }
}
