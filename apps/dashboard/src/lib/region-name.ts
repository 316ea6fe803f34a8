/** A country or region by its name in the reader's language. */
import type { Locale } from '@daiban/domain/enumerations';

/** @param code ISO 3166-1 alpha-2; one the browser does not know is answered as it stands */
export function regionName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale === 'zh' ? 'zh-CN' : 'en'], { type: 'region' }).of(code) ?? code;
}
