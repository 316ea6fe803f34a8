/** A text in both languages side by side, as visitors read it. */
import type { AgencyText } from '@daiban/contracts';
import { WrittenText } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';

export function BothLanguages({ en, zh }: Pick<AgencyText, 'en' | 'zh'>) {
  const { t } = useLocale();
  return (
    <div className="settings-pair">
      {(['en', 'zh'] as const).map((locale) => (
        // Scrolled by keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section key={locale} className="settings-written" tabIndex={0} aria-label={t(`settings.text_${locale}`)}>
          <div lang={locale === 'zh' ? 'zh-Hans' : 'en'}>
            <WrittenText body={locale === 'en' ? en : zh} />
          </div>
        </section>
      ))}
    </div>
  );
}
