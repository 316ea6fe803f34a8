/** The texts the dashboard ships; everything here takes its words from this one place. */
import { catalogues, findTemplate, interpolate } from '@daiban/i18n';
import type { Locale } from '@daiban/domain/enumerations';
import type { TextParams } from '@daiban/i18n';

export { text, type TextKey, type TextParams } from '@daiban/i18n';

/** The text of a key that data names (a paper's code, a kind of history entry), or null when nobody wrote it. */
export function findText(locale: Locale, key: string, params: TextParams = {}): string | null {
  const template = findTemplate(catalogues[locale], locale, key);
  return template === null ? null : interpolate(template, params);
}

/** The codes a namespace has texts for, so that a choice list never offers one without words. */
export function listKeys(namespace: 'reasons' | 'prerequisites'): readonly string[] {
  return Object.keys(catalogues.en[namespace]);
}
