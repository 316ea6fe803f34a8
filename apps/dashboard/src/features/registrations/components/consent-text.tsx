/** A text that somebody agrees to, with its version, word by word as the administrator's own page has it. Used where a member records a consent. */
import type { ConsentText as Shown } from '@daiban/contracts';
import { useLocale } from '../../../lib/locale.js';

export function ConsentText({ textVersion, text }: Pick<Shown, 'textVersion' | 'text'>) {
  const { locale, t } = useLocale();
  return (
    <blockquote className="agreed">
      {text[locale].split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <cite>{t('dashboard.text_version', { version: textVersion })}</cite>
    </blockquote>
  );
}
