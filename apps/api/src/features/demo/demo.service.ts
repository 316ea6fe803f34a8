/** The demo installation: its agency and people, the sign-in with one click, the clock that people move, starting over. */
import { DEMO_PASSWORD } from '@daiban/contracts';
import type { Locale, Role } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../platform/auth/actor.js';
import { SignInService, type OpenedSession } from '../../platform/auth/sign-in.service.js';
import { InstallationClock } from '../../platform/clock/installation-clock.js';
import { Database } from '../../platform/database/database.js';
import { prepared } from '../../platform/database/statement.js';
import { DataKeys } from '../../platform/encryption/data-keys.js';
import { MinuteTicker } from '../../platform/jobs/minute-ticker.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from '../agencies/agencies.service.js';
import { StoredDocumentService } from '../documents/stored-document.service.js';
import { ApiKeysService } from '../members/api-keys.service.js';
import { MembersService } from '../members/members.service.js';
import { DemoData } from './demo-data.js';

/** Two demos of one installation cannot be: the second finds the first's id taken. */
export const DEMO_AGENCY_ID = '01998e5c-0000-7000-8000-00000000da1b';

const PEOPLE: readonly { role: Role; name: string; email: string; locale: Locale }[] = [
  { role: 'owner', name: 'Wei', email: 'wei@lantern-bridge.example', locale: 'en' },
  { role: 'manager', name: 'Jun', email: 'jun@lantern-bridge.example', locale: 'zh' },
  { role: 'specialist', name: 'Mei', email: 'mei@lantern-bridge.example', locale: 'en' },
  { role: 'viewer', name: 'Sofia', email: 'sofia@lantern-bridge.example', locale: 'en' },
];

const RESET = prepared('demo.reset', 'SELECT reset_demo()');

@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly agencies: AgenciesService,
    private readonly members: MembersService,
    private readonly apiKeys: ApiKeysService,
    private readonly signIns: SignInService,
    private readonly clock: InstallationClock,
    private readonly ticker: MinuteTicker,
    private readonly data: DemoData,
    private readonly dataKeys: DataKeys,
    private readonly stored: StoredDocumentService,
  ) {}

  get isDemo(): boolean {
    return this.clock.demo;
  }

  /** Fills an empty demo; one that was interrupted half-way begins anew. Called at the start, in as many processes as there are. */
  async ensure(): Promise<void> {
    if (!this.isDemo) return;
    await this.database.exclusively('demo', async () => {
      if (await this.#isComplete()) return;
      await this.ticker.holding(() => this.#begin());
    });
    await this.ticker.runNow();
  }

  /** 404 when this is no demo. Its four people share one agency, and nobody types a password. */
  async signIn(role: Role): Promise<(OpenedSession & { apiKey: string }) | Refused> {
    if (!this.isDemo) return Refused.notFound();
    const member = await this.members.findByRole(DEMO_AGENCY_ID, role);
    const opened = member && (await this.signIns.openSession(member.userId));
    if (!opened) return Refused.of('demo.not_ready');
    const { memberId } = opened.caller;
    const key = await this.apiKeys.keep(DEMO_AGENCY_ID, { memberId, name: 'Demo', role });
    return key instanceof Refused ? key : { ...opened, apiKey: key.apiKey };
  }

  /** Moves the business clock and lets time do its work before it answers. */
  async moveClock(now: string): Promise<{ businessNow: string } | Refused> {
    if (!this.isDemo) return Refused.notFound();
    const instant = new Date(now).toISOString();
    if (!(await this.clock.moveTo(instant)))
      return Refused.of('clock.only_forward', { params: { now: await this.clock.now() } });
    await this.ticker.runNow();
    return { businessNow: instant };
  }

  async reset(): Promise<{ businessNow: string } | Refused> {
    if (!this.isDemo) return Refused.notFound();
    await this.database.exclusively('demo', () => this.ticker.holding(() => this.#begin()));
    await this.ticker.runNow();
    return { businessNow: await this.clock.now() };
  }

  async #isComplete(): Promise<boolean> {
    const [agencyId] = await this.agencies.listIds();
    if (agencyId === undefined) return false;
    if (agencyId !== DEMO_AGENCY_ID) return true;
    return this.agencies.hasDemoFilled(agencyId);
  }

  async #begin(): Promise<void> {
    await this.stored.removeAll(DEMO_AGENCY_ID);
    await this.database.lookup(RESET);
    this.dataKeys.forget();
    await this.clock.restart();
    await this.agencies.create({
      id: DEMO_AGENCY_ID,
      name: 'Lantern Bridge',
      nameZh: '灯桥咨询',
      timeZone: 'Asia/Shanghai',
      locale: 'en',
    });
    const actors: Partial<Record<Role, StaffActor>> = {};
    for (const person of PEOPLE) {
      const member = await this.members.createWithPassword(DEMO_AGENCY_ID, { ...person, password: DEMO_PASSWORD });
      if (member instanceof Refused) throw new Error(`The demo's ${person.role} cannot be made: ${member.code}`);
      actors[person.role] = {
        kind: 'member',
        agencyId: DEMO_AGENCY_ID,
        id: member.id,
        role: person.role,
        name: person.name,
        locale: person.locale,
      };
    }
    await this.data.fill(actors as Record<Role, StaffActor>);
    // Written last: where it is missing, the filling was interrupted.
    await this.agencies.recordDemoFilled(DEMO_AGENCY_ID);
  }
}
