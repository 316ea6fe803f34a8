/** The papers and facts of a case in four groups: waiting for our review, missing, accepted, not required; each with its holder and, to those who may, accept and return. */
import { Button, Skeleton } from '@mantine/core';
import type { Prerequisite } from '@daiban/contracts';
import { HolderText, StageMark } from '@daiban/ui';
import type { PrerequisiteState, Stage } from '@daiban/domain/enumerations';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Day } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { RuleWhy } from '../../../components/rule-why.js';
import { useLocale } from '../../../lib/locale.js';
import { useMay } from '../../../lib/session.js';
import { findText } from '../../../lib/texts.js';
import { prerequisitesQuery } from '../api/list-prerequisites.js';

const ReviewDialog = lazy(() => import('./review-dialog.js').then((module) => ({ default: module.ReviewDialog })));

const GROUPS: readonly PrerequisiteState[] = ['submitted', 'returned', 'open', 'accepted'];
/** The glyph that says the same about a paper as it says about a case. */
const GLYPHS: Record<PrerequisiteState, Stage> = {
  submitted: 'email',
  returned: 'supplement',
  open: 'draft',
  accepted: 'live',
};

export interface PrerequisitesCardProps {
  registrationId: string;
  /** Submitted: the papers of the registration itself are sealed, those of an order are not. */
  sealed: boolean;
}

export function PrerequisitesCard({ registrationId, sealed }: PrerequisitesCardProps) {
  const { t } = useLocale();
  const papers = useQuery(prerequisitesQuery(registrationId));
  const mayReview = useMay('registrations.decide');
  const [review, setReview] = useState<{ paper: Prerequisite; decision: 'accept' | 'return' } | null>(null);
  const items = papers.data?.items ?? [];
  const done = items.filter(({ state }) => state === 'accepted').length;
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
      <ProblemNote error={papers.error} />
      {papers.isSuccess && items.length === 0 ? <p className="quiet">{t('dashboard.papers.none')}</p> : null}
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
                <Paper
                  key={paper.id}
                  paper={paper}
                  onReview={
                    mayReview && !(sealed && paper.orderId === null)
                      ? (decision) => setReview({ paper, decision })
                      : undefined
                  }
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

interface PaperProps {
  paper: Prerequisite;
  onReview?: ((decision: 'accept' | 'return') => void) | undefined;
}

function Paper({ paper, onReview }: PaperProps) {
  const { t, locale } = useLocale();
  const name = findText(locale, `prerequisites.${paper.code}`) ?? paper.code;
  const reason = paper.reasonCode ? findText(locale, `reasons.${paper.reasonCode}`) : null;
  return (
    <li className="paper">
      <StageMark stage={GLYPHS[paper.state]} />
      <span className="paper-name">
        {name}
        {paper.required ? null : <small>{t('dashboard.papers.optional')}</small>}
        {paper.state === 'returned' && (reason ?? paper.note) ? (
          <small>{[reason, paper.note].filter(Boolean).join(' · ')}</small>
        ) : null}
        {paper.expiresOn ? (
          <small>
            {t('dashboard.papers.valid_until')} <Day on={paper.expiresOn} />
          </small>
        ) : null}
      </span>
      <HolderText holder={paper.holder} label={t(`states.holder.${paper.holder}`)} />
      <span className="paper-do">
        {onReview && paper.state !== 'accepted' ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => onReview('accept')}
            aria-label={t('dashboard.papers.accept_named', { paper: name })}
          >
            {t('dashboard.papers.accept')}
          </Button>
        ) : null}
        {onReview && paper.state !== 'open' && paper.state !== 'returned' ? (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => onReview('return')}
            aria-label={t('dashboard.papers.return_named', { paper: name })}
          >
            {t('dashboard.papers.return')}
          </Button>
        ) : null}
      </span>
    </li>
  );
}
