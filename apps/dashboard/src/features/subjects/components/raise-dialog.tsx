/** Asks for more places: the reason as it goes into WeChat's form, with its length counted, and an answer where a place is free or nobody knows whether one may ask. */
import { Textarea } from '@mantine/core';
import type { Subject } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AnswerInput } from '../../../components/answer-input.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { describeProblem } from '../../../lib/describe-problem.js';
import { useLocale } from '../../../lib/locale.js';
import { ruleQuery } from '../../../lib/rule-query.js';
import { useRequestQuotaRaise } from '../api/quota-raises.js';

export function RaiseDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useLocale();
  const request = useRequestQuotaRaise(subject.id);
  const rule = useQuery(ruleQuery('quota_raise.reason_length'));
  const [reason, setReason] = useState('');
  const [answer, setAnswer] = useState({ reason: '', answeredBy: '' });
  const problem = request.error ? describeProblem(request.error, t) : null;
  const refusals = problem?.refusals ?? [];
  // A person's word passes warnings and unknowns; anything else beside them ends the matter.
  const open = refusals.every(({ kind }) => kind === 'soft' || kind === 'unknown') ? refusals[0] : undefined;
  const max = typeof rule.data?.value === 'number' ? rule.data.value : null;
  const typed = [...reason].length;
  const isNamed = open?.kind !== 'unknown' || answer.answeredBy.trim() !== '';
  const isAnswered = !open || (answer.reason.trim() !== '' && isNamed);
  return (
    <PlainDialog
      title={t('capacity.raise.request_title', { name: subject.name })}
      action={t('capacity.raise.request')}
      ready={reason.trim() !== '' && isAnswered}
      pending={request.isPending}
      error={open ? null : request.error}
      onSubmit={() =>
        request.mutate(
          {
            reason: reason.trim(),
            ...(open && {
              acknowledgements: [
                {
                  code: open.code,
                  reason: answer.reason.trim(),
                  ...(open.kind === 'unknown' && { answeredBy: answer.answeredBy.trim() }),
                },
              ],
            }),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="quiet">{t('capacity.raise.explain')}</p>
      <Textarea
        label={t('capacity.raise.reason')}
        required
        data-autofocus
        rows={4}
        maxLength={2000}
        value={reason}
        error={max !== null && typed > max ? t('capacity.raise.typed', { typed, max }) : undefined}
        description={max === null ? undefined : t('capacity.raise.typed', { typed, max })}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {open ? (
        <AnswerInput
          finding={open}
          value={answer}
          onChange={setAnswer}
          missing={{ reason: false, answeredBy: false }}
        />
      ) : null}
    </PlainDialog>
  );
}
