/** The confirm page of a mailed link: opening it changes nothing, pressing its button opens the visit. */
import { useEffect, useState } from 'react';
import { PageFace } from '@daiban/ui';
import { paths } from '../../../config/paths.js';
import { FailureFace } from '../../../lib/face.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { text } from '../../../lib/texts.js';
import { isLinkUnusable, useRedeemPortalLink } from '../api/redeem-portal-link.js';

/** @param onEntered called once the visit is open; the address then is the home page's */
export function EnterPage({ onEntered }: { onEntered(): void }) {
  const { locale } = useLocale();
  const [token] = useState(() => location.hash.slice(1));
  const redeem = useRedeemPortalLink();
  // The token is kept in memory only: neither the address bar nor a shared screen shows it any longer.
  useEffect(() => {
    if (location.hash) history.replaceState(null, '', paths.enter);
  }, []);
  const open = () =>
    redeem.mutate(token, {
      onSuccess: () => {
        history.replaceState(null, '', paths.home);
        onEntered();
      },
    });
  if (redeem.error && !isLinkUnusable(redeem.error)) {
    return (
      <PortalFrame>
        <FailureFace error={redeem.error} onRetry={open} />
      </PortalFrame>
    );
  }
  const broken = redeem.error ? 'unusable' : token ? null : 'no_token';
  return (
    <PortalFrame>
      {broken ? (
        <PageFace kind="not_found" level={1} title={text(locale, `portal.enter.${broken}.title`)}>
          {text(locale, `portal.enter.${broken}.text`)}
        </PageFace>
      ) : (
        <section className="portal-card portal-enter">
          <h1>{text(locale, 'portal.enter.title')}</h1>
          <p>{text(locale, 'portal.enter.text')}</p>
          <button type="button" className="portal-button" onClick={open} disabled={redeem.isPending}>
            {text(locale, redeem.isPending ? 'portal.enter.opening' : 'portal.enter.button')}
          </button>
        </section>
      )}
    </PortalFrame>
  );
}
