/** What strangers get of an agency under its public address: who it is, its texts, its advisor, and a way to be called back. Called by its controller only. */
import type {
  Advice,
  askPublicAdvisor,
  createLead,
  getPublicRule,
  getPublicText,
  OperationInput,
  OperationResult,
  PortalText,
  PublicAgency,
} from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/auth/actor.js';
import { SystemClock } from '../../platform/clock/clock.js';
import { InstallationKeys } from '../../platform/encryption/installation-keys.js';
import { RateLimits, type RateLimit } from '../../platform/http/rate-limits.js';
import { Refused } from '../../platform/refusal/refused.js';
import { AdviceService } from '../advice/advice.service.js';
import { AgencyProfileService } from '../agencies/agency-profile.service.js';
import { AgencyTextsService } from '../agencies/agency-texts.service.js';
import { LeadsService } from '../leads/leads.service.js';
import { RulebookService } from '../rules/rulebook.service.js';
import { judgeFormToken, makeFormToken } from './lead-form-token.js';

/** Questions from one address: 60 an hour. */
const ADVICE_BY_ADDRESS: RateLimit = { name: 'public_advice_address', points: 60, seconds: 3600 };
/** Questions to one agency: 3000 a day. */
const ADVICE_BY_AGENCY: RateLimit = { name: 'public_advice_agency', points: 3000, seconds: 24 * 3600 };
/** Forms from one address: 5 an hour. */
const LEADS_BY_ADDRESS: RateLimit = { name: 'public_lead_address', points: 5, seconds: 3600 };
/** Forms to one agency: 100 a day; more than that is nobody's business but a machine's. */
const LEADS_BY_AGENCY: RateLimit = { name: 'public_lead_agency', points: 100, seconds: 24 * 3600 };

/** Where a stranger's request comes from and how they read. */
export interface Stranger {
  readonly address: string;
  readonly locale: Locale;
}

@Injectable()
export class PublicService {
  readonly #formKey: Buffer;

  constructor(
    private readonly profile: AgencyProfileService,
    private readonly texts: AgencyTextsService,
    private readonly advice: AdviceService,
    private readonly leads: LeadsService,
    private readonly rulebook: RulebookService,
    private readonly limits: RateLimits,
    private readonly clock: SystemClock,
    installationKeys: InstallationKeys,
  ) {
    this.#formKey = installationKeys.get('portal_token');
  }

  async getAgency(slug: string): Promise<PublicAgency | Refused> {
    const found = await this.profile.findBySlug(slug);
    if (!found) return Refused.notFound();
    return {
      ...found.agency,
      privacyVersion: await this.texts.versionOf(found.agencyId, 'privacy_notice'),
      formToken: makeFormToken(this.#formKey, found.agencyId, this.clock.milliseconds()),
    };
  }

  async getText({ params }: OperationInput<typeof getPublicText>): Promise<PortalText | Refused> {
    const found = await this.profile.findBySlug(params.slug);
    return found ? this.texts.getPublic(found.agencyId, params.kind) : Refused.notFound();
  }

  /** Answers and keeps nothing. */
  async ask(stranger: Stranger, { params, body }: OperationInput<typeof askPublicAdvisor>): Promise<Advice | Refused> {
    const wait = await this.limits.take(ADVICE_BY_ADDRESS, stranger.address);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const found = await this.profile.findBySlug(params.slug);
    if (!found) return Refused.notFound();
    const full = await this.limits.take(ADVICE_BY_AGENCY, found.agencyId);
    if (full !== null) return Refused.tooMany('rate.too_many', full);
    return this.advice.answer(systemActor(found.agencyId, stranger.locale), body);
  }

  /** The rule behind a sentence of the advisor. */
  async getRule(
    { locale }: Stranger,
    { params, query }: OperationInput<typeof getPublicRule>,
  ): Promise<OperationResult<typeof getPublicRule> | Refused> {
    const found = await this.profile.findBySlug(params.slug);
    if (!found) return Refused.notFound();
    return this.rulebook.getPortalRule(systemActor(found.agencyId, locale), { params, query, body: undefined });
  }

  /** Keeps a lead. What fills in the field nobody sees is thanked like anybody, and forgotten. */
  async leave(stranger: Stranger, { params, body }: OperationInput<typeof createLead>): Promise<void | Refused> {
    const wait = await this.limits.take(LEADS_BY_ADDRESS, stranger.address);
    if (wait !== null) return Refused.tooMany('rate.too_many', wait);
    const found = await this.profile.findBySlug(params.slug);
    if (!found) return Refused.notFound();
    const { agencyId } = found;
    const { homepage, formToken, agreedTo: textVersion, ...draft } = body;
    if (homepage !== '') return undefined;
    switch (judgeFormToken(formToken, this.#formKey, agencyId, this.clock.milliseconds())) {
      case 'too_quick':
        return Refused.of('lead.form_too_quick', { clearedByHolder: 'client' });
      case 'too_old':
      case 'forged':
        return Refused.of('lead.form_too_old', { clearedByHolder: 'client' });
      case 'fine':
    }
    if (textVersion !== (await this.texts.versionOf(agencyId, 'privacy_notice')))
      return Refused.of('lead.text_changed', { clearedByHolder: 'client' });
    const full = await this.limits.take(LEADS_BY_AGENCY, agencyId);
    if (full !== null) return Refused.tooMany('rate.too_many', full);
    await this.leads.create(systemActor(agencyId, stranger.locale), { ...draft, textVersion });
    return undefined;
  }
}
