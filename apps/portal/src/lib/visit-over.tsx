/** The visit is over, by the reader's wish or by time: nothing of it is shown any more, and how to come back is. Every page shows it on a 401. */
import { PageFace } from '@daiban/ui';
import { paths } from '../config/paths.js';
import { PageLink } from './address.js';
import { useLocale } from './locale.js';
import { PortalFrame } from './portal-frame.js';
import { text } from './texts.js';

export function VisitOver({ face }: { face: 'left' | 'ended' }) {
  const { locale } = useLocale();
  return (
    <PortalFrame>
      <PageFace
        kind="no_permission"
        level={1}
        title={text(locale, `portal.face.${face}.title`)}
        actions={
          <PageLink className="portal-link" href={paths.lost}>
            {text(locale, 'portal.enter.by_code')}
          </PageLink>
        }
      >
        {text(locale, `portal.face.${face}.text`)}
      </PageFace>
    </PortalFrame>
  );
}

/** The page of whoever has left; it has an address of its own, so that "back" leads to no old picture. */
export default function LeftPage() {
  return <VisitOver face="left" />;
}
