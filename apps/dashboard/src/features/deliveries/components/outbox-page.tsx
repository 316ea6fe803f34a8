/** Every mail with its state. */
import { PageFace } from '@daiban/ui';
import { PageHead } from '../../../components/page-head.js';
import { useLocale } from '../../../lib/locale.js';

export function OutboxPage() {
  const { t } = useLocale();
  return (
    <>
      <PageHead>
        <h1>{t('dashboard.nav.outbox')}</h1>
      </PageHead>
      <PageFace kind="empty" title={t('dashboard.empty')} />
    </>
  );
}
