/** One licence (主体): what the registry says, who holds its places, what was asked for beyond them. */
import { Button } from '@mantine/core';
import { formatDateWithYear } from '@daiban/i18n';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemNote } from '../../../components/problem-note.js';
import { RecordPage } from '../../../components/record-page.js';
import { SeatCounter } from '../../../components/seat-counter.js';
import { SlotHolders } from '../../../components/slot-holders.js';
import { WhatIfButton } from '../../../components/what-if-drawer.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { regionName } from '../../../lib/region-name.js';
import { useMay } from '../../../lib/session.js';
import { subjectCapacityQuery, subjectQuery } from '../api/get-subject.js';
import { ElsewhereDialog } from './elsewhere-dialog.js';
import { RaisesCard } from './raises-card.js';

export function SubjectPage() {
  const { t, locale } = useLocale();
  const { subjectId } = useParams({ from: '/shell/subjects/$subjectId' });
  const found = useQuery(subjectQuery(subjectId));
  const capacity = useQuery(subjectCapacityQuery(subjectId));
  const mayWrite = useMay('clients.write');
  const [changing, setChanging] = useState(false);
  return (
    <RecordPage query={found} list={{ to: paths.capacity, label: t('capacity.title') }} nameOf={({ name }) => name}>
      {(subject) => (
        <>
          <div className="page-body record-page">
            <div className="record-head">
              <div>
                <h1>
                  <span lang={/\p{Script=Han}/u.test(subject.name) ? 'zh-Hans' : undefined}>{subject.name}</span>
                </h1>
                <p className="quiet">{t(`states.subject_type.${subject.type}`)}</p>
              </div>
              <WhatIfButton gone={{ subjectBlocked: subject.id }} name={subject.name} />
            </div>
            <section className="card">
              <header>
                <h2>{t('capacity.slots.title')}</h2>
                {mayWrite ? (
                  <Button variant="default" size="compact-sm" onClick={() => setChanging(true)}>
                    {t('capacity.subject.elsewhere_add')}
                  </Button>
                ) : null}
              </header>
              <div className="card-body stack">
                <SeatCounter kind="subject" use={subject.slots} />
                <ProblemNote error={capacity.error} />
                {capacity.data ? (
                  <SlotHolders holders={capacity.data.holders} elsewhere={capacity.data.elsewhere} />
                ) : null}
              </div>
            </section>
            <RaisesCard subject={subject} />
            <section className="card">
              <header>
                <h2>{t('capacity.subject.crumb')}</h2>
              </header>
              <div className="card-body">
                <dl className="record-facts">
                  <dt>{t('capacity.subject.code')}</dt>
                  <dd className="num">{subject.code ?? t('capacity.subject.code_none')}</dd>
                  <dt>{t('capacity.subject.country')}</dt>
                  <dd>{regionName(subject.countryCode, locale)}</dd>
                  <dt>{t('capacity.subject.owner')}</dt>
                  <dd>{t(`states.licence_of.${subject.licenceOf}`)}</dd>
                  <dt>{t('capacity.subject.standing')}</dt>
                  <dd className={subject.standing === 'struck_off' ? 'turn' : undefined}>
                    {t(`states.standing.${subject.standing}`)}
                  </dd>
                  <dt>{t('capacity.subject.expires')}</dt>
                  <dd>
                    {subject.licenceExpiresOn
                      ? formatDateWithYear(subject.licenceExpiresOn, locale)
                      : t('capacity.subject.expires_unknown')}
                  </dd>
                </dl>
              </div>
            </section>
          </div>
          {changing ? <ElsewhereDialog subject={subject} onClose={() => setChanging(false)} /> : null}
        </>
      )}
    </RecordPage>
  );
}
