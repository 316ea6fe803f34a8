/** A text of the agency's own, written in both languages beside how it will look; published as a version that never changes. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import type { AgencyText } from '@daiban/contracts';
import { useState } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordForm } from '../../../components/record-form.js';
import { useLocale } from '../../../lib/locale.js';
import { useSetAgencyText } from '../api/agency-texts.js';
import { BothLanguages } from './both-languages.js';

const LANGUAGES = ['en', 'zh'] as const;

export function TextForm({ text, onDone }: { text: AgencyText; onDone: () => void }) {
  const { t } = useLocale();
  const publish = useSetAgencyText();
  const [draft, setDraft] = useState({ en: text.en, zh: text.zh });
  const [view, setView] = useState<'write' | 'look'>('write');
  const isChanged = draft.en !== text.en || draft.zh !== text.zh;
  const isWhole = draft.en.trim() !== '' && draft.zh.trim() !== '';
  return (
    <RecordForm
      className="stack"
      pending={publish.isPending}
      onSubmit={() => {
        if (isChanged && isWhole) publish.mutate({ kind: text.kind, ...draft }, { onSuccess: onDone });
      }}
    >
      <SegmentedControl
        size="xs"
        className="settings-view"
        aria-label={t('settings.preview')}
        value={view}
        onChange={(value) => setView(value)}
        data={[
          { value: 'write', label: t('settings.text_change') },
          { value: 'look', label: t('settings.preview') },
        ]}
      />
      {view === 'look' ? (
        <BothLanguages {...draft} />
      ) : (
        <div className="settings-pair">
          {LANGUAGES.map((locale) => (
            <Textarea
              key={locale}
              label={t(`settings.text_${locale}`)}
              description={t('settings.text_form')}
              required
              autosize
              minRows={12}
              maxRows={24}
              maxLength={20_000}
              lang={locale === 'zh' ? 'zh-Hans' : 'en'}
              value={draft[locale]}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setDraft((old) => ({ ...old, [locale]: value }));
              }}
            />
          ))}
        </div>
      )}
      {isWhole ? null : <p className="turn">{t('settings.text_both')}</p>}
      {text.kind.startsWith('consent.') ? <p className="quiet">{t('settings.text_warning_consent')}</p> : null}
      <ProblemNote error={publish.error} />
      <div className="form-foot">
        <Button variant="subtle" onClick={onDone}>
          {t('dashboard.cancel')}
        </Button>
        <Button type="submit" loading={publish.isPending} disabled={!isChanged || !isWhole}>
          {t('settings.text_publish')}
        </Button>
      </div>
    </RecordForm>
  );
}
