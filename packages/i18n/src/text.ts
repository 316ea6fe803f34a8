/** Looks a text up, chooses its plural and fills in its values. API, mails and both apps use it; nothing else reads a catalogue. */
import type { Locale } from '@daiban/domain/enumerations';
import type { KeyOf } from './translation.js';

/** Values for `{{name}}` in a text. `count` also chooses between `_one` and `_other`. */
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
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-zÀ-ɏ]/;

/**
 * Puts values into `{{name}}`; a name without a value stays visible, so that a test or a reader sees it. A Latin name
 * beside Chinese characters gets the space that a Chinese typesetter would give it.
 */
export function interpolate(template: string, params: TextParams): string {
  return template.replace(PLACEHOLDER, (whole, name: string, offset: number) => {
    const value = String(params[name] ?? whole);
    const before = HAN.test(template[offset - 1] ?? '') && LATIN.test(value[0] ?? '') ? ' ' : '';
    const after = HAN.test(template[offset + whole.length] ?? '') && LATIN.test(value.at(-1) ?? '') ? ' ' : '';
    return before + value + after;
  });
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
    return template === null ? key : interpolate(template, params);
  };
}
