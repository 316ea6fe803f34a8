/** The way back in when no link is at hand: a code by mail. */
import { useQueryClient } from '@tanstack/react-query';
import { paths } from '../../../config/paths.js';
import { go } from '../../../lib/address.js';
import { useLocale } from '../../../lib/locale.js';
import { PortalFrame } from '../../../lib/portal-frame.js';
import { waysInText } from '../texts.js';
import { CodeForm } from './code-form.js';

export default function LostPage() {
  const { locale } = useLocale();
  const queries = useQueryClient();
  const title = waysInText(locale, 'waysIn.lost.title');
  const enter = () => {
    // Whatever an earlier visit of this browser has left behind is somebody else's.
    queries.clear();
    go(paths.home, { replace: true });
  };
  return (
    <PortalFrame title={title}>
      <section className="portal-card portal-enter">
        <h1>{title}</h1>
        <p>{waysInText(locale, 'waysIn.lost.text')}</p>
        <CodeForm token={null} onEntered={enter} />
      </section>
    </PortalFrame>
  );
}
