/** The people who are admins or operators of accounts. */
import { PageFace } from '@daiban/ui';
import { PageHead } from '../../../components/page-head.js';
import { useLocale } from '../../../lib/locale.js';

export function PeoplePage() {
  const { t } = useLocale();
  return (
    <>
      <PageHead>
        <h1>{t('dashboard.nav.people')}</h1>
      </PageHead>
      <PageFace kind="empty" title={t('dashboard.empty')} />
    </>
  );
}
