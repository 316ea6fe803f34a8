/** The agency's name as the reader knows it: its Chinese name for a Chinese reader, where it has one. */
import type { PortalHome } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';

export function agencyNameFor({ agency }: PortalHome, locale: Locale): string {
  return locale === 'zh' ? (agency.nameZh ?? agency.name) : agency.name;
}
