/** The text of each consent as it is shown now, with its version: the agency's own where it wrote one, else ours. Called by the administrator's page and by whoever records a consent. */
import { Injectable } from '@nestjs/common';
import type { ConsentText, listConsentTexts, OperationInput } from '@daiban/contracts';
import { CONSENT_PURPOSES, type ConsentPurpose, type Locale } from '@daiban/domain/enumerations';
import { text } from '@daiban/i18n';
import type { StaffCaller } from '../../platform/auth/actor.js';
import { Refused } from '../../platform/refusal/refused.js';
import { CasesService, type CaseView } from '../registrations/cases.service.js';
import { ConsentTextsRepository } from './consent-texts.repository.js';

/** An agency as it signs, in each language. */
export interface NamedAgency {
  readonly name: string;
  readonly nameZh: string | null;
}

/** Version of our own texts: another one whenever a word of them changes. */
export const SHIPPED_CONSENT_VERSION = 'daiban-1';
/** Of our texts before: what was agreed to then can still be recorded from paper. */
const EARLIER_VERSIONS: readonly string[] = ['2026-11'];

@Injectable()
export class ConsentTextsService {
  constructor(
    private readonly repository: ConsentTextsRepository,
    private readonly cases: CasesService,
  ) {}

  /** For a member who reads them to somebody: the same as the administrator's own page shows. */
  async listOfCase(
    { actor, agency }: Pick<StaffCaller, 'actor' | 'agency'>,
    { params }: OperationInput<typeof listConsentTexts>,
  ): Promise<{ items: ConsentText[] } | Refused> {
    const view = await this.cases.read(actor, { by: 'registration', id: params.id });
    return view instanceof Refused ? view : { items: await this.list(actor.agencyId, agency, view) };
  }

  /** Whether a text of that version was ever shown: ours, or one of the agency's own. */
  async wasShown(agencyId: string, purpose: ConsentPurpose, version: string): Promise<boolean> {
    if (version === SHIPPED_CONSENT_VERSION || EARLIER_VERSIONS.includes(version)) return true;
    const own = await this.repository.listNewest(agencyId);
    const newest = own.find((row) => row.kind === `consent.${purpose}` && row.locale === 'zh')?.version ?? 0;
    const number = Number(/^agency-([1-9]\d{0,5})$/.exec(version)?.[1]);
    return number <= newest;
  }

  /** What the administrator of a case is asked to agree to. `textVersion` is `daiban-1`, or `agency-` and the number of the agency's own. */
  async list(
    agencyId: string,
    agency: NamedAgency,
    { case: { facts }, context: { rules } }: CaseView,
  ): Promise<ConsentText[]> {
    const params = {
      account: facts.registration.proposedName ?? '',
      subject: facts.subject.name,
      // After the account is live, until copies of papers are deleted.
      days: rules.entries['retention.identity_documents_days'].value,
    };
    const own = await this.repository.listNewest(agencyId);
    return CONSENT_PURPOSES.map((purpose) => {
      const find = (locale: Locale) => own.find((row) => row.kind === `consent.${purpose}` && row.locale === locale);
      const [en, zh] = [find('en'), find('zh')];
      if (en && zh) return { purpose, textVersion: `agency-${zh.version}`, text: { en: en.body, zh: zh.body } };
      return {
        purpose,
        textVersion: SHIPPED_CONSENT_VERSION,
        text: {
          en: text('en', `consents.${purpose}`, { ...params, agency: agency.name }),
          zh: text('zh', `consents.${purpose}`, { ...params, agency: agency.nameZh ?? agency.name }),
        },
      };
    });
  }
}
