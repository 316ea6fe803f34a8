/** Keeps the page's layout while it loads, so that nothing jumps when it is there. */
import { useLocale } from '../../../lib/locale.js';
import { text } from '../../../lib/texts.js';

export function HomeSkeleton() {
  const { locale } = useLocale();
  return (
    <div className="portal-skeleton" role="status">
      <h1 className="visually-hidden">{text(locale, 'portal.face.loading')}</h1>
      <i className="portal-bone portal-bone-line" />
      <i className="portal-bone portal-bone-title" />
      <i className="portal-bone portal-bone-fact" />
      <i className="portal-bone portal-bone-fact" />
      <i className="portal-bone portal-bone-card" />
      <i className="portal-bone portal-bone-card" />
    </div>
  );
}
