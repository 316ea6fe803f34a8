/** Records that the admin person agreed to one purpose for this registration, to the text shown here. */
import { NativeSelect } from '@mantine/core';
import { CONSENT_PURPOSES, type ConsentPurpose } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { consentTextsQuery } from '../api/list-consent-texts.js';
import { useRecordConsent } from '../api/record-consent.js';
import type { CaseDialogProps } from './case-dialogs.js';
import { ConsentText } from './consent-text.js';

export function ConsentDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const record = useRecordConsent();
  const texts = useQuery(consentTextsQuery(registration.id));
  const [purpose, setPurpose] = useState<ConsentPurpose>('admin_identity');
  const { admin } = registration;
  if (!admin) return null;
  const shown = texts.data?.items.find((text) => text.purpose === purpose);
  const submit = (): void => {
    if (!shown) return;
    const { textVersion } = shown;
    record.mutate(
      { personId: admin.personId, registrationId: registration.id, purpose, textVersion },
      { onSuccess: onClose },
    );
  };
  return (
    <PlainDialog
      title={t('dashboard.next.record_consent')}
      action={t('dashboard.consent.record')}
      ready={shown !== undefined}
      pending={record.isPending}
      error={record.error ?? texts.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.consent.explain', { name: admin.name })}</p>
      <NativeSelect
        label={t('dashboard.consent.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value as ConsentPurpose)}
        data={CONSENT_PURPOSES.map((value) => ({ value, label: t(`states.consent_purpose.${value}`) }))}
      />
      {shown ? <ConsentText {...shown} /> : null}
    </PlainDialog>
  );
}
