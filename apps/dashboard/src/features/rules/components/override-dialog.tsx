/** An owner's own value of a rule, or the way back to the shipped one: value, day, reason; and before it is set, which open cases it touches. */
import { Button, Textarea, TextInput } from '@mantine/core';
import type { Rule } from '@daiban/contracts';
import { useState } from 'react';
import { PlainDialog } from '../../../components/plain-dialog.js';
import { useLocale } from '../../../lib/locale.js';
import { useBusinessTime } from '../../../lib/session.js';
import { useOverrideRule, useTryOverride, type OwnValue } from '../api/override-rule.js';
import { draftOf, UNREADABLE, valueOf } from '../value-draft.js';
import { CasesTouchedList } from './cases-touched.js';
import { ValueFields } from './value-fields.js';

export interface OverrideDialogProps {
  rule: Rule;
  /** `back`: as shipped again. */
  way: 'own' | 'back';
  onClose: () => void;
}

export function OverrideDialog({ rule, way, onClose }: OverrideDialogProps) {
  const { t } = useLocale();
  const { today } = useBusinessTime();
  const tryOut = useTryOverride(rule.id);
  const override = useOverrideRule(rule.id);
  const { form } = rule;
  const [draft, setDraft] = useState(() => (form ? draftOf(form, rule.value) : {}));
  const [validFrom, setValidFrom] = useState(today);
  const [reason, setReason] = useState('');
  const value = way === 'back' ? null : form ? valueOf(form, draft) : UNREADABLE;
  const isReady = value !== UNREADABLE && validFrom !== '' && reason.trim() !== '';
  const body = { value, validFrom, reason } as OwnValue;
  const change = <Value,>(set: (value: Value) => void) => {
    return (next: Value): void => {
      // What was tried is no longer what would be set.
      tryOut.reset();
      set(next);
    };
  };
  const [onDraft, onDay] = [change(setDraft), change(setValidFrom)];
  return (
    <PlainDialog
      title={t(way === 'back' ? 'rulebook.back_title' : 'rulebook.override_title', { rule: rule.text })}
      action={t(way === 'back' ? 'rulebook.save_back' : 'rulebook.save')}
      ready={isReady}
      pending={override.isPending}
      error={override.error ?? tryOut.error}
      onSubmit={() => override.mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    >
      <dl className="rule-now">
        <dt>{t('rulebook.now_says')}</dt>
        <dd>{rule.sentence}</dd>
        {rule.overridden ? (
          <>
            <dt>{t('rulebook.shipped')}</dt>
            <dd>{rule.overridden.sentence}</dd>
          </>
        ) : null}
      </dl>
      {way === 'own' && form ? <ValueFields form={form} draft={draft} onChange={onDraft} /> : null}
      <TextInput
        type="date"
        label={t('rulebook.valid_from')}
        description={t('rulebook.valid_from_hint')}
        min={today}
        value={validFrom}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
      <Textarea
        label={t('rulebook.reason')}
        description={t('rulebook.reason_hint')}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {isReady ? null : <p className="quiet">{t('rulebook.not_ready')}</p>}
      <div>
        <Button variant="default" disabled={!isReady} loading={tryOut.isPending} onClick={() => tryOut.mutate(body)}>
          {t('rulebook.preview')}
        </Button>
      </div>
      {tryOut.data ? (
        <>
          <p>{t('rulebook.preview_after', { sentence: tryOut.data.after })}</p>
          <CasesTouchedList touched={tryOut.data.casesTouched} />
        </>
      ) : null}
    </PlainDialog>
  );
}
