/** What every face of the portal has: whose page it is and in which colours, the language switch, who runs it and the ways to privacy, accessibility and one's own data. */
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endPortalSession, type PortalAgency, type PortalVisit } from '@daiban/contracts';
import { LOCALES, type Locale } from '@daiban/domain/enumerations';
import { BrandMark, brandFace } from '@daiban/ui';
import { paths } from '../config/paths.js';
import { go, PageLink } from './address.js';
import { callPortal } from './call-portal.js';
import { useLocale } from './locale.js';
import { text } from './texts.js';
import { useVisit } from './visit.js';

const NAMES: Record<Locale, { name: string; lang: string }> = {
  en: { name: 'English', lang: 'en' },
  zh: { name: '中文', lang: 'zh-Hans' },
};

export interface PortalFrameProps {
  /** The agency's name, where a page knows it before the visit is read. */
  agencyName?: string;
  /** Whose page it is, where no visit tells: a public page. */
  agency?: PortalAgency;
  /** The window's title. */
  title?: string;
  children: ReactNode;
  footer?: ReactNode;
}

/** The agency's name as the reader knows it: its Chinese name for a Chinese reader, where it has one. */
export function nameFor({ name, nameZh }: Pick<PortalAgency, 'name' | 'nameZh'>, locale: Locale): string {
  return locale === 'zh' ? (nameZh ?? name) : name;
}

export function PortalFrame({ agencyName, agency: given, title, children, footer }: PortalFrameProps) {
  const { locale, chooseLocale } = useLocale();
  const visit = useVisit();
  const agency = given ?? visit?.agency ?? null;
  const frame = useRef<HTMLDivElement>(null);
  const { stripe, button } = brandFace(agency?.brandColour ?? null);
  const windowTitle = title ?? text(locale, 'portal.title.plain');
  useLayoutEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  useLayoutEffect(() => {
    // Through the style object: the strict policy lets no style attribute pass.
    frame.current?.style.setProperty('--brand', stripe);
    frame.current?.style.setProperty('--brand-button', button);
  }, [stripe, button]);
  return (
    <div className="portal" ref={frame} data-brand={button ? 'buttons' : stripe ? 'stripe' : undefined}>
      <a className="portal-skip" href="#content">
        {text(locale, 'portal.skip')}
      </a>
      {visit?.preview ? <PreviewBanner name={visit.name} preview={visit.preview} /> : null}
      <header className="portal-head">
        <div className="portal-width portal-head-row">
          <BrandMark size={22} />
          <b>{agency ? nameFor(agency, locale) : (agencyName ?? 'Daiban 代办')}</b>
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
        {visit?.kind === 'boardroom' ? (
          <p className="portal-boardroom">{text(locale, 'portal.boardroom.banner')}</p>
        ) : null}
        {children}
      </main>
      {footer || agency ? (
        <footer className="portal-width portal-foot">
          {footer}
          {agency ? <AgencyFoot agency={agency} visit={visit} /> : null}
        </footer>
      ) : null}
    </div>
  );
}

/** A member sees at any time that they look through somebody else's eyes. */
function PreviewBanner({ name, preview }: { name: string; preview: NonNullable<PortalVisit['preview']> }) {
  const { locale } = useLocale();
  return (
    <aside className="portal-preview">
      <div className="portal-width portal-preview-row">
        <span>{text(locale, 'portal.preview.banner', { name, member: preview.memberName })}</span>
        <a href={`/clients/${preview.clientId}`}>{text(locale, 'portal.preview.back')}</a>
      </div>
    </aside>
  );
}

function AgencyFoot({ agency, visit }: { agency: PortalAgency; visit: PortalVisit | null }) {
  const { locale } = useLocale();
  const name = agency.legalName ?? nameFor(agency, locale);
  // Without a visit the address says whose texts are meant.
  const of = visit === null && agency.slug !== null ? `?a=${agency.slug}` : '';
  const hasData = visit?.kind === 'contact' || visit?.kind === 'admin_person';
  return (
    <>
      <p>
        {agency.address
          ? text(locale, 'portal.foot.run_by_at', { name, address: agency.address })
          : text(locale, 'portal.foot.run_by', { name })}
      </p>
      <nav className="portal-foot-links" aria-label={text(locale, 'portal.foot.label')}>
        <PageLink className="portal-link" href={paths.privacy + of}>
          {text(locale, 'portal.foot.privacy')}
        </PageLink>
        <PageLink className="portal-link" href={paths.accessibility + of}>
          {text(locale, 'portal.foot.accessibility')}
        </PageLink>
        {hasData ? (
          <PageLink className="portal-link" href={paths.myData}>
            {text(locale, 'portal.foot.my_data')}
          </PageLink>
        ) : null}
        {visit?.kind === 'contact' ? (
          <PageLink className="portal-link" href={paths.links}>
            {text(locale, 'portal.foot.links')}
          </PageLink>
        ) : null}
      </nav>
      {visit ? <LeaveButton /> : null}
    </>
  );
}

/** Ends the visit in this browser; a failure leaves everything as it is, and the button there. */
function LeaveButton() {
  const { locale } = useLocale();
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () => callPortal(endPortalSession, {}),
    onSuccess: () => {
      queries.clear();
      go(paths.left, { replace: true });
    },
  });
  return (
    <button type="button" className="portal-link" onClick={() => leave.mutate()} disabled={leave.isPending}>
      {text(locale, 'portal.foot.leave')}
    </button>
  );
}
