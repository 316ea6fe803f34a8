/** The language of the screens: the one chosen in this browser, else the member's own, else the browser's. */
import { createContext, useCallback, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '@daiban/domain/enumerations';
import { text, type TextKey, type TextParams } from './texts.js';

/** A text in the reader's language. */
export type Translate = (key: TextKey, params?: TextParams) => string;

interface LocaleValue {
  locale: Locale;
  t: Translate;
  /** Switches the screens and keeps the choice in this browser. */
  chooseLocale(locale: Locale): void;
  /** Takes a member's own language, unless somebody chose one in this browser. */
  suggestLocale(locale: Locale): void;
}

const STORED = 'daiban.locale';
const HTML_LANG: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' };

const LocaleContext = createContext<LocaleValue | null>(null);

function storedLocale(): Locale | null {
  const stored = localStorage.getItem(STORED);
  return stored === 'en' || stored === 'zh' ? stored : null;
}

export function LocaleProvider({ children, initial }: { children: ReactNode; initial?: Locale }) {
  const [locale, setLocale] = useState<Locale>(
    () => initial ?? storedLocale() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'),
  );
  // Before the children's effects: their first calls already ask in this language.
  useLayoutEffect(() => {
    document.documentElement.lang = HTML_LANG[locale];
  }, [locale]);
  const t = useCallback<Translate>((key, params) => text(locale, key, params), [locale]);
  const value = useMemo<LocaleValue>(
    () => ({
      locale,
      t,
      chooseLocale: (chosen) => {
        localStorage.setItem(STORED, chosen);
        document.documentElement.lang = HTML_LANG[chosen];
        setLocale(chosen);
      },
      suggestLocale: (suggested) => {
        if (!storedLocale()) setLocale(suggested);
      },
    }),
    [locale, t],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

/** @throws Error outside the LocaleProvider: a mistake of ours */
export function useLocale(): LocaleValue {
  const value = useContext(LocaleContext);
  if (!value) throw new Error('useLocale needs the LocaleProvider');
  return value;
}
