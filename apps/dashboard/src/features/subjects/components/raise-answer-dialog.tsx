/** Records what Tencent answered to a request for more places, with what it rests on. */
import { Textarea, TextInput } from '@mantine/core';
import type { QuotaRaise } from '@daiban/contracts';
import { useState } from 'react';
import { EvidenceInput } from '../../../components/evidence-input.js';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { EMPTY_DRAFT } from '../../../lib/event-form.js';
import { useLocale } from '../../../lib/locale.js';
import { useAnswerQuotaRaise } from '../api/quota-raises.js';

export type RaiseAnswer = 'raise_pre_approved' | 'raise_granted' | 'raise_refused';

/** The verb of each answer. */
export const ANSWER_TITLES = {
  raise_pre_approved: 'capacity.raise.pre_approved',
  raise_granted: 'capacity.raise.granted',
  raise_refused: 'capacity.raise.refused',
} as const;

export interface RaiseAnswerDialogProps {
  raise: QuotaRaise;
  event: RaiseAnswer;
  onClose: () => void;
}

export function RaiseAnswerDialog({ raise, event, onClose }: RaiseAnswerDialogProps) {
  const { t } = useLocale();
  const answer = useAnswerQuotaRaise(raise.id);
  const [accounts, setAccounts] = useState('1');
  const [said, setSaid] = useState('');
  const [evidence, setEvidence] = useState(EMPTY_DRAFT.evidence);
  const { rank, note, countersignedBy } = evidence;
  const isGrant = event === 'raise_granted';
  return (
    <PlainDialog
      title={t(ANSWER_TITLES[event])}
      action={t(ANSWER_TITLES[event])}
      ready={rank !== '' && (!isGrant || /^[1-9][0-9]?$/.test(accounts))}
      pending={answer.isPending}
      error={answer.error}
      onSubmit={() => {
        if (rank === '') return;
        answer.mutate(
          {
            event,
            expectedVersion: raise.version,
            ...(isGrant && { facts: { grantedAccounts: Number(accounts) } }),
            ...(said.trim() && { reason: said.trim() }),
            evidence: {
              rank,
              ...(note.trim() && { note: note.trim() }),
              ...(countersignedBy && { countersignedBy }),
            },
          },
          { onSuccess: onClose },
        );
      }}
      onClose={onClose}
    >
      {isGrant ? (
        <TextInput
          label={t('capacity.raise.accounts')}
          required
          inputMode="numeric"
          pattern="[1-9][0-9]?"
          value={accounts}
          onChange={(changed) => setAccounts(changed.currentTarget.value)}
        />
      ) : null}
      <Textarea
        label={t('capacity.raise.said')}
        rows={3}
        maxLength={2000}
        value={said}
        onChange={(changed) => setSaid(changed.currentTarget.value)}
      />
      <EvidenceInput value={evidence} required onChange={setEvidence} />
    </PlainDialog>
  );
}
