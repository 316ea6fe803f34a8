/** The texts that visitors read about an agency: its own where it wrote one, else ours. Called by its controller, by the public pages and by whoever keeps which version somebody agreed to. */
import type { AgencyText, OperationInput, PortalText, setAgencyText } from '@daiban/contracts';
import { AGENCY_TEXT_KINDS, type AgencyTextKind } from '@daiban/domain/enumerations';
import { shanghaiDate } from '@daiban/domain/calendar';
import { Injectable } from '@nestjs/common';
import type { Actor, StaffActor } from '../../platform/auth/actor.js';
import { BusinessClock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Refused } from '../../platform/refusal/refused.js';
import { RulesService } from '../rules/rules.service.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyProfileService } from './agency-profile.service.js';
import { AgencyTextsRepository, type AgencyTextRow } from './agency-texts.repository.js';
import { SHIPPED_TEXT_VERSION, shippedText } from './shipped-text.js';

@Injectable()
export class AgencyTextsService {
  constructor(
    private readonly repository: AgencyTextsRepository,
    private readonly profile: AgencyProfileService,
    private readonly agencies: AgenciesService,
    private readonly rules: RulesService,
    private readonly database: Database,
    private readonly businessClock: BusinessClock,
  ) {}

  async list(agencyId: string): Promise<AgencyText[]> {
    const today = shanghaiDate(await this.businessClock.now());
    const [own, agency, rules] = await Promise.all([
      this.repository.listNewest(agencyId),
      this.profile.getPublic(agencyId),
      this.rules.rulesOn(agencyId, today),
    ]);
    return AGENCY_TEXT_KINDS.map(
      (kind) =>
        ownText(kind, own) ?? {
          kind,
          version: SHIPPED_TEXT_VERSION,
          en: shippedText(kind, agency, rules, 'en'),
          zh: shippedText(kind, agency, rules, 'zh'),
          setAt: null,
          setBy: null,
        },
    );
  }

  async get(agencyId: string, kind: AgencyTextKind): Promise<AgencyText> {
    const found = (await this.list(agencyId)).find((each) => each.kind === kind);
    if (!found) throw new Error(`No text of the kind ${kind}.`);
    return found;
  }

  /** A text as visitors read it, with whose it is. */
  async getPublic(agencyId: string, kind: AgencyTextKind): Promise<PortalText> {
    const [{ version, en, zh }, agency] = await Promise.all([
      this.get(agencyId, kind),
      this.profile.getPublic(agencyId),
    ]);
    return { kind, version, en, zh, agency };
  }

  /** Version of a text as it stands now; whoever agrees agrees to this one. */
  async versionOf(agencyId: string, kind: AgencyTextKind): Promise<string> {
    return ownText(kind, await this.repository.listNewest(agencyId))?.version ?? SHIPPED_TEXT_VERSION;
  }

  /** Its version follows the one before; the words themselves do not stand in the history. */
  async set(actor: StaffActor, { body }: OperationInput<typeof setAgencyText>): Promise<AgencyText | Refused> {
    const { kind, en, zh } = body;
    const setAt = await this.businessClock.now();
    return this.database.withAgency<AgencyText | Refused>(actor.agencyId, async (transaction) => {
      // The history locks the agency's row first: of two who write at once each then gets a version of their own.
      const payload = { text: kind };
      const recorded = await this.agencies.recordChange(transaction, actor, null, { kind: 'agency_text_set', payload });
      if (recorded instanceof Refused) return recorded;
      const version = (await this.repository.lastVersion(transaction, kind)) + 1;
      const setBy = memberOf(actor);
      await this.repository.insert(transaction, { kind, bodies: { en, zh }, version, setAt, setBy });
      return { kind, version: ownVersion(version), en, zh, setAt, setBy: actor.name };
    });
  }
}

function memberOf(actor: Actor): string | null {
  return actor.memberId ?? (actor.kind === 'member' ? actor.id : null);
}

function ownVersion(version: number): string {
  return `agency-${version}`;
}

/** Null: the agency wrote none of this kind. */
function ownText(kind: AgencyTextKind, rows: readonly AgencyTextRow[]): AgencyText | null {
  const ofLocale = (locale: AgencyTextRow['locale']) => rows.find((row) => row.kind === kind && row.locale === locale);
  const [en, zh] = [ofLocale('en'), ofLocale('zh')];
  if (!en || !zh) return null;
  return { kind, version: ownVersion(zh.version), en: en.body, zh: zh.body, setAt: zh.setAt, setBy: zh.setBy };
}
