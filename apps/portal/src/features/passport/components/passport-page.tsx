/** An account's passport: whose it is, who holds the keys, how to take it elsewhere; to read here, and to download where the browser can. */
import { writePassport } from '@daiban/i18n';
import { PageFace, PassportSheet } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { PageLink } from '../../../lib/address.js';
import { isElsewhere, isMissing, isVisitOver } from '../../../lib/call-portal.js';
import { ElsewhereFace } from '../../../lib/elsewhere-face.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { publicText } from '../../../lib/public-texts.js';
import { text } from '../../../lib/texts.js';
import { VisitOver } from '../../../lib/visit-over.js';
import { passportPdfAddress, usePassport } from '../api/get-passport.js';
import './passport.css';

/** WeChat's own browser, which opens no downloads. */
const IN_WECHAT = /MicroMessenger/i.test(navigator.userAgent);

export default function PassportPage({ id }: { id: string }) {
  const { locale } = useLocale();
  const found = usePassport(id);
  if (isVisitOver(found.error)) return <VisitOver face="ended" />;
  const sheet = found.data ? writePassport(found.data, locale) : null;
  const back = (
    <p className="passport-back">
      <PageLink className="portal-link" href={paths.home}>
        {publicText(locale, 'publicPages.passport.back')}
      </PageLink>
    </p>
  );
  return (
    <PortalFrame {...(sheet && { title: `${sheet.account} · ${sheet.title}` })}>
      {back}
      {isElsewhere(found.error) ? (
        <ElsewhereFace />
      ) : isMissing(found.error) ? (
        <PageFace kind="not_found" level={1} title={text(locale, 'portal.face.not_found.title')}>
          {text(locale, 'portal.face.not_found.text')}
        </PageFace>
      ) : found.isError ? (
        <FailureFace error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <article className="portal-card portal-reading passport-page" aria-busy={found.isPending}>
          {sheet ? (
            <>
              <p className="portal-account">{sheet.title}</p>
              <h1>{sheet.account}</h1>
              <p>{sheet.intro}</p>
              {IN_WECHAT ? (
                <p className="portal-note">{publicText(locale, 'publicPages.passport.no_download')}</p>
              ) : (
                <p>
                  <a className="portal-link" href={passportPdfAddress(id, locale)} download>
                    {publicText(locale, 'publicPages.passport.pdf')}
                  </a>
                </p>
              )}
              <PassportSheet sheet={sheet} />
            </>
          ) : null}
        </article>
      )}
    </PortalFrame>
  );
}
