/** What every face of the portal has: whose page it is, the language switch, the way to leave. */
import { useLayoutEffect, type ReactNode } from 'react';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { BrandMark } from '@daiban/ui';
import { useLocale } from './locale.js';
import { text } from './texts.js';

const NAMES: Record<Locale, { name: string; lang: string }> = {
  en: { name: 'English', lang: 'en' },
  zh: { name: '中文', lang: 'zh-Hans' },
};

export interface PortalFrameProps {
  /** The agency's name once it is known. */
  agencyName?: string;
  /** The window's title. */
  title?: string;
  children: ReactNode;
  footer?: ReactNode;
}

export function PortalFrame({ agencyName, title, children, footer }: PortalFrameProps) {
  const { locale, chooseLocale } = useLocale();
  const windowTitle = title ?? text(locale, 'portal.title.plain');
  useLayoutEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  return (
    <div className="portal">
      <a className="portal-skip" href="#content">
        {text(locale, 'portal.skip')}
      </a>
      <header className="portal-head">
        <div className="portal-width portal-head-row">
          <BrandMark size={22} />
          <b>{agencyName ?? 'Daiban 代办'}</b>
          <div className="portal-languages" role="group" aria-label={text(locale, 'portal.language')}>
            {LOCALES.map((each) => (
              <button
                key={each}
                type="button"
                lang={NAMES[each].lang}
                aria-pressed={each === locale}
                onClick={() => chooseLocale(each)}
              >
                {NAMES[each].name}
              </button>
            ))}
          </div>
        </div>
      </header>
      <main id="content" className="portal-width portal-main" tabIndex={-1}>
        {children}
      </main>
      {footer ? <footer className="portal-width portal-foot">{footer}</footer> : null}
    </div>
  );
}
