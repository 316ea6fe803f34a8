/** The texts the dashboard ships; everything here takes its words from this one place. */
import { createText, dashboardCatalogues, findTemplate, type KeyIn, type TextParams } from '@daiban/i18n';
import type { Locale } from '@daiban/domain/enumerations';

export type { TextParams } from '@daiban/i18n';

/** Every key of the texts shipped here, as screens write it: `dashboard.close`. */
export type TextKey = KeyIn<(typeof dashboardCatalogues)['en']>;

export const text = createText(dashboardCatalogues);

/** The text of a key that data names (a paper's code, a kind of history entry), or null when nobody wrote it. */
export function findText(locale: Locale, key: string, params: TextParams = {}): string | null {
  return findTemplate(dashboardCatalogues[locale], locale, key) === null ? null : text(locale, key, params);
}

/** The codes a namespace has texts for, so that a choice list never offers one without words. */
export function listKeys(namespace: 'reasons' | 'prerequisites'): readonly string[] {
  return Object.keys(dashboardCatalogues.en[namespace]);
}
