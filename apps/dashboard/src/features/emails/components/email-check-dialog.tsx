/** Records what somebody found out about an address of the pool, and what that rests on. */
import type { AccountEmail } from '@daiban/contracts';
import { NativeSelect } from '@mantine/core';
import { EMAIL_CHECK_RESULTS, type EmailCheckResult } from '@daiban/domain/enumerations';
import { useState } from 'react';
import { EvidenceInput, type EvidenceInputProps } from '../../../components/evidence-input.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useRecordEmailCheck } from '../api/record-email-check.js';

export function EmailCheckDialog({ email, onClose }: { email: AccountEmail; onClose: () => void }) {
  const { t } = useLocale();
  const check = useRecordEmailCheck();
  const [result, setResult] = useState<EmailCheckResult>('unused');
  const [evidence, setEvidence] = useState<EvidenceInputProps['value']>({
    rank: 'screenshot',
    note: '',
    countersignedBy: '',
  });
  const { rank, note, countersignedBy } = evidence;
  const submit = (): void => {
    if (rank === '') return;
    check.mutate(
      {
        emailId: email.id,
        result,
        evidence: {
          rank,
          ...(note.trim() ? { note: note.trim() } : {}),
          ...(countersignedBy ? { countersignedBy } : {}),
        },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <PlainDialog
      title={t('pool.check')}
      action={t('pool.check')}
      ready={rank !== ''}
      pending={check.isPending}
      error={check.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">{t('pool.check_explain', { address: email.address })}</p>
      <NativeSelect
        label={t('pool.check_found')}
        value={result}
        onChange={(event) =>
          setResult(EMAIL_CHECK_RESULTS.find((each) => each === event.currentTarget.value) ?? 'unknown')
        }
        data={EMAIL_CHECK_RESULTS.map((value) => ({ value, label: t(`states.email_check.${value}`) }))}
      />
      <EvidenceInput value={evidence} required onChange={setEvidence} />
    </PlainDialog>
  );
}
