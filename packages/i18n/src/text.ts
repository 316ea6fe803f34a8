/** Looks a text up, chooses its plural and fills in its values. API, mails and both apps use it; nothing else reads a catalogue. */
import type { Locale } from '@daiban/domain/enumerations';
import { formatDateTime, formatDateWithYear } from './format-date.js';
import { formatMoney } from './format-money.js';
import type { KeyOf } from './translation.js';

/** Values for `{{name}}` or `{{name:format}}` in a text. `count` also chooses between `_one` and `_other`. */
export type TextParams = Readonly<Record<string, string | number>>;

/** One language: namespace → key → text. Keys are flat and may hold dots. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every `namespace.key` of a catalogue. */
export type KeyIn<C extends Catalogue> = { [N in keyof C & string]: `${N}.${KeyOf<C[N]>}` }[keyof C & string];

/** A written-out key must exist; a key made at run time (`'refusals.' + code`) is let through. */
type Checked<K extends string, Known extends string> = K extends Known
  ? K
  : Record<never, 1> extends Record<K, 1>
    ? K
    : Known;

export type TextFunction<Known extends string> = <K extends string>(
  locale: Locale,
  key: Checked<K, Known> & K,
  params?: TextParams,
) => string;

const PLURALS = { en: new Intl.PluralRules('en'), zh: new Intl.PluralRules('zh') };
const PLACEHOLDER = /\{\{(\w+)(?::(\w+))?\}\}/g;
const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-zÀ-ɏ]/;

/** Writes the value of `{{name:format}}`. */
export type ValueWriter = (value: string, format: string) => string;

/**
 * Puts values into `{{name}}` and `{{name:format}}`; a name without a value stays visible, so that a test or a reader
 * sees it. A Latin name beside Chinese characters gets the space that a Chinese typesetter would give it.
 */
export function interpolate(template: string, params: TextParams, write: ValueWriter = (value) => value): string {
  return template.replace(PLACEHOLDER, (whole, name: string, format: string | undefined, offset: number) => {
    const given = params[name];
    if (given === undefined) return whole;
    const value = format === undefined ? String(given) : write(String(given), format);
    const before = HAN.test(template[offset - 1] ?? '') && LATIN.test(value[0] ?? '') ? ' ' : '';
    const after = HAN.test(template[offset + whole.length] ?? '') && LATIN.test(value.at(-1) ?? '') ? ' ' : '';
    return before + value + after;
  });
}

/**
 * Formats a template may ask for: `date` (YYYY-MM-DD) · `moment` (an instant, said in Beijing time) · `money` ("30000 CNY", minor units) · `paper` (a prerequisite's
 * code) · `state` (of a registration, an order or a quota raise) · every list of the `states` texts (`role`, `event`, `subject_type` …).
 * `list` (codes as they stand). Several dates or codes with commas between them become a list; a code without a word stays as it is.
 */
function writeValue(catalogue: Catalogue, locale: Locale, value: string, format: string): string {
  if (format === 'money') {
    const [amountMinor, currency] = value.split(' ');
    return amountMinor && currency ? formatMoney({ amountMinor: Number(amountMinor), currency }, locale) : value;
  }
  const word = (code: string): string | null => {
    if (format === 'date') return formatDateWithYear(code, locale);
    if (format === 'moment') return formatDateTime(code, 'Asia/Shanghai', locale);
    if (format === 'paper') return findTemplate(catalogue, locale, `prerequisites.${code}`);
    const lists = format === 'state' ? ['registration', 'order', 'quota_raise'] : [format];
    return lists.map((list) => findTemplate(catalogue, locale, `states.${list}.${code}`)).find(Boolean) ?? null;
  };
  const words = value.split(', ').map((code) => word(code) ?? code);
  return words.join(locale === 'zh' ? '、' : ', ');
}

/** The raw text of a key, or null when no file has it. Used where a missing text must be noticed, as in tests. */
export function findTemplate(catalogue: Catalogue, locale: Locale, key: string, count?: number): string | null {
  const dot = key.indexOf('.');
  const texts = catalogue[key.slice(0, dot)];
  const name = key.slice(dot + 1);
  if (!texts) return null;
  const form = count === undefined ? 'other' : PLURALS[locale].select(count);
  return texts[`${name}_${form}`] ?? texts[name] ?? texts[`${name}_other`] ?? null;
}

/**
 * Makes the text function of an app out of the catalogues it ships. Never throws: a key nobody wrote is answered as it
 * stands, which is visible and harmless.
 */
export function createText<C extends Catalogue>(
  catalogues: Readonly<Record<Locale, Catalogue>> & { en: C },
): TextFunction<KeyIn<C>> {
  return (locale, key, params = {}) => {
    const count = typeof params['count'] === 'number' ? params['count'] : undefined;
    const template = findTemplate(catalogues[locale], locale, key, count);
    if (template === null) return key;
    return interpolate(template, params, (value, format) => writeValue(catalogues[locale], locale, value, format));
  };
}
