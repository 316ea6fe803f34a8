/** Sets up the first agency of an empty installation. */
import { PageFace } from '@daiban/ui';
import { useLocale } from '../../../lib/locale.js';

export function SetupPage() {
  const { t } = useLocale();
  return (
    <main className="page-alone">
      <PageFace kind="not_found" level={1} title={t('dashboard.not_found.title')} />
    </main>
  );
}
