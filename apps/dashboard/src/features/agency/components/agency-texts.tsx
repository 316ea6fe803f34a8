/** The texts that visitors read, one at a time: both languages side by side, whose they are and since which version. */
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { AGENCY_TEXT_KINDS, type AgencyTextKind } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { agencyTextsQuery } from '../api/agency-texts.js';
import { BothLanguages } from './both-languages.js';
import { TextForm } from './text-form.js';

export function AgencyTexts({ mayManage }: { mayManage: boolean }) {
  const { t } = useLocale();
  const found = useQuery(agencyTextsQuery);
  const [kind, setKind] = useState<AgencyTextKind>('privacy_notice');
  const [writing, setWriting] = useState(false);
  const shown = found.data?.items.find((each) => each.kind === kind);
  return (
    <section className="card" aria-labelledby="settings-texts">
      <header>
        <h2 id="settings-texts">{t('settings.texts')}</h2>
      </header>
      <div className="card-body">
        <p className="quiet">{t('settings.texts_help')}</p>
        <NativeSelect
          aria-label={t('settings.texts')}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as AgencyTextKind);
            setWriting(false);
          }}
          data={AGENCY_TEXT_KINDS.map((value) => ({ value, label: t(`settings.text.${value}`) }))}
        />
        <ProblemNote error={found.error} />
        {found.isPending ? <Skeleton height={160} radius={8} aria-label={t('dashboard.loading')} /> : null}
        {shown && writing ? (
          <TextForm key={`${kind}.${shown.version}`} text={shown} onDone={() => setWriting(false)} />
        ) : shown ? (
          <>
            <div className="settings-text-head">
              <span className="quiet">
                {shown.setAt === null ? (
                  t('settings.text_ours', { version: shown.version })
                ) : (
                  <>
                    {t('settings.text_own', { version: shown.version, name: shown.setBy ?? '–' })}
                    {' · '}
                    <Moment at={shown.setAt} />
                  </>
                )}
              </span>
              {mayManage ? (
                <Button size="xs" variant="default" onClick={() => setWriting(true)}>
                  {t(shown.setAt === null ? 'settings.text_change' : 'settings.text_again')}
                </Button>
              ) : null}
            </div>
            <BothLanguages en={shown.en} zh={shown.zh} />
          </>
        ) : null}
      </div>
    </section>
  );
}
