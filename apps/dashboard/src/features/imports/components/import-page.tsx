/** Brings a sheet in. */
import { PageFace } from '@daiban/ui';
import { PageHead } from '../../../components/page-head.js';
import { useLocale } from '../../../lib/locale.js';

export function ImportPage() {
  const { t } = useLocale();
  return (
    <>
      <PageHead>
        <h1>{t('dashboard.nav.import')}</h1>
      </PageHead>
      <PageFace kind="empty" title={t('dashboard.empty')} />
    </>
  );
}
