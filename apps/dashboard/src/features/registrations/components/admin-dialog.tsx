/** Names the admin person of a case; the risks of this choice are shown before the dialog closes. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { FindingNotes } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useFindingText } from '../../../lib/finding-text.js';
import { useLocale } from '../../../lib/locale.js';
import { peopleQuery } from '../api/list-people.js';
import { useSetAdmin } from '../api/set-admin.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function AdminDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const findingText = useFindingText();
  const people = useQuery(peopleQuery(''));
  const set = useSetAdmin(registration.id);
  const [personId, setPersonId] = useState(registration.admin?.personId ?? '');
  const [isLegalRepresentative, setLegal] = useState(registration.admin?.isLegalRepresentative ?? false);
  if (set.data && set.data.warnings.length > 0) {
    return (
      <PlainDialog title={t('dashboard.admin.risks')} onClose={onClose}>
        <p className="quiet">{t('dashboard.admin.saved_with_risks')}</p>
        <FindingNotes findings={set.data.warnings.map(findingText)} />
      </PlainDialog>
    );
  }
  return (
    <PlainDialog
      title={t('dashboard.next.set_admin')}
      action={t('dashboard.admin.set')}
      ready={personId !== ''}
      pending={set.isPending}
      error={set.error ?? people.error}
      onSubmit={() =>
        set.mutate(
          { personId, isLegalRepresentative, expectedVersion: registration.version },
          { onSuccess: ({ warnings }) => warnings.length === 0 && onClose() },
        )
      }
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.admin.explain')}</p>
      <NativeSelect
        label={t('dashboard.admin.person')}
        required
        data-autofocus
        disabled={people.isPending}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[
          { value: '', label: t('dashboard.choose') },
          ...(people.data?.items ?? []).map(({ id, name, idNumberMasked }) => ({
            value: id,
            label: idNumberMasked ? `${name} · ${idNumberMasked}` : name,
          })),
        ]}
      />
      <Checkbox
        label={t('dashboard.admin.is_legal_representative')}
        checked={isLegalRepresentative}
        onChange={(event) => setLegal(event.currentTarget.checked)}
      />
      <p className="quiet">
        <Link to={paths.people}>{t('dashboard.admin.add_person')}</Link>
      </p>
    </PlainDialog>
  );
}
