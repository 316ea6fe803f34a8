/** Answers a request: what became of it, and what the person reads. */
import { Radio, Textarea } from '@mantine/core';
import type { StaffDataRequest } from '@daiban/contracts';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useCloseDataRequest } from '../api/data-requests.js';

const OUTCOMES = ['done', 'refused'] as const;

export function AnswerDialog({ request, onClose }: { request: StaffDataRequest; onClose: () => void }) {
  const { t } = useLocale();
  const close = useCloseDataRequest(request.id);
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('done');
  const [answer, setAnswer] = useState('');
  return (
    <PlainDialog
      title={t('inbox.data.answer_title', { name: request.asker.name })}
      action={t('inbox.data.send')}
      ready={answer.trim() !== ''}
      pending={close.isPending}
      error={close.error}
      onSubmit={() =>
        close.mutate({ expectedVersion: request.version, outcome, answer: answer.trim() }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className="request-words">{request.message || t('inbox.data.erased')}</p>
      <Radio.Group
        label={t('inbox.data.outcome')}
        value={outcome}
        onChange={(value) => setOutcome(OUTCOMES.find((each) => each === value) ?? 'done')}
      >
        {OUTCOMES.map((value) => (
          <Radio key={value} mt={6} value={value} label={t(`inbox.data.outcome.${value}`)} />
        ))}
      </Radio.Group>
      <Textarea
        label={t('inbox.data.answer_field')}
        description={t('inbox.data.answer_help')}
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
    </PlainDialog>
  );
}
