/** Records that the admin person agreed to one purpose for this registration, to the text shown here. */
import { NativeSelect } from '@mantine/core';
import { CONSENT_PURPOSES, type ConsentPurpose } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { CONSENT_TEXT_VERSION } from '../../../lib/text-versions.js';
import { useRecordConsent } from '../api/record-consent.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function ConsentDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const record = useRecordConsent();
  const [purpose, setPurpose] = useState<ConsentPurpose>('admin_identity');
  const { admin } = registration;
  if (!admin) return null;
  const submit = (): void =>
    record.mutate(
      { personId: admin.personId, registrationId: registration.id, purpose, textVersion: CONSENT_TEXT_VERSION },
      { onSuccess: onClose },
    );
  return (
    <PlainDialog
      title={t('dashboard.next.record_consent')}
      action={t('dashboard.consent.record')}
      pending={record.isPending}
      error={record.error}
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
      <blockquote className="agreed">
        {t(`dashboard.consent.text.${purpose}`, { account: registration.proposedName })}
        <cite>{t('dashboard.text_version', { version: CONSENT_TEXT_VERSION })}</cite>
      </blockquote>
    </PlainDialog>
  );
}
