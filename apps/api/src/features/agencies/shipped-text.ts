/** The texts that come with the product, with an agency's data filled in; they stand until it writes its own. Called by the texts' service. */
import type { PortalAgency } from '@daiban/contracts';
import type { Rulebook } from '@daiban/domain';
import type { AgencyTextKind, Locale } from '@daiban/domain/enumerations';
import { text, type TextKey } from '@daiban/i18n';

/** Version of the shipped texts: another one whenever a word of them changes. */
export const SHIPPED_TEXT_VERSION = 'daiban-1';

/** Consents name one account and one company; where they are shown as texts, any. */
const ANY = {
  en: { account: 'the account', subject: 'The company' },
  zh: { account: '账号', subject: '公司' },
} as const;

export function shippedText(kind: AgencyTextKind, agency: PortalAgency, rules: Rulebook, locale: Locale): string {
  const name = agency.legalName ?? (locale === 'zh' ? (agency.nameZh ?? agency.name) : agency.name);
  const days = rules.entries['retention.identity_documents_days'].value;
  if (kind !== 'privacy_notice' && kind !== 'accessibility')
    return text(locale, kind.replace('consent.', 'consents.') as TextKey, { ...ANY[locale], agency: name, days });
  const { address, contactEmail } = agency;
  return text(locale, `agencyTexts.${kind}`, {
    who:
      address === null
        ? text(locale, 'agencyTexts.who.plain', { agency: name })
        : text(locale, 'agencyTexts.who.with_address', { agency: name, address }),
    contact:
      contactEmail === null
        ? text(locale, 'agencyTexts.contact.plain')
        : text(locale, 'agencyTexts.contact.with_email', { email: contactEmail }),
    identityDays: days,
    leadDays: rules.entries['lead.keep_days'].value,
    answerDays: rules.entries['data_request.answer_days'].value,
  });
}
