/** Makes a link that shows a client's progress without persons, and shows its address this once. */
import { TextInput } from '@mantine/core';
import type { Client } from '@daiban/contracts';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { ShownLink } from '../../../components/shown-link.js';
import { useLocale } from '../../../lib/locale.js';
import { useCreateBoardroomLink } from '../api/portal-links.js';

export interface BoardroomLinkDialogProps {
  client: Pick<Client, 'id' | 'name'>;
  onClose: () => void;
}

export function BoardroomLinkDialog({ client, onClose }: BoardroomLinkDialogProps) {
  const { t } = useLocale();
  const [label, setLabel] = useState('');
  const create = useCreateBoardroomLink(client.id);
  const title = t('records.ways.boardroom_title', { client: client.name });
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
      action={t('records.ways.make')}
      ready={label.trim() !== ''}
      pending={create.isPending}
      error={create.error}
      onSubmit={() => create.mutate(label.trim())}
      onClose={onClose}
    >
      <p className="quiet">{t('records.ways.boardroom_explain')}</p>
      <TextInput
        label={t('records.ways.boardroom_label')}
        value={label}
        maxLength={80}
        onChange={(event) => setLabel(event.currentTarget.value)}
        data-autofocus
      />
    </PlainDialog>
  );
}
