/** The papers and facts of a case in four groups: waiting for our review, missing, accepted, not required; each with its holder and files, and above them what the client was not told yet. */
import { Skeleton } from '@mantine/core';
import type { Prerequisite } from '@daiban/contracts';
import type { PrerequisiteState } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ButtonLink } from '../../../components/button-link.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { paths } from '../../../config/paths.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { casePapersQuery } from '../api/case-papers.js';
import { prerequisitesQuery } from '../api/list-prerequisites.js';
import { PaperRow } from './paper-row.js';
import './papers.css';

const ReviewDialog = lazy(() => import('./review-dialog.js').then((module) => ({ default: module.ReviewDialog })));

const GROUPS: readonly PrerequisiteState[] = ['submitted', 'returned', 'open', 'accepted'];

export interface PrerequisitesCardProps {
  registrationId: string;
  /** Submitted: the papers of the registration itself are sealed, those of an order are not. */
  sealed: boolean;
}

export function PrerequisitesCard({ registrationId, sealed }: PrerequisitesCardProps) {
  const { t } = useLocale();
  const mayReview = useMay('registrations.decide');
  const mayBring = useMay('documents.write');
  const papers = useQuery(prerequisitesQuery(registrationId));
  const files = useQuery({ ...casePapersQuery(registrationId), enabled: useMay('documents.read') });
  const [review, setReview] = useState<{ paper: Prerequisite; decision: 'accept' | 'return' } | null>(null);
  const items = papers.data?.items ?? [];
  const done = items.filter(({ state }) => state === 'accepted').length;
  const untold = files.data?.sitting?.decisions.length ?? 0;
  const isSealed = (paper: Prerequisite): boolean => sealed && paper.orderId === null;
  return (
    <section className="case-section" aria-labelledby="papers">
      <header className="section-head">
        <h2 id="papers">{t('dashboard.papers.title')}</h2>
        {items.length > 0 ? (
          <span className="quiet">{t('dashboard.papers.count', { open: items.length - done, done })}</span>
        ) : null}
        {items.length > 0 ? <RuleWhy rule={papers.data?.rule} what={t('dashboard.papers.title')} /> : null}
      </header>
      {papers.isPending ? <Skeleton height={12} my={12} width="60%" /> : null}
      <ProblemNote error={papers.error ?? files.error} />
      {papers.isSuccess && items.length === 0 ? <p className="quiet">{t('dashboard.papers.none')}</p> : null}
      {untold > 0 ? (
        <p className="papers-untold">
          {t('review.untold', { count: untold })}
          <ButtonLink to={paths.review} params={{ registrationId }} size="xs" variant="default">
            {t('review.to_end')}
          </ButtonLink>
        </p>
      ) : null}
      {GROUPS.map((state) => {
        const group = items.filter((paper) => paper.state === state);
        if (group.length === 0) return null;
        return (
          <div key={state} className="papers-group">
            <h3 className={state === 'submitted' ? 'turn' : undefined}>
              {t(`states.prerequisite_state.${state}`)} <em>{group.length}</em>
            </h3>
            <ul>
              {group.map((paper) => (
                <PaperRow
                  key={paper.id}
                  paper={paper}
                  files={files.data?.items.find(({ prerequisite }) => prerequisite.id === paper.id)}
                  mayBring={mayBring && !isSealed(paper)}
                  onReview={mayReview && !isSealed(paper) ? (decision) => setReview({ paper, decision }) : undefined}
                />
              ))}
            </ul>
          </div>
        );
      })}
      <Suspense>{review ? <ReviewDialog {...review} onClose={() => setReview(null)} /> : null}</Suspense>
    </section>
  );
}
