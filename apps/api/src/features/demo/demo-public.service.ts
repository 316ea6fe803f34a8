/** What Lantern Bridge shows to strangers, and what has come in from them and from a client by the morning the demo begins. Called while the demo's data are made. */
import type { PortalVisitor, StaffActor } from '../../platform/auth/actor.js';
import { Injectable } from '@nestjs/common';
import { systemActor } from '../../platform/auth/actor.js';
import { AgencyProfileService } from '../agencies/agency-profile.service.js';
import { AgencyTextsService } from '../agencies/agency-texts.service.js';
import { DataRequestsService } from '../data-requests/data-requests.service.js';
import { LeadsService, type LeadDraft } from '../leads/leads.service.js';
import { done } from './demo-case.js';

/** What everybody who asks has in common unless they say otherwise. */
const NOTHING_ELSE = {
  hasMainlandOffice: null,
  trademark: null,
  adminNationality: null,
  wantedAccountType: null,
  wantedRoute: null,
  licenceOf: null,
  existingAccounts: [],
} as const;

/** Strangers of one night, by the hour in Shanghai at which they wrote. */
export const DEMO_LEADS: readonly (Omit<LeadDraft, 'textVersion'> & {
  readonly time: string;
  readonly locale: 'en' | 'zh';
})[] = [
  {
    time: '08:05',
    locale: 'en',
    name: 'Moana Parata',
    company: 'Kauri Skincare',
    email: 'moana@kauri-skincare.example',
    message: 'We would like to be live before the spring campaign. Is that realistic without a Chinese company?',
    question: {
      ...NOTHING_ELSE,
      goal: 'content',
      subjectType: 'overseas_enterprise',
      countryCode: 'NZ',
      hasMainlandLicence: false,
      needsWechatPay: false,
      trademark: 'own',
    },
  },
  {
    time: '09:40',
    locale: 'zh',
    name: '林若溪',
    company: '暖屿家居（上海）有限公司',
    email: 'linruoxi@nuanyu.example',
    message: null,
    question: {
      ...NOTHING_ELSE,
      goal: 'ecommerce',
      subjectType: 'enterprise',
      countryCode: 'CN',
      hasMainlandLicence: true,
      needsWechatPay: true,
    },
  },
];

/** When the client's contact asks about their own data. */
export const DEMO_DATA_REQUEST_TIME = '08:50';

@Injectable()
export class DemoPublicService {
  constructor(
    private readonly profile: AgencyProfileService,
    private readonly texts: AgencyTextsService,
    private readonly leads: LeadsService,
    private readonly requests: DataRequestsService,
  ) {}

  /** Gives the agency its public address, its colour and who runs it. */
  async present(owner: StaffActor): Promise<void> {
    const { version } = await this.profile.getSettings(owner);
    done(
      await this.profile.update(owner, {
        params: undefined,
        query: undefined,
        body: {
          expectedVersion: version,
          slug: 'lantern-bridge',
          brandColour: '#155e75',
          legalName: 'Lantern Bridge Consulting (Shanghai) Co., Ltd.',
          address: '18F, 1 Example Road, Shanghai',
          contactEmail: 'privacy@lantern-bridge.example',
          website: 'https://lantern-bridge.example',
        },
      }),
    );
  }

  /** A stranger asks the public advisor and leaves an address. */
  async leave({ agencyId }: StaffActor, { time: _time, locale, ...draft }: (typeof DEMO_LEADS)[number]): Promise<void> {
    const textVersion = await this.texts.versionOf(agencyId, 'privacy_notice');
    await this.leads.create(systemActor(agencyId, locale), { ...draft, textVersion });
  }

  /** A contact asks for a copy of what is kept of them. */
  async ask({ agencyId }: StaffActor, client: { readonly id: string; readonly contactId: string }): Promise<void> {
    const { id: clientId, contactId } = client;
    const visitor: PortalVisitor = {
      kind: 'contact',
      actor: { kind: 'contact', agencyId, id: contactId, role: null, name: '', locale: 'en' },
      // Nobody came by a link: the demo makes as if.
      sessionId: contactId,
      linkId: contactId,
      clientId,
      contactId,
      personId: null,
      registrationId: null,
      prerequisiteId: null,
      timeZone: 'Asia/Shanghai',
      name: '',
      locale: 'en',
    };
    done(
      await this.requests.create(visitor, {
        params: undefined,
        query: undefined,
        body: { kind: 'copy', message: 'Please send me what you keep of me: I am leaving the company in October.' },
      }),
    );
  }
}
