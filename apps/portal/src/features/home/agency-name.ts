/** The agency's name as the reader knows it: its Chinese name for a Chinese reader, where it has one. */
import type { PortalHome } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';

export function agencyNameFor(home: PortalHome, locale: Locale): string {
  return locale === 'zh' ? (home.agencyNameZh ?? home.agencyName) : home.agencyName;
}
