/** Makes the administrator's way to their own page and shows it once, to be handed over in WeChat. */
import { CopyOnce } from '../../../components/copy-once.js';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreateAdminLink } from '../api/appointments.js';

export interface AdminLinkDialogProps {
  registrationId: string;
  adminName: string;
  onClose: () => void;
}

export function AdminLinkDialog({ registrationId, adminName, onClose }: AdminLinkDialogProps) {
  const { t } = useLocale();
  const create = useCreateAdminLink(registrationId);
  const link = create.data;
  const explain = <p className="quiet">{t('appointments.link.explain', { name: adminName })}</p>;
  if (link)
    return (
      <PlainDialog title={t('appointments.link.title')} onClose={onClose}>
        {explain}
        <CopyOnce label={t('appointments.link.address')} value={link.url} />
        <p className="quiet">
          {t('appointments.link.until')} <Moment at={link.expiresAt} />
        </p>
      </PlainDialog>
    );
  return (
    <PlainDialog
      title={t('appointments.link.title')}
      action={t('appointments.link.make')}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      {explain}
    </PlainDialog>
  );
}
