/** Why a paper goes back: a coded reason with its way out and its pictures, a note, and the mail as the client would read it. */
import { Button, Radio, Textarea } from '@mantine/core';
import { ExamplePair } from '@daiban/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { reviewMessageQuery } from '../api/review-message.js';
import { LetterPreview } from './letter-preview.js';

/** Reasons shown before the reader asks for all: the likely ones stand first. */
const SHOWN_FIRST = 6;

export interface ReturnFormProps {
  registrationId: string;
  prerequisiteId: string;
  /** Coded, the likely ones first. */
  reasons: readonly string[];
  /** Chosen already, by the line of the checklist that is not so. */
  initialReason: string | null;
  pending: boolean;
  error: unknown;
  onReturn: (reasonCode: string, note: string) => void;
  onCancel: () => void;
}

export function ReturnForm(props: ReturnFormProps) {
  const { registrationId, prerequisiteId, reasons, initialReason, pending, error, onReturn, onCancel } = props;
  const { t, locale } = useLocale();
  const [reasonCode, setReasonCode] = useState(initialReason ?? '');
  const [note, setNote] = useState('');
  const [showsAll, setShowsAll] = useState(reasons.indexOf(initialReason ?? '') >= SHOWN_FIRST);
  const [previewing, setPreviewing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus(), []);
  const said = note.trim();
  const noteIsMissing = reasonCode === 'other' && said === '';
  const draft = { prerequisiteId, decision: 'return' as const, reasonCode, ...(said ? { note: said } : {}) };
  const letter = useQuery({ ...reviewMessageQuery(registrationId, draft), enabled: previewing && reasonCode !== '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reasonCode && !noteIsMissing && !pending) onReturn(reasonCode, said);
  };
  return (
    <form className="desk-return" ref={form} onSubmit={submit} aria-label={t('review.return_title')}>
      <Radio.Group
        label={t('review.reason')}
        value={reasonCode}
        onChange={(code) => {
          setReasonCode(code);
          setPreviewing(false);
        }}
      >
        <div className="desk-reasons">
          {reasons.slice(0, showsAll ? undefined : SHOWN_FIRST).map((code) => (
            <Radio
              key={code}
              value={code}
              label={findText(locale, `reasons.${code}`) ?? code}
              description={code === reasonCode ? findText(locale, `fixes.${code}`) : undefined}
            />
          ))}
        </div>
      </Radio.Group>
      {!showsAll && reasons.length > SHOWN_FIRST ? (
        <Button variant="subtle" size="xs" onClick={() => setShowsAll(true)}>
          {t('review.more_reasons', { count: reasons.length - SHOWN_FIRST })}
        </Button>
      ) : null}
      {reasonCode ? <ExamplePair code={reasonCode} locale={locale} /> : null}
      <Textarea
        label={t('review.note')}
        description={t('review.note_help')}
        required={reasonCode === 'other'}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setPreviewing(false);
        }}
      />
      {previewing ? <LetterPreview query={letter} /> : null}
      <ProblemNote error={error} />
      <div className="desk-buttons">
        <Button type="submit" loading={pending} disabled={!reasonCode || noteIsMissing}>
          {t('review.return_next')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('dashboard.cancel')}
        </Button>
        {reasonCode && !previewing ? (
          <Button variant="subtle" onClick={() => setPreviewing(true)}>
            {t('review.preview')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
