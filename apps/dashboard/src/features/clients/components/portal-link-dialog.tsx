/** Makes a contact's way into the portal and shows it this once. */
import type { Contact } from '@daiban/contracts';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ShownLink } from '../../../components/shown-link.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreatePortalLink } from '../api/create-portal-link.js';

export function PortalLinkDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLocale();
  const create = useCreatePortalLink();
  const title = t('records.link.title', { name: contact.name });
  if (create.data) {
    return (
      <PlainDialog title={title} onClose={onClose}>
        <ShownLink {...create.data} />
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
