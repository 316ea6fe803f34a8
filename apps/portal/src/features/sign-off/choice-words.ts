/** An irreversible choice in the reader's words: its name and its value. */
import type { PortalSignOff } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '../../lib/texts.js';
import { signOffText } from './texts.js';

/** Choices whose values are words of ours, by the list of the words. */
const LISTS: Readonly<Record<string, string>> = {
  accountType: 'account_type',
  subjectType: 'subject_type',
  subjectClass: 'subject_class',
  route: 'route',
};

export function choiceName(choice: string, locale: Locale): string {
  return signOffText(locale, `signOff.choice.${choice}`);
}

/** @param agencyName as the reader knows it: the owner of the agency's licence */
export function choiceValue(choice: string, value: string | null, locale: Locale, agencyName: string): string {
  if (value === null) return signOffText(locale, 'signOff.none');
  if (choice === 'licenceOf') return signOffText(locale, `signOff.licence.${value}`, { agency: agencyName });
  if (choice === 'countryCode') return regionName(value, locale);
  const list = LISTS[choice];
  return list ? text(locale, `states.${list}.${value}`) : value;
}

/** Choices that say something: a class or a number that this kind of owner does not have is left out. */
export function toldChoices({ choices }: Pick<PortalSignOff, 'choices'>): PortalSignOff['choices'] {
  return choices.filter(({ value }) => value !== null && value !== '');
}

function regionName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale === 'zh' ? 'zh-Hans' : 'en', { type: 'region' }).of(code) ?? code;
}
