/** Records what somebody found out about the address: whether a WeChat product, the Open Platform or a personal WeChat uses it. */
import { NativeSelect, Textarea } from '@mantine/core';
import {
  EMAIL_CHECK_RESULTS,
  EVIDENCE_RANKS,
  type EmailCheckResult,
  type EvidenceRank,
} from '@daiban/domain/enumerations';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useRecordEmailCheck } from '../api/record-email-check.js';
import type { CaseDialogProps } from './case-dialogs.js';

export function EmailCheckDialog({ registration, onClose }: CaseDialogProps) {
  const { t } = useLocale();
  const check = useRecordEmailCheck();
  const [result, setResult] = useState<EmailCheckResult>('unused');
  const [rank, setRank] = useState<EvidenceRank>('screenshot');
  const [note, setNote] = useState('');
  const email = registration.lifeAfter.nextEmail ?? registration.accountEmail;
  if (!email) return null;
  const submit = (): void => {
    const evidence = { rank, ...(note.trim() ? { note: note.trim() } : {}) };
    check.mutate({ emailId: email.id, result, evidence }, { onSuccess: onClose });
  };
  return (
    <PlainDialog
      title={t('dashboard.next.check_email')}
      action={t('dashboard.email.record_check')}
      pending={check.isPending}
      error={check.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">{t('dashboard.email.check_explain', { address: email.address })}</p>
      <NativeSelect
        label={t('dashboard.email.found')}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value as EmailCheckResult)}
        data={EMAIL_CHECK_RESULTS.map((value) => ({ value, label: t(`states.email_check.${value}`) }))}
      />
      <NativeSelect
        label={t('dashboard.evidence.rank')}
        value={rank}
        onChange={(event) => setRank(event.currentTarget.value as EvidenceRank)}
        data={EVIDENCE_RANKS.map((value) => ({ value, label: t(`states.evidence.${value}`) }))}
      />
      <Textarea
        label={t('dashboard.evidence.note')}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
