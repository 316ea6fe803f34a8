/** English or Chinese, each named in itself; for pages without a user menu. */
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { useLocale } from '../lib/locale.js';

const NAMES: Record<Locale, string> = { en: 'English', zh: '中文' };

export function LanguageSwitch() {
  const { locale, chooseLocale, t } = useLocale();
  return (
    <div className="language-switch" role="group" aria-label={t('dashboard.language')}>
      {LOCALES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each === 'zh' ? 'zh-Hans' : 'en'}
          aria-pressed={each === locale}
          onClick={() => chooseLocale(each)}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
