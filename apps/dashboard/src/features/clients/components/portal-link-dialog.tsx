/** Makes a contact's way into the portal and shows it this once. */
import type { Contact } from '@daiban/contracts';
import { CopyOnce } from '../../../components/copy-once.js';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreatePortalLink } from '../api/create-portal-link.js';

export function PortalLinkDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLocale();
  const create = useCreatePortalLink();
  const title = t('records.link.title', { name: contact.name });
  if (create.data) {
    return (
      <PlainDialog title={title} onClose={onClose}>
        <CopyOnce label={t('records.link.address')} value={create.data.url} />
        <p className="quiet">
          {t('records.link.until')} <Moment at={create.data.expiresAt} />
        </p>
      </PlainDialog>
    );
  }
  return (
    <PlainDialog
      title={title}
      action={t('records.link.make')}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate(contact.id)}
      onClose={onClose}
    >
      <p className="quiet">{t('records.link.explain', { name: contact.name, email: contact.email })}</p>
    </PlainDialog>
  );
}
