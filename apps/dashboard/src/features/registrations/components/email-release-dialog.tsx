/** Gives a reserved address back to the pool, after asking once. */
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useReleaseEmail } from '../api/release-email.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function EmailReleaseDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const release = useReleaseEmail(registration.id);
  return (
    <PlainDialog
      title={t('dashboard.email.release')}
      action={t('dashboard.email.release')}
      pending={release.isPending}
      error={release.error}
      onSubmit={() => release.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        {t('dashboard.email.release_explain', {
          address: (registration.lifeAfter.nextEmail ?? registration.accountEmail)?.address ?? '',
        })}
      </p>
    </PlainDialog>
  );
}
