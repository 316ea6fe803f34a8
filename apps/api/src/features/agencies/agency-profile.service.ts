/** How an agency shows itself, and the change of it. Called by its controller, by every page that says whose it is, and by mails. */
import type { AgencySettings, OperationInput, PortalAgency, updateAgency } from '@daiban/contracts';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyProfileRepository, type ProfileRow, type PublicProfile } from './agency-profile.repository.js';

/** The index that lets an address be one agency's only. */
const SLUG_KEY = 'agency_slug_key';

@Injectable()
export class AgencyProfileService {
  constructor(
    private readonly repository: AgencyProfileRepository,
    private readonly agencies: AgenciesService,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  async getSettings(actor: Actor): Promise<AgencySettings> {
    return this.#toSettings(await this.repository.get(actor.agencyId));
  }

  /** What anybody may see of an agency. */
  async getPublic(agencyId: string): Promise<PortalAgency> {
    return toPublic(await this.repository.get(agencyId));
  }

  /** Which agency has a public address; null: none. Anything may be asked for. */
  async findBySlug(slug: string): Promise<{ readonly agencyId: string; readonly agency: PortalAgency } | null> {
    const agencyId = await this.repository.findIdBySlugUnscoped(slug);
    return agencyId === null ? null : { agencyId, agency: await this.getPublic(agencyId) };
  }

  /** A field left out stays as it is, null empties it. What the fields were called stands in the agency's history, not what they read. */
  async update(actor: Actor, { body }: OperationInput<typeof updateAgency>): Promise<AgencySettings | Refused> {
    const { expectedVersion, ...given } = body;
    const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return this.database.withAgency<AgencySettings | Refused>(
      actor.agencyId,
      async (transaction) => {
        const draft = { kind: 'agency_updated', payload: { fields: Object.keys(changes).sort() } } as const;
        const version = await this.agencies.recordChange(transaction, actor, expectedVersion, draft);
        if (version instanceof Refused) return version;
        const before = await this.repository.getIn(transaction);
        const after: ProfileRow = { ...before, ...(changes as Partial<PublicProfile>) };
        await this.repository.write(transaction, after);
        return this.#toSettings(after);
      },
      { violations: { [SLUG_KEY]: () => Refused.of('agency.slug_taken') } },
    );
  }

  #toSettings(row: ProfileRow): AgencySettings {
    const { id, timeZone, locale, slug, version } = row;
    const advisorUrl = slug === null ? null : `${this.settings.publicUrl}/portal/a/${slug}`;
    return { ...toPublic(row), id, timeZone, locale, advisorUrl, version };
  }
}

function toPublic(row: ProfileRow): PortalAgency {
  const { name, nameZh, slug, brandColour, legalName, address, contactEmail, website } = row;
  return { name, nameZh, slug, brandColour, legalName, address, contactEmail, website };
}
