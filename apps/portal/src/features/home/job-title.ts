/** The client's one job in a few words. Used by its own card and by the answer to what is still needed. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '../../lib/texts.js';

export function jobTitle({ kind, code }: NonNullable<PortalRegistration['nextJob']>, locale: Locale): string {
  if (kind !== 'paper' && kind !== 'supplement') return text(locale, `portal.job.${kind}.title`);
  if (!code) return text(locale, `portal.job.${kind}.title_plain`);
  return text(locale, `portal.job.${kind}.title`, { paper: text(locale, `prerequisites.${code}`) });
}
