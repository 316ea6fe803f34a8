/** The clients of the agency. */
import { PageFace } from '@daiban/ui';
import { PageHead } from '../../../components/page-head.js';
import { useLocale } from '../../../lib/locale.js';

export function ClientsPage() {
  const { t } = useLocale();
  return (
    <>
      <PageHead>
        <h1>{t('dashboard.nav.clients')}</h1>
      </PageHead>
      <PageFace kind="empty" title={t('dashboard.empty')} />
    </>
  );
}
