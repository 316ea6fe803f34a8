/** Chooses who follows the admin, and records that they agreed to the use of their ID for this account. */
import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { consentTextsQuery } from '../api/list-consent-texts.js';
import { peopleQuery } from '../api/list-people.js';
import { useRecordConsent } from '../api/record-consent.js';
import type { CaseDialogProps } from './case-dialogs.js';
import { ConsentText } from './consent-text.js';

/** A person as a choice of the event's form. */
export interface Successor {
  value: string;
  label: string;
}

export function SuccessorDialog({
  registration,
  onChosen,
  onClose,
}: CaseDialogProps & { onChosen: (successor: Successor) => void }) {
  const { t } = useLocale();
  const people = useQuery(peopleQuery(''));
  const record = useRecordConsent();
  const texts = useQuery(consentTextsQuery(registration.id));
  const shown = texts.data?.items.find(({ purpose }) => purpose === 'admin_identity');
  const [personId, setPersonId] = useState('');
  const [agreed, setAgreed] = useState(false);
  const choices = (people.data?.items ?? [])
    .filter(({ id }) => id !== registration.admin?.personId)
    .map(({ id, name, idNumberMasked }) => ({
      value: id,
      label: idNumberMasked ? `${name} · ${idNumberMasked}` : name,
    }));
  const chosen = choices.find(({ value }) => value === personId);
  const goOn = (): void => {
    if (!chosen) return;
    if (!agreed || !shown) return onChosen(chosen);
    const { purpose, textVersion } = shown;
    record.mutate(
      { personId, registrationId: registration.id, purpose, textVersion },
      { onSuccess: () => onChosen(chosen) },
    );
  };
  return (
    <PlainDialog
      title={t('states.event.admin_changed')}
      action={t('lifeAfter.successor.go_on')}
      ready={chosen !== undefined}
      pending={record.isPending}
      error={record.error ?? texts.error ?? people.error}
      onSubmit={goOn}
      onClose={onClose}
    >
      <p className="quiet">{t('lifeAfter.note.admin_changed')}</p>
      <NativeSelect
        label={t('dashboard.fact.personId')}
        required
        data-autofocus
        disabled={people.isPending}
        value={personId}
        onChange={(event) => setPersonId(event.currentTarget.value)}
        data={[{ value: '', label: t('dashboard.choose') }, ...choices]}
      />
      {shown ? <ConsentText {...shown} /> : null}
      <Checkbox
        label={t('lifeAfter.successor.agreed')}
        description={t('lifeAfter.successor.agreed_help')}
        checked={agreed}
        disabled={!shown}
        onChange={(event) => setAgreed(event.currentTarget.checked)}
      />
      <p className="quiet">
        <Link to={paths.people}>{t('dashboard.admin.add_person')}</Link>
      </p>
    </PlainDialog>
  );
}
