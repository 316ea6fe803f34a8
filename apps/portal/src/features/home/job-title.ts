/** The client's one job in a few words. Used by its own card and by the answer to what is still needed. */
import type { PortalRegistration } from '@daiban/contracts';
import type { Locale } from '@daiban/domain/enumerations';
import { text } from '../../lib/texts.js';

/** @param isAgain the paper was sent before and came back */
export function jobTitle(
  { kind, code }: NonNullable<PortalRegistration['nextJob']>,
  locale: Locale,
  isAgain = false,
): string {
  if (kind !== 'paper' && kind !== 'supplement') return text(locale, `portal.job.${kind}.title`);
  if (!code) return text(locale, `portal.job.${kind}.title_plain`);
  if (kind === 'paper' && isAgain)
    return text(locale, 'portal.job.paper.title_again', { paper: text(locale, `prerequisites.${code}`) });
  return text(locale, `portal.job.${kind}.title`, { paper: text(locale, `prerequisites.${code}`) });
}
