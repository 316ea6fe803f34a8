/** The confirm page of a mailed link: opening it changes nothing, pressing its button opens the visit. */
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { go, PageLink } from '../../../lib/address.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { isLinkUnusable, useRedeemPortalLink } from '../api/redeem-portal-link.js';

/** Loaded when a link has ended: most work. */
const EndedLink = lazy(() => import('./ended-link.js'));

export function EnterPage() {
  const { locale } = useLocale();
  const queries = useQueryClient();
  const [token, setToken] = useState('');
  const redeem = useRedeemPortalLink();
  const { reset } = redeem;
  // The token is kept in memory only: neither the address bar nor a shared screen shows it any longer. A link pasted over the page changes its
  // fragment alone and loads nothing.
  useLayoutEffect(() => {
    const take = () => {
      if (!location.hash) return;
      setToken(location.hash.slice(1));
      reset();
      history.replaceState(null, '', paths.enter);
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [reset]);
  const enter = () => {
    // Whatever an earlier visit of this browser has left behind may be somebody else's.
    queries.clear();
    go(paths.home, { replace: true });
  };
  const open = () => redeem.mutate(token, { onSuccess: enter });
  if (redeem.error && isLinkUnusable(redeem.error)) {
    return (
      <PortalFrame>
        <Suspense fallback={null}>
          <EndedLink token={token} onEntered={enter} />
        </Suspense>
      </PortalFrame>
    );
  }
  if (redeem.error) {
    return (
      <PortalFrame>
        <FailureFace error={redeem.error} onRetry={open} />
      </PortalFrame>
    );
  }
  const byCode = (
    <PageLink className="portal-link" href={paths.lost}>
      {text(locale, 'portal.enter.by_code')}
    </PageLink>
  );
  return (
    <PortalFrame>
      {token ? (
        <section className="portal-card portal-enter">
          <h1>{text(locale, 'portal.enter.title')}</h1>
          <p>{text(locale, 'portal.enter.text')}</p>
          <button type="button" className="portal-button" onClick={open} disabled={redeem.isPending}>
            {text(locale, redeem.isPending ? 'portal.enter.opening' : 'portal.enter.button')}
          </button>
        </section>
      ) : (
        <PageFace kind="not_found" level={1} title={text(locale, 'portal.enter.no_token.title')} actions={byCode}>
          {text(locale, 'portal.enter.no_token.text')}
        </PageFace>
      )}
    </PortalFrame>
  );
}
