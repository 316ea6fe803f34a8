/** The end of a sitting: what was decided, the one mail that tells it, and the button that sends it. */
import { Button } from '@mantine/core';
import type { ReviewSitting } from '@daiban/contracts';
import { useQuery } from '@tanstack/react-query';
import { Moment } from '../../../components/moment.js';
import { ProblemNote } from '../../../components/problem-note.js';
import { useLocale } from '../../../lib/locale.js';
import { findText } from '../../../lib/texts.js';
import { useFinishSitting } from '../api/finish-sitting.js';
import { reviewMessageQuery } from '../api/review-message.js';
import { LetterPreview } from './letter-preview.js';

export interface SittingEndProps {
  registrationId: string;
  sitting: ReviewSitting;
  /** Papers of the desk that are not decided yet. */
  left: number;
  onBack: () => void;
  onFinished: (mails: number) => void;
}

export function SittingEnd({ registrationId, sitting, left, onBack, onFinished }: SittingEndProps) {
  const { t, locale } = useLocale();
  const letter = useQuery(reviewMessageQuery(registrationId));
  const finish = useFinishSitting(registrationId, onFinished);
  return (
    <section className="sitting-end" aria-labelledby="sitting-end">
      <h2 id="sitting-end">{t('review.end_title')}</h2>
      <p className="quiet">
        {left > 0 ? t('review.end_left', { count: left }) : t('review.end_all')} {t('review.ends_by_itself')}{' '}
        <Moment at={sitting.endsAt} />
      </p>
      <ul className="record-lines">
        {sitting.decisions.map(({ prerequisiteId, code, decision, reasonCode }) => (
          <li key={prerequisiteId}>
            <div>
              {findText(locale, `prerequisites.${code}`) ?? code}
              {reasonCode ? (
                <div className="record-line-note">{findText(locale, `reasons.${reasonCode}`) ?? reasonCode}</div>
              ) : null}
            </div>
            <span className={decision === 'return' ? 'turn' : 'quiet'}>
              {t(decision === 'accept' ? 'review.accepted' : 'review.returned')}
            </span>
          </li>
        ))}
      </ul>
      <LetterPreview query={letter} />
      <ProblemNote error={finish.error} />
      <div className="desk-buttons">
        <Button loading={finish.isPending} onClick={() => finish.mutate()}>
          {t('review.finish')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('review.back_to_papers')}
        </Button>
      </div>
    </section>
  );
}
