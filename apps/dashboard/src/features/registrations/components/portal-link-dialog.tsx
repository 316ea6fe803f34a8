/** Makes a contact's way into the portal and shows it once, to be copied. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ViewAsButton } from '../../../components/view-as-button.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreatePortalLink } from '../api/create-portal-link.js';
import { clientQuery } from '../api/get-client.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function PortalLinkDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const client = useQuery(clientQuery(registration.client.id));
  const create = useCreatePortalLink();
  const [chosen, setChosen] = useState('');
  const [copied, setCopied] = useState(false);
  const contacts = client.data?.contacts ?? [];
  const contactId = chosen || contacts[0]?.id || '';
  const link = create.data;
  const copy = async (url: string): Promise<void> => {
    await navigator.clipboard.writeText(url);
    setCopied(true);
  };
  if (link) {
    return (
      <PlainDialog title={t('dashboard.portal_link.title')} onClose={onClose}>
        <p className="quiet">{t('dashboard.portal_link.once')}</p>
        <div className="row-end">
          <TextInput
            className="grow"
            label={t('dashboard.portal_link.address')}
            readOnly
            value={link.url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button onClick={() => void copy(link.url)}>
            {t(copied ? 'dashboard.portal_link.copied' : 'dashboard.portal_link.copy')}
          </Button>
        </div>
        <p className="quiet">
          {t('dashboard.portal_link.until')} <Moment at={link.expiresAt} />
        </p>
      </PlainDialog>
    );
  }
  return (
    <PlainDialog
      title={t('dashboard.portal_link.title')}
      action={t('dashboard.portal_link.make')}
      ready={contactId !== ''}
      pending={create.isPending}
      error={create.error ?? client.error}
      onSubmit={() => create.mutate(contactId)}
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.portal_link.explain')}</p>
      {client.isSuccess && contacts.length === 0 ? (
        <p className="turn">{t('dashboard.sign_off.no_contact')}</p>
      ) : (
        <>
          <NativeSelect
            label={t('dashboard.portal_link.contact')}
            value={contactId}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={contacts.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
          />
          {contactId ? (
            <div>
              <ViewAsButton contactId={contactId} size="xs" />
            </div>
          ) : null}
        </>
      )}
    </PlainDialog>
  );
}
