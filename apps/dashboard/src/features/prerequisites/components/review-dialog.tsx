/** Accepts a paper as seen, or returns it with a coded reason that the client reads in their language. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { Prerequisite } from '@daiban/contracts';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { findText, listKeys } from '../../../lib/texts.js';
import { useReviewPrerequisite } from '../api/review-prerequisite.js';

export interface ReviewDialogProps {
  paper: Prerequisite;
  decision: 'accept' | 'return';
  onClose: () => void;
}

export function ReviewDialog({ paper, decision, onClose }: ReviewDialogProps) {
  const { t, locale } = useLocale();
  const review = useReviewPrerequisite();
  const reasons = listKeys('reasons');
  const [reasonCode, setReasonCode] = useState('');
  const [note, setNote] = useState('');
  const [expiresOn, setExpiresOn] = useState(paper.expiresOn ?? '');
  const name = findText(locale, `prerequisites.${paper.code}`) ?? paper.code;
  const accepts = decision === 'accept';
  const submit = (): void => {
    const said = note.trim() ? { note: note.trim() } : {};
    const body = accepts
      ? { decision, ...said, ...(expiresOn ? { expiresOn } : {}) }
      : { decision, reasonCode, ...said };
    review.mutate({ id: paper.id, body }, { onSuccess: onClose });
  };
  return (
    <PlainDialog
      title={t(accepts ? 'dashboard.papers.accept_named' : 'dashboard.papers.return_named', { paper: name })}
      action={t(accepts ? 'dashboard.papers.accept' : 'dashboard.papers.return')}
      ready={accepts || reasonCode !== ''}
      pending={review.isPending}
      error={review.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {accepts ? (
        <>
          <p className="quiet">{t('dashboard.papers.accept_explain')}</p>
          <TextInput
            type="date"
            label={t('dashboard.papers.expires_on')}
            value={expiresOn}
            onChange={(event) => setExpiresOn(event.currentTarget.value)}
          />
        </>
      ) : (
        <NativeSelect
          label={t('dashboard.papers.reason')}
          required
          data-autofocus
          value={reasonCode}
          onChange={(event) => setReasonCode(event.currentTarget.value)}
          data={[
            { value: '', label: t('dashboard.choose') },
            ...reasons.map((code) => ({ value: code, label: findText(locale, `reasons.${code}`) ?? code })),
          ]}
        />
      )}
      <Textarea
        label={t('dashboard.papers.note')}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
