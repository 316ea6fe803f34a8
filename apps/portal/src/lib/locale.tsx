/** The reader's language: chosen with the switch and kept in this browser, else the one we know of the contact, else the browser's. */
import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '@daiban/domain/enumerations';

interface LocaleValue {
  locale: Locale;
  chooseLocale(locale: Locale): void;
  /** Takes the contact's own language, unless the reader has chosen one. */
  suggestLocale(locale: Locale): void;
}

const STORED = 'daiban.portal.locale';
const HTML_LANG: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

const LocaleContext = createContext<LocaleValue | null>(null);

// Some in-app browsers refuse storage: the page then forgets the choice, and works.
function storedLocale(): Locale | null {
  try {
    const stored = localStorage.getItem(STORED);
    return stored === 'en' || stored === 'zh' ? stored : null;
  } catch {
    return null;
  }
}

function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // Not kept; nothing else depends on it.
  }
}

/** @param initial for tests; else as the file's first sentence says */
export function LocaleProvider({ children, initial }: { children: ReactNode; initial?: Locale }) {
  const [locale, setLocale] = useState<Locale>(
    () => initial ?? storedLocale() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'),
  );
  useLayoutEffect(() => {
    document.documentElement.lang = HTML_LANG[locale];
  }, [locale]);
  const value = useMemo<LocaleValue>(
    () => ({
      locale,
      chooseLocale: (chosen) => {
        storeLocale(chosen);
        setLocale(chosen);
      },
      suggestLocale: (suggested) => {
        if (!storedLocale()) setLocale(suggested);
      },
    }),
    [locale],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

/** @throws Error outside the LocaleProvider: a mistake of ours */
export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error('useLocale needs the LocaleProvider');
  return value;
}
