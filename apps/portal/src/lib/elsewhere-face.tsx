/** There is a visit, but its link does not reach this page: every page but the landing ones shows it when `isElsewhere` says so. */
import { PageFace } from '@daiban/ui';
import { paths } from '../config/paths.js';
import { PageLink } from './address.js';
import { useLocale } from './locale.js';
import { text } from './texts.js';
import { landingOf, useVisit } from './visit.js';

export function ElsewhereFace() {
  const { locale } = useLocale();
  const visit = useVisit();
  return (
    <PageFace
      kind="no_permission"
      level={1}
      title={text(locale, 'portal.face.elsewhere.title')}
      actions={
        <PageLink className="portal-button" href={visit ? landingOf(visit) : paths.home}>
          {text(locale, 'portal.face.elsewhere.action')}
        </PageLink>
      }
    >
      {text(locale, 'portal.face.elsewhere.text')}
    </PageFace>
  );
}
