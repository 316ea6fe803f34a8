/** The facts of an event in words: their names, the words of their choices, their values. The form and the history say the same. */
import { formatDateTime, formatDateWithYear, formatMoney } from '@daiban/i18n';
import type { Locale } from '@daiban/domain/enumerations';
import { regionName } from './region-name.js';
import { findText } from './texts.js';

const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** As WeChat's programs and our own write them: in UTC or with an offset. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(Z|[+-]\d{2}:\d{2})$/;

/** Lists of the `states` texts that name a fact's choices. */
const WORD_LISTS: Readonly<Record<string, string>> = {
  kind: 'order_kind',
  payer: 'payer',
  means: 'payment_means',
  organisationSize: 'organisation_size',
  invoiceKind: 'invoice_kind',
  route: 'route',
  to: 'registration',
  state: 'registration',
  qualification: 'qualification',
  naming: 'naming',
  orderKind: 'order_kind',
  orderState: 'order',
  restriction: 'restriction',
  accountType: 'account_type_short',
  targetAccountType: 'account_type_short',
  targetSubjectType: 'subject_type',
};

/** The name beside a field; a fact nobody named shows its key. */
export function factName(name: string, locale: Locale): string {
  return findText(locale, `dashboard.fact.${name}`) ?? name;
}

/** The word of one of a fact's choices. */
export function choiceWord(name: string, choice: string, locale: Locale): string {
  if (name === 'reasonCode') return findText(locale, `reasons.${choice}`) ?? choice;
  return (
    findText(locale, `dashboard.option.${name}.${choice}`) ??
    findText(locale, `states.${WORD_LISTS[name]}.${choice}`) ??
    choice
  );
}

/** A fact as a line of the history, or null when there is nothing to tell (a "no", an empty value). */
export function factLine(name: string, value: unknown, locale: Locale): string | null {
  const label = name === 'reason' ? (findText(locale, 'dashboard.fact.tencent_said') ?? name) : factName(name, locale);
  if (value === true) return label;
  // An id tells a person nothing.
  if (typeof value === 'string' && ID.test(value)) return null;
  if (typeof value === 'string' && value) return join(label, wordOf(name, value, locale), locale);
  if (typeof value === 'number') return join(label, String(value), locale);
  if (typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value) {
    const { amountMinor, currency } = value;
    if (typeof amountMinor !== 'number' || typeof currency !== 'string') return null;
    return join(label, formatMoney({ amountMinor, currency }, locale), locale);
  }
  return null;
}

function wordOf(name: string, value: string, locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDateWithYear(value, locale);
  if (INSTANT.test(value)) return formatDateTime(new Date(value).toISOString(), readerZone, locale);
  if (/countryCode$/i.test(name)) return regionName(value, locale);
  return choiceWord(name, value, locale);
}

function join(label: string, value: string, locale: Locale): string {
  return locale === 'zh' ? `${label}：${value}` : `${label}: ${value}`;
}
